/**
 * Takes off what an earlier return has added, by what survives when a spreadsheet program has saved the file: the list
 * by its first cell, marks by their condition, comments by the lines around them. All else stays as it is.
 */
import { isList, LIST_MARK } from '../../model/returned.js';
import { columnOf, readAddress, rowOf } from '../lexical.js';
import { type Book, readBook, readXlsx } from '../xlsx.js';
import { utf8Part } from '../xml-text.js';
import { childOf, type Node, type XmlDocument } from './document.js';
import { withoutBoxes } from './note-shapes.js';
import { withoutNotes } from './notes.js';
import type { Parts } from './parts.js';
import { sources } from './refusals.js';
import { drawingOf, dropDrawing, dropMarks, visitSheet } from './sheet-marks.js';

/** What every mark, comment and list of ours has in its part. */
const TRACE = 'assess';

export function removeEarlier(parts: Parts, main: string, bytes: Buffer): void {
  removeLists(parts, main, bytes);
  for (const { role, part } of parts.relationships(main).values()) {
    if (role === 'worksheet' && part !== undefined) removeFrom(parts, part);
  }
}

/** Whether a part holds a text; both in whatever encoding. */
function mentions(parts: Parts, name: string, text: string): boolean {
  return utf8Part(parts.needed(name)).includes(text);
}

function removeLists(parts: Parts, main: string, bytes: Buffer): void {
  const roles = [...parts.relationships(main).values()];
  const isThere = roles.some(
    ({ role, part }) =>
      (role === 'worksheet' || role === 'sharedStrings') && part !== undefined && mentions(parts, part, LIST_MARK),
  );
  if (!isThere) return;
  const lists = new Set(
    readXlsx(bytes, true)
      .filter(isList)
      .map(({ name }) => name),
  );
  const book = readBook(parts.needed(main));
  const gone = new Set(book.sheets.flatMap(({ name }, index) => (lists.has(name) ? [index] : [])));
  // A workbook of lists alone is none that could be marked; it is not a copy of ours but a list of ours.
  if (gone.size === 0 || gone.size === book.sheets.length) return;
  const into = new Set(['sheets', 'definedNames', 'bookViews']);
  parts.edit(
    main,
    (document) => forget(document, book, gone),
    (name) => (into.has(name) ? 'children' : 'alone'),
  );
  const all = parts.relationships(main);
  const ids = [...gone].map((index) => book.sheets[index]?.id ?? '');
  const sheets = ids.flatMap((id) => all.get(id)?.part ?? []);
  parts.unrelate(main, ids);
  for (const sheet of sheets) dropWhole(parts, sheet);
}

/** Takes sheets out of the workbook's own list, and what it says of them by their number. */
function forget(document: XmlDocument, book: Book, gone: ReadonlySet<number>): void {
  const { root } = document;
  const after = (index: number): number => index - [...gone].filter((each) => each < index).length;
  for (const [index, node] of (childOf(root, 'sheets')?.children ?? []).entries()) {
    if (gone.has(index)) document.remove(node);
  }
  const names = childOf(root, 'definedNames');
  const dropped: Node[] = [];
  for (const node of names?.children ?? []) {
    const local = document.attributes(node).get('localSheetId');
    if (local === undefined) continue;
    if (gone.has(Number(local))) dropped.push(node);
    else document.setAttribute(node, 'localSheetId', String(after(Number(local))));
  }
  if (names && dropped.length === names.children.length) document.remove(names);
  else for (const node of dropped) document.remove(node);

  const shown = book.sheets.findIndex(({ hidden }, index) => !hidden && !gone.has(index));
  for (const view of childOf(root, 'bookViews')?.children ?? []) {
    for (const name of ['activeTab', 'firstSheet']) {
      const index = Number(document.attributes(view).get(name) ?? 0);
      const kept = gone.has(index) ? Math.max(0, shown) : index;
      document.setAttribute(view, name, String(after(kept)));
    }
  }
}

/** Drops a part with all that it alone asks for. */
function dropWhole(parts: Parts, name: string): void {
  const own = [...parts.relationships(name).values()].flatMap(({ part }) => part?.toLowerCase() ?? []);
  parts.drop(name);
  const needed = new Set(
    sources(parts).flatMap((source) =>
      [...parts.relationships(source).values()].map(({ part }) => part?.toLowerCase()),
    ),
  );
  for (const part of own) if (!needed.has(part) && parts.has(part)) dropWhole(parts, part);
}

function removeFrom(parts: Parts, sheet: string): void {
  const relationships = parts.relationships(sheet);
  const [id, notes] = [...relationships].find(([, { role }]) => role === 'comments') ?? [];
  const freed =
    notes?.part !== undefined && mentions(parts, notes.part, TRACE)
      ? removeNotes(parts, sheet, id ?? '', notes.part)
      : [];
  if (freed.length === 0 && !mentions(parts, sheet, TRACE)) return;
  parts.edit(
    sheet,
    (document) => {
      dropMarks(document);
      const drawing = drawingOf(document);
      const part = drawing === undefined ? undefined : relationships.get(drawing)?.part;
      if (drawing === undefined || part === undefined || freed.length === 0) return;
      const cells = new Set(freed.map(placeOf));
      const left = withoutBoxes(parts.needed(part), (row, column) => cells.has(`${row} ${column}`));
      if (left) parts.put(part, left);
      else {
        dropDrawing(document);
        parts.unrelate(sheet, [drawing]);
        parts.drop(part);
      }
    },
    visitSheet,
  );
}

/** Takes our comments off a sheet; the cells that have none any more. */
function removeNotes(parts: Parts, sheet: string, id: string, name: string): readonly string[] {
  const { part, freed, left } = withoutNotes(parts.needed(name));
  if (left > 0) parts.put(name, part);
  else {
    parts.unrelate(sheet, [id]);
    parts.drop(name);
  }
  return freed;
}

/** Row and column as the shapes of comments count them. */
function placeOf(cell: string): string {
  const bytes = Buffer.from(cell);
  const address = readAddress(bytes, 0, bytes.length);
  return `${rowOf(address) - 1} ${columnOf(address) - 1}`;
}

/**
 * A copy of a workbook as it was sent, with marks on cells and a sheet that lists what was found. Parts that need no
 * change keep their packed bytes; in those that do, nothing is touched but what is added. What an earlier return added is
 * taken off first. The same file and marks give the same bytes.
 */
import { cellAddress } from '../../base/address.js';
import { groupedBy } from '../../base/group.js';
import type { SheetDesign } from '../../model/design.js';
import type { Mark, Markup, Unmarkable } from '../../model/returned.js';
import { MAIN, ROLES } from '../namespaces.js';
import { partWithRole } from '../relationships.js';
import { sheetNames } from '../sheet-names.js';
import { attribute } from '../spelling.js';
import { Unreadable } from '../unreadable.js';
import { readBook } from '../xlsx.js';
import { needed, type XmlDocument } from './document.js';
import { removeEarlier } from './earlier.js';
import { listSheet } from './list-sheet.js';
import { Sizes } from './note-boxes.js';
import { noShapes, withBoxes } from './note-shapes.js';
import { noNotes, withNotes } from './notes.js';
import { Parts } from './parts.js';
import { reasonAgainst } from './refusals.js';
import { addDrawing, addMarks, drawingOf, holdsOne, type MarkedCell, markedCells, placed } from './sheet-marks.js';
import { noStyles, StylesEdit } from './styles.js';

export type Annotated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: Unmarkable };

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const NOTES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const SHAPES_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** Programs grow slow with more; the colours and the list have all. */
const MAX_NOTES = 1000;

/** The copy of a workbook that could be read, or why there is none. Marks name sheets and cells of that workbook. */
export function annotated(bytes: Uint8Array, { marks, list }: Markup): Annotated {
  return changed(bytes, (parts, main) => {
    const book = parts.relationships(main);
    let styled = partWithRole(book, 'styles');
    if (styled === undefined) {
      styled = parts.freeName('xl/styles', '.xml');
      parts.put(styled, noStyles(MAIN));
      parts.declare(styled, STYLES_TYPE);
      parts.relate(main, 'styles', styled);
    }
    const styles = new StylesEdit(parts.needed(styled));
    const { sheets } = readBook(parts.needed(main));
    for (const [name, own] of groupedBy(marks, ({ sheet }) => sheet)) {
      const part = book.get(sheets.find((sheet) => sheet.name === name)?.id ?? '')?.part;
      if (part === undefined) throw new Error(`marks on a sheet that is not there: ${name}`);
      markSheet(parts, part, own, styles);
    }
    addList(parts, main, list, styles);
    parts.put(styled, styles.changed());
  });
}

/** A workbook without what an earlier return has added; the same bytes where it is none. */
export function unannotated(bytes: Uint8Array): Annotated {
  return changed(bytes, () => undefined);
}

function changed(bytes: Uint8Array, change: (parts: Parts, main: string) => void): Annotated {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.toString('latin1', 0, 2).startsWith('PK')) return { ok: false, reason: 'no-package' };
  try {
    const parts = new Parts(buffer);
    const main = partWithRole(parts.relationships(''), 'officeDocument');
    if (main === undefined) return { ok: false, reason: 'no-package' };
    const reason = reasonAgainst(parts, main);
    if (reason) return { ok: false, reason };
    removeEarlier(parts, main, buffer);
    change(parts, main);
    return { ok: true, bytes: parts.packed() };
  } catch (error) {
    // What the reader does not need to read may still be damaged.
    if (error instanceof Unreadable) return { ok: false, reason: 'unusual' };
    throw error;
  }
}

function markSheet(parts: Parts, part: string, marks: readonly Mark[], styles: StylesEdit): void {
  const all = placed(marks);
  const sizes = new Sizes((range) => holdsOne(range, all));
  parts.edit(
    part,
    (sheet) => {
      const cells = markedCells(all, sizes.merges);
      addMarks(sheet, cells, styles);
      sizes.readColumns(sheet);
      const added = addNotes(parts, part, cells.slice(0, MAX_NOTES));
      if (added.length > 0) addBoxes(parts, part, sheet, added, sizes);
    },
    sizes.visit,
  );
}

/** Adds the comments of a sheet; those cells that need a box for theirs. */
function addNotes(parts: Parts, sheet: string, cells: readonly MarkedCell[]): MarkedCell[] {
  let name = partWithRole(parts.relationships(sheet), 'comments');
  const before = name === undefined ? noNotes(MAIN) : parts.needed(name);
  const notes = cells.map(({ row, column, text }) => ({ cell: cellAddress(row, column), text }));
  const { part, added } = withNotes(before, notes);
  if (name === undefined) {
    name = parts.freeName('xl/comments', '.xml');
    parts.declare(name, NOTES_TYPE);
    parts.relate(sheet, 'comments', name);
  }
  parts.put(name, part);
  const isNew = new Set(added);
  return cells.filter(({ row, column }) => isNew.has(cellAddress(row, column)));
}

function addBoxes(parts: Parts, part: string, sheet: XmlDocument, cells: readonly MarkedCell[], sizes: Sizes): void {
  const id = drawingOf(sheet);
  let name = id === undefined ? undefined : parts.relationships(part).get(id)?.part;
  const before = name === undefined ? noShapes() : parts.needed(name);
  if (name === undefined) {
    name = parts.freeName('xl/drawings/vmlDrawing', '.vml');
    parts.declareEnding('vml', SHAPES_TYPE);
    addDrawing(sheet, parts.relate(part, 'vmlDrawing', name));
  }
  parts.put(
    name,
    withBoxes(
      before,
      cells.map((cell) => sizes.box(cell)),
    ),
  );
}

/** Adds the list behind the last sheet, so that the numbers by which the workbook knows its sheets still hold. */
function addList(parts: Parts, main: string, list: SheetDesign, styles: StylesEdit): void {
  const { sheets } = readBook(parts.needed(main));
  const name = sheetNames([...sheets.map((sheet) => sheet.name), list.name]).at(-1) as string;
  const part = parts.freeName('xl/worksheets/sheet', '.xml');
  parts.put(part, listSheet(list, styles, MAIN));
  parts.declare(part, SHEET_TYPE);
  const id = parts.relate(main, 'worksheet', part);
  parts.edit(
    main,
    (book) => {
      const all = needed(book.root, 'sheets');
      const ids = all.children.map((node) => Number(book.attributes(node).get('sheetId') ?? 0));
      const next = Math.max(0, ...ids) + 1;
      const { prefix: p } = book;
      book.append(all, `<${p}sheet xmlns:r="${ROLES}" name="${attribute(name)}" sheetId="${next}" r:id="${id}"/>`);
    },
    (each) => (each === 'sheets' ? 'children' : 'alone'),
  );
}

/**
 * The marks on the cells of one sheet. A mark is a format by condition whose condition always holds: it lies over the
 * cell's own format and leaves that alone, moves with the cell, and is known again by its condition in any program.
 */
import { cellAddress, columnLetters } from '../../base/address.js';
import type { Mark } from '../../model/returned.js';
import type { Merge } from '../../model/workbook.js';
import { columnOf, readAddress, rowOf } from '../lexical.js';
import { ROLES } from '../namespaces.js';
import { content } from '../spelling.js';
import { childOf, type Node, placeFor, type Visit, type XmlDocument } from './document.js';
import type { StylesEdit } from './styles.js';

/** The order of the schema as far as it matters here. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
];
/** Ranges in one element; programs have their limits. */
const MAX_RANGES = 200;
/** Our condition, whatever blanks or leading sign a program has put to it. */
const OURS = /^=?\s*"assess"\s*<>/;

export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  /** As much as is seen as one cell. */
  readonly range: Merge;
  readonly severity: Mark['severity'];
  readonly text: string;
}

const CHILDREN = new Set(['conditionalFormatting', 'cfRule', 'cols']);
export const visitSheet: Visit = (name) => (CHILDREN.has(name) ? 'children' : 'alone');

interface Placed extends Mark {
  readonly row: number;
  readonly column: number;
}

/** Marks with their rows and columns, from top to bottom. */
export function placed(marks: readonly Mark[]): Placed[] {
  return marks
    .map((mark) => {
      const bytes = Buffer.from(mark.cell);
      const address = readAddress(bytes, 0, bytes.length);
      if (Number.isNaN(address)) throw new Error(`a mark on no cell: ${mark.cell}`);
      return { ...mark, row: rowOf(address), column: columnOf(address) };
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether a range holds a mark. */
export function holdsOne({ top, left, bottom, right }: Merge, marks: readonly Placed[]): boolean {
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((marks[middle] as Placed).row < top) from = middle + 1;
    else to = middle;
  }
  for (let at = from; at < marks.length && (marks[at] as Placed).row <= bottom; at += 1) {
    const { column } = marks[at] as Placed;
    if (column >= left && column <= right) return true;
  }
  return false;
}

/** The marks by the cell that is seen: those on merged cells stand on the first of them, several on one are one. */
export function markedCells(marks: readonly Placed[], merges: readonly Merge[]): MarkedCell[] {
  const found = new Map<number, MarkedCell>();
  for (const { row, column, severity, text } of marks) {
    const alone = { top: row, left: column, bottom: row, right: column };
    const range = merges.find((each) => holds(each, row, column)) ?? alone;
    const key = range.top * 2 ** 15 + range.left;
    const before = found.get(key);
    found.set(key, {
      row: range.top,
      column: range.left,
      range,
      severity: before?.severity === 'error' ? 'error' : severity,
      text: before ? `${before.text}\n\n${text}` : text,
    });
  }
  return [...found.values()].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

function holds({ top, left, bottom, right }: Merge, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function addMarks(sheet: XmlDocument, cells: readonly MarkedCell[], styles: StylesEdit): void {
  const { prefix: p, root } = sheet;
  let priority = rulesIn(root).reduce(
    (most, rule) => Math.max(most, Number(sheet.attributes(rule).get('priority') ?? 0)),
    0,
  );
  const at = placeFor(root, 'conditionalFormatting', ORDER);
  for (const severity of ['error', 'warning'] as const) {
    const ranges = rangesOf(cells.filter((cell) => cell.severity === severity));
    for (let from = 0; from < ranges.length; from += MAX_RANGES) {
      priority += 1;
      const formula = content(`"assess"<>"${severity}"`);
      sheet.insert(
        at,
        `<${p}conditionalFormatting sqref="${ranges.slice(from, from + MAX_RANGES).join(' ')}">` +
          `<${p}cfRule type="expression" dxfId="${styles.mark(severity)}" priority="${priority}"><${p}formula>${formula}</${p}formula></${p}cfRule>` +
          `</${p}conditionalFormatting>`,
      );
    }
  }
}

/** Cells below one another in one range, so that a column of faults is one. */
function rangesOf(cells: readonly MarkedCell[]): string[] {
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  const inOrder = cells.map(({ range }) => range).toSorted((a, b) => a.left - b.left || a.top - b.top);
  for (const range of inOrder) {
    const last = ranges.at(-1);
    if (last && last.left === range.left && last.right === range.right && last.bottom + 1 === range.top) {
      last.bottom = range.bottom;
    } else ranges.push({ ...range });
  }
  return ranges.map(({ top, left, bottom, right }) =>
    top === bottom && left === right
      ? cellAddress(top, left)
      : `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`,
  );
}

/** Takes our marks off; whether there were any. */
export function dropMarks(sheet: XmlDocument): void {
  for (const node of sheet.root.children) {
    if (node.name !== 'conditionalFormatting') continue;
    const rules = node.children.filter(({ name }) => name === 'cfRule');
    const ours = rules.filter((rule) => {
      const formula = childOf(rule, 'formula');
      return formula !== undefined && OURS.test(sheet.within(formula).readText());
    });
    if (ours.length > 0 && ours.length === rules.length) sheet.remove(node);
    else for (const rule of ours) sheet.remove(rule);
  }
}

function rulesIn(root: Node): Node[] {
  return root.children
    .flatMap(({ name, children }) => (name === 'conditionalFormatting' ? children : []))
    .filter(({ name }) => name === 'cfRule');
}

/** The id of the relationship to the drawing of comments; undefined when the sheet has none. */
export function drawingOf(sheet: XmlDocument): string | undefined {
  const node = childOf(sheet.root, 'legacyDrawing');
  return node && sheet.attributes(node).prefixed('id');
}

export function addDrawing(sheet: XmlDocument, id: string): void {
  const at = placeFor(sheet.root, 'legacyDrawing', ORDER);
  sheet.insert(at, `<${sheet.prefix}legacyDrawing xmlns:r="${ROLES}" r:id="${id}"/>`);
}

export function dropDrawing(sheet: XmlDocument): void {
  const node = childOf(sheet.root, 'legacyDrawing');
  if (node) sheet.remove(node);
}

/**
 * What nobody sees on a sheet and is used all the same: rows and columns that are hidden, and values that are only what
 * a formula last came to. One finding a sheet or column, however many cells it concerns.
 */
import { addressOf } from '../base/address.js';
import type { Finding } from '../model/finding.js';
import type { Column, Form } from '../model/form.js';
import type { ComputedRow, ReadSheet } from '../model/recognised.js';
import type { Reading, Submission } from '../model/submission.js';
import { type Check, finding, placeOfReading } from './inspection.js';

export const checkSheets: Check = ({ inspected }) =>
  inspected.flatMap(({ layout, submission }) => {
    // A table may go on on further sheets, and have several parts on one.
    const sheets = new Set([layout, ...layout.more].map(({ sheet }) => sheet));
    return [...sheets].flatMap((sheet) => {
      const seen = { form: layout.form, sheet, submission };
      const used = usedCells(seen);
      return [...hiddenRows(seen, used), ...hiddenColumns(seen, used), ...formulas(seen, used)];
    });
  });

/** What a form has on one sheet. */
interface Seen {
  readonly form: Form;
  readonly sheet: ReadSheet;
  readonly submission: Submission;
}

/** A cell whose value is used, with the row of the table or of the field that it is used in. */
interface Used {
  readonly column: Column;
  readonly reading: Reading;
  readonly row: number;
  /** Where the value itself stands. */
  readonly cellRow: number;
  readonly at: number;
}

/** The cells that hold something and are used; none where nothing of the sheet is out of sight. */
function usedCells({ form, sheet, submission }: Seen): Used[] {
  if (!sheet.hiddenColumns && sheet.hiddenRows.size + sheet.computed.size === 0) return [];
  const used: Used[] = [];
  const add = (column: Column, reading: Reading | undefined, number?: number): void => {
    const isHere = reading && reading.state !== 'blank' && (reading.sheet ?? submission.sheet) === sheet.name;
    const address = isHere ? addressOf(reading.cell) : undefined;
    if (reading && address)
      used.push({ column, reading, row: number ?? address.row, cellRow: address.row, at: address.column });
  };
  for (const field of form.fields) add(field, submission.fields.get(field.id));
  for (const { number, readings } of submission.rows)
    for (const column of form.columns) add(column, readings.get(column.id), number);
  return used;
}

function hiddenRows({ form, sheet, submission }: Seen, used: readonly Used[]): Finding[] {
  const found = used.filter(({ row }) => sheet.hiddenRows.has(row)).toSorted((a, b) => a.row - b.row);
  const [first] = found;
  if (!first) return [];
  const rows = [...new Set(found.map(({ row }) => row))];
  return [finding('rows-hidden', { place: placeOfReading(submission, first.reading), clause: form.clause }, { rows })];
}

function hiddenColumns({ form, sheet, submission }: Seen, used: readonly Used[]): Finding[] {
  const firsts = new Map<string, Used>();
  for (const each of used) {
    const key = `${each.at} ${each.column.id}`;
    if (!firsts.has(key)) firsts.set(key, each);
  }
  const isHidden = ({ at }: Used): boolean =>
    sheet.hiddenColumns?.some(({ first, last }) => first <= at && at <= last) ?? false;
  return [...firsts.values()]
    .filter(isHidden)
    .map(({ column, reading, at }) =>
      finding(
        'column-hidden',
        { place: placeOfReading(submission, reading), clause: form.clause },
        { column: column.title, at },
      ),
    );
}

type FormulaKind = 'cells-computed' | 'cells-changing' | 'cells-linked';

/** Columns in which a formula is worth a look: words that are put together count as they read. */
const WEIGHED: ReadonlySet<Column['type']> = new Set([
  'integer',
  'decimal',
  'date',
  'period',
  'yesno',
  'choice',
  'step',
]);

function formulas({ form, sheet, submission }: Seen, used: readonly Used[]): Finding[] {
  const groups = new Map<string, { kind: FormulaKind; column: Column; cells: Set<string> }>();
  for (const { column, reading, cellRow, at } of used) {
    const kind = formulaKind(sheet.computed.get(cellRow), at);
    // What came to an error, or to nothing that can be read, has a finding of its own.
    const isUsed = reading.state === 'value' && (kind !== 'cells-computed' || WEIGHED.has(column.type));
    if (!kind || !isUsed) continue;
    const key = `${kind} ${column.id}`;
    const group = groups.get(key) ?? { kind, column, cells: new Set() };
    groups.set(key, group);
    group.cells.add(reading.cell);
  }
  return [...groups.values()].map(({ kind, column, cells }) => {
    const [first] = cells;
    return finding(
      kind,
      { place: { file: submission.file, sheet: sheet.name, ...(first ? { cell: first } : {}) }, clause: form.clause },
      { column: column.title, cells: [...cells] },
    );
  });
}

/** What kind of formula gave the value in this column of a row, if any did. */
function formulaKind(row: ComputedRow | undefined, column: number): FormulaKind | undefined {
  if (!row?.formulas?.includes(column)) return undefined;
  if (row.linked?.includes(column)) return 'cells-linked';
  return row.changing?.includes(column) ? 'cells-changing' : 'cells-computed';
}

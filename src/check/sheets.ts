/**
 * What nobody sees on a sheet and is used all the same: rows and columns that are hidden, and values that are only what
 * a formula last came to. One finding a sheet or column, however many cells it concerns.
 */
import { addressOf } from '../base/address.js';
import type { Finding } from '../model/finding.js';
import type { Column } from '../model/form.js';
import type { Reading } from '../model/submission.js';
import type { Sheet } from '../model/workbook.js';
import { type Check, finding, type Inspected, placeOf } from './inspection.js';

export const checkSheets: Check = ({ inspected }) =>
  inspected.flatMap((each) => {
    const used = usedCells(each);
    return [...hiddenRows(each, used), ...hiddenColumns(each, used), ...formulas(each, used)];
  });

/** A cell whose value is used, with the row of the table or of the field that it is used in. */
interface Used {
  readonly column: Column;
  readonly reading: Reading;
  readonly row: number;
  readonly at: number;
}

/** The cells that hold something and are used; none where nothing of the sheet is out of sight. */
function usedCells({ layout: { form, sheet }, submission }: Inspected): Used[] {
  if (!sheet.hiddenColumns && !sheet.rows.some(({ hidden, formulas }) => hidden || formulas)) return [];
  const used: Used[] = [];
  const add = (column: Column, reading: Reading | undefined, number?: number): void => {
    const address = reading && reading.state !== 'blank' ? addressOf(reading.cell) : undefined;
    if (reading && address) used.push({ column, reading, row: number ?? address.row, at: address.column });
  };
  for (const field of form.fields) add(field, submission.fields.get(field.id));
  for (const { number, readings } of submission.rows)
    for (const column of form.columns) add(column, readings.get(column.id), number);
  return used;
}

function hiddenRows({ layout: { form, sheet }, submission }: Inspected, used: readonly Used[]): Finding[] {
  const hidden = new Set(sheet.rows.filter((row) => row.hidden).map(({ number }) => number));
  const found = used.filter(({ row }) => hidden.has(row)).toSorted((a, b) => a.row - b.row);
  const [first] = found;
  if (!first) return [];
  const rows = [...new Set(found.map(({ row }) => row))];
  return [finding('rows-hidden', { place: placeOf(submission, first.reading.cell), clause: form.clause }, { rows })];
}

function hiddenColumns({ layout: { form, sheet }, submission }: Inspected, used: readonly Used[]): Finding[] {
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
        { place: placeOf(submission, reading.cell), clause: form.clause },
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

function formulas({ layout: { form, sheet }, submission }: Inspected, used: readonly Used[]): Finding[] {
  const kinds = formulaKinds(sheet);
  const groups = new Map<string, { kind: FormulaKind; column: Column; cells: Set<string> }>();
  for (const { column, reading, at } of used) {
    const kind = kinds(reading.cell, at);
    if (!kind || (kind === 'cells-computed' && !WEIGHED.has(column.type))) continue;
    const key = `${kind} ${column.id}`;
    const group = groups.get(key) ?? { kind, column, cells: new Set() };
    groups.set(key, group);
    group.cells.add(reading.cell);
  }
  return [...groups.values()].map(({ kind, column, cells }) => {
    const [first] = cells;
    return finding(
      kind,
      { place: placeOf(submission, first), clause: form.clause },
      { column: column.title, cells: [...cells] },
    );
  });
}

/** What kind of formula gave the value of a cell, if any did. */
function formulaKinds({ rows }: Sheet): (cell: string, column: number) => FormulaKind | undefined {
  const computed = new Map(rows.filter(({ formulas: columns }) => columns).map((row) => [row.number, row]));
  return (cell, column) => {
    const row = computed.get(addressOf(cell)?.row ?? 0);
    if (!row?.formulas?.includes(column)) return undefined;
    if (row.linked?.includes(column)) return 'cells-linked';
    return row.changing?.includes(column) ? 'cells-changing' : 'cells-computed';
  };
}

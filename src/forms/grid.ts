/**
 * A sheet as people see it: a merged cell's value holds for all its cells, and every value keeps the address of the
 * cell it truly stands in. Merged ranges stay ranges, however large.
 */
import { cellAddress } from '../base/address.js';
import type { CellValue, Merge, Sheet, SheetRow } from '../model/workbook.js';

export interface Cell {
  readonly column: number;
  readonly value: CellValue;
  /** A1 address of the cell that holds the value: the top left one when merged. */
  readonly cell: string;
  /** The value stands in another cell, which a merge spreads over this one. */
  readonly isLent?: true;
}

/** A merged value is shown in at most so many columns: ranges over whole rows do not grow without end. */
const WIDEST = 200;

interface Spread {
  readonly merge: Merge;
  readonly held: Cell;
}

/** The rows of a sheet that hold something, each with its cells in column order. One pass, however many merges. */
export function* seenRows(sheet: Sheet, last = Number.POSITIVE_INFINITY): Generator<{ row: SheetRow; cells: Cell[] }> {
  const waiting = sheet.merges.toSorted((a, b) => b.top - a.top);
  let open: Spread[] = [];
  for (const row of sheet.rows) {
    if (row.number > last) return;
    const cells = ownCells(row);
    if (open.length > 0) open = open.filter(({ merge }) => merge.bottom >= row.number);
    for (let next = waiting.at(-1); next && next.top <= row.number; next = waiting.at(-1)) {
      waiting.pop();
      const held = next.top === row.number && cells.find(({ column }) => column === next?.left);
      if (held) open.push({ merge: next, held });
    }
    yield { row, cells: open.length > 0 ? spread(cells, open) : cells };
  }
}

function ownCells(row: SheetRow): Cell[] {
  return row.values.map((value, index) => {
    const column = row.columns[index] ?? 0;
    return { column, value, cell: cellAddress(row.number, column) };
  });
}

/** A row's own cells and those that a merge lends it. */
function spread(cells: readonly Cell[], open: readonly Spread[]): Cell[] {
  const taken = new Set(cells.map(({ column }) => column));
  const all = [...cells];
  for (const { merge, held } of open) {
    const { value, cell } = held;
    const last = Math.min(merge.right, merge.left + WIDEST);
    for (let column = merge.left; column <= last; column += 1) {
      if (taken.has(column)) continue;
      taken.add(column);
      all.push({ column, value, cell, isLent: true });
    }
  }
  return all.length === cells.length ? all : all.sort((a, b) => a.column - b.column);
}

/** What a cell shows, as text: for labels, messages and whatever is not converted. */
export function shown(value: CellValue): string {
  if (typeof value === 'string') return value;
  // A whole number is cut at 15 digits only where it has more.
  if (typeof value === 'number')
    return String(Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  switch (value.kind) {
    case 'date':
      return value.time === undefined ? value.day : `${value.day} ${clock(value.time)}`;
    case 'time':
      return clock(value.seconds);
    case 'percent':
      return `${Number((value.number * 100).toPrecision(15))}%`;
    case 'error':
      return value.text;
    case 'uncomputed':
      return '';
  }
}

function clock(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * The rows of a sheet, packed: a log has a hundred thousand, and an object with lists of its own for each would take more
 * room than what stands in them. Values stand one after another in lists of equal length, neighbouring rows share what is
 * alike in them, and a row is made anew each time it is asked for.
 */
import type { CellValue, Rows, SheetRow } from '../model/workbook.js';
import { widened } from './widened.js';

/** What rows mostly have alike. */
export type RowShape = Omit<SheetRow, 'number' | 'values'>;

/** Of each row: its number, where its values begin, and which shape it has. */
const FIELDS = 3;
const FIRST_ROOM = FIELDS * 16;
/** Values in a list: 2 to this power. */
const LIST_BITS = 7;
const LIST_LENGTH = 1 << LIST_BITS;

export class PackedRows implements Rows {
  length = 0;
  private table = new Uint32Array(FIRST_ROOM);
  private readonly lists: CellValue[][] = [];
  private readonly shapes: RowShape[] = [];
  /** Values of the rows that are closed, and those of the row that is still open. */
  private closed = 0;
  private filled = 0;

  /** Adds a value to the row that is still open. */
  put(value: CellValue): void {
    const at = this.filled;
    const list = at >>> LIST_BITS;
    if (list === this.lists.length) this.lists.push(new Array(LIST_LENGTH));
    (this.lists[list] as CellValue[])[at & (LIST_LENGTH - 1)] = value;
    this.filled = at + 1;
  }

  /** Puts the values of the row that is still open into this order. */
  arrange(order: readonly number[]): void {
    const values = this.values(this.closed, this.filled);
    this.filled = this.closed;
    for (const from of order) this.put(values[from] as CellValue);
  }

  /** Closes the open row; one shape may be that of many rows. */
  close(number: number, shape: RowShape): void {
    const at = FIELDS * this.length;
    if (at === this.table.length) this.table = widened(this.table, at);
    if (this.shapes.at(-1) !== shape) this.shapes.push(shape);
    this.table[at] = number;
    this.table[at + 1] = this.closed;
    this.table[at + 2] = this.shapes.length - 1;
    this.length += 1;
    this.closed = this.filled;
  }

  /** Puts the rows into the order of their numbers, and gives back the room for values that none took. */
  finish(inOrder: boolean): void {
    const { table, length } = this;
    const last = this.lists.at(-1);
    if (last) last.length = this.filled - ((this.lists.length - 1) << LIST_BITS);
    if (inOrder) return;
    const order = Array.from({ length }, (_, index) => index).sort((a, b) => this.numberAt(a) - this.numberAt(b));
    this.table = Uint32Array.from(order.flatMap((row) => [...table.subarray(FIELDS * row, FIELDS * (row + 1))]));
  }

  numberAt(index: number): number {
    return this.table[FIELDS * index] as number;
  }

  at(index: number): SheetRow | undefined {
    const row = index < 0 ? this.length + index : index;
    if (row < 0 || row >= this.length) return undefined;
    const from = this.table[FIELDS * row + 1] as number;
    const shape = this.shapes[this.table[FIELDS * row + 2] as number] as RowShape;
    return { number: this.numberAt(row), ...shape, values: this.values(from, from + shape.columns.length) };
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) as SheetRow;
  }

  private values(from: number, to: number): CellValue[] {
    const values: CellValue[] = [];
    for (let at = from; at < to; at += 1)
      values.push(this.lists[at >>> LIST_BITS]?.[at & (LIST_LENGTH - 1)] as CellValue);
    return values;
  }
}

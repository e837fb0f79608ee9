/**
 * The rows of a sheet, packed: a log has a hundred thousand, and an object with lists of its own for each would take more
 * room than what stands in them. Values of many rows stand in one list, neighbouring rows share what is
 * alike in them, and a row is made anew each time it is asked for.
 */
import type { CellValue, Rows, SheetRow } from '../model/workbook.js';
import { widened } from './widened.js';

/** What rows mostly have alike. */
export type RowShape = Omit<SheetRow, 'number' | 'values'>;

/** Of each row: its number; the list in which its values stand, times the length of a list, and the first of them there; its shape. */
const FIELDS = 3;
const FIRST_ROOM = FIELDS * 32;
/** So many rows have lists of their own, which is quick; only of more are those put together that stand one after another. */
const OWN_LISTS = 64;
/** Values in a list of several rows. */
const LIST_LENGTH = 1024;

export class PackedRows implements Rows {
  length = 0;
  private table = new Uint32Array(FIRST_ROOM);
  private readonly lists: CellValue[][] = [];
  private readonly shapes: RowShape[] = [];
  /** Of the last list, if it is that of several rows: how much of it is filled. */
  private filled = LIST_LENGTH;

  /** Adds a row whose values are the first of these, as many as its shape has columns; one shape may be that of many rows. */
  add(number: number, shape: RowShape, values: readonly CellValue[]): void {
    const at = FIELDS * this.length;
    const count = shape.columns.length;
    if (at === this.table.length) this.table = widened(this.table, at);
    if (this.shapes.at(-1) !== shape) this.shapes.push(shape);
    const from = this.length < OWN_LISTS ? this.keep(values.slice(0, count)) : this.append(values, count);
    this.table[at] = number;
    this.table[at + 1] = (this.lists.length - 1) * LIST_LENGTH + from;
    this.table[at + 2] = this.shapes.length - 1;
    this.length += 1;
  }

  private keep(own: CellValue[]): number {
    this.lists.push(own);
    return 0;
  }

  private append(values: readonly CellValue[], count: number): number {
    if (this.filled + count > LIST_LENGTH) {
      this.lists.push(new Array(Math.max(count, LIST_LENGTH)));
      this.filled = 0;
    }
    const list = this.lists.at(-1) as CellValue[];
    const from = this.filled;
    for (let index = 0; index < count; index += 1) list[from + index] = values[index] as CellValue;
    this.filled = from + count;
    return from;
  }

  /** Puts the rows into the order of their numbers. */
  sort(): void {
    const { table, length } = this;
    const order = Array.from({ length }, (_, index) => index).sort((a, b) => this.numberAt(a) - this.numberAt(b));
    this.table = Uint32Array.from(order.flatMap((row) => [...table.subarray(FIELDS * row, FIELDS * (row + 1))]));
  }

  numberAt(index: number): number {
    return this.table[FIELDS * index] as number;
  }

  at(index: number): SheetRow | undefined {
    const row = index < 0 ? this.length + index : index;
    if (row < 0 || row >= this.length) return undefined;
    const at = FIELDS * row;
    const start = this.table[at + 1] as number;
    const list = this.lists[Math.floor(start / LIST_LENGTH)] as CellValue[];
    const from = start % LIST_LENGTH;
    const shape = this.shapes[this.table[at + 2] as number] as RowShape;
    return { number: this.numberAt(row), ...shape, values: list.slice(from, from + shape.columns.length) };
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) as SheetRow;
  }
}

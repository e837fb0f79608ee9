/**
 * The row being read: takes cells in whatever order they stand and gives them in ascending order of their columns. A
 * column that stands twice is a fault. Its room is used again for the next row, and rows of the same columns share them.
 */
import type { CellValue } from '../model/workbook.js';
import { Basis } from './formula.js';
import type { PackedRows, RowShape } from './packed-rows.js';
import { damaged } from './unreadable.js';
import { widened } from './widened.js';

const FIRST_ROOM = 64;
const NONE: readonly number[] = [];

export class RowInHand {
  number = 0;
  /** The column placed last; a cell without an address stands in the next. */
  column = 0;
  /** How many cells are kept: the first so many of columns and values; and how many of them have a formula. */
  count = 0;
  private formulaCount = 0;
  private readonly rows: PackedRows;
  private readonly columns: number[] = [];
  private readonly values: CellValue[] = [];
  private readonly formulas: number[] = [];
  /** Columns of formulas that rest on the day, on chance or on another file: seldom any. */
  private changing: number[] = [];
  private linked: number[] = [];
  /** That of the row kept last. */
  private shape: RowShape = { hidden: false, columns: [] };
  private inOrder = true;
  /** The row that had a cell in each column last, so that nothing need be cleared between the rows. */
  private rowOfColumn = new Uint32Array(FIRST_ROOM);

  constructor(rows: PackedRows) {
    this.rows = rows;
  }

  /** Begins the next row; no row is begun twice. */
  begin(number: number): void {
    this.number = number;
    this.column = 0;
    this.count = 0;
    this.formulaCount = 0;
    this.inOrder = true;
  }

  /** Notes that a cell stands in this column, whether it holds something or not. */
  place(column: number): void {
    if (column >= this.rowOfColumn.length) this.rowOfColumn = widened(this.rowOfColumn, column);
    if (this.rowOfColumn[column] === this.number) throw damaged(`a cell of row ${this.number} stands twice`);
    this.rowOfColumn[column] = this.number;
    if (column < this.column) this.inOrder = false;
    this.column = column;
  }

  /** Keeps the value of the cell placed last. */
  keep(value: CellValue): void {
    this.columns[this.count] = this.column;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** Notes that a formula gave the value of the cell placed last, and what that rests on. */
  keepFormula(basis: Basis): void {
    this.formulas[this.formulaCount] = this.column;
    this.formulaCount += 1;
    if (basis === Basis.Changing) this.changing.push(this.column);
    if (basis === Basis.Linked) this.linked.push(this.column);
  }

  /** Closes the row with what was kept of it. */
  finish(hidden: boolean): void {
    if (!this.inOrder) this.sort();
    const { number, count, formulaCount, shape } = this;
    const columns = shared(this.columns, count, shape.columns);
    const formulas = formulaCount === 0 ? undefined : shared(this.formulas, formulaCount, shape.formulas ?? NONE);
    const isSteady = this.changing.length + this.linked.length === 0;
    if (
      !isSteady ||
      columns !== shape.columns ||
      formulas !== shape.formulas ||
      hidden !== shape.hidden ||
      shape.changing ||
      shape.linked
    ) {
      const plain = formulas ? { hidden, columns, formulas } : { hidden, columns };
      this.shape = isSteady ? plain : { ...plain, ...this.unsteady() };
    }
    this.rows.add(number, this.shape, this.values);
  }

  private unsteady(): Pick<RowShape, 'changing' | 'linked'> {
    const changing = this.changing.toSorted((one, other) => one - other);
    const linked = this.linked.toSorted((one, other) => one - other);
    this.changing = [];
    this.linked = [];
    return { ...(changing.length > 0 ? { changing } : {}), ...(linked.length > 0 ? { linked } : {}) };
  }

  private sort(): void {
    const columns = this.columns.slice(0, this.count);
    const values = this.values.slice(0, this.count);
    const order = [...columns.keys()].sort((one, other) => (columns[one] as number) - (columns[other] as number));
    for (const [index, from] of order.entries()) {
      this.columns[index] = columns[from] as number;
      this.values[index] = values[from] as CellValue;
    }
    const formulas = this.formulas.slice(0, this.formulaCount).sort((one, other) => one - other);
    for (const [index, column] of formulas.entries()) this.formulas[index] = column;
  }
}

/** The first `count` numbers; the last ones when they are the same, so that these exist once. */
function shared(numbers: readonly number[], count: number, last: readonly number[]): readonly number[] {
  if (last.length !== count) return numbers.slice(0, count);
  for (let index = 0; index < count; index += 1) if (numbers[index] !== last[index]) return numbers.slice(0, count);
  return last;
}

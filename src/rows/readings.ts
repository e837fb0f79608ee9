/**
 * The rows of a table, packed: of each cell only the number of what it holds, for where it stands follows from row and
 * column. Tens of thousands of tables are kept until everything is graded, and a reading is made when it is asked for.
 */
import { cellAddress } from '../base/address.js';
import { once } from '../base/once.js';
import type { Reading, Row } from '../model/submission.js';
import type { Contents } from './contents.js';

/** A column of a table: its id, and the column of the sheet that it stands in. */
export interface TableColumn {
  readonly id: string;
  readonly at: number;
}

/** A table while it is filled. */
export interface Table {
  /** A row by its number, with readings parallel to the columns. */
  add(number: number, readings: readonly Reading[]): Row;
  /** No row comes after this. */
  close(): void;
}

interface Packed {
  readonly columns: readonly TableColumn[];
  readonly places: ReadonlyMap<string, number>;
  readonly contents: Contents;
  /** Of each row its number, and of each cell the number of its content, or the complement of its place among `others`. */
  numbers: number[] | Int32Array;
  /** Readings that say more than what is held and where the column stands. */
  readonly others: Reading[];
}

export function newTable(columns: readonly TableColumn[], contents: Contents): Table {
  const packed: Packed = { columns, places: placesIn(columns), contents, numbers: [], others: [] };
  return {
    add: (number, readings) => {
      const { numbers } = packed;
      if (!Array.isArray(numbers)) throw new Error('the table is closed');
      const at = numbers.length;
      numbers.push(number);
      for (const [index, reading] of readings.entries()) numbers.push(numberFor(reading, number, index, packed));
      return new PackedRow(packed, at);
    },
    close: () => {
      packed.numbers = Int32Array.from(packed.numbers);
    },
  };
}

/** Tables of one form mostly have the same list of columns. */
const placesIn = once(
  (columns: readonly TableColumn[]): ReadonlyMap<string, number> =>
    new Map(columns.map(({ id }, index) => [id, index])),
);

function numberFor(reading: Reading, number: number, index: number, { columns, contents, others }: Packed): number {
  const { cell, sheet, above, isUnsettled, mayBe } = reading;
  const isPlain = sheet === undefined && above === undefined && isUnsettled === undefined && mayBe === undefined;
  const held =
    isPlain && cell === cellAddress(number, columns[index]?.at ?? 0) ? contents.numberOf(reading) : undefined;
  return held ?? ~(others.push(reading) - 1);
}

/** A row, and its readings by column: one object for both, as there are so many. */
class PackedRow implements Row, ReadonlyMap<string, Reading> {
  constructor(
    readonly packed: Packed,
    readonly start: number,
  ) {}

  get number(): number {
    return this.packed.numbers[this.start] as number;
  }

  get readings(): ReadonlyMap<string, Reading> {
    return this;
  }

  get size(): number {
    return this.packed.columns.length;
  }

  get(id: string): Reading | undefined {
    const index = this.packed.places.get(id);
    return index === undefined ? undefined : this.at(index);
  }

  has(id: string): boolean {
    return this.packed.places.has(id);
  }

  forEach(each: (reading: Reading, id: string, map: ReadonlyMap<string, Reading>) => void): void {
    for (const [id, reading] of this) each(reading, id, this);
  }

  keys(): MapIterator<string> {
    return this.packed.places.keys();
  }

  *values(): MapIterator<Reading> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  *entries(): MapIterator<[string, Reading]> {
    for (const [id, index] of this.packed.places) yield [id, this.at(index)];
  }

  [Symbol.iterator](): MapIterator<[string, Reading]> {
    return this.entries();
  }

  at(index: number): Reading {
    const { numbers, columns, contents, others } = this.packed;
    const held = numbers[this.start + 1 + index] as number;
    if (held < 0) return others[~held] as Reading;
    const cell = cellAddress(this.number, columns[index]?.at ?? 0);
    const { raw, state, value, measure } = contents.at(held);
    const reading = value ? { cell, raw, state, value } : { cell, raw, state };
    return measure === undefined ? reading : { ...reading, measure };
  }
}

/** Rows with other readings in some of their columns; a table of its own takes them. */
export function replacing(rows: readonly Row[], changed: (row: Row) => ReadonlyMap<string, Reading>): readonly Row[] {
  const tables = new Map<Packed, Table>();
  const replaced = rows.map((row): Row => {
    const { number, readings } = row;
    const own = changed(row);
    if (!(row instanceof PackedRow)) return { number, readings: new Map([...readings, ...own]) };
    const { packed } = row;
    const table = tables.get(packed) ?? newTable(packed.columns, packed.contents);
    tables.set(packed, table);
    return table.add(
      number,
      packed.columns.map(({ id }, index) => own.get(id) ?? row.at(index)),
    );
  });
  for (const table of tables.values()) table.close();
  return replaced;
}

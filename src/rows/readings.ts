/**
 * The cells of a row by column, held as compactly as they can be: rows of one table share the list of its columns, and cells
 * that are alike in place and content are one. A hundred thousand rows of a folder are kept until everything is graded.
 */
import type { Reading } from '../model/submission.js';
import type { Value } from '../model/value.js';

/** Columns by id, each with its place in the lists of a table's rows. */
export type ColumnPlaces = ReadonlyMap<string, number>;

/** The readings of one row, parallel to the columns of its table. */
class RowReadings implements ReadonlyMap<string, Reading> {
  constructor(
    readonly places: ColumnPlaces,
    readonly list: readonly Reading[],
  ) {}

  get size(): number {
    return this.list.length;
  }

  get(id: string): Reading | undefined {
    const at = this.places.get(id);
    return at === undefined ? undefined : this.list[at];
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  forEach(each: (reading: Reading, id: string, map: ReadonlyMap<string, Reading>) => void): void {
    for (const [id, reading] of this) each(reading, id, this);
  }

  keys(): MapIterator<string> {
    return this.places.keys();
  }

  values(): MapIterator<Reading> {
    return this.list.values();
  }

  *entries(): MapIterator<[string, Reading]> {
    for (const [id, at] of this.places) yield [id, this.list[at] as Reading];
  }

  [Symbol.iterator](): MapIterator<[string, Reading]> {
    return this.entries();
  }
}

export function columnPlaces(ids: readonly string[]): ColumnPlaces {
  return new Map(ids.map((id, at) => [id, at]));
}

/** A row of a table: `list` is parallel to its columns. */
export function rowReadings(places: ColumnPlaces, list: readonly Reading[]): ReadonlyMap<string, Reading> {
  return new RowReadings(places, list);
}

/** The same row with other readings in some columns that it has. */
export function replacing(
  row: ReadonlyMap<string, Reading>,
  changed: ReadonlyMap<string, Reading>,
): ReadonlyMap<string, Reading> {
  if (changed.size === 0) return row;
  if (!(row instanceof RowReadings)) return new Map([...row, ...changed]);
  const list = [...row.list];
  for (const [id, reading] of changed) list[row.places.get(id) ?? list.length] = reading;
  return new RowReadings(row.places, list);
}

/** Longer texts are rarely those of another row. */
const SHORT = 10;
/** So many are looked for; what comes after them is not shared. */
const MOST = 65_536;

/** The reading given, or one that says the same; what is alike in everything is one, and equal texts are. */
export type Sharing = (reading: Reading) => Reading;

export function sharing(): Sharing {
  const known = new Map<string, Reading>();
  const texts = new Map<string, Value>();
  return (reading) => {
    const { cell, raw, value } = reading;
    // A name is that of one row, and will stand for whoever bears it.
    if (value?.type === 'subject') return reading;
    if (raw.length > SHORT) return withText(reading, texts);
    const key = `${cell} ${raw}`;
    const same = known.get(key);
    if (same && isAlike(same, reading)) return same;
    if (!same && known.size < MOST) known.set(key, reading);
    return reading;
  };
}

/** What is planned is reported again, word for word, in other cells. */
function withText(reading: Reading, texts: Map<string, Value>): Reading {
  const { raw, value } = reading;
  if (value?.type !== 'text' || value.value !== raw) return reading;
  const same = texts.get(raw);
  if (same?.type === 'text') return { ...reading, raw: same.value, value: same };
  if (texts.size < MOST) texts.set(raw, value);
  return reading;
}

function isAlike(a: Reading, b: Reading): boolean {
  return (
    a.state === b.state &&
    a.sheet === b.sheet &&
    a.above === b.above &&
    a.measure === b.measure &&
    a.isUnsettled === b.isUnsettled &&
    a.mayBe === b.mayBe &&
    a.value?.type === b.value?.type &&
    a.value?.value === b.value?.value &&
    (a.value?.type !== 'step' || b.value?.type !== 'step' || a.value.scale === b.value.scale)
  );
}

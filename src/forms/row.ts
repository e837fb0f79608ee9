/** Reads one row of a table, cell by cell: what stands there, or for which cell above or beside it stands. */
import { cellAddress } from '../base/address.js';
import { firstOf } from '../base/alike.js';
import { once } from '../base/once.js';
import { narrowed } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { Part } from '../model/recognised.js';
import type { Reading, Row } from '../model/submission.js';
import type { Value } from '../model/value.js';
import type { CellValue } from '../model/workbook.js';
import type { Contents } from '../rows/contents.js';
import { newTable, type Table, type TableColumn } from '../rows/readings.js';
import { convert, type Setting, saysDitto, saysNothing } from './convert.js';
import { type Cell, shown } from './grid.js';
import { holds } from './lines.js';
import { measureIn, measureOf } from './number.js';

/** A column of the form, and the columns of the sheet that its heading spans. */
interface Placed {
  readonly column: Column;
  readonly first: number;
  readonly last: number;
}

/** Reads the rows of one part of a form, which is on one sheet, into a table with the columns of `placed`. */
export interface RowReader {
  readonly part: Part;
  readonly setting: Setting;
  readonly placed: readonly Placed[];
  readonly table: Table;
  /** The sheet where it is not the submission's own. */
  readonly sheet: string | undefined;
}

/** `own` is the submission's sheet. */
export function rowReader(form: Form, part: Part, setting: Setting, own: string, contents: Contents): RowReader {
  const placed = form.columns.flatMap((column): Placed[] => {
    const first = part.columns.get(column.id);
    return first === undefined ? [] : [{ column, first, last: part.spans.get(column.id) ?? first }];
  });
  const sheet = part.sheet.name === own ? undefined : part.sheet.name;
  return { part, setting, placed, table: newTable(columnsAt(form, placed), contents), sheet };
}

/** The columns of a table; one list for all tables of a form that stand alike. */
function columnsAt(form: Form, placed: readonly Placed[]): readonly TableColumn[] {
  const columns = placed.map(({ column, first }): TableColumn => ({ id: column.id, at: first }));
  return sameColumns(form)(columns.map(({ id, at }) => `${id} ${at}`).join(), columns);
}

const MOST_KNOWN = 100;
const sameColumns = once((_: Form) => firstOf<readonly TableColumn[]>(MOST_KNOWN));

/** A row of data, `above` being the one before it; undefined when nothing stands in the form's columns. */
export function readRow(
  reader: RowReader,
  { number, cells }: { readonly number: number; readonly cells: readonly Cell[] },
  above: Row | undefined,
): Row | undefined {
  const { placed, sheet, table } = reader;
  const readings: Reading[] = [];
  let isFilled = false;
  for (const { column, first, last } of placed) {
    const under = cellsUnder(cells, first, last);
    const [held] = under;
    if (held) isFilled = true;
    readings.push(
      held
        ? readHeld(reader, column, held, under, cells, above)
        : reading(placeIn(sheet, cellAddress(number, first)), '', 'blank', column.blank),
    );
  }
  return isFilled ? table.add(number, readings) : undefined;
}

/** The cells in these columns of a sheet that hold something; in a row without gaps a column is the cell of its number. */
function cellsUnder(cells: readonly Cell[], first: number, last: number): readonly Cell[] {
  const likely = cells[first - 1];
  if (first === last && likely?.column === first) return holds(likely.value) ? [likely] : NONE;
  return cells.filter(({ column, value }) => column >= first && column <= last && holds(value));
}

const NONE: readonly Cell[] = [];

function readHeld(
  { part, setting, sheet }: RowReader,
  column: Column,
  held: Cell,
  under: readonly Cell[],
  cells: readonly Cell[],
  above: Row | undefined,
): Reading {
  const where = placeIn(sheet, held.cell);
  // Two cells under one heading say two things.
  const other = under.find(({ cell }) => cell !== held.cell);
  if (other) return reading(where, `${shown(held.value)} ${shown(other.value)}`, 'unreadable');
  if (saysDitto(held.value)) return ditto(shown(held.value), where, above?.readings.get(column.id));
  const leaning = isCounted(column, held.value) ? measured(column, part, cells, setting) : setting;
  const read = readCell(held.value, where, column, leaning);
  const isOther = read.state === 'unreadable' && read.raw !== '';
  const measure = isOther && leaning.measured ? measureOf(leaning.measured) : undefined;
  return measure === undefined ? read : { ...read, measure };
}

export function placeIn(sheet: string | undefined, cell: string): Where {
  return sheet === undefined ? { cell } : { cell, sheet };
}

/** Whether what stands behind a number, or how it is shown, may tell its measure. */
function isCounted({ type }: Column, value: CellValue): boolean {
  return (type === 'integer' || type === 'decimal') && typeof value !== 'number';
}

function measured(column: Column, { headings }: Part, cells: readonly Cell[], setting: Setting): Setting {
  const named = measureIn(headings.get(column.id) ?? '') ?? measureIn(column.title.zh);
  const row = cells.flatMap(({ value }) => (typeof value === 'string' ? [narrowed(value)] : []));
  return { ...setting, measured: { row, ...(named === undefined ? {} : { heading: named }) } };
}

export type Where = Pick<Reading, 'cell' | 'sheet'>;

/** A reading in its place. Spelt out, because most of what is read is made here, and copying keys takes far longer. */
function reading({ cell, sheet }: Where, raw: string, state: Reading['state'], value?: Value): Reading {
  if (sheet !== undefined) return value ? { cell, sheet, raw, state, value } : { cell, sheet, raw, state };
  return value ? { cell, raw, state, value } : { cell, raw, state };
}

/** The value of the cell above, which must have one. */
function ditto(raw: string, where: Where, above: Reading | undefined): Reading {
  // Above the first row of a further sheet stands its heading.
  return above?.state === 'value' && above.value && above.sheet === where.sheet
    ? { ...reading(where, raw, 'value', above.value), above: above.cell }
    : reading(where, raw, 'unreadable');
}

export function readCell(value: CellValue, where: Where, column: Column, setting: Setting): Reading {
  const raw = shown(value);
  const isNothing = saysNothing(value, column);
  // A name or a text is whatever stands there, so that what says nothing must be asked for first.
  const named = column.type === 'text' || column.type === 'subject';
  const converted = isNothing && named ? undefined : convert(value, column, setting);
  if (converted) return reading(where, raw, 'value', converted);
  return isNothing ? reading(where, raw, 'blank', column.blank) : reading(where, raw, 'unreadable');
}

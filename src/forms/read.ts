/**
 * Reads a recognised sheet into a submission: every cell of the form's columns with its address, raw text and value.
 * Blank rows are passed over and never shift an address; rows of sums are no rows; nothing is judged here.
 */
import { cellAddress } from '../base/address.js';
import { once } from '../base/once.js';
import { parsePeriod, yearOfPeriod } from '../base/period.js';
import { folded } from '../base/text.js';
import type { Choice, Column, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Recognised } from '../model/recognised.js';
import type { Reading, Row, Submission } from '../model/submission.js';
import type { CellValue } from '../model/workbook.js';
import { convert, type Setting } from './convert.js';
import { type FieldCell, findFields, onlyFields } from './fields.js';
import { type Cell, seenRows, shown } from './grid.js';

const SUMS = new Set(['合计', '小计', '总计', '共计', 'total', 'subtotal', 'sum']);

export function read(file: string, recognised: Recognised, measures: Measures): Submission {
  const { form, sheet, headingRow, headingEnd, columns } = recognised;
  const outside: Cell[][] = [];
  const inside: { number: number; cells: Cell[] }[] = [];
  for (const { row, cells } of seenRows(sheet)) {
    if (row.number < headingRow) outside.push(cells);
    else if (row.number > headingEnd) {
      if (onlyFields(form, cells)) outside.push(cells);
      else inside.push({ number: row.number, cells });
    }
  }
  const forms = formChoices(measures);
  const fields = readFields(form, findFields(form, outside), { forms });
  const period = periodOf(form, fields) ?? parsePeriod(recognised.marker?.period ?? '');
  const setting: Setting = { forms, ...(period ? { year: yearOfPeriod(period) } : {}) };
  const placed = form.columns.flatMap((column): Placed[] => {
    const position = columns.get(column.id);
    return position === undefined ? [] : [{ column, position }];
  });
  const rows = inside.flatMap(({ number, cells }) => {
    const row = readRow(placed, number, cells, setting);
    return row ? [row] : [];
  });
  return {
    file,
    sheet: sheet.name,
    form: form.id,
    fields,
    rows,
    ...(period ? { period } : {}),
  };
}

/** The pack's forms as choices, for columns that name a form. */
const formChoices = once(({ forms }: Measures) =>
  [...forms.values()].map(({ id, title }): Choice => ({ id, title, aliases: [] })),
);

/** The form's own period: its first field of that type. */
function periodOf(form: Form, fields: ReadonlyMap<string, Reading>): Submission['period'] {
  const field = form.fields.find(({ type }) => type === 'period');
  const value = field && fields.get(field.id)?.value;
  return value?.type === 'period' ? value.value : undefined;
}

function readFields(form: Form, found: ReadonlyMap<string, FieldCell>, setting: Setting): Map<string, Reading> {
  const fields = new Map<string, Reading>();
  // The period first: dates without a year lean on it.
  for (const field of form.fields.toSorted((a, b) => Number(b.type === 'period') - Number(a.type === 'period'))) {
    const at = found.get(field.id);
    const year = periodOf(form, fields);
    const leaning = year ? { ...setting, year: yearOfPeriod(year) } : setting;
    if (at) fields.set(field.id, readCell(at.value, at.cell, field, leaning));
  }
  return fields;
}

/** A column of the form, and the column of the sheet that it is. */
interface Placed {
  readonly column: Column;
  readonly position: number;
}

function readRow(placed: readonly Placed[], number: number, cells: readonly Cell[], setting: Setting): Row | undefined {
  const readings = new Map<string, Reading>();
  let filled = false;
  for (const { column, position } of placed) {
    const cell = cellIn(cells, position);
    const held = cell && holds(cell.value) ? cell : undefined;
    if (held) filled = true;
    readings.set(column.id, held ? readCell(held.value, held.cell, column, setting) : blank(column, position, number));
  }
  if (!filled) return undefined;
  const first = cells.find(({ value }) => typeof value === 'number' || shown(value).trim() !== '');
  if (typeof first?.value === 'string' && SUMS.has(folded(first.value))) return undefined;
  return { number, readings };
}

/** The cell in a column of the sheet. In a row without gaps it is the one of that number; cells are in column order. */
function cellIn(cells: readonly Cell[], position: number): Cell | undefined {
  const likely = cells[position - 1];
  if (likely?.column === position) return likely;
  return cells.find(({ column }) => column === position);
}

/** Whether a cell holds anything: blanks are nothing, a formula that was not computed is something. */
function holds(value: CellValue): boolean {
  if (typeof value === 'object' && value.kind === 'uncomputed') return true;
  return typeof value === 'number' || shown(value).trim() !== '';
}

function blank(column: Column, position: number, number: number): Reading {
  const cell = cellAddress(number, position);
  return column.blank ? { cell, raw: '', state: 'blank', value: column.blank } : { cell, raw: '', state: 'blank' };
}

function readCell(value: CellValue, cell: string, column: Column, setting: Setting): Reading {
  const raw = shown(value);
  const converted = convert(value, column, setting);
  return converted ? { cell, raw, state: 'value', value: converted } : { cell, raw, state: 'unreadable' };
}

/** Reads one row of a table, cell by cell: what stands there, or for which cell above or beside it stands. */
import { cellAddress } from '../base/address.js';
import { narrowed } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { Part } from '../model/recognised.js';
import type { Reading, Row } from '../model/submission.js';
import type { CellValue } from '../model/workbook.js';
import { convert, type Setting, saysDitto, saysNothing } from './convert.js';
import { type Cell, shown } from './grid.js';
import { holds } from './lines.js';
import { measureIn } from './number.js';

export interface RowSetting {
  readonly setting: Setting;
  /** The row of data before this one. */
  readonly above: Row | undefined;
  /** The submission's own sheet. */
  readonly sheet: string;
}

/** A row of data; undefined when nothing stands in the form's columns. */
export function readRow(
  form: Form,
  part: Part,
  { number, cells }: { readonly number: number; readonly cells: readonly Cell[] },
  { setting, above, sheet }: RowSetting,
): Row | undefined {
  const held = cells.filter(({ value }) => holds(value));
  const readings = new Map<string, Reading>();
  const elsewhere = part.sheet.name === sheet ? {} : { sheet: part.sheet.name };
  let isFilled = false;
  for (const column of form.columns) {
    const place = part.columns.get(column.id);
    if (place === undefined) continue;
    const under = held.filter(({ column: at }) => at >= place && at <= (part.spans.get(column.id) ?? place));
    const [first] = under;
    if (!first) {
      readings.set(column.id, { ...blank(column), cell: cellAddress(number, place), ...elsewhere });
      continue;
    }
    isFilled = true;
    const where = { cell: first.cell, ...elsewhere };
    // Two cells under one heading say two things.
    const other = under.find(({ cell }) => cell !== first.cell);
    if (other) {
      readings.set(column.id, { ...where, raw: `${shown(first.value)} ${shown(other.value)}`, state: 'unreadable' });
      continue;
    }
    readings.set(
      column.id,
      saysDitto(first.value)
        ? ditto(shown(first.value), where, above?.readings.get(column.id))
        : readCell(
            first.value,
            where,
            column,
            isCounted(column, first.value) ? measured(column, part, held, setting) : setting,
          ),
    );
  }
  return isFilled ? { number, readings } : undefined;
}

/** Whether what stands behind a number, or how it is shown, may tell its measure. */
function isCounted({ type }: Column, value: CellValue): boolean {
  return (type === 'integer' || type === 'decimal') && typeof value !== 'number';
}

function measured(column: Column, { headings }: Part, held: readonly Cell[], setting: Setting): Setting {
  const named = measureIn(headings.get(column.id) ?? '') ?? measureIn(column.title.zh);
  const row = held.flatMap(({ value }) => (typeof value === 'string' ? [narrowed(value)] : []));
  return { ...setting, measured: { row, ...(named === undefined ? {} : { heading: named }) } };
}

type Where = Pick<Reading, 'cell' | 'sheet'>;

/** The value of the cell above, which must have one. */
function ditto(raw: string, where: Where, above: Reading | undefined): Reading {
  return above?.state === 'value' && above.value
    ? { ...where, raw, state: 'value', value: above.value, above: above.cell }
    : { ...where, raw, state: 'unreadable' };
}

function blank({ blank: value }: Column): Omit<Reading, 'cell'> {
  return { raw: '', state: 'blank', ...(value ? { value } : {}) };
}

export function readCell(value: CellValue, where: Where, column: Column, setting: Setting): Reading {
  const raw = shown(value);
  const isNothing = saysNothing(value, column);
  // A name or a text is whatever stands there, so that what says nothing must be asked for first.
  const named = column.type === 'text' || column.type === 'subject';
  const converted = isNothing && named ? undefined : convert(value, column, setting);
  if (converted) return { ...where, raw, state: 'value', value: converted };
  return isNothing ? { ...where, ...blank(column), raw } : { ...where, raw, state: 'unreadable' };
}

/** Fields and cells that are empty but required, that cannot be converted, or that lie outside their bounds. */
import { compared } from '../base/decimal.js';
import type { Text } from '../base/text.js';
import type { Finding } from '../model/finding.js';
import type { Column } from '../model/form.js';
import type { Reading } from '../model/submission.js';
import { rowLabel } from '../rows/label.js';
import { type At, type Check, expectedText, finding, placeOf, placeOfReading } from './inspection.js';

export const checkFields: Check = ({ inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) =>
    form.fields.flatMap((field): Finding[] => {
      const reading = submission.fields.get(field.id);
      const clause = form.clause;
      if (!reading) {
        const given =
          (field.type === 'subject' && submission.by !== undefined) ||
          (field.type === 'period' && submission.period !== undefined);
        if (!field.required || given) return [];
        return [finding('field-missing', { place: placeOf(submission), clause }, { field: field.title })];
      }
      // Names have findings of their own, with the candidates.
      if (reading.state !== 'unreadable' || reading.isUnsettled) return [];
      const at = { place: placeOfReading(submission, reading), raw: reading.raw, clause };
      return [finding('field-unreadable', at, { field: field.title, expected: expectedText(field) })];
    }),
  );

export const checkCells: Check = ({ inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) =>
    submission.rows.flatMap((row) =>
      form.columns.flatMap((column): readonly Finding[] => {
        const reading = row.readings.get(column.id);
        const faults = reading ? faultsIn(column, reading) : IN_ORDER;
        if (!reading || faults.length === 0) return NONE;
        const place = placeOfReading(submission, reading);
        const at = { place, row: rowLabel(form, row), raw: reading.raw, clause: form.clause };
        return faults.map((fault) => fault(at));
      }),
    ),
  );

/** A finding on a cell, to be put in its place. */
type Fault = (at: At) => Finding;

/** Most cells are in order. */
const NONE: readonly Finding[] = [];
const IN_ORDER: readonly Fault[] = [];

function faultsIn(column: Column, reading: Reading): readonly Fault[] {
  const { title, required } = column;
  const { state, isUnsettled, above } = reading;
  if (state === 'blank') return required ? [(at) => finding('cell-missing', at, { column: title })] : IN_ORDER;
  if (state === 'unreadable') {
    if (isUnsettled) return IN_ORDER;
    const expected = measured(expectedText(column), reading);
    return [(at) => finding('cell-unreadable', at, { column: title, expected })];
  }
  const isOutside = outside(column, reading);
  if (above === undefined && !isOutside) return IN_ORDER;
  return [
    ...(above === undefined ? [] : [(at: At) => finding('cell-ditto', at, { column: title, above })]),
    ...(isOutside ? [(at: At) => finding('cell-out-of-range', at, { column: title, ...limits(column) })] : []),
  ];
}

/** What is expected, with the measure it must have. */
function measured({ zh, en }: Text, { measure }: Reading): Text {
  return measure === undefined ? { zh, en } : { zh: `${zh}（单位：${measure}）`, en: `${en}, in ${measure}` };
}

function outside({ min, max }: Column, { value }: Reading): boolean {
  if (value?.type !== 'number') return false;
  return (min !== undefined && compared(value.value, min) < 0) || (max !== undefined && compared(value.value, max) > 0);
}

function limits({ min, max }: Column): { min?: string; max?: string } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

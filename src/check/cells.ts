/** Fields and cells that are empty but required, that cannot be converted, or that lie outside their bounds. */
import { Decimal } from '../base/decimal.js';
import type { Finding } from '../model/finding.js';
import type { Column } from '../model/form.js';
import type { Reading } from '../model/submission.js';
import { rowLabel } from '../rows/label.js';
import { type Check, expectedText, finding, placeOf, placeOfReading, readingsOf } from './inspection.js';

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
    [...readingsOf(form, submission)].flatMap(({ column, reading, row }): Finding[] => {
      const at = {
        place: placeOfReading(submission, reading),
        ...(row ? { row: rowLabel(form, row) } : {}),
        raw: reading.raw,
        clause: form.clause,
      };
      if (reading.state === 'blank') {
        return column.required ? [finding('cell-missing', at, { column: column.title })] : [];
      }
      if (reading.state === 'unreadable') {
        if (reading.isUnsettled) return [];
        return [finding('cell-unreadable', at, { column: column.title, expected: expectedText(column) })];
      }
      const ditto =
        reading.above === undefined ? [] : [finding('cell-ditto', at, { column: column.title, above: reading.above })];
      return outside(column, reading)
        ? [...ditto, finding('cell-out-of-range', at, { column: column.title, ...limits(column) })]
        : ditto;
    }),
  );

function outside({ min, max }: Column, { value }: Reading): boolean {
  if (value?.type !== 'number') return false;
  const number = new Decimal(value.value);
  return (min !== undefined && number.lt(min)) || (max !== undefined && number.gt(max));
}

function limits({ min, max }: Column): { min?: string; max?: string } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** A form that was owed, as a row that conditions can ask: which form, when due, and what became of it. */

import type { Measures } from '../model/measures.js';
import type { Expected, Reading } from '../model/submission.js';
import type { Place, Value } from '../model/value.js';
import { parameterOperand, type SourceRow } from '../rows/row.js';

/** What nobody can say while the day of receipt is unknown. */
const DATED = ['status', 'days_late', 'received'];
const OPEN: readonly Expected['status'][] = ['undated', 'ambiguous'];

export function receiptRow(measures: Measures, expected: Expected): SourceRow {
  const place = placeOf(expected);
  const values = new Map<string, Value | undefined>([
    ['form', { type: 'form', value: expected.form }],
    ['period', { type: 'period', value: expected.period }],
    ['due', { type: 'day', value: expected.due }],
    ['status', { type: 'choice', value: expected.status }],
    ['received', expected.received && { type: 'day', value: expected.received }],
    ['days_late', { type: 'number', value: String(expected.daysLate ?? 0) }],
  ]);
  const reading = (name: string): Reading | undefined => {
    const value = values.get(name);
    return value && { cell: place.cell ?? '', raw: String(value.value), state: 'value', value };
  };
  return {
    place,
    period: expected.period,
    reading,
    cell: () => place,
    owedFor: () => {
      const { form, by, period, isDone } = expected;
      if (expected.status === 'ambiguous') return { kind: 'choice', form, by, period };
      return { kind: 'receipt', form, by, period, ...(isDone ? { isDone } : {}) };
    },
    operand: (name) => {
      if (measures.parameters.has(name)) return parameterOperand(measures, name);
      if (OPEN.includes(expected.status) && DATED.includes(name)) return { state: 'unknown' };
      const value = values.get(name);
      return value ? { state: 'known', value } : { state: 'absent' };
    },
  };
}

function placeOf({ place, file, sheet }: Expected): Place {
  if (place) return place;
  return file ? { file, ...(sheet ? { sheet } : {}) } : { file: '' };
}

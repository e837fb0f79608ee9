/** When two rows speak of the same matter, and when two values are the same. */
import { canonicalText } from '../base/decimal.js';
import { folded } from '../base/text.js';
import type { Value } from '../model/value.js';
import type { SourceRow } from './row.js';

/** Rows with equal keys are the same matter: equal values in the columns given. */
export function keyOf(row: Pick<SourceRow, 'reading'>, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => comparable(row.reading(name)?.value)));
}

/** A value in the form in which equal ones are equal text. */
export function comparable(value: Value | undefined): string {
  if (!value) return '';
  if (value.type === 'number') return canonicalText(value.value);
  return value.type === 'text' ? folded(value.value) : String(value.value);
}

/** Whether two rows say the same in every column given. */
export function sameRow(a: SourceRow, b: SourceRow, names: readonly string[]): boolean {
  return (
    a === b ||
    names.every(
      (name) =>
        comparable(a.reading(name)?.value) === comparable(b.reading(name)?.value) &&
        a.reading(name)?.state === b.reading(name)?.state,
    )
  );
}

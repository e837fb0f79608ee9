/**
 * Reads what stands around a form's table: its fields by their types, each with its cell, and where the days on which a thing
 * was done would stand that nobody has filled in. The first part of a form goes before the others.
 */
import { once } from '../base/once.js';
import type { Form } from '../model/form.js';
import type { Reading, Submission } from '../model/submission.js';
import type { Setting } from './convert.js';
import { emptyCells, type FieldCell, findFields } from './fields.js';
import type { Cell } from './grid.js';
import { placeIn, readCell, type Where } from './row.js';

/** The rows of a part in which fields may stand. */
export interface Around {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

export function readFields(form: Form, around: readonly Around[], setting: Setting): Map<string, Reading> {
  const found = foundFields(form, around);
  const fields = new Map<string, Reading>();
  // The period first: dates without a year lean on it.
  let leaning: Setting = { ...setting, isOutside: true };
  for (const field of periodFirst(form)) {
    const at = found.get(field.id);
    if (!at) continue;
    fields.set(field.id, readCell(at.value, within(around, at.sheet, at.cell), field, leaning));
    const period = field.type === 'period' ? periodOf(form, fields) : undefined;
    if (period) leaning = { ...leaning, period };
  }
  return fields;
}

function foundFields(form: Form, around: readonly Around[]): Map<string, FieldCell & { sheet: string }> {
  const found = new Map<string, FieldCell & { sheet: string }>();
  for (const { sheet, rows } of around)
    for (const [id, field] of findFields(form, rows)) if (!found.has(id)) found.set(id, { ...field, sheet });
  return found;
}

const periodFirst = once(({ fields }: Form) =>
  fields.toSorted((a, b) => Number(b.type === 'period') - Number(a.type === 'period')),
);

/** The form's own period: its first field of that type. */
export function periodOf(form: Form, fields: ReadonlyMap<string, Reading>): Submission['period'] {
  const field = form.fields.find(({ type }) => type === 'period');
  const value = field && fields.get(field.id)?.value;
  return value?.type === 'period' ? value.value : undefined;
}

/** Where the days on which a thing was done would stand, of those that no part of the form holds. */
export function undatedCells(
  form: Form,
  fields: ReadonlyMap<string, Reading>,
  around: readonly Around[],
): Map<string, Where> {
  const wanted = form.done.filter((id) => !fields.has(id));
  const found = new Map<string, Where>();
  if (wanted.length === 0) return found;
  for (const { sheet, rows } of around)
    for (const [id, cell] of emptyCells(form, wanted, rows))
      if (!found.has(id)) found.set(id, within(around, sheet, cell));
  return found;
}

/** The sheet is named where it is not that of the first part. */
function within([first]: readonly Around[], sheet: string, cell: string): Where {
  return placeIn(sheet === first?.sheet ? undefined : sheet, cell);
}

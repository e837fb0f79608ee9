/**
 * Rows of a form within a period, as text in both languages with their cells: what a section of the bulletin lists. What may
 * hold further rows and is not at hand is owed, so that an empty list is not taken for none.
 */
import type { Day } from '../base/day.js';
import { firstDay, lastDay, type Period, within } from '../base/period.js';
import type { Form } from '../model/form.js';
import type { Owed } from '../model/grading.js';
import type { Measures, RowSource } from '../model/measures.js';
import type { Extract } from '../model/result.js';
import type { Expected, Roster, Submission } from '../model/submission.js';
import { matterOf } from '../rows/matter.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { lackingOf } from './lacking.js';
import { unknownOf } from './rows.js';
import { written } from './written.js';

/** What was handed in and what was owed, and to what end it is looked through. */
export interface Looked {
  readonly measures: Measures;
  readonly roster: Roster;
  readonly period: Period;
  readonly asOf: Day;
  /** Those that count. */
  readonly submissions: readonly Submission[];
  readonly expected: readonly Expected[];
}

export function extractRows(
  section: number,
  source: RowSource,
  columns: readonly string[],
  { measures, roster, period, asOf, submissions, expected }: Looked,
): Extract {
  const form = measures.forms.get(source.form);
  const asked = columns.flatMap((id) => form?.columns.find((column) => column.id === id) ?? []);
  // By unit as on the roster, then by month: the order in which people look for themselves.
  const position = new Map(roster.subjects.map(({ id }, index) => [id, index]));
  const place = ({ by, period: own }: Submission): string =>
    `${String(position.get(by ?? '') ?? 0).padStart(6)} ${own ?? ''}`;
  const own = submissions
    .filter((each) => each.form === source.form && (!each.period || within(each.period, period)))
    .toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
  const owed = form ? lackingIn(form, own, expected, period) : [];
  const rows = own.flatMap((submission) =>
    submission.rows.flatMap((row) => {
      const seen = sourceRow(measures, submission, row, asOf);
      const holds = source.where?.outcome((name) => seen.operand(name)) ?? 'true';
      const dated = datedWithin(form, seen, period);
      if (holds === 'false' || dated === false) return [];
      if (holds === 'unknown') owed.push(...unknownOf(seen, source.where?.names ?? []));
      if (dated === undefined) owed.push({ kind: 'cell', place: seen.cell(form?.dated ?? '') });
      if (holds === 'unknown' || dated === undefined) return [];
      const cells = asked.map((column) => ({
        text: written(column, seen.reading(column.id), measures, (id) => roster.get(id)?.name),
        place: seen.cell(column.id),
      }));
      return [
        {
          ...(submission.by ? { by: submission.by } : {}),
          ...(submission.period ? { period: submission.period } : {}),
          cells,
        },
      ];
    }),
  );
  const titles = asked.map(({ id, title }) => ({ id, title }));
  return { section, columns: titles, rows, ...(owed.length > 0 ? { owed } : {}) };
}

/** What of a form is not there: reports that were to come for the period, or the register itself. */
function lackingIn(form: Form, own: readonly Submission[], expected: readonly Expected[], period: Period): Owed[] {
  if (form.every === 'standing') return own.length === 0 && form.required ? [{ kind: 'register', form: form.id }] : [];
  const sent = new Set(own.map(matterOf));
  return expected
    .filter((each) => each.form === form.id && within(each.period, period) && !sent.has(matterOf(each)))
    .flatMap((each) => lackingOf(form, each.by, each.period, each) ?? []);
}

/** Undefined while the day of a row is not known. */
function datedWithin(form: Form | undefined, row: SourceRow, period: Period): boolean | undefined {
  if (form?.dated === undefined) return true;
  const value = row.reading(form.dated)?.value;
  if (value?.type === 'day') return value.value >= firstDay(period) && value.value <= lastDay(period);
  return value?.type === 'period' ? within(value.value, period) : undefined;
}

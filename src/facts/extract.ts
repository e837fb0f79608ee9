/** Rows of a form within a period, as text in both languages with their cells: what a section of the bulletin lists. */

import type { Day } from '../base/day.js';
import { firstDay, lastDay, type Period, within } from '../base/period.js';
import type { Form } from '../model/form.js';
import type { Measures, RowSource } from '../model/measures.js';
import type { Extract } from '../model/result.js';
import type { Roster, Submission } from '../model/submission.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { written } from './written.js';

export function extractRows(
  section: number,
  source: RowSource,
  columns: readonly string[],
  period: Period,
  submissions: readonly Submission[],
  measures: Measures,
  roster: Roster,
  asOf: Day,
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
  const rows = own.flatMap((submission) =>
    submission.rows.flatMap((row) => {
      const seen = sourceRow(measures, submission, row, asOf);
      const holds = source.where?.outcome((name) => seen.operand(name)) ?? 'true';
      if (holds !== 'true' || !datedWithin(form, seen, period)) return [];
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
  return { section, columns: asked.map(({ id, title }) => ({ id, title })), rows };
}

function datedWithin(form: Form | undefined, row: SourceRow, period: Period): boolean {
  if (form?.dated === undefined) return true;
  const value = row.reading(form.dated)?.value;
  if (value?.type === 'day') return value.value >= firstDay(period) && value.value <= lastDay(period);
  return value?.type === 'period' && within(value.value, period);
}

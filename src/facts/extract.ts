/** Rows of a form within a period, as text in both languages with their cells: what a section of the bulletin lists. */

import { dayText } from '../base/day.js';
import { rounded } from '../base/decimal.js';
import { firstDay, lastDay, type Period, periodText, within } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { Measures, RowSource } from '../model/measures.js';
import type { Extract } from '../model/result.js';
import type { Reading, Roster, Submission } from '../model/submission.js';
import { type SourceRow, sourceRow } from '../rows/row.js';

export function extractRows(
  section: number,
  source: RowSource,
  columns: readonly string[],
  period: Period,
  submissions: readonly Submission[],
  measures: Measures,
  roster: Roster,
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
      const seen = sourceRow(measures, submission, row);
      const holds = source.where?.weigh((name) => seen.operand(name)).outcome ?? 'true';
      if (holds !== 'true' || !datedWithin(form, seen, period)) return [];
      const cells = asked.map((column) => ({
        text: written(column, seen.reading(column.id), measures, roster),
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

/** A value as a document writes it. */
function written(column: Column, reading: Reading | undefined, measures: Measures, roster: Roster): Text {
  const value = reading?.value;
  if (!value) return same(reading?.raw ?? '');
  switch (value.type) {
    case 'day':
      return dayText(value.value);
    case 'period':
      return periodText(value.value);
    case 'yesno':
      return value.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'choice':
    case 'step':
      return column.choices.find(({ id }) => id === value.value)?.title ?? { zh: '无', en: 'none' };
    case 'subject':
      return same(roster.get(value.value)?.name ?? value.value);
    case 'form':
      return measures.forms.get(value.value)?.title ?? same(value.value);
    case 'number':
      return same(value.value.includes('.') && value.value.length > 12 ? rounded(value.value, 4) : value.value);
    case 'text':
      return same(value.value);
  }
}

const same = (text: string): Text => ({ zh: text, en: text });

/**
 * Rows of a form as text in both languages with their cells: what a section of the bulletin lists, of the period or of what
 * falls due soon. What may hold further rows and is not at hand is owed, so that an empty list is not taken for none.
 */
import type { Day } from '../base/day.js';
import { firstDay, lastDay, type Period, within } from '../base/period.js';
import type { Form } from '../model/form.js';
import type { Owed } from '../model/grading.js';
import type { BulletinSection, Measures } from '../model/measures.js';
import type { Extract } from '../model/result.js';
import type { Expected, Roster, Submission } from '../model/submission.js';
import { matterOf } from '../rows/matter.js';
import { sourceRow } from '../rows/row.js';
import { lackingOf } from './lacking.js';
import { datedWithin, type Span, unknownOf } from './rows.js';
import { written } from './written.js';

type SectionOf<S, K> = S extends { readonly kind: K } ? S : never;
/** Which rows, and which of their columns. */
export type Asked = Pick<SectionOf<BulletinSection, 'rows'>, 'rows' | 'columns' | 'ahead'>;

/** What was handed in and what was owed. */
export interface Looked {
  readonly measures: Measures;
  readonly roster: Roster;
  readonly period: Period;
  readonly asOf: Day;
  /** The days that are soon. */
  readonly soon: Span;
  /** Those that count. */
  readonly submissions: readonly Submission[];
  readonly expected: readonly Expected[];
}

export function extractRows(section: number, { rows: source, columns, ahead }: Asked, looked: Looked): Extract {
  const { measures, roster, period, asOf, soon, expected } = looked;
  const form = measures.forms.get(source.form);
  const shown = columns.flatMap((id) => form?.columns.find((column) => column.id === id) ?? []);
  const own = inOrder(looked.submissions, roster).filter(
    (each) => each.form === source.form && (!each.period || ahead !== undefined || within(each.period, period)),
  );
  const dated = ahead ?? form?.dated;
  const span = ahead === undefined ? { from: firstDay(period), to: lastDay(period) } : soon;
  const owed = form ? lackingIn(form, own, expected, period) : [];
  const rows = own.flatMap((submission) =>
    submission.rows.flatMap((row): Extract['rows'][number][] => {
      const seen = sourceRow(measures, submission, row, asOf);
      const holds = source.where?.outcome((name) => seen.operand(name)) ?? 'true';
      const lies = dated === undefined ? true : datedWithin(seen.reading(dated)?.value, span);
      if (holds === 'false' || lies === false) return [];
      if (holds === 'unknown' || lies === undefined) {
        if (holds === 'unknown') owed.push(...unknownOf(seen, source.where?.names ?? []));
        if (lies === undefined) owed.push({ kind: 'cell', place: seen.cell(dated ?? '') });
        return [];
      }
      const cells = shown.map((column) => ({
        text: written(column, seen.reading(column.id), measures, (id) => roster.get(id)?.name),
        place: seen.cell(column.id),
      }));
      const { by, period: own } = submission;
      return [{ ...(by ? { by } : {}), ...(own ? { period: own } : {}), cells }];
    }),
  );
  const titles = shown.map(({ id, title }) => ({ id, title }));
  return { section, columns: titles, rows, ...(owed.length > 0 ? { owed } : {}) };
}

/** By unit as on the roster, then by month: the order in which people look for themselves. */
function inOrder(submissions: readonly Submission[], roster: Roster): Submission[] {
  const position = new Map(roster.subjects.map(({ id }, index) => [id, index]));
  const place = ({ by, period }: Submission): string =>
    `${String(position.get(by ?? '') ?? 0).padStart(6)} ${period ?? ''}`;
  return submissions.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** What of a form is not there: reports that were to come for the period, or the register itself. */
function lackingIn(form: Form, own: readonly Submission[], expected: readonly Expected[], period: Period): Owed[] {
  if (form.every === 'standing') return own.length === 0 && form.required ? [{ kind: 'register', form: form.id }] : [];
  const sent = new Set(own.map(matterOf));
  return expected
    .filter((each) => each.form === form.id && within(each.period, period) && !sent.has(matterOf(each)))
    .flatMap((each) => lackingOf(form, each.by, each.period, each) ?? []);
}

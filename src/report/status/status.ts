/**
 * The status of a folder from a result: everything is taken from there and nothing is judged anew, so that it says
 * what the ranked workbook and the bulletin say.
 */
import type { Day } from '../../base/day.js';
import { groupedBy } from '../../base/group.js';
import { firstDay, lastDay, yearOfPeriod } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import { senderOf } from '../../words/value.js';
import { STATES_OF_REPORTS } from '../reports.js';
import { type Sheets, sheetsOf } from './sheets.js';
import { type Entry, type FormStatus, OUTCOMES, STATUS_FORMAT, type Status } from './types.js';

/** Of a result; what lies wholly ahead of its day, and nobody has sent, is left out if asked. */
export function statusOf(result: Result, { soFar }: { readonly soFar: boolean }): Status {
  const sheets = sheetsOf(result);
  const owed = result.expected.map((each) => entryOf(each, sheets, result));
  const entries = [...owed, ...sentEntries(sheets, result)];
  const shown = soFar ? begun(entries, result.asOf) : entries;
  const forms = [...groupedBy(shown, ({ form }) => form)].map(([form, own]) => formOf(form, own, result));
  const { id, version, title } = result.measures;
  return {
    format: STATUS_FORMAT,
    measures: { id, version, title },
    office: result.office.name,
    period: result.period,
    asOf: result.asOf,
    forms,
    owing: byRoster(shown.filter(owesNow), result),
    upcoming: result.upcoming.map((each) => ({
      ...each,
      title: titleOf(each.form, result),
      came: sheets.cameFor(each.form, each.period),
    })),
    besides: sheets.besides(shown),
  };
}

/** Whether something that was handed in has errors, or cannot be read at all. */
export function isAnyReturned({ files }: Pick<Result, 'files'>, { besides }: Pick<Status, 'besides'>): boolean {
  return (
    files.some(({ forms }) => forms.some(({ status }) => status === 'returned')) ||
    besides.some(({ outcome }) => outcome === 'unread')
  );
}

function entryOf(expected: Expected, sheets: Sheets, result: Result): Entry {
  const { form, by, period, due, status, isDone, received, daysLate, place, datedBy, file, sheet } = expected;
  return {
    form,
    title: titleOf(form, result),
    by,
    name: senderOf(result, by, form),
    period,
    due,
    outcome: sheets.outcome(expected),
    state: status,
    ...(isDone ? { isDone } : {}),
    ...(received === undefined ? {} : { received }),
    ...(daysLate === undefined ? {} : { daysLate }),
    ...(place && datedBy ? { dated: { by: datedBy, place } } : {}),
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** What was sent without being owed, up to the end of the period, in the order of the roster and of time. */
function sentEntries(sheets: Sheets, result: Result): Entry[] {
  const until = lastDay(result.period);
  const from = yearOfPeriod(result.period);
  const sent = sheets.ofOwnAccord((period) => yearOfPeriod(period) === from && firstDay(period) <= until);
  return sent
    .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    .map((each) => ({ ...each, title: titleOf(each.form, result), name: senderOf(result, each.by, each.form) }));
}

function titleOf(form: string, { words }: Result): Text {
  return words.forms[form] ?? { zh: form, en: form };
}

/** Entries of periods that have begun, are due, or for which anybody has sent anything. */
function begun(entries: readonly Entry[], asOf: Day): Entry[] {
  return [...groupedBy(entries, ({ form, period }) => `${form} ${period}`).values()].flatMap((own) =>
    own.some(
      ({ period, due, state, file }) =>
        firstDay(period) <= asOf || (due !== undefined && due <= asOf) || state !== 'not-due' || file,
    )
      ? own
      : [],
  );
}

function formOf(form: string, entries: readonly Entry[], result: Result): FormStatus {
  const due = new Map(entries.map((each) => [each.period, each.due]));
  const periods = [...due].map(([period, day]) => ({ period, ...(day === undefined ? {} : { due: day }) }));
  const submitters = [...groupedBy(entries, ({ by }) => by)].map(([by, own]) => {
    const at = new Map(own.map((each) => [each.period, each]));
    return { by, name: senderOf(result, by, form), entries: periods.map(({ period }) => at.get(period) ?? null) };
  });
  return {
    form,
    title: titleOf(form, result),
    ...(entries.some(({ isDone }) => isDone) ? { isDone: true as const } : {}),
    ...(entries.every(({ state }) => state === undefined) ? { isOptional: true as const } : {}),
    periods,
    submitters: byRoster(submitters, result),
    outcomes: counted(OUTCOMES, entries, ({ outcome }) => outcome),
    states: counted(STATES_OF_REPORTS, entries, ({ state }) => state),
  };
}

function counted<T extends string>(
  names: readonly T[],
  entries: readonly Entry[],
  of: (entry: Entry) => T | undefined,
): Record<T, number> {
  const pairs = names.map((name) => [name, entries.filter((each) => of(each) === name).length]);
  return Object.fromEntries(pairs) as Record<T, number>;
}

/** Undated is not owed by who sent it: the register of receipts lacks a day. */
function owesNow({ outcome, state }: Entry): boolean {
  return state === 'missing' || outcome === 'returned' || outcome === 'unchosen' || outcome === 'no-file';
}

/** Members as the roster has them, the office last; what one has stays together and in its order. */
function byRoster<T extends { readonly by: string }>(all: readonly T[], { subjects }: Result): T[] {
  const place = new Map(subjects.map(({ id }, at) => [id, at]));
  const at = ({ by }: T): number => place.get(by) ?? subjects.length;
  return all.toSorted((a, b) => at(a) - at(b));
}

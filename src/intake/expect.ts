/**
 * Which forms are owed for a span of time, by whom and when, and what became of each: on time, late, missing, not due
 * yet. The day of receipt comes from the office's register, else from the form's own date, never from the file.
 */
import { type Day, daysBetween } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import {
  firstDay,
  lastDay,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodAt,
  periodsWithin,
  yearOfPeriod,
} from '../base/period.js';
import { type Form, OFFICE } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Expected, Receipt, Roster, Subject, Submission } from '../model/submission.js';
import { ownDate } from '../rows/dated.js';
import { matterOf } from '../rows/matter.js';
import { dueDay, type Shift } from './due.js';

/** The receipts entered in the register, earliest first for each matter. */
export function receiptsOf(measures: Measures, submissions: readonly Submission[]): Receipt[] {
  const { receipts } = measures;
  if (!receipts) return [];
  const entered = submissions
    .filter(({ form }) => form === receipts.form)
    .flatMap(({ file, sheet, rows }) =>
      rows.flatMap(({ readings }): Receipt[] => {
        const [by, what, period, received] = [receipts.by, receipts.what, receipts.period, receipts.received].map(
          (id) => readings.get(id)?.value,
        );
        if (by?.type !== 'subject' || what?.type !== 'form' || period?.type !== 'period' || received?.type !== 'day')
          return [];
        const { cell = '', sheet: on = sheet } = readings.get(receipts.received) ?? {};
        return [
          {
            by: by.value,
            form: what.value,
            period: period.value,
            received: received.value,
            place: { file, sheet: on, cell },
          },
        ];
      }),
    );
  return entered.toSorted((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
}

/** What is owed in the year of a period up to its end, and for forms of the whole year, in that year. */
export function expect(
  measures: Measures,
  roster: Roster,
  submissions: readonly Submission[],
  receipts: readonly Receipt[],
  run: { readonly period: Period; readonly asOf: Day; readonly shift: Shift },
): Expected[] {
  const sent = groupedBy(submissions, matterOf);
  const came = groupedBy(receipts, matterOf);
  return [...measures.forms.values()].flatMap((form) => {
    if (form.every === 'standing' || !form.due || !form.required) return [];
    const { due } = form;
    const debtors =
      form.from === OFFICE
        ? [OFFICE]
        : roster
            .ofKind(form.from)
            .filter(({ takesPart }) => takesPart)
            .map(({ id }) => id);
    return owedPeriods(form.every, run.period).flatMap((period) => {
      const day = dueDay(due, period, measures, run.shift);
      return day
        ? debtors.map((by) => {
            const key = matterOf({ form: form.id, by, period });
            // Entered twice, the earliest counts: receipts are in order of day.
            return outcome(
              form,
              { form: form.id, by, period, due: day, ...(form.done.length > 0 ? { isDone: true as const } : {}) },
              sent.get(key) ?? [],
              came.get(key)?.[0],
              run.asOf,
            );
          })
        : [];
    });
  });
}

/** Periods of a kind from 1 January to the end of a period; those that the period only begins are left out, but for the year. */
export function owedPeriods(kind: PeriodKind, period: Period): Period[] {
  const year = parsePeriod(String(yearOfPeriod(period)));
  if (!year) return [];
  return periodsWithin(year, kind).filter((each) => kind === 'year' || lastDay(each) <= lastDay(period));
}

function outcome(
  form: Form,
  base: Pick<Expected, 'form' | 'by' | 'period' | 'due' | 'isDone'>,
  sent: readonly Submission[],
  receipt: Receipt | undefined,
  asOf: Day,
): Expected {
  const { due } = base;
  const [first] = sent;
  const isDone = form.done.length > 0;
  const own = sent.map((each) => (isDone ? doneDate(form, each) : ownDate(form, each)));
  // When something was done is not told by when its report came.
  const dated = isDone ? own[0] : (receipt ?? own[0]);
  const file = first ? { file: first.file, sheet: first.sheet } : {};
  const isAmbiguous = (isDone || !receipt) && own.some((each) => each?.received !== own[0]?.received);
  const undone = asOf > due ? 'missing' : 'not-due';
  if (!first && (isDone || !receipt)) return { ...base, status: undone };
  const empty = isDone && !isAmbiguous ? form.done.find((id) => isEmpty(first, id)) : undefined;
  if (first && empty !== undefined) {
    const place = emptyPlace(first, empty);
    return { ...base, ...file, status: undone, ...(place ? { place } : {}) };
  }
  // Two files of different dates, and nothing says which counts: then nothing says whether it was on time.
  if (isAmbiguous) return { ...base, ...file, status: 'ambiguous' };
  // What the office keeps itself comes to nobody; it is there or it is not.
  if (!dated && form.from === OFFICE) return { ...base, ...file, status: 'on-time' };
  if (!dated) return { ...base, ...file, status: 'undated' };
  const days = daysBetween(due, dated.received);
  return {
    ...base,
    ...file,
    status: days > 0 ? 'late' : 'on-time',
    received: dated.received,
    place: dated.place,
    datedBy: dated === receipt ? 'register' : 'form',
    ...(days > 0 ? { daysLate: days } : {}),
  };
}

function isEmpty(sent: Submission | undefined, field: string): boolean {
  return (sent?.fields.get(field)?.state ?? 'blank') === 'blank';
}

/** Where the value of an empty field would stand; nothing where the form has lost its label. */
function emptyPlace({ file, sheet, fields, undated }: Submission, field: string): Expected['place'] {
  const at = fields.get(field) ?? undated?.get(field);
  return at && { file, sheet: at.sheet ?? sheet, cell: at.cell };
}

/** The day on which what a form reports was done: the last of those it names; undefined while one cannot be read. */
function doneDate(form: Form, { file, sheet, fields }: Submission): Pick<Receipt, 'received' | 'place'> | undefined {
  const days = form.done.map((id) => {
    const reading = fields.get(id);
    return reading?.value?.type === 'day'
      ? { received: reading.value.value, place: { file, sheet: reading.sheet ?? sheet, cell: reading.cell } }
      : undefined;
  });
  const known = days.filter((each) => each !== undefined);
  if (known.length < days.length) return undefined;
  return known.reduce((last, each) => (each.received > last.received ? each : last));
}

/** What falls due from a day on, within the days given, whatever the period of the run. */
export function upcoming(
  measures: Measures,
  subjects: readonly Subject[],
  run: { readonly asOf: Day; readonly until: Day; readonly shift: Shift },
): { form: string; period: Period; due: Day; debtors: number }[] {
  const found: { form: string; period: Period; due: Day; debtors: number }[] = [];
  const years = [periodAt('year', run.asOf), periodAt('year', run.until)];
  for (const form of measures.forms.values()) {
    if (form.every === 'standing' || !form.due || !form.required) continue;
    const { due, every } = form;
    const debtors =
      form.from === OFFICE ? 1 : subjects.filter(({ kind, takesPart }) => kind === form.from && takesPart).length;
    const near = [...new Set([...years, ...years.flatMap((year) => neighbours(year))])].flatMap((year) =>
      periodsWithin(year, every),
    );
    for (const period of near) {
      const day = dueDay(due, period, measures, run.shift);
      if (day && day >= run.asOf && day <= run.until) found.push({ form: form.id, period, due: day, debtors });
    }
  }
  return found.toSorted((a, b) =>
    a.due < b.due ? -1 : a.due > b.due ? 1 : firstDay(a.period) < firstDay(b.period) ? -1 : 1,
  );
}

/** The years before and after: a form can fall due outside its own year. */
function neighbours(year: Period): Period[] {
  return [yearOfPeriod(year) - 1, yearOfPeriod(year) + 1].flatMap((each) => parsePeriod(String(each)) ?? []);
}

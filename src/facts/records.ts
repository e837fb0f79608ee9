/** Everything handed in and owed, to be looked up: facts ask for a form of a submitter and period many times over. */
import type { Day } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import type { Period } from '../base/period.js';
import { OFFICE } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Expected, Subject, Submission } from '../model/submission.js';

export interface Handed {
  readonly measures: Measures;
  readonly submissions: readonly Submission[];
  readonly expected: readonly Expected[];
  /** The day of the run, for conditions that ask for it. */
  readonly asOf?: Day;
}

export interface Records {
  readonly measures: Measures;
  sent(form: string, by: string, period: Period): Submission | undefined;
  owed(form: string, by: string, period: Period): Expected | undefined;
  kept(form: string): readonly Submission[];
  owedBy(subject: string): readonly Expected[];
  /** What a subject belongs to. */
  within(subject: string): string | undefined;
  nameOf(subject: string): string | undefined;
  readonly asOf?: Day;
}

export function recordsOf({ measures, submissions, expected, asOf }: Handed, everyone: readonly Subject[]): Records {
  const key = (form: string, by: string, period: string | undefined): string => JSON.stringify([form, by, period]);
  const sent = groupedBy(submissions, ({ form, by, period }) => key(form, by ?? OFFICE, period));
  const owed = groupedBy(expected, ({ form, by, period }) => key(form, by, period));
  const kept = groupedBy(submissions, ({ form }) => form);
  const bySubject = groupedBy(expected, ({ by }) => by);
  const subjects = new Map(everyone.map((subject) => [subject.id, subject]));
  return {
    measures,
    sent: (form, by, period) => sent.get(key(form, by, period))?.[0],
    owed: (form, by, period) => owed.get(key(form, by, period))?.[0],
    kept: (form) => kept.get(form) ?? [],
    owedBy: (subject) => bySubject.get(subject) ?? [],
    within: (subject) => subjects.get(subject)?.within,
    nameOf: (subject) => subjects.get(subject)?.name,
    ...(asOf ? { asOf } : {}),
  };
}

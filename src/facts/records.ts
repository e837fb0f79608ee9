/** Everything handed in and owed, to be looked up: facts ask for a form of a submitter and period many times over. */
import type { Day } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import type { Period } from '../base/period.js';
import type { Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Expected, Subject, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { matterOf } from '../rows/matter.js';
import { type Enrolled, type Naming, namingIn } from './belong.js';

const NOBODY: Naming = { rows: new Map(), open: [] };

/** What records are made of. */
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
  /** Whom the rows of a submission are about, for a kind of subject. */
  naming(sent: Submission, form: Form, kind: string): Naming;
  nameOf(subject: string): string | undefined;
  readonly asOf?: Day;
}

/** `everyone` also holds those who are not assessed: a register or a log may name them. */
export function recordsOf({ measures, submissions, expected, asOf }: Handed, everyone: readonly Subject[]): Records {
  const sent = groupedBy(submissions, matterOf);
  const owed = groupedBy(expected, matterOf);
  const kept = groupedBy(submissions, ({ form }) => form);
  const bySubject = groupedBy(expected, ({ by }) => by);
  const subjects = new Map(everyone.map((subject) => [subject.id, subject]));
  const listing = (kind: string, place: Place | undefined): string =>
    JSON.stringify([kind, place?.file, place?.sheet, place?.cell]);
  const listed = new Map(everyone.map(({ id, kind, place }) => [listing(kind, place), id]));
  const enrolled: Enrolled = {
    within: (subject) => subjects.get(subject)?.within,
    listedAt: (kind, place) => listed.get(listing(kind, place)),
  };
  const named = new Map<Submission, Map<string, Naming>>();
  const naming: Records['naming'] = (submission, form, kind) => {
    const known = named.get(submission) ?? new Map<string, Naming>();
    named.set(submission, known);
    const about = measures.subjects.get(kind);
    const found = known.get(kind) ?? (about ? namingIn(about, form, submission, enrolled) : NOBODY);
    known.set(kind, found);
    return found;
  };
  return {
    measures,
    sent: (form, by, period) => sent.get(matterOf({ form, by, period }))?.[0],
    owed: (form, by, period) => owed.get(matterOf({ form, by, period }))?.[0],
    kept: (form) => kept.get(form) ?? [],
    owedBy: (subject) => bySubject.get(subject) ?? [],
    naming,
    nameOf: (subject) => subjects.get(subject)?.name,
    ...(asOf ? { asOf } : {}),
  };
}

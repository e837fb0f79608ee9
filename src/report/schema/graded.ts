/** The schema of who is assessed, what was handed in, and what the measures make of it. */
import type { Severity } from '../../model/finding.js';
import type { ConsequenceLine, Considered, Fact, Grade, GradeState, Seats, Standing } from '../../model/grading.js';
import type { Extract, FileReport, Upcoming } from '../../model/result.js';
import type { Expected, Subject } from '../../model/submission.js';
import { always, count, list, object, oneOf, optional, text, yesno } from './exact.js';
import { atom, cell, day, decimal, outcome, owed, period, place, value, words } from './values.js';

export const gradeState = oneOf<GradeState>({ determined: true, proposed: true, awaiting: true, undetermined: true });
export const severity = oneOf<Severity>({ error: true, warning: true, note: true });
export const tone = oneOf<ConsequenceLine['tone']>({ commend: true, criticise: true, notice: true });

export const subject = object<Subject>({
  id: text,
  kind: text,
  name: text,
  aliases: list(text),
  number: optional(text),
  within: optional(text),
  group: optional(object<NonNullable<Subject['group']>>({ id: text, title: words })),
  ungrouped: optional(place),
  takesPart: yesno,
  place: optional(cell),
});

export const file = object<FileReport>({
  file: text,
  sha256: text,
  forms: list(
    object<FileReport['forms'][number]>({
      sheet: text,
      form: text,
      by: optional(text),
      period: optional(period),
      rows: count,
      status: oneOf<FileReport['forms'][number]['status']>({
        accepted: true,
        'accepted-with-warnings': true,
        returned: true,
        'not-counted': true,
      }),
    }),
  ),
});

export const expected = object<Expected>({
  form: text,
  by: text,
  period,
  due: day,
  isDone: optional(always(true)),
  status: oneOf<Expected['status']>({
    'on-time': true,
    late: true,
    missing: true,
    'not-due': true,
    undated: true,
    ambiguous: true,
  }),
  file: optional(text),
  sheet: optional(text),
  received: optional(day),
  daysLate: optional(count),
  place: optional(cell),
  datedBy: optional(oneOf<NonNullable<Expected['datedBy']>>({ register: true, form: true })),
});

export const upcoming = object<Upcoming>({ form: text, period, due: day, debtors: count });

export const fact = object<Fact>({
  id: text,
  subject: text,
  from: day,
  to: day,
  value: optional(value),
  atLeast: optional(value),
  atMost: optional(value),
  owed: list(owed),
  cells: list(place),
  parts: list(text),
});

const considered = object<Considered>({
  rule: text,
  clause: text,
  outcome,
  atoms: list(atom),
  owed: list(owed),
});

export const grade = object<Grade>({
  subject: text,
  ladder: text,
  state: gradeState,
  grade: optional(text),
  possible: list(text),
  decidedBy: list(text),
  considered: list(considered),
  notApplied: list(text),
  owed: list(owed),
});

export const standing = object<Standing>({
  ranking: text,
  subject: text,
  group: optional(text),
  rank: optional(count),
  tied: yesno,
  isDoubtful: optional(always(true)),
  keys: list(object<Standing['keys'][number]>({ fact: text, value: optional(value) })),
  owed: list(owed),
});

export const consequence = object<ConsequenceLine>({
  consequence: text,
  subject: text,
  clause: text,
  tone,
  text: words,
  atoms: list(atom),
});

export const seats = object<Seats>({
  limit: text,
  clause: text,
  within: optional(text),
  takingPart: count,
  share: optional(decimal),
  seats: optional(count),
});

export const extract = object<Extract>({
  section: count,
  columns: list(object<Extract['columns'][number]>({ id: text, title: words })),
  rows: list(
    object<Extract['rows'][number]>({
      by: optional(text),
      period: optional(period),
      cells: list(object<Extract['rows'][number]['cells'][number]>({ text: words, place })),
    }),
  ),
  owed: optional(list(owed)),
});

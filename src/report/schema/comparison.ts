/** The schemas of what assess compare and assess verify print with --json, for programmes that read it. Nothing is read by them. */
import { z } from 'zod';
import type { FileChange, FileState } from '../../compare/files.js';
import {
  type Change,
  COMPARISON_FORMAT,
  type Comparison,
  type ConsequenceChange,
  type FactChange,
  type FoundChange,
  type GradeChange,
  type GradeRuleChange,
  type Moved,
  type OwedChange,
  type Person,
  type RankChange,
  type ReckonedChange,
  type RestsOn,
  type RuleChange,
  type Said,
  type ScoreChange,
  type ScoreRuleChange,
  type Several,
  type Side,
  type SubjectChange,
} from '../../compare/types.js';
import { type Again, VERIFICATION_FORMAT, type Verification } from '../../compare/verification.js';
import { always, byName, count, list, named, object, oneOf, optional, text, yesno } from './exact.js';
import { gradeState, severity, tone } from './graded.js';
import { day, decimal, outcome, period, place, value, words } from './values.js';

const about = { id: text, title: words, clause: text };
const told = object<Said>({ text: words });
const inWords = { before: optional(told), after: optional(told) };

const person = named(
  'person',
  'Someone or something assessed',
  object<Person>({ subject: text, kind: text, name: words }),
);
const restsOn = object<RestsOn>({
  facts: list(text),
  parameters: list(text),
  unmoved: list(object<RestsOn['unmoved'][number]>({ ...about, text: words })),
});
const owed = object<OwedChange>({ settled: list(words), arisen: list(words) });
const several = object<Several>({ count, first: list(person) });

const state = oneOf<FileState>({ unchanged: true, changed: true, gone: true, new: true, unreadable: true });
const file = named(
  'file',
  'A file then and now, by hash',
  object<FileChange>({ file: text, state, before: optional(text), after: optional(text), was: optional(text) }),
);

const outcomeOfRule = object<NonNullable<GradeRuleChange['before']>>({ outcome, decides: yesno, text: words });
const gradeRule = object<GradeRuleChange>({
  ...about,
  before: optional(outcomeOfRule),
  after: optional(outcomeOfRule),
  restsOn,
  isRevised: optional(always(true)),
});
const graded = object<NonNullable<GradeChange['before']>>({
  state: gradeState,
  grade: optional(text),
  possible: optional(list(text)),
  text: words,
});
const grade = object<GradeChange>({
  ...about,
  before: optional(graded),
  after: optional(graded),
  rules: list(gradeRule),
  owed,
});

const points = object<NonNullable<ScoreChange['before']>>({
  points: optional(decimal),
  least: optional(decimal),
  most: optional(decimal),
  text: words,
});
const pointed = { before: optional(points), after: optional(points) };
const reckoned = object<ReckonedChange>({ text: words, cells: list(place) });
const scoreRule = object<ScoreRuleChange>({
  ...about,
  ...pointed,
  code: text,
  went: list(reckoned),
  came: list(reckoned),
  restsOn,
});
const score = object<ScoreChange>({
  ...about,
  ...pointed,
  items: list(object<ScoreChange['items'][number]>({ ...about, ...pointed, depth: count })),
  rules: list(scoreRule),
  owed,
});

const ranked = object<NonNullable<RankChange['before']>>({ rank: optional(count), text: words });
const rank = object<RankChange>({
  ...about,
  before: optional(ranked),
  after: optional(ranked),
  by: list(text),
  passedBy: several,
  passed: several,
  levelWith: several,
  leftBehind: several,
  owed,
});

const consequence = object<ConsequenceChange>({ ...about, ...inWords, tone, restsOn, grades: list(text) });

const valued = object<NonNullable<FactChange['before']>>({ value: optional(value), text: words });
const fact = object<FactChange>({
  ...about,
  before: optional(valued),
  after: optional(valued),
  cells: object<FactChange['cells']>({ went: list(place), came: list(place), rewritten: list(place) }),
  parts: list(text),
  owed,
});

const changed = object<SubjectChange>({
  subject: text,
  kind: text,
  name: words,
  grades: list(grade),
  scores: list(score),
  ranks: list(rank),
  consequences: list(consequence),
  facts: list(fact),
});

const side = object<Side>({
  measures: object<Side['measures']>({ id: text, version: text, title: words }),
  office: text,
  period,
  asOf: day,
  kinds: byName(words),
});

const moved = object<Moved>({
  subject: text,
  kind: text,
  name: words,
  changes: list(
    object<Change & { readonly what: Moved['changes'][number]['what'] }>({
      ...inWords,
      what: oneOf<Moved['changes'][number]['what']>({ name: true, within: true, group: true, 'takes-part': true }),
    }),
  ),
});

const found = object<FoundChange>({
  code: text,
  severity,
  place,
  row: optional(text),
  raw: optional(text),
  clause: optional(text),
  says: words,
});

export const comparisonSchema = object<Comparison>({
  format: always(COMPARISON_FORMAT),
  before: side,
  after: side,
  apart: list(oneOf<Comparison['apart'][number]>({ office: true, measures: true, period: true, day: true })),
  people: object<Comparison['people']>({ came: list(person), left: list(person), moved: list(moved) }),
  changed: list(changed),
  unchanged: byName(count),
  parameters: list(object<Comparison['parameters'][number]>({ ...about, ...inWords })),
  rules: list(
    object<RuleChange>({
      ...about,
      ...inWords,
      of: oneOf<RuleChange['of']>({ grade: true, score: true, item: true, order: true, consequence: true }),
    }),
  ),
  seats: list(object<Comparison['seats'][number]>({ ...about, ...inWords, within: optional(person) })),
  files: optional(list(file)),
  pack: optional(list(file)),
  findings: optional(object<NonNullable<Comparison['findings']>>({ came: list(found), went: list(found) })),
});

export const verificationSchema = object<Verification>({
  format: always(VERIFICATION_FORMAT),
  measures: object<Verification['measures']>({ id: text, version: text }),
  period,
  asOf: day,
  version: object<Verification['version']>({ made: text, now: text }),
  outputs: list(file),
  besides: list(text),
  sources: optional(
    object<NonNullable<Verification['sources']>>({ inputs: list(file), settings: list(file), pack: list(file) }),
  ),
  again: optional(object<Again>({ same: yesno, at: optional(text) })),
  matches: yesno,
});

export function comparisonJsonSchema(): object {
  return z.toJSONSchema(comparisonSchema);
}

export function verificationJsonSchema(): object {
  return z.toJSONSchema(verificationSchema);
}

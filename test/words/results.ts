/** Results for tests: the tiny office graded by the tiny measures, from facts told by hand. */
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { consequencesFor } from '../../src/grade/follow.js';
import { gradeSubjects } from '../../src/grade/grade.js';
import { wordsOf } from '../../src/measures/words.js';
import type { Fact } from '../../src/model/grading.js';
import { RESULT_FORMAT, type Result } from '../../src/model/result.js';
import { rankSubjects } from '../../src/rank/rank.js';
import { facts, subject, type Told } from '../grade/subjects.js';
import { tiny } from '../measures/packs.js';

export const SUBJECTS = [
  subject('unit:01', { name: '办公室', number: '01', aliases: ['局办'] }),
  subject('unit:02', { name: '计量科', number: '02' }),
  subject('staff:0101', { name: '李敏', number: '0101', within: 'unit:01' }),
  subject('staff:0201', { name: '李敏', number: '0201', within: 'unit:02' }),
  subject('staff:0202', { name: '王志强', number: '0202', within: 'unit:02' }),
];

type About = Readonly<Record<string, Readonly<Record<string, Told>> | readonly Fact[]>>;

/** The result of what is told about each subject. */
export function resultOf(told: About = {}, over = '', parameters: Readonly<Record<string, unknown>> = {}): Result {
  const measures = tiny(over, parameters);
  const all = Object.entries(told).flatMap(([id, own]) =>
    Array.isArray(own) ? own : facts(id, own as Record<string, Told>),
  );
  const subjects = SUBJECTS.filter(({ id }) => id in told);
  const grades = gradeSubjects(subjects, all, measures, 'quarter');
  return {
    format: RESULT_FORMAT,
    measures: { id: measures.id, version: measures.version, title: measures.title, source: measures.source },
    office: { name: '某局', issuer: '某局' },
    period: '2026-Q1' as Period,
    kind: 'quarter',
    asOf: '2026-04-10' as Day,
    subjects: SUBJECTS,
    files: [],
    expected: [],
    upcoming: [],
    findings: [],
    facts: all,
    scores: [],
    grades,
    standings: rankSubjects(subjects, all, measures, 'quarter'),
    consequences: consequencesFor(subjects, all, grades, measures, 'quarter'),
    seats: [],
    extracts: [],
    words: wordsOf(measures),
  };
}

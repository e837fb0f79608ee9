/** What follows from facts and grades, and how many may hold a grade. */
import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../src/base/period.js';
import { consequencesFor, seatsFor } from '../../src/grade/follow.js';
import type { ConsequenceLine, Grade, GradeState } from '../../src/model/grading.js';
import { tiny } from '../measures/packs.js';
import { facts, subject, type Told } from './subjects.js';

function graded(state: GradeState, grade?: string, ladder = 'unit'): Grade {
  const none = { possible: [], decidedBy: [], considered: [], notApplied: [], owed: [] };
  return { subject: 'unit:01', ladder, state, ...none, ...(grade ? { grade } : {}) };
}

interface Asked {
  readonly grades?: readonly Grade[];
  readonly over?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly kind?: PeriodKind;
}

const FAIR = graded('determined', 'fair');

function follows(told: Readonly<Record<string, Told>>, asked: Asked = {}): ConsequenceLine[] {
  const { grades = [FAIR], over = '', parameters, kind = 'quarter' } = asked;
  return consequencesFor([subject('unit:01')], facts('unit:01', told), grades, tiny(over, parameters), kind);
}

const when = (condition: string): string => `consequences: { late: { when: '${condition}' } }`;

describe('a consequence', () => {
  it('follows where its condition holds, with its tone, clause and wording', () => {
    expect(follows({ late_reports: 1 })).toEqual([
      {
        consequence: 'late',
        subject: 'unit:01',
        clause: '1',
        tone: 'criticise',
        text: { zh: '本年迟报{late_reports}次', en: 'late {late_reports} times' },
        atoms: [
          { source: 'late_reports >= 1', names: ['late_reports'], outcome: 'true' },
          { source: 'unit_grade != "poor"', names: ['unit_grade'], outcome: 'true' },
        ],
      },
    ]);
  });

  it.each<[string, Record<string, Told>]>([
    ['does not hold', { late_reports: 0 }],
    ['is not known', { late_reports: undefined }],
  ])('does not follow where its condition %s', (_, told) => {
    expect(follows(told)).toEqual([]);
  });

  it('follows from what is certain already', () => {
    expect(follows({ late_reports: { atLeast: 1 } })).toHaveLength(1);
  });

  it('does not follow while it asks for what the office has not set', () => {
    const over = when('reaches(late_reports, late_at)');
    expect(follows({ late_reports: 9 }, { over })).toHaveLength(1);
    expect(follows({ late_reports: 9 }, { over, parameters: { late_at: null } })).toEqual([]);
  });

  it('follows in the periods the measures say', () => {
    const over = 'consequences: { late: { periods: [year] } }';
    expect(follows({ late_reports: 1 }, { over })).toEqual([]);
    expect(follows({ late_reports: 1 }, { over, kind: 'year' })).toHaveLength(1);
  });

  it('follows for each of its kind for whom it holds', () => {
    const subjects = ['unit:01', 'unit:02', 'unit:03', 'staff:0101'].map((id) => subject(id));
    const told = subjects.flatMap(({ id }, index) => facts(id, { late_reports: index % 2 }));
    const lines = consequencesFor(subjects, told, [{ ...FAIR, subject: 'unit:02' }], tiny(), 'year');
    expect(lines.map(({ subject: id }) => id)).toEqual(['unit:02']);
  });
});

describe('a consequence of a grade', () => {
  const follow = (condition: string, ...grades: Grade[]): number =>
    follows({}, { over: when(condition), grades }).length;

  it.each<[string, Grade, number]>([
    ['that is given', graded('determined', 'good'), 1],
    ['that is proposed', graded('proposed', 'good'), 1],
    ['that is another', graded('determined', 'fair'), 0],
    ['that is awaited', graded('awaiting'), 0],
    ['that cannot be determined', graded('undetermined'), 0],
  ])('%s', (_, grade, lines) => {
    expect(follow('unit_grade == "good"', grade)).toBe(lines);
  });

  it('that is not the grade does not follow while the grade is awaited', () => {
    expect(follow('!(unit_grade == "good")', graded('awaiting'))).toBe(0);
    expect(follow('!(unit_grade == "good")', graded('undetermined'))).toBe(1);
  });

  it('does not follow where nobody graded', () => {
    expect(follow('unit_grade == "good"')).toBe(0);
  });

  it('does not follow from the grade of someone else', () => {
    expect(follow('unit_grade == "good"', { ...graded('determined', 'good'), subject: 'unit:02' })).toBe(0);
  });

  it('asks for the ladder by its name, with a dash as a line', () => {
    const ladder = `grades:
  year-end: { zh: 年终, en: Year end, clause: "1", subject: unit, grades: { pass: { zh: 过, en: pass } },
    rules: { pass: { zh: 过, en: pass, clause: "1", grade: pass, when: planned >= 1 } } }`;
    const over = `${ladder}\n${when('year_end_grade == "pass"')}`;
    expect(follows({}, { over, grades: [graded('determined', 'pass', 'year-end')] })).toHaveLength(1);
  });
});

describe('seats', () => {
  const seats = (count: number, over = '', parameters: Record<string, unknown> = {}): unknown[] => {
    const subjects = Array.from({ length: count }, (_, index) => subject(`unit:${index}`));
    const idle = [subject('unit:x', { takesPart: false }), subject('staff:1')];
    return seatsFor([...subjects, ...idle], [], tiny(over, parameters));
  };
  const limit = (rounding: string): string => `limits: { good: { rounding: ${rounding} } }`;

  it('are a share of those of the ladder’s kind who take part', () => {
    expect(seats(10)).toEqual([{ limit: 'good', clause: '2', takingPart: 10, share: '0.3', seats: 3 }]);
  });

  it.each([
    ['down', 11, 3],
    ['down', 13, 3],
    ['down', 3, 0],
    ['up', 10, 3],
    ['up', 11, 4],
    ['up', 1, 1],
    ['half-up', 11, 3],
    ['half-up', 5, 2],
    ['half-up', 12, 4],
    ['down', 0, 0],
  ])('rounded %s: %i taking part, %i seats', (rounding, count, expected) => {
    expect(seats(count, limit(rounding))).toMatchObject([{ takingPart: count, seats: expected }]);
  });

  it('are exact where binary fractions are not', () => {
    expect(seats(100, limit('up'), { good_share: '0.07' })).toMatchObject([{ seats: 7 }]);
    expect(seats(10, limit('down'), { good_share: '0.7' })).toMatchObject([{ seats: 7 }]);
  });

  it('follow the office’s own share', () => {
    expect(seats(10, '', { good_share: 0.2 })).toMatchObject([{ share: '0.2', seats: 2 }]);
  });

  it('are none where the share is not set', () => {
    expect(seats(10, '', { good_share: null })).toEqual([]);
  });
});

describe('seats by the grade of what people belong to', () => {
  const BY_GRADE = tiny(`parameters:
  good_unit: { zh: 好科室, en: Good unit, clause: "2", origin: source, value: "0.20" }
  fair_unit: { zh: 中科室, en: Fair unit, clause: "2", origin: source, value: "0.15" }
  poor_unit: { zh: 差科室, en: Poor unit, clause: "2", origin: required, type: decimal }
limits:
  good: { ladder: staff, grade: fit, share: { by: unit, of: { good: good_unit, fair: fair_unit, poor: poor_unit } } }`);
  const units = ['01', '02', '03'].map((no) => subject(`unit:${no}`));
  const staff = units.flatMap(({ id }) =>
    Array.from({ length: 10 }, (_, index) => subject(`staff:${id}${index}`, { within: id, takesPart: index > 0 })),
  );
  const seats = (...given: readonly (string | undefined)[]) =>
    seatsFor(
      [...units, ...staff],
      given.map((grade, index) => ({ ...graded('determined', grade), subject: `unit:0${index + 1}` })),
      BY_GRADE,
    );

  it('are those of each, by its own grade, rounded for each', () => {
    expect(seats('good', 'fair', 'good')).toEqual([
      { limit: 'good', clause: '2', within: 'unit:01', takingPart: 9, share: '0.2', seats: 1 },
      { limit: 'good', clause: '2', within: 'unit:02', takingPart: 9, share: '0.15', seats: 1 },
      { limit: 'good', clause: '2', within: 'unit:03', takingPart: 9, share: '0.2', seats: 1 },
    ]);
  });

  it('are open while the grade is, or the share of it is not set', () => {
    const open = { limit: 'good', clause: '2', takingPart: 9 };
    expect(seats(undefined, 'poor').slice(0, 2)).toEqual([
      { ...open, within: 'unit:01' },
      { ...open, within: 'unit:02' },
    ]);
  });

  it('are none of its own for a grade that gives no share', () => {
    const few = tiny(`parameters:
  good_unit: { zh: 好科室, en: Good unit, clause: "2", origin: source, value: "0.20" }
limits: { good: { ladder: staff, grade: fit, share: { by: unit, of: { good: good_unit } } } }`);
    const given = [{ ...graded('determined', 'fair'), subject: 'unit:01' }];
    expect(seatsFor([subject('unit:01'), subject('staff:1', { within: 'unit:01' })], given, few)).toEqual([]);
  });
});

/** Grades by a ladder: the first rule that holds decides, caps bar, and nothing is guessed while something is owed. */
import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../src/base/period.js';
import { gradeSubjects } from '../../src/grade/grade.js';
import type { Grade } from '../../src/model/grading.js';
import { tiny } from '../measures/packs.js';
import { facts, lacking, subject, type Told } from './subjects.js';

/** Everything known and fine. */
const FINE: Readonly<Record<string, Told>> = { vetoes: 0, late_reports: 0, completion: 1, quality: true, planned: 3 };

interface Asked {
  readonly rules?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly kind?: PeriodKind;
}

/** The grade of a unit with these facts; further rules of its ladder may be laid over. */
function grade(told: Readonly<Record<string, Told>>, { rules, parameters, kind = 'quarter' }: Asked = {}): Grade {
  const measures = tiny(rules ? `grades:\n  unit:\n    rules: ${rules}` : '', parameters);
  const [found] = gradeSubjects([subject('unit:01')], facts('unit:01', { ...FINE, ...told }), measures, kind);
  if (!found) throw new Error('no grade');
  return found;
}

const rule = (when: string, more: string): string => `{ zh: 甲, en: A, clause: "1", when: '${when}', ${more} }`;
const cap = (when: string, to: string): string => rule(when, `grade: ${to}, effect: caps`);

describe('the first rule that holds decides', () => {
  it.each<[string, Record<string, Told>, string, string[]]>([
    ['all done', {}, 'good', ['good']],
    ['most done', { completion: '0.6' }, 'fair', ['fair']],
    ['all done, quality not confirmed', { quality: false }, 'fair', ['fair']],
    ['late', { late_reports: 2 }, 'poor', ['late']],
    ['vetoed, whatever else', { vetoes: 1 }, 'poor', ['veto']],
    ['vetoed and late: both say so', { vetoes: 1, late_reports: 3 }, 'poor', ['veto', 'late']],
  ])('%s', (_, told, given, by) => {
    expect(grade(told)).toMatchObject({ state: 'determined', grade: given, decidedBy: by, possible: [], owed: [] });
  });

  it('and every rule is considered, with what came of it', () => {
    expect(
      grade({ vetoes: 1, completion: '0.5' }).considered.map(({ rule: id, clause, outcome }) => [id, clause, outcome]),
    ).toEqual([
      ['veto', '1', 'true'],
      ['late', '1', 'false'],
      ['good', '1', 'false'],
      ['fair', '1', 'true'],
    ]);
  });

  it('and none does: it cannot be determined', () => {
    const found = grade({ completion: '0.4' });
    expect(found).toMatchObject({ state: 'undetermined', possible: [], decidedBy: [], owed: [] });
    expect(found).not.toHaveProperty('grade');
  });

  it('by the atoms of its condition', () => {
    const late = grade({ late_reports: 1 }).considered.find(({ rule: id }) => id === 'late');
    expect(late?.atoms).toEqual([
      { source: 'reaches(late_reports, late_at)', names: ['late_reports', 'late_at'], outcome: 'false', short: '1' },
    ]);
  });
});

describe('while something is not known', () => {
  it.each<[string, Record<string, Told>, string[], string[]]>([
    ['a rule before the one that holds', { vetoes: undefined }, ['good', 'poor'], ['vetoes']],
    [
      'two rules before it',
      { vetoes: undefined, late_reports: undefined },
      ['good', 'poor'],
      ['vetoes', 'late_reports'],
    ],
    ['the only rule that may hold', { completion: undefined }, ['good', 'fair'], ['completion']],
    ['part of the better rule', { quality: undefined }, ['good', 'fair'], ['quality']],
    [
      'everything',
      { vetoes: undefined, late_reports: undefined, completion: undefined, quality: undefined },
      ['good', 'fair', 'poor'],
      ['vetoes', 'late_reports', 'completion', 'quality'],
    ],
  ])('the grade is awaited: %s', (_, told, possible, owed) => {
    const found = grade(told);
    expect(found).toMatchObject({ state: 'awaiting', possible, owed: owed.map(lacking) });
    expect(found).not.toHaveProperty('grade');
  });

  it.each<[string, Record<string, Told>, string]>([
    ['a rule behind the one that holds', { vetoes: 1, completion: undefined }, 'poor'],
    ['a rule that gives the same grade', { vetoes: undefined, late_reports: 2 }, 'poor'],
    ['a part that does not matter', { completion: '0.6', quality: undefined }, 'fair'],
    ['a number that is enough already', { late_reports: { atLeast: 2 } }, 'poor'],
  ])('the grade is sure: %s', (_, told, given) => {
    expect(grade(told)).toMatchObject({ state: 'determined', grade: given, possible: [], owed: [] });
  });

  it('a number that may yet be enough is awaited', () => {
    expect(grade({ late_reports: { atLeast: 1 } })).toMatchObject({
      state: 'awaiting',
      possible: ['good', 'poor'],
      owed: [lacking('late_reports')],
    });
  });

  it('and no rule holds but that, the grade is awaited, for it may be none', () => {
    expect(grade({ vetoes: undefined, completion: '0.4' })).toMatchObject({ state: 'awaiting', possible: ['poor'] });
  });

  it('what is owed is named once, and with the rule that asks for it', () => {
    const found = grade({ completion: undefined });
    expect(found.owed).toEqual([lacking('completion')]);
    expect(found.considered.map(({ owed }) => owed.length)).toEqual([0, 0, 1, 1]);
  });

  it('a fact that nobody collected is not known', () => {
    const [found] = gradeSubjects([subject('unit:01')], [], tiny(), 'year');
    expect(found).toMatchObject({ state: 'awaiting', possible: ['good', 'fair', 'poor'], owed: [] });
  });
});

describe('a cap', () => {
  const toFair = `{ cap: ${cap('planned >= 2', 'fair')} }`;

  it('bars a better grade', () => {
    expect(grade({}, { rules: toFair })).toMatchObject({
      state: 'determined',
      grade: 'fair',
      decidedBy: ['good', 'cap'],
    });
  });

  it('leaves a worse grade', () => {
    expect(grade({ vetoes: 1 }, { rules: toFair })).toMatchObject({ grade: 'poor', decidedBy: ['veto', 'cap'] });
  });

  it('that does not hold bars nothing', () => {
    expect(grade({ planned: 1 }, { rules: toFair })).toMatchObject({ grade: 'good', decidedBy: ['good'] });
  });

  it('gives no grade by itself', () => {
    expect(grade({ completion: '0.4' }, { rules: toFair })).toMatchObject({ state: 'undetermined' });
  });

  it('that is not known leaves both open', () => {
    expect(grade({ planned: undefined }, { rules: toFair })).toMatchObject({
      state: 'awaiting',
      possible: ['good', 'fair'],
      owed: [lacking('planned')],
    });
  });

  it('that is not known and bars nothing better does not matter', () => {
    expect(grade({ planned: undefined, completion: '0.6' }, { rules: toFair })).toMatchObject({ grade: 'fair' });
    expect(grade({ planned: undefined, vetoes: 1 }, { rules: toFair })).toMatchObject({ grade: 'poor' });
  });

  it('of two, the worse counts', () => {
    const both = `{ a: ${cap('planned >= 2', 'fair')}, b: ${cap('planned >= 3', 'poor')} }`;
    expect(grade({}, { rules: both })).toMatchObject({ grade: 'poor', decidedBy: ['good', 'a', 'b'] });
  });

  it('of two that are not known, either may come to hold', () => {
    const both = `{ a: ${cap('planned >= 2', 'fair')}, b: ${cap('quantity >= 3', 'poor')} }`;
    expect(grade({ planned: undefined, quantity: undefined }, { rules: both }).possible).toEqual([
      'good',
      'fair',
      'poor',
    ]);
  });

  it('that is sure settles one that is not and bars less', () => {
    const both = `{ a: ${cap('planned >= 2', 'poor')}, b: ${cap('quantity >= 3', 'fair')} }`;
    expect(grade({ quantity: undefined }, { rules: both })).toMatchObject({ state: 'determined', grade: 'poor' });
  });
});

describe('what is left to the leading group', () => {
  const staff = (told: Readonly<Record<string, Told>>): Grade | undefined => {
    const sanction = { type: 'step', scale: 'sanction', value: null } as const;
    const known = { sick: 0, sanction, trouble: 0, away: 0, ...told };
    return gradeSubjects([subject('staff:0101')], facts('staff:0101', known), tiny(), 'year')[0];
  };

  it('is proposed', () => {
    expect(staff({})).toMatchObject({ state: 'proposed', grade: 'fit', ladder: 'staff' });
    expect(staff({ sick: 41 })).toMatchObject({ state: 'proposed', grade: 'unfit', decidedBy: ['sick'] });
  });

  it.each([
    [40, 'fit'],
    ['40.5', 'unfit'],
  ])('and the bound itself does not count where more is asked: %s days', (sick, given) => {
    expect(staff({ sick })?.grade).toBe(given);
  });

  it.each([
    [null, 'fit'],
    ['warning', 'fit'],
    ['demerit', 'unfit'],
    ['dismissal', 'unfit'],
  ])('by the step of a scale: %s', (value, given) => {
    expect(staff({ sanction: { type: 'step', scale: 'sanction', value } })?.grade).toBe(given);
  });

  it('is awaited like anything else', () => {
    expect(staff({ sick: undefined })).toMatchObject({ state: 'awaiting', possible: ['fit', 'unfit'] });
  });
});

describe('a rule that asks for what the office has not set', () => {
  const parameters = { late_at: null };

  it('is not applied, and said to be', () => {
    expect(grade({ late_reports: 9 }, { parameters })).toMatchObject({
      state: 'determined',
      grade: 'good',
      notApplied: ['late'],
      owed: [],
    });
  });

  it('keeps nobody waiting, even while its fact is not known', () => {
    expect(grade({ late_reports: undefined }, { parameters })).toMatchObject({ grade: 'good', notApplied: ['late'] });
  });

  it('names the parameter', () => {
    const late = grade({}, { parameters }).considered.find(({ rule: id }) => id === 'late');
    expect(late).toMatchObject({ outcome: 'unknown', owed: [{ kind: 'parameter', parameter: 'late_at' }] });
  });

  it('bars nothing', () => {
    const rules = `{ cap: ${cap('reaches(planned, late_at)', 'poor')} }`;
    expect(grade({}, { parameters, rules })).toMatchObject({ grade: 'good', notApplied: ['late', 'cap'] });
  });

  it('is applied where another part decides it', () => {
    const rules = `{ late: { when: 'reaches(late_reports, late_at) || vetoes >= 0' } }`;
    expect(grade({}, { parameters, rules })).toMatchObject({ grade: 'poor', notApplied: [] });
  });

  it('leaves nothing determined where no other holds', () => {
    expect(grade({ completion: '0.1' }, { parameters })).toMatchObject({ state: 'undetermined', notApplied: ['late'] });
  });

  it('is said of no rule where everything is set', () => {
    expect(grade({}).notApplied).toEqual([]);
  });
});

describe('rules of certain periods', () => {
  const rules = '{ good: { periods: [year] } }';

  it('are asked in these alone', () => {
    expect(grade({}, { rules, kind: 'year' }).grade).toBe('good');
    const quarter = grade({}, { rules, kind: 'quarter' });
    expect(quarter.grade).toBe('fair');
    expect(quarter.considered.map(({ rule: id }) => id)).toEqual(['veto', 'late', 'fair']);
  });
});

describe('grades', () => {
  it('are given to everyone by the ladder of their kind', () => {
    const subjects = ['unit:01', 'staff:0101', 'unit:02'].map((id) => subject(id));
    const grades = gradeSubjects(subjects, facts('unit:02', { ...FINE, vetoes: 2 }), tiny(), 'year');
    expect(grades.map(({ subject: id, ladder, state }) => [id, ladder, state])).toEqual([
      ['unit:01', 'unit', 'awaiting'],
      ['unit:02', 'unit', 'determined'],
      ['staff:0101', 'staff', 'awaiting'],
    ]);
  });
});

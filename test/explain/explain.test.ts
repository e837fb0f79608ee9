/** Why a subject has its grade: every rule with its facts, bounds, cells and what was missed, from the result alone. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import type { Lang } from '../../src/base/text.js';
import { atomText } from '../../src/explain/atom.js';
import { type ExplainedRule, type Explanation, explain } from '../../src/explain/explain.js';
import type { Fact, Owed } from '../../src/model/grading.js';
import type { Result } from '../../src/model/result.js';
import type { Value } from '../../src/model/value.js';
import { fact, subject, type Told } from '../grade/subjects.js';
import { resultOf, SUBJECTS } from '../words/results.js';

const FINE: Readonly<Record<string, Told>> = {
  vetoes: 0,
  late_reports: 1,
  completion: '0.5',
  quality: false,
  planned: 4,
};
const WELL = { sick: 0, sanction: { type: 'step', scale: 'sanction', value: null }, trouble: 0, away: 0 } as const;

function explained(result: Result, id = 'unit:01', lang: Lang = 'zh'): Explanation {
  const found = SUBJECTS.find((each) => each.id === id);
  if (!found) throw new Error(`no subject ${id}`);
  return explain(result, found, lang);
}

function rule(result: Result, name: string, id = 'unit:01', lang: Lang = 'zh'): ExplainedRule | undefined {
  return explained(result, id, lang).grades[0]?.rules.find((each) => each.rule === name);
}

/** The words of each part of a rule. */
function parts(result: Result, name: string, id = 'unit:01', lang: Lang = 'zh'): string[] {
  return rule(result, name, id, lang)?.atoms.map(({ text }) => text) ?? [];
}

interface Bounds {
  readonly value?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A fact of which a value, or only the bounds, are known. */
function bounded(id: string, { value, atLeast, atMost }: Bounds): Fact {
  const written = (at: number | undefined): Value | undefined =>
    at === undefined ? undefined : { type: 'number', value: String(at) };
  const [least, most] = [written(atLeast), written(atMost)];
  return {
    ...fact('unit:01', id, value),
    ...(least ? { atLeast: least } : {}),
    ...(most ? { atMost: most } : {}),
  };
}

describe('a subject', () => {
  const result = resultOf({ 'unit:01': FINE, 'unit:02': { ...FINE, completion: 1 } });

  it('is named, with its grades, standings, consequences and facts', () => {
    const { subject: id, name, grades, standings, consequences, facts } = explained(result);
    expect([id, name, grades.length, standings.length, consequences.length, facts.length]).toEqual([
      'unit:01',
      '办公室',
      1,
      1,
      1,
      5,
    ]);
  });

  it('stands in each order, of as many as have a rank', () => {
    expect(explained(result).standings).toEqual([
      {
        title: '完成次序',
        clause: '一(一)',
        clauseSays: '按时上报',
        rank: '2',
        of: 2,
        place: '第2名，共2个',
        owed: [],
      },
    ]);
    expect(explained(result, 'unit:01', 'en').standings[0]?.title).toBe('Order by completion');
  });

  it('has no rank where something is owed, and is told what', () => {
    const owing = resultOf({ 'unit:01': { ...FINE, completion: undefined }, 'unit:02': FINE });
    const [standing] = explained(owing).standings;
    expect(standing).toMatchObject({ rank: '—', of: 1 });
    expect(standing?.owed).toHaveLength(1);
  });

  it('has what follows, with its clause', () => {
    expect(explained(result).consequences).toEqual([
      { text: '本年迟报{late_reports}次', clause: '一(一)', clauseSays: '按时上报' },
    ]);
  });

  it('has each fact with its value, span and cells', () => {
    const cells = [{ file: 'a.xlsx', sheet: '表', cell: 'B2' }];
    const own: Fact[] = [{ ...fact('unit:01', 'planned', 4), cells }, fact('unit:01', 'vetoes', undefined)];
    const [planned, vetoes] = explained(resultOf({ 'unit:01': own }), 'unit:01', 'en').facts;
    expect(planned).toEqual({
      id: 'planned',
      title: 'Planned',
      value: '4 tasks',
      clause: '一(一)',
      clauseSays: 'Reports on time',
      from: '2026-01-01',
      to: '2026-03-31',
      cells,
      owed: [],
    });
    expect(vetoes).toMatchObject({ value: 'pending', owed: [expect.stringContaining('vetoes')] });
  });

  it('is told from namesakes by its number and whom it belongs to', () => {
    const { name, number, within } = explained(resultOf({ 'staff:0201': WELL }), 'staff:0201');
    expect([name, number, within]).toEqual(['李敏', '0201', '计量科']);
    expect(explained(result)).not.toHaveProperty('within');
  });

  it('is named as the one who owes, also where it is explained itself', () => {
    const owed: Owed = {
      kind: 'later',
      form: 'report',
      by: 'unit:01',
      period: '2026' as Period,
      due: '2027-01-05' as Day,
    };
    const waiting = resultOf({ 'unit:01': [{ ...fact('unit:01', 'vetoes', undefined), owed: [owed] }] });
    const { facts, grades } = explained(waiting);
    expect(facts[0]?.owed).toEqual([expect.stringMatching(/2027年1月5日到期，由办公室报送$/)]);
    expect(grades[0]?.owed).toEqual(facts[0]?.owed);
  });

  it('shares its place with others, and says so', () => {
    const tied = resultOf({ 'unit:01': FINE, 'unit:02': FINE });
    expect(explained(tied).standings[0]?.place).toBe('第1名（并列），共2个');
    expect(explained(tied, 'unit:01', 'en').standings[0]?.place).toBe('rank 1 (tied) of 2');
  });

  it('has nothing of what is about others', () => {
    expect(explained(resultOf({ 'unit:02': FINE }))).toMatchObject({
      grades: [],
      standings: [],
      consequences: [],
      facts: [],
    });
  });

  it('is explained by the result alone, as written down and read back', () => {
    const read = JSON.parse(JSON.stringify(result)) as Result;
    for (const lang of ['zh', 'en'] as const)
      expect(explained(read, 'unit:01', lang)).toEqual(explained(result, 'unit:01', lang));
  });
});

describe('a grade', () => {
  it('is explained by every rule that was asked, those that did not apply too', () => {
    const [grade] = explained(resultOf({ 'unit:01': FINE })).grades;
    expect(grade).toMatchObject({ title: '科室等次', grade: '中', state: 'determined', possible: [], owed: [] });
    expect(grade?.rules.map(({ rule: id, outcome, decided }) => [id, outcome, decided])).toEqual([
      ['veto', 'false', false],
      ['late', 'false', false],
      ['good', 'false', false],
      ['fair', 'true', true],
    ]);
  });

  it('is not decided by a rule that holds behind another', () => {
    const vetoed = resultOf({ 'unit:01': { ...FINE, vetoes: 1 } });
    expect(rule(vetoed, 'veto')).toMatchObject({ outcome: 'true', decided: true });
    expect(rule(vetoed, 'fair')).toMatchObject({ outcome: 'true', decided: false });
  });

  it('that is awaited names what is still possible, and what is owed', () => {
    const [grade] = explained(resultOf({ 'unit:01': { ...FINE, vetoes: undefined } }), 'unit:01', 'en').grades;
    expect(grade).toMatchObject({ state: 'awaiting', possible: ['fair', 'poor'] });
    expect(grade?.owed).toHaveLength(1);
  });

  it.each<[Lang, object]>([
    ['zh', { title: '一票否决', clause: '一(一)', grade: '差', condition: 'vetoes >= 1' }],
    ['en', { title: 'Vetoed', clause: '一(一)', grade: 'poor', condition: 'vetoes >= 1' }],
  ])('has each rule with its title, clause, grade and condition: %s', (lang, expected) => {
    expect(rule(resultOf({ 'unit:01': FINE }), 'veto', 'unit:01', lang)).toMatchObject(expected);
  });

  it('has the cells of each rule, each once', () => {
    const cell = (name: string): { file: string; cell: string } => ({ file: 'a.xlsx', cell: name });
    const own = [
      { ...fact('staff:0101', 'trouble', 3), cells: [cell('B2'), cell('C2')] },
      { ...fact('staff:0101', 'away', 1), cells: [cell('D9'), cell('B2')] },
    ];
    expect(rule(resultOf({ 'staff:0101': own }), 'fit', 'staff:0101')?.cells).toEqual([
      cell('B2'),
      cell('C2'),
      cell('D9'),
    ]);
  });

  it('says with each rule what is owed for it', () => {
    const owing = resultOf({ 'unit:01': { ...FINE, vetoes: undefined } });
    expect(rule(owing, 'veto')?.owed).toHaveLength(1);
    expect(rule(owing, 'late')?.owed).toEqual([]);
  });
});

describe('each part of a rule in words', () => {
  it.each<[string, Record<string, Told>, string, RegExp]>([
    ['how much is short of the bound', { late_reports: 1 }, 'late', /^迟报 1次（2次以上）.*1$/],
    ['the bound where it is reached', { late_reports: 2 }, 'late', /^迟报 2次（2次以上）$/],
    ['the fact where there is no parameter', { vetoes: 0 }, 'veto', /^否决 0.*1$/],
    ['a share as a percentage', { completion: '0.45' }, 'fair', /^完成率 45\.0%/],
    ['what is pending', { late_reports: undefined }, 'late', /^迟报 待定（2次以上）$/],
    ['what is certain already', { late_reports: { atLeast: 1 } }, 'late', /^迟报 至少1次（2次以上），至多差 1$/],
  ])('%s', (_, told, name, words) => {
    expect(parts(resultOf({ 'unit:01': { ...FINE, ...told } }), name)[0]).toMatch(words);
  });

  it.each<[string, Told, RegExp]>([
    ['that the bound itself does not count', 40, /^本年病假 40天（超过40天），.*不计入$/],
    ['by how much more than the bound it must be', '38.5', /^本年病假 38\.5天（超过40天），.*1\.5/],
    ['nothing more where it is passed', 41, /^本年病假 41天（超过40天）$/],
  ])('where more than the bound is asked: %s', (_, sick, words) => {
    const result = resultOf({ 'staff:0101': { ...WELL, sick } });
    expect(parts(result, 'sick', 'staff:0101')).toEqual([expect.stringMatching(words)]);
  });

  it('in English', () => {
    const text = (sick: Told): string =>
      parts(resultOf({ 'staff:0101': { ...WELL, sick } }), 'sick', 'staff:0101', 'en').join();
    expect(text(41)).toBe('Sick leave this year 41 days (more than 40 days)');
    expect(text(40)).toMatch(/^Sick leave this year 40 days \(more than 40 days\), .*does not count$/);
    expect(text(30)).toMatch(/^Sick leave this year 30 days \(more than 40 days\), .*10/);
    expect(parts(resultOf({ 'unit:01': FINE }), 'late', 'unit:01', 'en')).toEqual([
      'Late reports 1 time (2 or more times), short by 1',
    ]);
  });

  it('the step of a scale and its bound', () => {
    expect(parts(resultOf({ 'staff:0101': WELL }), 'sanction', 'staff:0101')).toEqual(['最重处分 无（记过以上）']);
  });

  it('each part on its own', () => {
    expect(parts(resultOf({ 'unit:01': FINE }), 'good')).toEqual([
      expect.stringMatching(/^完成率 50\.0%（90\.0%以上），.*40个百分点$/),
      '工作质量 否（须为是）',
    ]);
  });

  it('several facts in one part', () => {
    const over = 'grades: { unit: { rules: { fair: { when: late_reports + vetoes < planned } } } }';
    expect(parts(resultOf({ 'unit:01': FINE }, over), 'fair')).toEqual(['迟报 1次，否决 0，计划 4项']);
  });

  it.each<[Bounds, string, string]>([
    [{ value: 1 }, '否决 1（须为0），多 1', 'Vetoes 1 (must be 0), over by 1'],
    [{ atLeast: 2, atMost: 4 }, '否决 2–4（须为0），多 2–4', 'Vetoes 2–4 (must be 0), over by 2–4'],
    [{ atLeast: 2 }, '否决 至少2（须为0），至少多 2', 'Vetoes at least 2 (must be 0), over by at least 2'],
  ])('how far it is over the number asked for: %j', (vetoes, zh, en) => {
    const over = 'grades: { unit: { rules: { fair: { when: vetoes == 0 } } } }';
    const result = resultOf({ 'unit:01': [bounded('vetoes', vetoes)] }, over);
    expect(parts(result, 'fair')).toEqual([zh]);
    expect(parts(result, 'fair', 'unit:01', 'en')).toEqual([en]);
  });

  it.each<[Bounds, string]>([
    [{ atLeast: 0, atMost: 1 }, '迟报 0–1次（2次以上），差 1–2'],
    [{ atLeast: 1 }, '迟报 至少1次（2次以上），至多差 1'],
    [{ atLeast: 0 }, '迟报 待定（2次以上）'],
  ])('what is lacking while only bounds are known: %j', (late_reports, words) => {
    expect(parts(resultOf({ 'unit:01': [bounded('late_reports', late_reports)] }), 'late')).toEqual([words]);
  });

  it('how two facts must stand to each other, and how far they are apart', () => {
    const over = 'grades: { unit: { rules: { fair: { when: late_reports == planned } } } }';
    expect(parts(resultOf({ 'unit:01': FINE }, over), 'fair')).toEqual(['迟报 1次，计划 4项（两者须相等），差 3']);
  });

  it('whether it holds, of several in one rule', () => {
    const atoms = rule(resultOf({ 'unit:01': { ...FINE, completion: '0.95', quality: undefined } }), 'good')?.atoms;
    expect(atoms?.map(({ outcome }) => outcome)).toEqual(['true', 'unknown']);
  });

  it('that must not hold as it must be', () => {
    const over = 'grades: { unit: { rules: { fair: { when: "!reaches(late_reports, late_at) && !quality" } } } }';
    const said = rule(resultOf({ 'unit:01': { ...FINE, late_reports: 2 } }, over), 'fair');
    expect(said?.atoms).toEqual([
      { outcome: 'false', text: '迟报 2次（低于2次），正在界上，不计入' },
      { outcome: 'true', text: '工作质量 否（须为否）' },
    ]);
  });

  it('as it is written where it asks for no fact', () => {
    const result = resultOf({ 'unit:01': FINE });
    const atom = { source: 'unit_grade != "poor"', names: ['unit_grade'], outcome: 'true' } as const;
    expect(atomText(atom, new Map(), result, 'zh')).toBe('unit_grade != "poor"');
  });
});

describe('a result of measures that are no longer at hand', () => {
  it('is explained by the names it has', () => {
    const { words, ...rest } = resultOf({ 'unit:01': FINE });
    const bare: Result = { ...rest, words: { ...words, ladders: {}, rankings: {}, facts: {}, clauses: {} } };
    const { grades, standings, facts } = explain(bare, subject('unit:01'), 'zh');
    expect(grades[0]).toMatchObject({ title: 'unit', grade: 'fair' });
    expect(grades[0]?.rules[0]).toMatchObject({ title: 'veto', condition: '', clause: '1', clauseSays: '' });
    expect(grades[0]).not.toHaveProperty('next');
    expect(standings[0]).toMatchObject({ title: 'completion' });
    expect(facts[0]).toMatchObject({ title: 'vetoes' });
  });
});

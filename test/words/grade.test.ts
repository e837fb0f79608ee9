/** How grades are written, and what is owed and by whom: everything needed to mend it is named, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import type { Lang } from '../../src/base/text.js';
import type { Grade, GradeState, Owed } from '../../src/model/grading.js';
import { gradeText, gradeTitle, owedText } from '../../src/words/grade.js';
import { resultOf } from './results.js';

const RESULT = resultOf();
const PERIOD = '2026-03' as Period;
const DUE = '2026-04-05' as Day;
const PLACE = { file: 'a.xlsx', sheet: '表', cell: 'B2' };
const OTHER = { file: 'b.xlsx', sheet: '表', cell: 'C3' };
const LANGS: readonly Lang[] = ['zh', 'en'];

type Kinds = { readonly [K in Owed['kind']]: readonly [owed: Extract<Owed, { kind: K }>, zh: string[], en: string[]] };

/** Each kind of what may be owed, and what its words must name. */
const OWED: Kinds = {
  submission: [
    { kind: 'submission', form: 'plan', by: 'unit:02', period: PERIOD, due: DUE },
    ['计量科', '2026年3月', '工作计划', '2026年4月5日'],
    ['计量科', 'March 2026', 'Plan', '2026-04-05'],
  ],
  later: [
    { kind: 'later', form: 'plan', by: 'unit:02', period: PERIOD, due: DUE },
    ['计量科', '2026年3月', '工作计划', '2026年4月5日'],
    ['计量科', 'March 2026', 'Plan', '2026-04-05'],
  ],
  register: [{ kind: 'register', form: 'incidents' }, ['事件登记表'], ['Incidents']],
  choice: [
    { kind: 'choice', form: 'plan', by: 'unit:02', period: PERIOD },
    ['计量科', '2026年3月', '工作计划'],
    ['计量科', 'March 2026', 'Plan'],
  ],
  cell: [{ kind: 'cell', place: PLACE }, ['a.xlsx › 表 › B2'], ['a.xlsx › 表 › B2']],
  receipt: [
    { kind: 'receipt', form: 'plan', by: 'unit:02', period: PERIOD },
    ['计量科', '2026年3月', '工作计划'],
    ['计量科', 'March 2026', 'Plan'],
  ],
  assessor: [{ kind: 'assessor', place: PLACE }, ['评分人', 'a.xlsx › 表 › B2'], ['assessor', 'a.xlsx › 表 › B2']],
  tie: [
    { kind: 'tie', ranking: 'completion', subjects: ['unit:02'] },
    ['计量科', '完成次序'],
    ['计量科', 'Order by completion'],
  ],
  unplaced: [
    { kind: 'unplaced', ranking: 'completion', subjects: ['unit:02'] },
    ['计量科', '完成次序'],
    ['计量科', 'Order by completion'],
  ],
  answer: [
    { kind: 'answer', fact: 'quality', by: { zh: '领导小组', en: 'the leading group' } },
    ['领导小组', '工作质量'],
    ['the leading group', 'Quality confirmed'],
  ],
  conflict: [
    { kind: 'conflict', fact: 'quality', places: [PLACE, OTHER] },
    ['工作质量', 'a.xlsx › 表 › B2', 'b.xlsx › 表 › C3'],
    ['Quality confirmed', 'a.xlsx › 表 › B2', 'b.xlsx › 表 › C3'],
  ],
  repeated: [
    { kind: 'repeated', form: 'plan', places: [PLACE, OTHER] },
    ['工作计划', 'a.xlsx › 表 › B2', 'b.xlsx › 表 › C3'],
    ['Plan', 'a.xlsx › 表 › B2', 'b.xlsx › 表 › C3'],
  ],
  unanswered: [
    { kind: 'unanswered', form: 'report', place: PLACE },
    ['完成情况表', 'a.xlsx › 表 › B2'],
    ['Completion report', 'a.xlsx › 表 › B2'],
  ],
  unaccounted: [
    { kind: 'unaccounted', form: 'leave', fact: 'sick' },
    ['请假登记表', '本年病假'],
    ['Leave log', 'Sick leave this year'],
  ],
  'nothing-to-share': [{ kind: 'nothing-to-share', fact: 'planned' }, ['计划', '0'], ['Planned', '0']],
  parameter: [{ kind: 'parameter', parameter: 'late_at' }, ['迟报达到'], ['Times late']],
};

describe.each(Object.entries(OWED))('what is owed: %s', (_, [owed, zh, en]) => {
  it('is said in Chinese', () => {
    const text = owedText(owed, RESULT, 'zh');
    for (const part of zh) expect(text).toContain(part);
    expect(text).not.toContain('undefined');
  });

  it('is said in English', () => {
    const text = owedText(owed, RESULT, 'en');
    for (const part of en) expect(text).toContain(part);
    // Names of units, files and sheets stay as they are.
    expect(text.replace(/计量科|表/g, '')).not.toMatch(/\p{Script=Han}|undefined/u);
  });
});

describe('what is owed', () => {
  it('is said differently for each kind', () => {
    for (const lang of LANGS) {
      const said = Object.values(OWED).map(([owed]) => owedText(owed, RESULT, lang));
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it.each(['submission', 'later', 'choice', 'receipt'] as const)('does not name again whom it is about: %s', (kind) => {
    for (const lang of LANGS) {
      const text = owedText(OWED[kind][0], RESULT, lang, 'unit:02');
      expect(text).not.toContain('计量科');
      expect(text).not.toMatch(/ {2}|^ | $/);
    }
  });

  it('names whoever else owes it', () => {
    for (const lang of LANGS) expect(owedText(OWED.submission[0], RESULT, lang, 'unit:01')).toContain('计量科');
  });

  it('names who keeps a form of the office, where the measures say', () => {
    const kept = 'forms: { judgements: { kept_by: { zh: 领导小组, en: the leading group } } }';
    const owed: Owed = { ...OWED.submission[0], form: 'judgements', by: 'office' };
    expect(owedText(owed, resultOf({}, kept), 'zh')).toContain('领导小组');
    expect(owedText(owed, resultOf({}, kept), 'en')).toContain('the leading group');
    expect(owedText(owed, RESULT, 'zh')).toContain('办公室');
  });

  it('names forms, facts and parameters of other measures as they stand', () => {
    const strangers: Owed[] = [
      { kind: 'register', form: 'stranger' },
      { kind: 'answer', fact: 'stranger', by: { zh: '某', en: 'someone' } },
      { kind: 'conflict', fact: 'stranger', places: [] },
      { kind: 'unaccounted', form: 'leave', fact: 'stranger' },
      { kind: 'nothing-to-share', fact: 'stranger' },
      { kind: 'parameter', parameter: 'stranger' },
    ];
    for (const lang of LANGS) for (const owed of strangers) expect(owedText(owed, RESULT, lang)).toContain('stranger');
  });
});

describe('a grade', () => {
  const none = { possible: [], decidedBy: [], considered: [], notApplied: [], owed: [] };
  const grade = (state: GradeState, id?: string, more: Partial<Grade> = {}): Grade => ({
    subject: 'unit:01',
    ladder: 'unit',
    state,
    ...none,
    ...(id ? { grade: id } : {}),
    ...more,
  });
  const texts = (each: Grade | undefined): string[] => LANGS.map((lang) => gradeText(each, RESULT, lang));

  it('that is determined is its title', () => {
    expect(texts(grade('determined', 'good'))).toEqual(['好', 'good']);
  });

  it('that is proposed says so', () => {
    expect(texts(grade('proposed', 'good'))).toEqual(['好（建议）', 'good (proposed)']);
  });

  it.each(['awaiting', 'undetermined'] as const)('that is %s is none of the titles', (state) => {
    for (const text of texts(grade(state))) expect(text).not.toMatch(/^$|好|中|差|good|fair|poor/);
  });

  it('that is awaited reads otherwise than one that cannot be determined', () => {
    expect(texts(grade('awaiting'))).not.toEqual(texts(grade('undetermined')));
  });

  it('that left rules out says so', () => {
    const [zh = '', en = ''] = texts(grade('determined', 'good', { notApplied: ['late'] }));
    expect(zh).toMatch(/^好（.+）$/);
    expect(en).toMatch(/^good \(.+\)$/);
  });

  it('that nobody has is nothing', () => {
    expect(texts(undefined)).toEqual(['', '']);
  });

  it('that other measures give is named as it stands', () => {
    expect(gradeTitle('unit', 'stranger', RESULT)).toEqual({ zh: 'stranger', en: 'stranger' });
    expect(gradeTitle('stranger', 'good', RESULT)).toEqual({ zh: 'good', en: 'good' });
  });
});

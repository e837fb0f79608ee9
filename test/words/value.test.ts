/** How values, facts, parameters and names of a result are written, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import type { Value } from '../../src/model/value.js';
import { filledConsequences } from '../../src/words/consequence.js';
import {
  bracketed,
  capital,
  labelled,
  listed,
  phrases,
  running,
  sentence,
  withoutStop,
} from '../../src/words/phrase.js';
import {
  clauseText,
  factText,
  factWithUnit,
  namesOf,
  parameterText,
  placeText,
  rankText,
  UNKNOWN,
  valueText,
} from '../../src/words/value.js';
import { fact, type Told } from '../grade/subjects.js';
import { resultOf } from './results.js';

const { words } = resultOf();
const both = (text: (lang: 'zh' | 'en') => string): string[] => [text('zh'), text('en')];

describe('a value', () => {
  it.each<[Value | undefined, string, string]>([
    [{ type: 'number', value: '2.5' }, '2.5', '2.5'],
    [{ type: 'number', value: '0.1234' }, '0.1234', '0.1234'],
    [{ type: 'number', value: '0.12345' }, '0.1235', '0.1235'],
    [{ type: 'number', value: '123456789012' }, '123456789012', '123456789012'],
    [{ type: 'text', value: '收发' }, '收发', '收发'],
    [{ type: 'yesno', value: true }, '是', 'yes'],
    [{ type: 'yesno', value: false }, '否', 'no'],
    [{ type: 'day', value: '2026-03-05' as Day }, '2026年3月5日', '2026-03-05'],
    [{ type: 'period', value: '2026-Q1' as Period }, '2026年第一季度', 'the first quarter of 2026'],
    [{ type: 'step', scale: 'sanction', value: 'demerit' }, '记过', 'demerit'],
    [{ type: 'step', scale: 'sanction', value: null }, '无', 'none'],
    [{ type: 'step', scale: 'other', value: 'x' }, 'x', 'x'],
    [{ type: 'form', value: 'plan' }, '工作计划', 'Plan'],
    [{ type: 'form', value: 'other' }, 'other', 'other'],
    [{ type: 'choice', value: 'good' }, 'good', 'good'],
    [undefined, UNKNOWN.zh, UNKNOWN.en],
  ])('%j is %s, %s', (value, zh, en) => {
    expect(both((lang) => valueText(value, words, lang))).toEqual([zh, en]);
  });
});

describe('a fact', () => {
  const shown = (id: string, told: Told): string[] =>
    both((lang) => factWithUnit(fact('unit:01', id, told), words, lang));

  it.each<[string, Told, string, string]>([
    ['planned', 3, '3项', '3 tasks'],
    ['planned', 1, '1项', '1 task'],
    ['quantity', '2.5', '2.5', '2.5'],
    ['completion', '0.88888', '88.9%', '88.9%'],
    ['completion', 1, '100.0%', '100.0%'],
    ['quality', true, '是', 'yes'],
    ['proposed', { type: 'choice', value: 'fair' }, '中', 'fair'],
    ['proposed', { type: 'choice', value: 'other' }, 'other', 'other'],
    ['sanction', { type: 'step', scale: 'sanction', value: 'warning' }, '警告', 'warning'],
    ['sanction', { type: 'step', scale: 'sanction', value: null }, '无', 'none'],
    ['planned', undefined, UNKNOWN.zh, UNKNOWN.en],
    ['unheard-of', 3, '3', '3'],
  ])('%s of %j is %s, %s', (id, told, zh, en) => {
    expect(shown(id, told)).toEqual([zh, en]);
  });

  it('that is not known is at least what is certain already', () => {
    expect(shown('planned', { atLeast: 3 })).toEqual(['至少3项', 'at least 3 tasks']);
    const step = {
      ...fact('staff:0101', 'sanction', undefined),
      atLeast: { type: 'step', scale: 'sanction', value: 'demerit' } as const,
    };
    expect(both((lang) => factText(step, words, lang))).toEqual(['至少记过', 'at least demerit']);
  });

  it('is pending where nothing is certain but nothing', () => {
    expect(shown('planned', { atLeast: 0 })).toEqual([UNKNOWN.zh, UNKNOWN.en]);
    const none = {
      ...fact('staff:0101', 'sanction', undefined),
      atLeast: { type: 'step', scale: 'sanction', value: null } as const,
    };
    expect(factText(none, words, 'zh')).toBe(UNKNOWN.zh);
  });

  it('is pending where nobody collected it', () => {
    expect(both((lang) => factText(undefined, words, lang))).toEqual([UNKNOWN.zh, UNKNOWN.en]);
  });
});

describe('a parameter', () => {
  it.each([
    ['late_at', '2次以上', '2 or more times'],
    ['sick_over', '超过40天', 'more than 40 days'],
    ['sanction_at', '记过以上', 'demerit or more'],
    ['due_day', '5', '5'],
    ['good_share', '0.3', '0.3'],
    ['counted', '工作计划、完成情况表', 'Plan, Completion report'],
    ['unheard-of', UNKNOWN.zh, UNKNOWN.en],
  ])('%s reads %s, %s', (id, zh, en) => {
    expect(both((lang) => parameterText(id, words, lang))).toEqual([zh, en]);
  });

  it('reads with its unit', () => {
    const unit = 'parameters: { due_day: { unit: { zh: 日, en: of the month } } }';
    expect(both((lang) => parameterText('due_day', resultOf({}, unit).words, lang))).toEqual(['5日', '5 of the month']);
  });

  it('reads as a share where the measures show it so', () => {
    const share = 'parameters: { good_share: { show: share } }';
    expect(both((lang) => parameterText('good_share', resultOf({}, share).words, lang))).toEqual(['30%', '30%']);
  });

  it('that is not set is pending', () => {
    expect(parameterText('late_at', resultOf({}, '', { late_at: null }).words, 'zh')).toBe(UNKNOWN.zh);
  });

  it('that names something without words reads as it stands', () => {
    const { words } = resultOf();
    const counted = words.parameters.counted;
    if (!counted) throw new Error('the pack counts reports');
    const other = { ...words, parameters: { counted: { ...counted, value: ['other'] } } };
    expect(parameterText('counted', other, 'zh')).toBe('other');
  });
});

describe('a name', () => {
  const name = namesOf(resultOf());

  it('is that of the roster', () => {
    expect(both((lang) => name('unit:02', lang))).toEqual(['计量科', '计量科']);
  });

  it('has its number where two bear it', () => {
    expect(both((lang) => name('staff:0201', lang))).toEqual(['李敏（0201）', '李敏 (0201)']);
    expect(name('staff:0202', 'zh')).toBe('王志强');
  });

  it('of nobody on the roster is the office that keeps the forms', () => {
    expect(name('office', 'zh')).toMatch(/办公室$/);
    expect(name('office', 'en')).toMatch(/office$/);
  });
});

describe('a place', () => {
  it.each([
    [{ file: 'a.xlsx', sheet: '表', cell: 'B2' }, 'a.xlsx › 表 › B2'],
    [{ file: 'a.xlsx', sheet: '表', cell: '' }, 'a.xlsx › 表'],
    [{ file: 'a.xlsx' }, 'a.xlsx'],
    [{ file: '' }, '—'],
  ])('%j is %s', (place, text) => {
    expect(placeText(place)).toBe(text);
  });
});

describe('a clause', () => {
  it('is numbered as in the source', () => {
    expect([clauseText('2', words), clauseText('9.9', words)]).toEqual(['一(二)', '9.9']);
  });
});

describe('a rank', () => {
  it.each([
    [{ rank: 2, tied: false }, '2', '2'],
    [{ rank: 1, tied: true }, '1（并列）', '1 ='],
    [{ tied: false }, '—', '—'],
  ])('%j is %s, %s', (standing, zh, en) => {
    expect(both((lang) => rankText(standing, lang))).toEqual([zh, en]);
  });
});

describe('the wording of what follows', () => {
  const line = (text: { zh: string; en: string }): Parameters<typeof filledConsequences>[0][number] => ({
    consequence: 'late',
    subject: 'unit:01',
    clause: '1',
    tone: 'criticise',
    text,
    atoms: [],
  });

  it('is filled with the figures of whom it is about, each in its own manner', () => {
    const facts = [
      fact('unit:01', 'late_reports', 2),
      fact('unit:01', 'completion', '0.5'),
      fact('unit:01', 'quality', true),
      fact('unit:02', 'late_reports', 9),
    ];
    const text = {
      zh: '迟报{late_reports}次，完成{completion}，{quality}',
      en: '{late_reports}, {completion}, {quality}',
    };
    expect(filledConsequences([line(text)], facts, words)).toEqual([
      line({ zh: '迟报2次，完成50.0%，是', en: '2, 50.0%, yes' }),
    ]);
  });

  it('without a figure it asks for is our own fault', () => {
    expect(() => filledConsequences([line({ zh: '{late_reports}', en: '' })], [], words)).toThrow('late_reports');
  });
});

describe('phrases', () => {
  it.each<[string, (lang: 'zh' | 'en') => string, string, string]>([
    ['a list', (lang) => listed(['甲', '乙'], lang), '甲、乙', '甲, 乙'],
    ['clauses', (lang) => phrases(['甲', '乙'], lang), '甲；乙', '甲; 乙'],
    ['a sentence', (lang) => sentence('完成', lang), '完成。', '完成.'],
    ['a sentence that had its stop', (lang) => sentence(' 完成。', lang), '完成。', '完成.'],
    ['text without its stop', () => withoutStop('done.; '), 'done', 'done'],
    ['sentences', (lang) => running(['一。', '', '二。'], lang), '一。二。', '一。 二。'],
    ['brackets', (lang) => bracketed('甲', '乙', lang), '甲（乙）', '甲 (乙)'],
    ['no brackets', (lang) => bracketed('甲', '', lang), '甲', '甲'],
    ['a label', (lang) => labelled('甲', '乙', lang), '甲：乙', '甲: 乙'],
    ['a label alone', (lang) => labelled('甲', '', lang), '甲', '甲'],
    ['a capital', () => capital('unit'), 'Unit', 'Unit'],
    ['no capital', () => capital('科室'), '科室', '科室'],
  ])('%s', (_, text, zh, en) => {
    expect(both(text)).toEqual([zh, en]);
  });
});

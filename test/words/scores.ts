/** Scores for tests: a small tree of items and rules in words, and what it comes to, told by hand. */
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { RESULT_FORMAT, type Result, type ScoreWords, type Words } from '../../src/model/result.js';
import type { Reckoned, Scored, ScoredItem, ScoredRule } from '../../src/model/scored.js';
import type { Place } from '../../src/model/value.js';
import { subject } from '../grade/subjects.js';

export const CELL: Place = { file: '扣分登记表.xlsx', sheet: '登记', cell: 'C5' };
export const OTHER: Place = { file: '扣分登记表.xlsx', sheet: '登记', cell: 'C9' };

/** Work has 60 points to lose, conduct 40 to gather in two parts, and a bonus stands outside. */
export const SCORE: ScoreWords = {
  title: { zh: '综合考评', en: 'Assessment' },
  clause: '1',
  subject: 'unit',
  full: '100',
  items: {
    work: { title: { zh: '工作实绩', en: 'Work' }, clause: '2', full: '60', outside: false, begins: 'full' },
    late: { title: { zh: '时限', en: 'Time limits' }, clause: '2', outside: false, begins: 'zero', in: 'work' },
    conduct: { title: { zh: '作风', en: 'Conduct' }, clause: '3', full: '40', outside: false, begins: 'full' },
    manner: {
      title: { zh: '态度', en: 'Manner' },
      clause: '3',
      full: '15',
      outside: false,
      begins: 'full',
      in: 'conduct',
    },
    study: {
      title: { zh: '学习', en: 'Study' },
      clause: '3',
      full: '25',
      outside: false,
      begins: 'zero',
      in: 'conduct',
    },
    bonus: { title: { zh: '加分', en: 'Bonus' }, clause: '4', outside: true, begins: 'full' },
  },
  rules: {
    unpublished: {
      title: { zh: '未按时公开', en: 'Published late' },
      clause: '2',
      code: '1(2)',
      effect: 'deduct',
      item: 'work',
      asks: [],
    },
    fault: { title: { zh: '差错', en: 'Fault' }, clause: '2', code: '二', effect: 'deduct', item: 'work', asks: [] },
    praised: {
      title: { zh: '受到表彰', en: 'Praised' },
      clause: '4',
      code: '4',
      effect: 'add',
      item: 'bonus',
      asks: [],
    },
  },
  shown: { what: { zh: '事由', en: 'What' }, on: { zh: '日期', en: 'Day' } },
};

export const WORDS: Words = {
  clauses: {
    '1': { at: '一', zh: '计分', en: 'Points' },
    '2': { at: '二', zh: '实绩', en: 'Work' },
    '3': { at: '三', zh: '作风', en: 'Conduct' },
    '4': { at: '四', zh: '加分', en: 'Bonus' },
  },
  subjects: { unit: { zh: '科室', en: 'Unit' } },
  forms: { log: { zh: '扣分登记表', en: 'Log' } },
  keepers: {},
  facts: {
    unpublished: {
      title: { zh: '未按时公开', en: 'Published late' },
      clause: '2',
      unit: { zh: '次', en: 'times' },
      show: 'number',
    },
    rating: {
      title: { zh: '评价', en: 'Rating' },
      clause: '2',
      show: 'text',
      choices: { good: { zh: '好', en: 'good' } },
    },
    completion: { title: { zh: '完成率', en: 'Completion' }, clause: '2', show: 'share' },
  },
  parameters: {
    late_at: {
      title: { zh: '迟报达到', en: 'Times late' },
      clause: '2',
      origin: 'source',
      byOffice: false,
      value: { type: 'number', value: '3' },
      inclusive: true,
      unit: { zh: '次', en: 'times' },
    },
  },
  scales: {},
  scores: { main: SCORE },
  ladders: {},
  rankings: { points: { title: { zh: '得分次序', en: 'Order by points' }, clause: '1' } },
  limits: {},
  consequences: {},
  bulletin: {
    title: { zh: '通报', en: 'Bulletin' },
    opening: { zh: '。', en: '.' },
    sections: [{ kind: 'order', title: { zh: '次序', en: 'Order' }, ranking: 'points', facts: ['completion'] }],
  },
};

export function reckoned(points: string, each: string, more: Partial<Reckoned> = {}): Reckoned {
  return { cells: [CELL], each, points, shown: [], owed: [], ...more };
}

export function rule(id: string, sure: string, more: Partial<ScoredRule> = {}): ScoredRule {
  return { rule: id, sure, points: sure, reckoned: [], ...more };
}

/** The same without its points: they lie within bounds only. */
export function open<T extends { readonly points?: string }>({ points: _, ...rest }: T): Omit<T, 'points'> {
  return rest;
}

export function item(id: string, sure: string, more: Partial<ScoredItem> = {}): ScoredItem {
  const full = SCORE.items[id]?.full;
  return { item: id, sure, points: sure, rules: [], items: [], ...(full === undefined ? {} : { full }), ...more };
}

export function scored(sure: string, items: readonly ScoredItem[], more: Partial<Scored> = {}): Scored {
  return {
    score: 'main',
    subject: 'unit:01',
    from: '2026-01-01' as Day,
    to: '2026-03-31' as Day,
    sure,
    points: sure,
    full: '100',
    items,
    owed: [],
    ...more,
  };
}

const GROUPS = [
  { id: 'a', title: { zh: '甲类', en: 'Class A' } },
  { id: 'b', title: { zh: '乙类', en: 'Class B' } },
] as const;

export const UNITS = [
  subject('unit:01', { name: '办公室', group: GROUPS[0] }),
  subject('unit:02', { name: '计量科', group: GROUPS[1] }),
  subject('unit:03', { name: '标准科', group: GROUPS[0] }),
];

/** A result with these scores and nothing else. */
export function resultWith(scores: readonly Scored[], more: Partial<Result> = {}): Result {
  return {
    format: RESULT_FORMAT,
    measures: { id: 'points', version: '1', title: SCORE.title, source: SCORE.title },
    office: { name: '某局', issuer: '某局' },
    period: '2026-Q1' as Period,
    kind: 'quarter',
    asOf: '2026-04-10' as Day,
    subjects: UNITS,
    files: [],
    expected: [],
    upcoming: [],
    findings: [],
    facts: [],
    scores,
    grades: [],
    standings: [],
    consequences: [],
    seats: [],
    extracts: [],
    words: WORDS,
    ...more,
  };
}

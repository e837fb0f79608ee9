/**
 * A score by hand: four teams in two series. One lost and won points, with a cap, a share and occurrences that do not
 * count; one lost more than an item holds; one is open; one lost nothing.
 */

import type { Standing } from '../../src/model/grading.js';
import type { Result, ScoreWords, SectionWords, Words } from '../../src/model/result.js';
import type { Reckoned, Scored, ScoredItem, ScoredRule } from '../../src/model/scored.js';
import { said, WORDS } from './bulletin/words.js';
import { aResult, at, day, fact, num } from './result.js';

export const LOG = (cell: string) => at(cell, '考评办/扣分登记.xlsx', '扣分登记');

const item = (zh: string, en: string, full?: string) => ({
  title: said(zh, en),
  clause: 'c1',
  ...(full === undefined ? {} : { full }),
  outside: full === undefined,
  begins: full === undefined ? ('zero' as const) : ('full' as const),
});

const rule = (zh: string, en: string, code: string, of: string, effect: 'deduct' | 'add' = 'deduct') => ({
  title: said(zh, en),
  clause: 'c2',
  code,
  effect,
  item: of,
  asks: [] as string[],
});

export const DUTY: ScoreWords = {
  title: said('班组百分考核', 'Score of the teams'),
  clause: 'c1',
  subject: 'team',
  full: '100',
  items: {
    order: item('现场秩序', 'Order', '60'),
    files: item('台账', 'Files', '40'),
    kept: { ...item('保管', 'Keeping'), outside: false, in: 'files' },
    extra: item('加减分', 'Extra'),
  },
  rules: {
    untidy: rule('现场不整洁', 'Untidy', '1(1)', 'order'),
    late: rule('未按时交班', 'Late handover', '1(2)', 'order'),
    poor: rule('台账不全', 'Files incomplete', '2(1)', 'kept'),
    none: rule('没有台账', 'No files', '2(2)', 'kept'),
    model: { ...rule('作典型推广', 'Held up as a model', '3(1)', 'extra', 'add'), asks: ['quota'] },
  },
  shown: { seen: said('日期', 'Date'), what: said('情况', 'What') },
};

export function reckoned(cell: string, each: string, points: string, more: Partial<Reckoned> = {}): Reckoned {
  const shown = [
    { column: 'seen', text: said('2026年2月3日', '2026-02-03') },
    { column: 'what', text: said('=通道堆物', '=通道堆物') },
  ];
  return { cells: [LOG(cell)], each, points, shown, owed: [], ...more };
}

export function scoredRule(
  id: string,
  points: string,
  own: readonly Reckoned[],
  more: Partial<ScoredRule> = {},
): ScoredRule {
  return { rule: id, points, sure: points, reckoned: own, ...more };
}

export function scoredItem(id: string, points: string, more: Partial<ScoredItem> = {}): ScoredItem {
  const full = DUTY.items[id]?.full;
  return { item: id, points, sure: points, ...(full === undefined ? {} : { full }), rules: [], items: [], ...more };
}

export function scored(
  subject: string,
  points: string,
  items: readonly ScoredItem[],
  more: Partial<Scored> = {},
): Scored {
  const span = { from: day('2026-01-01'), to: day('2026-03-31') };
  return { score: 'duty', subject, ...span, points, sure: points, full: '100', items, owed: [], ...more };
}

const files = (points: string, rules: readonly ScoredRule[] = []): ScoredItem =>
  scoredItem('files', points, { items: [scoredItem('kept', points === '40' ? '0' : '-5', { rules })] });

/** Twice untidy; model by joint work; incomplete files, which is not set beside having none; one exempt. */
const FIRST = scored('team:一组', '79', [
  scoredItem('order', '40', {
    rules: [
      scoredRule('untidy', '-20', [
        reckoned('D4', '10', '-20', { times: '2' }),
        reckoned('D6', '10', '0', { times: '1', aside: { kind: 'matter', of: 'untidy', place: LOG('D4') } }),
      ]),
    ],
    self: { points: '60', place: at('C3', '一组自评.xlsx', '自评') },
  }),
  files('35', [
    scoredRule('poor', '0', [reckoned('D7', '5', '-5')], { aside: { kind: 'alternative', of: 'none' } }),
    scoredRule('none', '-5', [reckoned('D8', '5', '-5')]),
  ]),
  scoredItem('extra', '4', {
    rules: [scoredRule('model', '4', [reckoned('D9', '5', '4', { times: '1', share: '0.8' })])],
  }),
]);

/** Late seven times by the reports: more than the item holds. */
const LATE = reckoned('', '10', '-70', {
  cells: ['B2', 'B3', 'B4', 'B5'].map((cell) => at(cell, '三组.xlsx', '交班')),
  times: '7',
  fact: { fact: 'tardy', value: { type: 'number', value: '7' } },
  shown: [],
});
const THIRD = scored('team:三组', '40', [
  scoredItem('order', '0', {
    rules: [scoredRule('late', '-70', [LATE])],
    cut: { by: 'zero', points: '-10', at: '0' },
  }),
  files('40'),
  scoredItem('extra', '0'),
]);

const OPEN = { kind: 'cell', place: LOG('F12') } as const;
const { points: _, ...half } = scored('team:四组', '90', [], { sure: '90', least: '90', most: '100', owed: [OPEN] });
const { points: __, ...order } = scoredItem('order', '50', { least: '50', most: '60' });
const FOURTH: Scored = {
  ...half,
  items: [
    {
      ...order,
      rules: [
        {
          rule: 'untidy',
          least: '-10',
          most: '0',
          sure: '0',
          reckoned: [reckoned('D12', '10', '0', { aside: { kind: 'open' }, owed: [OPEN] })],
        },
      ],
    },
    files('40'),
    scoredItem('extra', '0'),
  ],
};

const SECOND = scored('team:二组', '100', [scoredItem('order', '60'), files('40'), scoredItem('extra', '0')]);

export const SECTIONS: readonly SectionWords[] = [
  { kind: 'overview', title: said('总体情况', 'Overall') },
  { kind: 'order', title: said('班组次序', 'Order of the teams'), ranking: 'tasks', facts: ['total'] },
  { kind: 'scores', title: said('各项得分', 'Points by item'), score: 'duty' },
  {
    kind: 'score-lines',
    title: said('加扣分明细', 'Lost and won'),
    score: 'duty',
    none: said('没有加扣分。', 'None.'),
  },
];

export const SCORE_WORDS: Words = {
  ...WORDS,
  facts: {
    ...WORDS.facts,
    total: { title: said('得分', 'Points'), clause: 'c1', unit: said('分', 'points'), show: 'number' },
  },
  scores: { duty: DUTY },
  bulletin: { ...WORDS.bulletin, sections: SECTIONS },
};

export function byPoints(subject: string, group: string | undefined, rank?: number, points?: string): Standing {
  return {
    ranking: 'tasks',
    subject,
    ...(group === undefined ? {} : { group }),
    ...(rank === undefined ? {} : { rank }),
    tied: false,
    keys: [{ fact: 'total', ...(points === undefined ? {} : { value: num(points) }) }],
    owed: rank === undefined ? [OPEN] : [],
  };
}

const SERIES = { front: said('一线', 'front line'), rear: said('后勤', 'rear') };
const GROUPS: Readonly<Record<string, keyof typeof SERIES>> = {
  'team:一组': 'front',
  'team:二组': 'front',
  'team:三组': 'rear',
  'team:四组': 'rear',
};

/** The teams scored, and ranked by points: apart by series, or all together. */
export function scoredResult(more: Partial<Result> = {}, apart = true): Result {
  const base = aResult();
  const group = (team: string) => (apart ? GROUPS[team] : undefined);
  return {
    ...base,
    subjects: base.subjects.map((each) => {
      const id = GROUPS[each.id];
      return id ? { ...each, group: { id, title: SERIES[id] } } : each;
    }),
    facts: [
      ...[FIRST, SECOND, THIRD].map(({ subject, points = '' }) => fact(subject, 'total', num(points))),
      fact('team:四组', 'total', OPEN, { atLeast: num('90') }),
    ],
    scores: [FIRST, SECOND, THIRD, FOURTH],
    standings: [
      byPoints('team:二组', group('team:二组'), 1, '100'),
      byPoints('team:一组', group('team:一组'), 2, '79'),
      byPoints('team:三组', group('team:三组'), apart ? 1 : 3, '40'),
      byPoints('team:四组', group('team:四组')),
    ],
    grades: [],
    expected: [],
    words: SCORE_WORDS,
    ...more,
  };
}

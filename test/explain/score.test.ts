/** Why a subject has its points: every item and rule with its arithmetic, its cells, and why something does not count. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/base/period.js';
import type { Lang } from '../../src/base/text.js';
import { type Explanation, explain } from '../../src/explain/explain.js';
import type { ExplainedScore } from '../../src/explain/explained-score.js';
import type { Standing } from '../../src/model/grading.js';
import type { Result } from '../../src/model/result.js';
import type { Scored, ScoredItem } from '../../src/model/scored.js';
import { subject } from '../grade/subjects.js';
import { CELL, item, OTHER, open, reckoned, resultWith, rule, scored, UNITS, WORDS } from '../words/scores.js';

function explained(result: Result, lang: Lang = 'zh'): Explanation {
  const [first] = UNITS;
  if (!first) throw new Error('no units');
  return explain(result, first, lang);
}

function explainedScore(score: Scored, lang: Lang = 'zh'): ExplainedScore {
  const [only] = explained(resultWith([score]), lang).scores;
  if (!only) throw new Error('no score is explained');
  return only;
}

const explainedItem = (each: ScoredItem, lang: Lang = 'zh'): ExplainedScore['items'][number] | undefined =>
  explainedScore(scored(each.sure, [each]), lang).items[0];

describe('a score', () => {
  const items = [item('work', '50', { rules: [rule('fault', '-10')] }), item('conduct', '38.5')];

  it('is explained with its points, full points, span and sum', () => {
    expect(explainedScore(scored('88.5', items))).toMatchObject({
      score: 'main',
      title: '综合考评',
      clause: '一',
      from: '2026-01-01',
      to: '2026-03-31',
      points: '88.5分',
      full: '100',
      sum: '50 + 38.5 = 88.5',
      owed: [],
    });
    expect(explainedScore(scored('88.5', items), 'en')).toMatchObject({ title: 'Assessment', points: '88.5 points' });
  });

  it('that is open has its bounds, what is owed, and the sum of what is sure', () => {
    const owed = [
      { kind: 'later', form: 'log', by: 'unit:01', period: '2026-03' as Period, due: '2026-04-15' },
    ] as never;
    const waiting = { ...open(scored('88.5', items, { owed })), least: '80', most: '88.5' };
    expect(explainedScore(waiting)).toMatchObject({
      points: '80–88.5分',
      sum: '按已能确定的计：50 + 38.5 = 88.5',
      owed: [expect.stringContaining('扣分登记表')],
    });
    expect(explainedScore(waiting, 'en').sum).toBe('by what is sure already: 50 + 38.5 = 88.5');
  });

  it('is explained to whom it belongs alone', () => {
    const result = resultWith([scored('88.5', items, { subject: 'unit:02' })]);
    expect(explained(result).scores).toEqual([]);
  });

  it('of measures that are no longer at hand goes by the names it has', () => {
    const rules = [
      rule('fault', '-10', { reckoned: [reckoned('-10', '10')] }),
      rule('praised', '3', { reckoned: [reckoned('3', '3')] }),
    ];
    const result = resultWith([scored('50', [item('work', '50', { rules })])], { words: { ...WORDS, scores: {} } });
    const [score] = explained(result).scores;
    expect(score).toMatchObject({ title: 'main', clause: '', points: '50分' });
    expect(score?.items[0]).toMatchObject({ title: 'work', clause: '' });
    expect(score?.items[0]?.rules).toMatchObject([
      { title: 'fault', code: '', products: [{ text: '-10分' }] },
      { title: 'praised', code: '', products: [{ text: '3分' }] },
    ]);
  });
});

describe('an item', () => {
  const rules = [rule('unpublished', '-10'), rule('fault', '-5'), rule('praised', '3')];

  it('says what it held, what was taken and added, and what that comes to', () => {
    expect(explainedItem(item('work', '48', { rules }))).toMatchObject({
      title: '工作实绩',
      clause: '二',
      points: '48分',
      full: '60',
      changes: '扣15分，加3分',
      sum: '60 − 10 − 5 + 3 = 48',
    });
    expect(explainedItem(item('work', '48', { rules }), 'en')?.changes).toBe('15 points taken, 3 points added');
  });

  it('says nothing more where nothing happened', () => {
    expect(explainedItem(item('work', '60', { rules: [rule('fault', '0')] }))).toEqual({
      item: 'work',
      title: '工作实绩',
      clause: '二',
      clauseSays: '实绩',
      points: '60分',
      full: '60',
      rules: [],
      items: [],
      unused: [{ rule: 'fault', code: '二', title: '差错', clause: '二', clauseSays: '实绩', outcome: 'false' }],
    });
  });

  it('has its rules that gave nothing, and why, and those that are open', () => {
    const rules = [
      rule('unpublished', '-10', { reckoned: [reckoned('-10', '10')] }),
      rule('fault', '0', { aside: { kind: 'not-applicable' } }),
      open(rule('praised', '0')),
    ];
    expect(explainedItem(item('work', '50', { rules }))?.unused).toMatchObject([
      { rule: 'fault', outcome: 'false', why: '不计：本条不适用于该对象' },
      { rule: 'praised', outcome: 'unknown' },
    ]);
  });

  it('without full points of its own shows which way it goes', () => {
    const group = item('late', '-7');
    const bonus = item('bonus', '5', { rules: [rule('praised', '5')] });
    expect(explainedItem(item('work', '53', { items: [group] }))?.items).toMatchObject([{ points: '-7分' }]);
    expect(explainedItem(bonus)).toMatchObject({ points: '+5分' });
    expect(explainedItem(bonus)).not.toHaveProperty('changes');
  });

  it('says what was cut off, and for what it was set aside', () => {
    expect(explainedItem(item('work', '0', { cut: { by: 'zero', points: '-4', at: '0' } }))?.cut).toBe(
      '扣完本项为止，多扣的4分不计',
    );
    expect(explainedItem(item('late', '0', { aside: { kind: 'alternative', of: 'fault' } }))?.why).toBe(
      '不计：同组取其重者，按“差错”计',
    );
  });

  it('that is open does not say that it does not count', () => {
    expect(explainedItem(item('late', '0', { aside: { kind: 'open' } }))?.why).toBe('尚不能确定');
  });

  it('has the own score of its subject beside it, with its cell', () => {
    expect(explainedItem(item('work', '45', { self: { points: '50', place: CELL } }))?.self).toEqual({
      text: '自评50分，比考评多5分',
      place: CELL,
    });
  });
});

describe('a rule', () => {
  const log = reckoned('-10', '5', {
    times: '2',
    matter: '12',
    cells: [CELL],
    shown: [
      { column: 'what', text: { zh: '信息过期', en: 'stale' } },
      { column: 'stranger', text: { zh: '甲', en: 'A' } },
    ],
  });
  const again = reckoned('0', '5', {
    times: '1',
    cells: [OTHER],
    aside: { kind: 'matter', of: 'unpublished', place: CELL },
    owed: [{ kind: 'cell', place: OTHER }],
  });
  const whole = rule('unpublished', '-8', { reckoned: [log, again], cut: { by: 'cap', points: '-2', at: '-8' } });

  it('has its code, clause and points, and what was cut off', () => {
    expect(explainedItem(item('work', '52', { rules: [whole] }))?.rules).toMatchObject([
      {
        rule: 'unpublished',
        code: '1(2)',
        title: '未按时公开',
        clause: '二',
        points: '-8分',
        cut: '最多扣8分，超出的2分不扣',
      },
    ]);
  });

  it('has each product with its cells, what the log says, and why it does not count', () => {
    const [own] = explainedItem(item('work', '52', { rules: [whole] }))?.rules ?? [];
    expect(own?.products).toEqual([
      { text: '2次×5分＝-10分', matter: '12', shown: ['事由：信息过期', 'stranger：甲'], cells: [CELL], owed: [] },
      {
        text: '1次×5分',
        why: '不计：同一事项只计最高的一次，见 扣分登记表.xlsx › 登记 › C5',
        shown: [],
        cells: [OTHER],
        owed: ['扣分登记表.xlsx › 登记 › C9 无法读取'],
      },
    ]);
  });

  it('that was set aside says why', () => {
    const aside = rule('fault', '0', { reckoned: [reckoned('0', '5')], aside: { kind: 'not-applicable' } });
    expect(explainedItem(item('work', '60', { rules: [aside] }), 'en')?.rules[0]?.why).toBe(
      'does not count: the rule does not hold for this subject',
    );
  });
});

describe('a standing within a group', () => {
  const standing = (id: string, rank?: number, group?: string): Standing => ({
    ranking: 'points',
    subject: id,
    tied: false,
    keys: [],
    owed: [],
    ...(rank === undefined ? {} : { rank }),
    ...(group === undefined ? {} : { group }),
  });

  it('counts those of the group alone, and names it', () => {
    const standings = [standing('unit:01', 1, 'a'), standing('unit:03', undefined, 'a'), standing('unit:02', 1, 'b')];
    expect(explained(resultWith([], { standings })).standings).toMatchObject([{ group: '甲类', rank: '1', of: 1 }]);
  });

  it('counts all where there are no groups', () => {
    const standings = [standing('unit:01', 1), standing('unit:02', 2)];
    const [only] = explained(resultWith([], { standings })).standings;
    expect(only).toMatchObject({ rank: '1', of: 2 });
    expect(only).not.toHaveProperty('group');
  });

  it('goes by the id of the group where the roster has no title', () => {
    const result = resultWith([], { standings: [standing('unit:09', 1, 'z')] });
    expect(explain(result, subject('unit:09'), 'zh').standings[0]?.group).toBe('z');
  });
});

/** How points, products and what does not count are written, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import type { Bounded, Cut, Reckoned, ScoredItem, SetAside } from '../../src/model/scored.js';
import {
  asideText,
  cutText,
  pointsText,
  pointsWithUnit,
  reckonedText,
  selfText,
  signedText,
  signedWithUnit,
} from '../../src/words/score.js';
import { CELL, reckoned, SCORE, WORDS } from './scores.js';

const both = (text: (lang: Lang) => string): string[] => [text('zh'), text('en')];

describe('points', () => {
  it.each<[Bounded, string, string]>([
    [{ points: '88.5' }, '88.5', '88.5'],
    [{ points: '0' }, '0', '0'],
    [{ points: '-5' }, '-5', '-5'],
    [{ points: '33.333333333333' }, '33.3333', '33.3333'],
    [{ points: '2.999999' }, '3', '3'],
    [{ least: '82', most: '90' }, '82–90', '82–90'],
    [{ least: '82', most: '82' }, '82', '82'],
    [{ least: '-8', most: '-5' }, '-8至-5', '-8 to -5'],
    [{ most: '90' }, '至多90', 'at most 90'],
    [{ least: '82' }, '至少82', 'at least 82'],
    [{}, '待定', 'pending'],
  ])('%j are %s, %s', (bounded, zh, en) => {
    expect(both((lang) => pointsText(bounded, lang))).toEqual([zh, en]);
  });

  it.each<[Bounded, string, string]>([
    [{ points: '88.5' }, '88.5分', '88.5 points'],
    [{ points: '1' }, '1分', '1 point'],
    [{ least: '82', most: '90' }, '82–90分', '82–90 points'],
    [{ most: '90' }, '至多90分', 'at most 90 points'],
    [{}, '待定', 'pending'],
  ])('%j have their unit: %s, %s', (bounded, zh, en) => {
    expect(both((lang) => pointsWithUnit(bounded, lang))).toEqual([zh, en]);
  });

  it.each([
    ['-5', '-5'],
    ['10', '+10'],
    ['0', '0'],
    ['-0.00001', '0'],
    ['0.00001', '0'],
  ])('%s with its sign is %s', (points, text) => {
    expect(signedText(points)).toBe(text);
  });

  it.each<[Bounded, string, string]>([
    [{ points: '10' }, '+10分', '+10 points'],
    [{ points: '-1' }, '-1分', '-1 point'],
    [{ least: '-8', most: '0' }, '-8至0分', '-8 to 0 points'],
    [{ most: '-8' }, '至少扣8分', 'at least 8 points off'],
    [{ least: '-8' }, '至多扣8分', 'at most 8 points off'],
    [{ most: '8' }, '至多8分', 'at most 8 points'],
    [{ least: '8' }, '至少8分', 'at least 8 points'],
    [{ most: '0' }, '待定', 'pending'],
    [{ least: '0' }, '待定', 'pending'],
    [{}, '待定', 'pending'],
  ])('%j added or taken are %s, %s', (bounded, zh, en) => {
    expect(both((lang) => signedWithUnit(bounded, lang))).toEqual([zh, en]);
  });
});

describe('what is cut off', () => {
  it.each<[Cut, string, string]>([
    [
      { by: 'cap', points: '5', at: '10' },
      '最多计10分，超出的5分不计',
      'the most that counts is 10 points; the rest, 5 points, does not',
    ],
    [
      { by: 'cap', points: '-5', at: '-10' },
      '最多扣10分，超出的5分不扣',
      'the most that comes off is 10 points; the rest, 5 points, does not count',
    ],
    [
      { by: 'zero', points: '-4', at: '0' },
      '扣完本项为止，多扣的4分不计',
      'no more comes off than the item holds; the rest, 4 points, does not count',
    ],
    [
      { by: 'full', points: '3', at: '15' },
      '以本项满分15分为限，多出的3分不计',
      'the item ends at its full 15 points; the rest, 3 points, does not count',
    ],
    [{ by: 'nothing', points: '45', at: '0' }, '本项不得分', 'the item earns nothing'],
  ])('%j', (cut, zh, en) => {
    expect(both((lang) => cutText(cut, lang))).toEqual([zh, en]);
  });
});

describe('why something does not count', () => {
  it.each<[SetAside, string, string]>([
    [
      { kind: 'alternative', of: 'fault' },
      '同组取其重者，按“差错”计',
      'of its group only the weightier counts: "Fault"',
    ],
    [
      { kind: 'alternative', of: 'late' },
      '同组取其重者，按“时限”计',
      'of its group only the weightier counts: "Time limits"',
    ],
    [
      { kind: 'alternative', of: 'stranger' },
      '同组取其重者，按“stranger”计',
      'of its group only the weightier counts: "stranger"',
    ],
    [
      { kind: 'matter', of: 'fault', place: CELL },
      '同一事项只计最高的一次，见 扣分登记表.xlsx › 登记 › C5',
      'one matter counts once, at its highest: see 扣分登记表.xlsx › 登记 › C5',
    ],
    [
      { kind: 'once', place: CELL },
      '只计一次，见 扣分登记表.xlsx › 登记 › C5',
      'counts once: see 扣分登记表.xlsx › 登记 › C5',
    ],
    [{ kind: 'exempt' }, '按规定免予计分', 'exempt under the rule'],
    [{ kind: 'evidence' }, '来源不作为本条依据', 'its source is no evidence for this rule'],
    [{ kind: 'not-applicable' }, '本条不适用于该对象', 'the rule does not hold for this subject'],
    [{ kind: 'not-reached', parameter: 'late_at' }, '未达到“3次以上”', 'does not reach "3 or more times"'],
    [
      { kind: 'unset', parameter: 'late_at' },
      '参数“迟报达到”未设定，本条未适用',
      'parameter "Times late" is not set; the rule is not applied',
    ],
    [
      { kind: 'unset', parameter: 'stranger' },
      '参数“stranger”未设定，本条未适用',
      'parameter "stranger" is not set; the rule is not applied',
    ],
    [{ kind: 'open' }, '尚不能确定', 'not known yet'],
  ])('%j', (aside, zh, en) => {
    expect(both((lang) => asideText(aside, SCORE, WORDS, lang))).toEqual([zh, en]);
  });
});

describe('a product', () => {
  const exempt = { kind: 'exempt' } as const;
  const open = { kind: 'open' } as const;
  it.each<[string, Reckoned, 'deduct' | 'add', string, string]>([
    ['of times', reckoned('-10', '5', { times: '2' }), 'deduct', '2次×5分＝-10分', '2 times × 5 points = -10 points'],
    [
      'of times and share',
      reckoned('4', '5', { times: '1', share: '0.8' }),
      'add',
      '1次×5分×80%＝4分',
      '1 time × 5 points × 80% = 4 points',
    ],
    [
      'of a share alone',
      reckoned('3.3333333333', '10', { share: '0.33333333333' }),
      'add',
      '10分×33.3333%＝3.3333分',
      '10 points × 33.3333% = 3.3333 points',
    ],
    ['of what counts once', reckoned('5', '5'), 'add', '5分', '5 points'],
    ['of what is deducted once', reckoned('-5', '5'), 'deduct', '-5分', '-5 points'],
    [
      'of a fact that is the number of times',
      reckoned('-20', '10', { times: '2', fact: { fact: 'unpublished', value: { type: 'number', value: '2' } } }),
      'deduct',
      '未按时公开 2次×10分＝-20分',
      'Published late 2 times × 10 points = -20 points',
    ],
    [
      'of the steps of a fact',
      reckoned('-4', '2', { times: '2', fact: { fact: 'completion', value: { type: 'number', value: '0.85' } } }),
      'deduct',
      '完成率 85.0%：2×2分＝-4分',
      'Completion 85.0%: 2 × 2 points = -4 points',
    ],
    [
      'of a fact in shares',
      reckoned('8.5', '10', { share: '0.85', fact: { fact: 'completion', value: { type: 'number', value: '0.85' } } }),
      'add',
      '完成率 85.0%：10分×85%＝8.5分',
      'Completion 85.0%: 10 points × 85% = 8.5 points',
    ],
    [
      'of a fact that counts once',
      reckoned('-5', '5', { fact: { fact: 'unpublished', value: { type: 'number', value: '3' } } }),
      'deduct',
      '未按时公开 3次：-5分',
      'Published late 3 times: -5 points',
    ],
    [
      'of a fact that is not known',
      reckoned('0', '5', { fact: { fact: 'unpublished' }, aside: { kind: 'open' } }),
      'deduct',
      '未按时公开 待定：-5分',
      'Published late pending: -5 points',
    ],
    [
      'of a fact that is no number',
      reckoned('5', '5', { fact: { fact: 'unpublished', value: { type: 'choice', value: '优' } } }),
      'add',
      '未按时公开 优：5分',
      'Published late 优: 5 points',
    ],
    [
      'of a fact that the measures do not know',
      reckoned('5', '5', { fact: { fact: 'stranger', value: { type: 'number', value: '2' } } }),
      'add',
      'stranger 2：5分',
      'stranger 2: 5 points',
    ],
    [
      'without a result where it is set aside',
      reckoned('0', '5', { times: '2', aside: exempt }),
      'deduct',
      '2次×5分',
      '2 times × 5 points',
    ],
    ['of what would have been deducted once', reckoned('0', '5', { aside: exempt }), 'deduct', '-5分', '-5 points'],
    ['of what would have been added once', reckoned('0', '5', { aside: exempt }), 'add', '5分', '5 points'],
    [
      'in proportion to a quota',
      reckoned('2.4', '3', {
        ratio: { part: '8', of: '10' },
        fact: { fact: 'unpublished', value: { type: 'number', value: '8' } },
      }),
      'add',
      '未按时公开 8次：3分×8/10＝2.4分',
      'Published late 8 times: 3 points × 8/10 = 2.4 points',
    ],
    [
      'in proportion to one',
      reckoned('6.65', '7', {
        ratio: { part: '0.95', of: '1' },
        fact: { fact: 'completion', value: { type: 'number', value: '0.95' } },
      }),
      'add',
      '完成率 95.0%：7分×95%＝6.65分',
      'Completion 95.0%: 7 points × 95% = 6.65 points',
    ],
    [
      'whose times are open',
      reckoned('0', '5', { times: '0', aside: open }),
      'deduct',
      '待定×5分',
      'pending × 5 points',
    ],
    [
      'whose points are open',
      reckoned('0', '0', { times: '2', aside: open }),
      'deduct',
      '2次×待定',
      '2 times × pending',
    ],
    ['that is open altogether', reckoned('0', '0', { aside: open }), 'add', '待定', 'pending'],
    [
      'that asks for a number not set',
      reckoned('0', '0', { times: '2', aside: { kind: 'unset', parameter: 'late_at' } }),
      'deduct',
      '2次×待定',
      '2 times × pending',
    ],
    [
      'of what happened no time',
      reckoned('0', '5', { times: '0' }),
      'deduct',
      '0次×5分＝0分',
      '0 times × 5 points = 0 points',
    ],
    [
      'of a fact that is yes or no',
      reckoned('5', '5', { fact: { fact: 'unpublished', value: { type: 'yesno', value: true } } }),
      'add',
      '未按时公开 是：5分',
      'Published late yes: 5 points',
    ],
    [
      'of a fact that is a choice',
      reckoned('5', '5', { fact: { fact: 'rating', value: { type: 'choice', value: 'good' } } }),
      'add',
      '评价 好：5分',
      'Rating good: 5 points',
    ],
    [
      'by steps of a number',
      reckoned('11', '1', { times: '11', number: '550' }),
      'add',
      '550计11档×1分＝11分',
      '11 steps of 550 × 1 point = 11 points',
    ],
    ['of nothing', reckoned('0', '0', { aside: exempt }), 'deduct', '0分', '0 points'],
  ])('%s', (_, each, effect, zh, en) => {
    expect(both((lang) => reckonedText(each, effect, WORDS, lang))).toEqual([zh, en]);
  });
});

describe("a subject's own score", () => {
  const own = (points: string): NonNullable<ScoredItem['self']> => ({ points, place: CELL });
  it.each<[string, Bounded, string, string]>([
    ['50', { points: '45' }, '自评50分，比考评多5分', 'self-score: 50 points, 5 more than it comes to'],
    ['40', { points: '45' }, '自评40分，比考评少5分', 'self-score: 40 points, 5 fewer than it comes to'],
    ['45', { points: '45' }, '自评45分，与考评一致', 'self-score: 45 points, the same'],
    ['45', { most: '60' }, '自评45分', 'self-score: 45 points'],
  ])('%s beside %j', (points, bounded, zh, en) => {
    expect(both((lang) => selfText(own(points), bounded, lang))).toEqual([zh, en]);
  });
});

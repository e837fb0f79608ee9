/** Points that have changed: which items and rules, by which lines of the arithmetic and which cells. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.js';
import type { ScoreChange } from '../../src/compare/types.js';
import type { Scored } from '../../src/model/scored.js';
import { aResult, fact, num } from '../report/result.js';
import { LOG, reckoned, SCORE_WORDS, scored, scoredItem, scoredRule } from '../report/scores.js';

const bare = { facts: [], grades: [], standings: [], consequences: [], words: SCORE_WORDS };

function change(before: Scored | undefined, after: Scored | undefined): ScoreChange | undefined {
  const result = (one: Scored | undefined) => aResult({ ...bare, scores: one ? [one] : [] });
  return compare({ result: result(before) }, { result: result(after) }).changed[0]?.scores[0];
}

const untidy = (points: string, own: Parameters<typeof scoredRule>[2]) =>
  scored('team:一组', String(100 + Number(points)), [
    scoredItem('order', String(60 + Number(points)), { rules: [scoredRule('untidy', points, own)] }),
  ]);

describe('points that have changed', () => {
  it('are told by item and rule, with what was reckoned and what is', () => {
    const was = untidy('-20', [reckoned('D4', '10', '-20', { times: '2' })]);
    const is = untidy('-30', [
      reckoned('D4', '10', '-20', { times: '2' }),
      reckoned('D9', '10', '-10', { times: '1' }),
    ]);
    expect(change(was, is)).toMatchObject({
      id: 'duty',
      before: { points: '80', text: { zh: '80分', en: '80 points' } },
      after: { points: '70' },
      items: [{ id: 'order', depth: 0, before: { points: '40' }, after: { points: '30' } }],
      rules: [
        {
          id: 'untidy',
          code: '1(1)',
          before: { text: { zh: '-20分' } },
          after: { text: { zh: '-30分' } },
          went: [],
          came: [{ text: { zh: '1次×10分＝-10分' }, cells: [LOG('D9')] }],
        },
      ],
    });
  });

  it('name a line that is reckoned otherwise as gone and come', () => {
    const times = (count: string) => untidy(`-${count}0`, [reckoned('D4', '10', `-${count}0`, { times: count })]);
    expect(change(times('2'), times('1'))?.rules[0]).toMatchObject({
      went: [{ text: { zh: '2次×10分＝-20分' } }],
      came: [{ text: { zh: '1次×10分＝-10分' } }],
    });
  });

  it('name what no longer counts though nothing was taken away', () => {
    const counted = untidy('-10', [reckoned('D4', '10', '-10')]);
    const exempt = untidy('0', [reckoned('D4', '10', '0', { aside: { kind: 'exempt' } })]);
    expect(change(counted, exempt)?.rules[0]).toMatchObject({ after: { points: '0' }, came: [{ cells: [LOG('D4')] }] });
  });

  it('stay what they are where only rules without anything found came or went', () => {
    const none = scored('team:一组', '100', [scoredItem('order', '60', { rules: [] })]);
    const more = scored('team:一组', '99', [
      scoredItem('order', '59', { rules: [scoredRule('untidy', '0', []), scoredRule('late', '-1', [])] }),
    ]);
    expect(change(none, none)).toBeUndefined();
    expect(change(none, more)?.rules.map(({ id }) => id)).toEqual(['late']);
  });

  it('are told within bounds while something is open, and may be there for the first time', () => {
    const { points: _, ...open } = scored('team:一组', '', [], { sure: '80', least: '80', most: '90' });
    expect(change(open, scored('team:一组', '85', []))).toMatchObject({
      before: { least: '80', most: '90', text: { zh: '80–90分' } },
      after: { points: '85' },
    });
    const first = change(undefined, scored('team:一组', '85', [scoredItem('order', '60')]));
    expect([first?.before, first?.after?.points, first?.items[0]?.before]).toEqual([undefined, '85', undefined]);
  });

  it('name the figures and parameters that a rule rests on, where these have changed', () => {
    const late = (value: string) =>
      scored('team:一组', '90', [
        scoredItem('order', '50', {
          rules: [
            scoredRule('late', `-${value}0`, [
              reckoned('', '10', `-${value}0`, { times: value, fact: { fact: 'tardy', value: num(value) } }),
            ]),
          ],
        }),
      ]);
    const result = (value: string) =>
      aResult({
        ...bare,
        scores: [late(value)],
        facts: [fact('team:一组', 'tardy', num(value))],
      });
    const found = compare({ result: result('1') }, { result: result('2') });
    expect(found.changed[0]?.scores[0]?.rules[0]?.restsOn.facts).toEqual(['tardy']);
  });
});

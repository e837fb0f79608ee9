/** A score as lines of a table, and its arithmetic written out. */
import { describe, expect, it } from 'vitest';
import { type ScoreLine, scoreLines } from '../../src/words/score.js';
import { changes, itemSum, scoreSum } from '../../src/words/sum.js';
import { CELL, item, open, reckoned, rule, SCORE, scored } from './scores.js';

const brief = ({ depth, kind, id }: ScoreLine): string => `${depth} ${kind} ${id}`;

describe('the lines of a score', () => {
  const product = reckoned('-10', '5', { times: '2' });
  const exempted = reckoned('0', '5', { aside: { kind: 'exempt' } });
  const whole = scored('85', [
    item('work', '50', {
      rules: [rule('unpublished', '-10', { reckoned: [product, exempted] }), rule('fault', '0')],
      items: [item('late', '0', { aside: { kind: 'alternative', of: 'fault' } })],
      self: { points: '55', place: CELL },
    }),
    item('bonus', '10', {
      cut: { by: 'cap', points: '5', at: '10' },
      rules: [rule('praised', '15', { cut: { by: 'cap', points: '1', at: '15' } })],
    }),
  ]);

  it('go down the tree in order, without the rules under which nothing was found', () => {
    expect(scoreLines(whole, SCORE).map(brief)).toEqual([
      '0 item work',
      '1 rule unpublished',
      '2 reckoned unpublished',
      '2 reckoned unpublished',
      '1 item late',
      '0 item bonus',
      '1 rule praised',
    ]);
  });

  it('leave a rule out that is open and has nothing found', () => {
    const lines = scoreLines(scored('0', [item('work', '0', { rules: [open(rule('fault', '0'))] })]), SCORE);
    expect(lines.map(brief)).toEqual(['0 item work']);
  });

  it('keep a fact that several rules rest on', () => {
    const fact = { fact: 'unpublished', value: { type: 'number', value: '3' } } as const;
    const rules = [
      rule('unpublished', '-5', { reckoned: [reckoned('-5', '5', { fact })] }),
      rule('fault', '-1', { reckoned: [reckoned('-1', '1', { fact })] }),
    ];
    expect(scoreLines(scored('54', [item('work', '54', { rules })]), SCORE)).toHaveLength(5);
  });

  it('carry what there is to say of an item', () => {
    const [work, , , , late, bonus] = scoreLines(whole, SCORE);
    expect(work).toEqual({
      depth: 0,
      kind: 'item',
      id: 'work',
      title: SCORE.items.work?.title,
      clause: '2',
      full: '60',
      sure: '50',
      bounded: { points: '50' },
      self: { points: '55', place: CELL },
    });
    expect(late?.aside).toEqual({ kind: 'alternative', of: 'fault' });
    expect(bonus).toMatchObject({ cut: { by: 'cap', points: '5', at: '10' } });
    expect(bonus).not.toHaveProperty('full');
  });

  it('carry code and effect of a rule, and with them what it rests on', () => {
    const [, own, first, second] = scoreLines(whole, SCORE);
    expect(own).toMatchObject({ code: '1(2)', effect: 'deduct', clause: '2', bounded: { points: '-10' } });
    expect(first).toMatchObject({ code: '1(2)', effect: 'deduct', bounded: { points: '-10' }, reckoned: product });
    expect(second).toMatchObject({ bounded: { points: '0' }, aside: { kind: 'exempt' } });
  });

  it('have bounds where points are open, and nothing for a product that is', () => {
    const waiting = reckoned('0', '5', { aside: { kind: 'open' } });
    const fault = {
      ...open(rule('fault', '0', { reckoned: [waiting], aside: { kind: 'open' } })),
      least: '-5',
      most: '0',
    };
    const [, own, line] = scoreLines(scored('60', [item('work', '60', { rules: [fault] })]), SCORE);
    expect(own).toMatchObject({ bounded: { least: '-5', most: '0' }, aside: { kind: 'open' } });
    expect(line?.bounded).toEqual({});
  });

  it('go by the names they have where the measures do not know them', () => {
    const [own, under] = scoreLines(scored('0', [item('x', '-1', { rules: [rule('y', '-1')] })]), SCORE);
    expect(own).toMatchObject({ title: { zh: 'x', en: 'x' }, clause: '' });
    expect(under).toMatchObject({ title: { zh: 'y', en: 'y' }, clause: '' });
    expect(under).not.toHaveProperty('effect');
  });
});

describe('a sum', () => {
  it.each<[string, ReturnType<typeof item>, string | undefined]>([
    [
      'begins with the full points',
      item('work', '45', { rules: [rule('unpublished', '-10'), rule('fault', '-5')] }),
      '60 − 10 − 5 = 45',
    ],
    [
      'tells what was reached before it is cut off',
      item('work', '0', { rules: [rule('fault', '-64')], cut: { by: 'zero', points: '-4', at: '0' } }),
      '60 − 64 = -4',
    ],
    ['gathers from zero', item('study', '12', { rules: [rule('praised', '10'), rule('fault', '2')] }), '10 + 2 = 12'],
    ['of groups', item('work', '53', { items: [item('late', '-7')] }), '60 − 7 = 53'],
    [
      'of parts with full points, though they hold nothing',
      item('conduct', '15', { items: [item('manner', '15'), item('study', '0')] }),
      '15 + 0 = 15',
    ],
    [
      'without what is set aside',
      item('work', '50', {
        rules: [rule('unpublished', '-10')],
        items: [item('late', '-7', { aside: { kind: 'alternative', of: 'unpublished' } })],
      }),
      '60 − 10 = 50',
    ],
    ['of fractions', item('work', '59.5', { rules: [rule('fault', '-0.5')] }), '60 − 0.5 = 59.5'],
    [
      'that begins with a deduction',
      item('late', '-6', { rules: [rule('fault', '-2'), rule('unpublished', '-4')] }),
      '-2 − 4 = -6',
    ],
    ['is left out where nothing happened', item('work', '60', { rules: [rule('fault', '0')] }), undefined],
    ['is left out of a single addition', item('bonus', '5', { rules: [rule('praised', '5')] }), undefined],
    ['is left out of nothing', item('bonus', '0'), undefined],
  ])('%s', (_, each, text) => {
    expect(itemSum(each, SCORE)).toBe(text);
  });

  it('of a score is that of its items', () => {
    expect(scoreSum(scored('90', [item('work', '50'), item('conduct', '40'), item('bonus', '0')]))).toBe(
      '50 + 40 = 90',
    );
  });
});

describe('what was taken and added', () => {
  it('is told apart', () => {
    const rules = [rule('unpublished', '-10'), rule('praised', '3'), rule('fault', '-0.5')];
    expect(changes(item('work', '52.5', { rules }))).toEqual({ taken: '-10.5', added: '3' });
  });

  it('is nothing of an item whose parts hold the points', () => {
    expect(changes(item('conduct', '15', { items: [item('manner', '15')] }))).toEqual({ taken: '0', added: '0' });
  });
});

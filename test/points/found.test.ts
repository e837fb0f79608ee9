/** What the properties and a second reading of the measures brought to light, each in its smallest form. */
import { describe, expect, it } from 'vitest';
import type { Repetition, Score, ScoreItem, ScoreRule } from '../../src/model/score.js';
import type { Occurrence } from '../../src/model/scored.js';
import { resultOf } from './make.js';
import { reckon } from './reckon.js';
import { shown } from './shown.js';

const text = { zh: '项', en: 'item' };
const about = { clause: '1', title: text };
const place = (row: number) => ({ file: 'log', cell: `D${row}` });

function rule(id: string, points: number | 'all', per: Repetition['kind'] = 'each'): ScoreRule {
  const basis = per === 'reaching' ? { kind: per, parameter: 'enough' } : { kind: per };
  const amount = points === 'all' ? { kind: points } : { kind: 'fixed' as const, points: { number: String(points) } };
  return { id, code: id, ...about, effect: 'deduct', amount, basis: { kind: 'log', per: basis, evidence: [] } };
}

function score(more: Partial<ScoreItem>, ...rules: ScoreRule[]): Score {
  const bounds = { begins: 'full', below: 'ends', above: 'ends', counts: 'all', outside: false } as const;
  const item: ScoreItem = { id: 'item', ...about, full: '10', ...bounds, for: [], items: [], rules, ...more };
  return { id: 'score', ...about, subject: 'unit', over: 'period', full: '10', items: [item] };
}

function row(at: number, named: string, more: Partial<Occurrence> = {}): Occurrence {
  const sure = { sure: true, times: '1', choices: {}, unread: [], exempt: 'false', evidenced: 'true' } as const;
  return { score: 'score', subject: 'unit:1', rule: named, place: place(at), ...sure, shown: [], owed: [], ...more };
}

const unread = (at: number, what: Partial<Occurrence>): Partial<Occurrence> => ({
  owed: [{ kind: 'cell', place: place(at) }],
  ...what,
});

describe('a rule that takes all the item holds', () => {
  const of = score({ below: 'total' }, rule('a', 6), rule('z', 'all'));

  it('does not lift an item that has gone below zero', () => {
    expect(reckon(of, [row(1, 'a', { times: '2' })]).points).toBe('-2');
    expect(reckon(of, [row(1, 'a', { times: '2' }), row(2, 'z')]).points).toBe('-2');
  });
});

describe('of one matter the occurrence that weighs most', () => {
  const one = { matter: '甲' };

  it('is weighed as it counts: a rule that counts once, once', () => {
    const of = score({ counts: 'highest-per-matter' }, rule('a', 1, 'once'), rule('b', 2));
    expect(reckon(of, [row(1, 'a', { ...one, times: '5' }), row(2, 'b', one)]).points).toBe('8');
  });

  it('is none of a rule whose threshold is not reached', () => {
    const of = score({ counts: 'highest-per-matter' }, rule('a', 3, 'reaching'), rule('b', 2));
    expect(reckon(of, [row(1, 'a', one), row(2, 'b', one)]).points).toBe('8');
  });
});

describe('of alternatives that are open', () => {
  it('none is known to come to nothing while it may be the one that stands', () => {
    const of = score({ counts: 'highest' }, rule('a', 1), rule('b', 2));
    const { times: _, ...timeless } = row(1, 'a', unread(1, { unread: ['times'] }));
    const { rules } = shown(reckon(of, [timeless, row(2, 'b', unread(2, { exempt: 'unknown' }))]), false);
    expect(rules).toEqual({ a: ['?..0 sure 0', 'open'], b: ['-2..0 sure 0', 'open'] });
  });
});

describe('of one matter that is open', () => {
  it('no rule is known to come to nothing while its row may be the one that stands', () => {
    const of = score({ counts: 'highest-per-matter' }, rule('a', 2), rule('b', 1));
    const open = (at: number, named: string) => row(at, named, unread(at, { exempt: 'unknown', matter: '甲' }));
    const { rules } = shown(reckon(of, [open(1, 'a'), open(2, 'b')]), false);
    expect(rules).toEqual({ a: ['-2..0 sure 0', 'open'], b: ['-1..0 sure 0', 'open'] });
  });
});

describe('a fact that rests on points', () => {
  it('names the cells of what counts alone', async () => {
    const { facts } = await resultOf({ log: [{ rule: '7(3)' }, { rule: '7(2)' }] }, '办公室');
    const cells = facts.find(({ id, subject }) => id === 'main_points' && subject === 'unit:03')?.cells ?? [];
    const logged = cells.filter(({ file }) => file.endsWith('-events.xlsx')).map(({ cell }) => cell);
    expect(logged).toEqual(['D6']);
  });
});

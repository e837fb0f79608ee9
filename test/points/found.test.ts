/** What the properties and a second reading of the measures brought to light, each in its smallest form. */
import { describe, expect, it } from 'vitest';
import type { Repetition, Score, ScoreItem, ScoreRule, Step } from '../../src/model/score.js';
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
  const sure = {
    sure: true,
    times: '1',
    choices: {},
    unread: [],
    holds: 'true',
    exempt: 'false',
    evidenced: 'true',
  } as const;
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

  it('is told after a threshold: rows that give way have helped to reach it', () => {
    const of = score({ counts: 'highest-per-matter' }, rule('a', 3, 'reaching'), rule('b', 2));
    expect(reckon(of, [row(1, 'a', one), row(2, 'a', one), row(3, 'b', one)]).points).toBe('7');
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

describe('of several matters that are open', () => {
  it('no rule is known to count by one row or another, where neither is sure', () => {
    const of = score({ counts: 'highest-per-matter' }, rule('z', 'all'), rule('a', 1));
    const spared = row(1, 'z', unread(1, { exempt: 'unknown', matter: '甲' }));
    const { times: _, ...timeless } = row(3, 'a', unread(3, { unread: ['times'], matter: '乙' }));
    const { rules } = shown(reckon(of, [spared, row(2, 'z', { matter: '乙' }), timeless]), false);
    // The second row of z stands while the first is exempt, unless a outweighs it.
    expect(rules.z?.[0]).toBe('-10..0 sure -10');
  });
});

describe('steps of a number that cannot be read', () => {
  const steps = (bound: 'above' | 'below'): Step => ({
    size: { number: '1' },
    [bound]: { number: '5' },
    rounding: 'down',
  });
  const stepped = (of: ScoreRule, bound: 'above' | 'below'): ScoreRule => {
    return of.basis.kind === 'log' ? { ...of, basis: { ...of.basis, step: steps(bound) } } : of;
  };
  const open = (named: string): Occurrence => {
    const { times: _, ...timeless } = row(1, named, unread(1, { unread: ['times'] }));
    return timeless;
  };

  it.each([
    ['above', '?..10 sure 10'],
    ['below', '5..10 sure 10'],
  ] as const)('%s a bound may be any, as far as there are any', (bound, points) => {
    const of = score({ below: 'total' }, stepped(rule('a', 1), bound));
    expect(shown(reckon(of, [open('a')]), false).points).toBe(points);
  });

  it('below a bound may be one that counts once', () => {
    const of = score({}, stepped(rule('a', 1, 'once'), 'below'));
    expect(shown(reckon(of, [open('a')]), false).points).toBe('9..10 sure 10');
  });

  it('above a bound may be one that counts once', () => {
    const of = score({}, stepped(rule('a', 1, 'once'), 'above'));
    expect(shown(reckon(of, [open('a')]), false).points).toBe('9..10 sure 10');
  });

  it('above a bound may take all the item holds', () => {
    const of = score({}, stepped(rule('a', 'all'), 'above'));
    expect(shown(reckon(of, [open('a')]), false).points).toBe('0..10 sure 10');
  });

  it('may be on any number of rows of a log that is missing', () => {
    const of = score({ below: 'total' }, stepped(rule('a', 1), 'below'));
    expect(shown(reckon(of, [], [], [{ kind: 'register', form: 'log' }]), false).points).toBe('?..10 sure 10');
  });
});

describe('steps whose size, or whose bound, the office has not set', () => {
  it('are not applied', () => {
    const step: Step = { size: { number: '1' }, above: { parameter: 'unset' }, rounding: 'down' };
    const of = score({}, { ...rule('a', 1), basis: { kind: 'log', per: { kind: 'each' }, evidence: [], step } });
    const { points, rules } = shown(reckon(of, [row(1, 'a', { times: '9' })]), false);
    expect([points, rules]).toEqual(['10', { a: ['0', '0 × 1 = 0 (unset unset)'] }]);
  });
});

describe('a row for which the condition of its rule does not hold', () => {
  const of = score({ counts: 'highest-per-matter' }, rule('a', 3), rule('b', 2));
  const one = { matter: '甲' };

  it('outweighs none of its matter', () => {
    expect(reckon(of, [row(1, 'a', { ...one, holds: 'false' }), row(2, 'b', one)]).points).toBe('8');
  });

  it('may outweigh another while that is open', () => {
    const open = row(1, 'a', { ...one, ...unread(1, { holds: 'unknown', unread: ['times'] }) });
    expect(shown(reckon(of, [open, row(2, 'b', one)]), false).points).toBe('7..8 sure 8');
  });

  it('does not help to reach a threshold', () => {
    const often = score({}, rule('a', 1, 'reaching'));
    expect(reckon(often, [row(1, 'a'), row(2, 'a', { holds: 'false' })]).points).toBe('10');
    expect(reckon(often, [row(1, 'a'), row(2, 'a')]).points).toBe('9');
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

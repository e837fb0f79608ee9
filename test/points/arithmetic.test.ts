/** Points are exact decimals: sums, parts of a quota and steps come out as on paper. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/base/decimal.js';
import type { Basis, Score, ScoreItem, ScoreRule } from '../../src/model/score.js';
import { factOf, reckon } from './reckon.js';
import { occurrencesOf } from './rows.js';

describe('arithmetic', () => {
  const basisOf = (basis: Basis, points: string): Score => {
    const text = { zh: '项', en: 'item' };
    const rule: ScoreRule = {
      id: 'r',
      clause: '1',
      title: text,
      code: 'r',
      effect: 'add',
      amount: { kind: 'fixed', points: { number: points } },
      basis,
    };
    const item: ScoreItem = {
      id: 'i',
      clause: '1',
      title: text,
      full: '100',
      outside: false,
      begins: 'zero',
      below: 'ends',
      above: 'ends',
      counts: 'all',
      for: [],
      rules: [rule],
      items: [],
    };
    return { id: 's', subject: 'unit', clause: '1', title: text, over: 'period', full: '100', items: [item] };
  };
  const log: Basis = { kind: 'log', per: { kind: 'each' }, evidence: [] };
  const row = {
    pick: 0,
    times: 1,
    level: 'low',
    role: undefined,
    set: 0,
    matter: undefined,
    exempt: false,
    met: true,
    own: true,
    hidden: undefined,
  } as const;

  it('is exact: a tenth ten times is one', () => {
    const of = basisOf(log, '0.1');
    expect(
      reckon(
        of,
        occurrencesOf(
          of,
          Array.from({ length: 10 }, () => row),
          false,
        ),
      ).points,
    ).toBe('1');
    expect(reckon(of, occurrencesOf(of, [{ ...row, times: 10 }], false)).points).toBe('1');
  });

  it('is exact: a third of three is one, in proportion to any quota', () => {
    expect(
      reckon(basisOf({ kind: 'pro-rata', fact: 'f', of: { number: '3' } }, '3'), [], [factOf('f', '1')]).points,
    ).toBe('1');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (quota, done) => {
        const of = basisOf({ kind: 'pro-rata', fact: 'f', of: { number: String(quota) } }, String(quota));
        expect(reckon(of, [], [factOf('f', String(done))]).points).toBe(String(Math.min(quota, done)));
      }),
    );
  });

  it('counts whole steps as an inspector would on paper', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat(100),
        fc.nat(100),
        fc.constantFrom('down', 'up', 'exact'),
        (size, bound, value, rounding) => {
          const step = { size: { number: String(size) }, below: { number: String(bound) }, rounding } as const;
          const of = basisOf({ kind: 'fact', fact: 'f', per: { kind: 'each' }, step }, '1');
          const short = Math.max(0, bound - value);
          const whole = Math.floor(short / size) + (rounding === 'up' && short % size > 0 ? 1 : 0);
          const expected = rounding === 'exact' ? new Decimal(short).div(size) : new Decimal(whole);
          expect(reckon(of, [], [factOf('f', String(value))]).points).toBe(expected.toFixed());
          if (value === 0) return;
          const logged = basisOf({ ...log, step }, '1');
          expect(reckon(logged, occurrencesOf(logged, [{ ...row, times: value }], false)).points).toBe(
            expected.toFixed(),
          );
        },
      ),
    );
  });
});

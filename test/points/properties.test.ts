/** What holds of every score, whatever its tree, rules and rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/base/decimal.js';
import { itemsOf, type Score, type ScoreItem, type ScoreRule } from '../../src/model/score.js';
import type { Bounded, Scored, ScoredItem } from '../../src/model/scored.js';
import { reckon } from './reckon.js';
import { occurrencesOf, rows, tornRows } from './rows.js';
import { score } from './trees.js';

const RUNS = { numRuns: 1000 };

describe('a score', () => {
  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(score, rows, fc.nat(), (of, given, turn) => {
        const found = occurrencesOf(of, given, false);
        const turned = [...found.slice(turn % 8), ...found.slice(0, turn % 8)].toReversed();
        expect(reckon(of, turned).points).toBe(reckon(of, found).points);
      }),
      RUNS,
    );
  });

  it('is known when every cell is', () => {
    fc.assert(
      fc.property(score, rows, (of, given) => {
        const { points, sure, owed } = reckon(of, occurrencesOf(of, given, false));
        expect(points).toBe(sure);
        expect(owed).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps its items between zero and their full points unless the pack says otherwise', () => {
    fc.assert(
      fc.property(score, tornRows, (of, given) => {
        const scored = reckon(of, occurrencesOf(of, given, true));
        for (const [item, { sure, least, most }] of paired(of, scored)) {
          if (item.full === undefined || item.items.some(({ full }) => full !== undefined)) continue;
          for (const number of [sure, least ?? sure, most ?? sure].map((each) => new Decimal(each))) {
            if (item.below === 'ends') expect(number.isNegative() && !number.isZero()).toBe(false);
            if (item.above === 'ends') expect(number.gt(item.full)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('holds what is sure between its bounds, for every item and rule', () => {
    fc.assert(
      fc.property(score, tornRows, (of, given) => {
        const scored = reckon(of, occurrencesOf(of, given, true));
        for (const each of [scored, ...linesIn(scored.items)]) {
          const { points, least, most, sure } = each;
          if (points !== undefined) expect(points).toBe(sure);
          if (least !== undefined) expect(new Decimal(least).lte(sure)).toBe(true);
          if (most !== undefined) expect(new Decimal(most).gte(sure)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('lies between its bounds once every cell is read', () => {
    fc.assert(
      fc.property(score, tornRows, (of, given) => {
        const [torn, whole] = [true, false].map((hides) => reckon(of, occurrencesOf(of, given, hides)));
        if (torn && whole) expectWithin('total', torn, whole);
      }),
      { numRuns: 2000 },
    );
  });

  it('has items and rules that lie between theirs', () => {
    fc.assert(
      fc.property(score, tornRows, (of, given) => {
        const [torn = [], whole = []] = [true, false].map((hides) =>
          linesIn(reckon(of, occurrencesOf(of, given, hides)).items),
        );
        for (const [index, line] of torn.entries()) expectWithin(`line ${index}`, line, whole[index] ?? line);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never raised by a cap on what is added, nor lowered by one on what is deducted', () => {
    for (const effect of ['add', 'deduct'] as const) {
      fc.assert(
        fc.property(score, rows, (of, given) => {
          const one = mapped(
            of,
            (rule) => ({ ...rule, effect: rule.amount.kind === 'all' ? 'deduct' : effect }),
            (item) => ({ ...item, counts: 'all' }),
          );
          const bare = mapped(
            one,
            ({ cap: _, ...rule }) => rule,
            ({ cap: _, ...item }) => item,
          );
          const found = occurrencesOf(
            one,
            given.filter(({ pick }) => !takesAll(one, pick)),
            false,
          );
          const [capped, free] = [reckon(one, found), reckon(bare, found)].map(({ sure }) => new Decimal(sure));
          expect(effect === 'add' ? capped?.lte(free ?? 0) : capped?.gte(free ?? 0)).toBe(true);
        }),
        RUNS,
      );
    }
  });

  it('is never raised by one more deducting row, where nothing is chosen per matter', () => {
    fc.assert(
      fc.property(score, rows, rows, (of, given, [more]) => {
        const free = mapped(
          of,
          (rule) => rule,
          (item) => ({ ...item, counts: item.counts === 'all' ? 'all' : 'highest' }),
        );
        const [extra] = more ? occurrencesOf(free, [more], false) : [];
        const deducts = rulesIn(free).some(({ id, effect }) => id === extra?.rule && effect === 'deduct');
        if (!extra || !deducts) return;
        const found = occurrencesOf(free, given, false);
        const [before, after] = [reckon(free, found), reckon(free, [...found, extra])];
        expect(new Decimal(after.sure).lte(before.sure)).toBe(true);
      }),
      RUNS,
    );
  });

  it('adds up: an item is what it began with and its parts, less what was cut', () => {
    fc.assert(
      fc.property(score, rows, (of, given) => {
        const scored = reckon(of, occurrencesOf(of, given, false));
        for (const [item, line] of paired(of, scored)) {
          const whole = line.items.some(({ full }) => full !== undefined);
          const begun = item.full !== undefined && item.begins === 'full' && !whole ? item.full : '0';
          const parts = [...line.rules, ...line.items].reduce((sum, part) => sum.plus(part.sure), new Decimal(begun));
          const expected = line.aside ? '0' : parts.minus(line.cut?.points ?? 0).toFixed();
          expect(new Decimal(line.sure).eq(expected), `${item.id}: ${line.sure} is not ${expected}`).toBe(true);
        }
        const total = scored.items.reduce((sum, { sure }) => sum.plus(sure), new Decimal(0));
        expect(total.eq(scored.sure)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Items of the pack with what became of them. */
function paired(of: Score, scored: Scored): [ScoreItem, ScoredItem][] {
  const all = itemsOf(of);
  const lines = (items: readonly ScoredItem[]): ScoredItem[] => items.flatMap((each) => [each, ...lines(each.items)]);
  return lines(scored.items).map((line) => {
    const item = all.find(({ id }) => id === line.item);
    if (!item) throw new Error(line.item);
    return [item, line];
  });
}

function linesIn(items: readonly ScoredItem[]): Pick<Scored, 'points' | 'least' | 'most' | 'sure'>[] {
  return items.flatMap((item) => [item, ...item.rules, ...linesIn(item.items)]);
}

function expectWithin(what: string, { points, least = points, most = points }: Bounded, known: { sure: string }): void {
  const number = new Decimal(known.sure);
  const told = `${what}: ${least ?? '?'} ≤ ${known.sure} ≤ ${most ?? '?'}`;
  expect(least === undefined || number.gte(least), told).toBe(true);
  expect(most === undefined || number.lte(most), told).toBe(true);
}

function rulesIn(of: Score): ScoreRule[] {
  return itemsOf(of).flatMap(({ rules }) => rules);
}

function takesAll(of: Score, pick: number): boolean {
  const rules = rulesIn(of);
  return rules[pick % Math.max(rules.length, 1)]?.amount.kind === 'all';
}

function mapped(of: Score, rule: (each: ScoreRule) => ScoreRule, item: (each: ScoreItem) => ScoreItem): Score {
  const within = (items: readonly ScoreItem[]): ScoreItem[] =>
    items.map((each) => ({ ...item(each), rules: each.rules.map(rule), items: within(each.items) }));
  return { ...of, items: within(of.items) };
}

/**
 * What rules, groups and items come to, from the inside out: sums, the part of a group that weighs most, caps, and the
 * bounds of an item. A cap or a bound only ever cuts off; what it cuts is kept and named.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Measures } from '../model/measures.js';
import type { ScoreItem, ScoreRule } from '../model/score.js';
import type { Cut, SetAside } from '../model/scored.js';
import { numberOf } from '../rows/amount.js';
import { counted, type Entries } from './choose.js';
import { type Entry, stands } from './entry.js';

/** Signed: what is deducted is below zero. */
export interface RuleTotal {
  readonly rule: ScoreRule;
  readonly points: Decimal;
  readonly entries: readonly Entry[];
  readonly cut?: Cut;
  readonly aside?: SetAside;
}

export interface ItemTotal {
  readonly item: ScoreItem;
  readonly points: Decimal;
  readonly rules: readonly RuleTotal[];
  readonly items: readonly ItemTotal[];
  readonly cut?: Cut;
  readonly aside?: SetAside;
}

const NOTHING = new Decimal(0);

/** `isChosen` false leaves everything standing that only gives way to something else of its group. */
export function totalOf(item: ScoreItem, entries: Entries, measures: Measures, isChosen = true): ItemTotal {
  const parts = item.items.map((part) => totalOf(part, entries, measures, isChosen));
  const rules = item.rules.map((rule) => ruleTotal(rule, entries.get(rule.id) ?? [], measures));
  const chosen = isChosen && item.counts === 'highest' ? heaviest(rules, parts) : { rules, items: parts };
  const sum = Decimal.sum(NOTHING, ...[...chosen.rules, ...chosen.items].map(({ points }) => points));
  const { points, cut } = bounded(item, sum, chosen, measures);
  return { item, points, ...chosen, ...(cut ? { cut } : {}) };
}

function ruleTotal(rule: ScoreRule, found: readonly Entry[], measures: Measures): RuleTotal {
  const entries = counted(rule, found);
  const amount = Decimal.sum(NOTHING, ...entries.filter(stands).map((entry) => entry.amount));
  const sum = rule.effect === 'deduct' ? amount.neg() : amount;
  const { points, cut } = rule.cap ? capped(sum, numberOf(rule.cap, measures)) : { points: sum };
  return { rule, points, entries, ...(cut ? { cut } : {}) };
}

/** Only the rule or part that weighs most stands; of those that weigh the same, the first. */
function heaviest(
  rules: readonly RuleTotal[],
  items: readonly ItemTotal[],
): { rules: RuleTotal[]; items: ItemTotal[] } {
  const all = [
    ...rules.map(({ rule: { id }, points }) => ({ id, points })),
    ...items.map(({ item: { id }, points }) => ({ id, points })),
  ];
  const best = all.reduce<(typeof all)[number] | undefined>(
    (most, each) => (!most || each.points.abs().gt(most.points.abs()) ? each : most),
    undefined,
  );
  const aside = (id: string, points: Decimal): { points: Decimal; aside?: SetAside } =>
    !best || id === best.id || points.isZero()
      ? { points }
      : { points: NOTHING, aside: { kind: 'alternative', of: best.id } };
  return {
    rules: rules.map((each) => ({ ...each, ...aside(each.rule.id, each.points) })),
    items: items.map((each) => ({ ...each, ...aside(each.item.id, each.points) })),
  };
}

function capped(sum: Decimal, cap: Decimal | undefined): { points: Decimal; cut?: Cut } {
  if (!cap || sum.abs().lte(cap)) return { points: sum };
  const points = sum.isNegative() ? cap.neg() : cap;
  return { points, cut: cutOff('cap', sum.minus(points), cap) };
}

function cutOff(by: Cut['by'], points: Decimal, at: Decimal): Cut {
  // What has no end is only ever looked at as a bound, never reported.
  return { by, points: points.isFinite() ? canonical(points) : '', at: canonical(at) };
}

/** The points of an item within its bounds; of a group or what stands outside, within its cap. */
function bounded(item: ScoreItem, sum: Decimal, below: Below, measures: Measures): { points: Decimal; cut?: Cut } {
  if (item.full === undefined) return item.cap ? capped(sum, numberOf(item.cap, measures)) : { points: sum };
  const full = new Decimal(item.full);
  // An item of parts with points of their own is their sum; each of them keeps its own bounds.
  if (item.items.some((part) => part.full !== undefined)) return { points: sum };
  const begun = item.begins === 'full' ? full : NOTHING;
  const taken = takenWhole(below);
  if (!taken.isZero()) return broughtToNothing(item, begun.plus(sum), begun.plus(sum).minus(taken));
  const points = begun.plus(sum);
  if (points.isNegative() && item.below === 'ends') return { points: NOTHING, cut: cutOff('zero', points, NOTHING) };
  if (points.gt(full) && item.above === 'ends') return { points: full, cut: cutOff('full', points.minus(full), full) };
  return { points };
}

interface Below {
  readonly rules: readonly RuleTotal[];
  readonly items: readonly ItemTotal[];
}

/** A rule that takes all the item holds leaves nothing of it, but lifts nothing that has gone below. */
function broughtToNothing(item: ScoreItem, sum: Decimal, held: Decimal): { points: Decimal; cut?: Cut } {
  const points = item.below === 'total' ? Decimal.min(NOTHING, held) : NOTHING;
  return sum.eq(points) ? { points } : { points, cut: cutOff('nothing', sum.minus(points), points) };
}

/** What rules that take all the item holds have taken together; below zero. */
function takenWhole({ rules, items }: Below): Decimal {
  const own = rules.filter(({ rule, aside }) => rule.amount.kind === 'all' && !aside).map(({ points }) => points);
  return Decimal.sum(NOTHING, ...own, ...items.filter(({ aside }) => !aside).map(takenWhole));
}

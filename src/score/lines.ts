/** The tree of a score as it is reported: what is sure, line by line, with the bounds of what is open. */
import { canonical, Decimal } from '../base/decimal.js';
import type { Owed } from '../model/grading.js';
import type { Bounded, Reckoned, ScoredItem, ScoredRule, SelfScore } from '../model/scored.js';
import { boundedBy } from './bounded.js';
import { countsOnce } from './choose.js';
import { type Entry, stands } from './entry.js';
import type { ItemTotal, RuleTotal } from './total.js';

/** The tree in one view: as it counts, and as it would if nothing gave way to anything else of its group. */
export interface Viewed {
  readonly chosen: readonly ItemTotal[];
  readonly free: readonly ItemTotal[];
}

export interface Lines {
  readonly items: readonly ScoredItem[];
  /** What keeps lines from being known. */
  readonly owed: readonly Owed[];
}

interface Line<T> {
  readonly line: T;
  readonly owed: readonly Owed[];
}

/** One line in every view. */
interface Views<T> {
  readonly chosen: readonly T[];
  readonly free: readonly T[];
}

/** The views in their order, each the same tree: the first is what is sure. */
export function linesOf(views: readonly Viewed[], self: readonly SelfScore[]): Lines {
  return below({ chosen: views.map(({ chosen }) => chosen), free: views.map(({ free }) => free) }, self, false);
}

/** `gives` says that a group above chooses among several, so that a line may come to nothing for another. */
function below(views: Views<readonly ItemTotal[]>, self: readonly SelfScore[], gives: boolean): Lines {
  const [sure = []] = views.chosen;
  const lines = sure.map((item, at) => {
    const own = {
      chosen: views.chosen.flatMap((view) => view[at] ?? []),
      free: views.free.flatMap((view) => view[at] ?? []),
    };
    return itemLine(own, item, self, gives);
  });
  return { items: lines.map(({ line }) => line), owed: lines.flatMap(({ owed }) => owed) };
}

function itemLine(
  views: Views<ItemTotal>,
  sure: ItemTotal,
  self: readonly SelfScore[],
  gives: boolean,
): Line<ScoredItem> {
  const { item, cut, aside } = sure;
  const chooses = gives || (item.counts !== 'all' && contributors(views.free) > 1);
  const parts = below(
    { chosen: views.chosen.map(({ items }) => items), free: views.free.map(({ items }) => items) },
    self,
    chooses,
  );
  const rules = sure.rules.map((rule, at) => {
    const of = (all: readonly ItemTotal[]): RuleTotal[] => all.flatMap((view) => view.rules[at] ?? []);
    return ruleLine({ chosen: of(views.chosen), free: of(views.free) }, rule, chooses);
  });
  const own = self.find((each) => each.item === item.id);
  const line: ScoredItem = {
    item: item.id,
    ...(item.full === undefined ? {} : { full: item.full }),
    ...pointsIn(views, gives),
    sure: canonical(sure.points),
    ...(cut ? { cut } : {}),
    ...(aside ? { aside } : {}),
    rules: rules.map((each) => each.line),
    items: parts.items,
    ...(own ? { self: { points: own.points, place: own.place } } : {}),
  };
  return { line, owed: [...rules.flatMap((each) => each.owed), ...parts.owed] };
}

function ruleLine(views: Views<RuleTotal>, sure: RuleTotal, gives: boolean): Line<ScoredRule> {
  const { rule, points, entries, cut, aside } = sure;
  const bounds = pointsIn(views, gives);
  const line: ScoredRule = {
    rule: rule.id,
    ...bounds,
    sure: canonical(points),
    ...(cut ? { cut } : {}),
    ...(aside ? { aside } : {}),
    reckoned: entries.filter(({ isAnyRules }) => !isAnyRules).map(reckoned),
  };
  const owed = bounds.points === undefined ? entries.flatMap((entry) => entry.owed) : [];
  return { line, owed };
}

/** How many rules below an item come to anything in any view. */
function contributors(views: readonly ItemTotal[]): number {
  const found = views.flatMap(rulesIn).filter(({ points }) => !points.isZero());
  return new Set(found.map(({ rule }) => rule.id)).size;
}

function rulesIn({ rules, items }: ItemTotal): RuleTotal[] {
  return [...rules, ...items.flatMap(rulesIn)];
}

/**
 * Where it is open which of a group stands, each may come to all it would, or to nothing: also where every view comes to
 * the same, but by other rows.
 */
function pointsIn({ chosen, free }: Views<ItemTotal | RuleTotal>, gives: boolean): Bounded {
  const points = chosen.map((each) => each.points);
  const own = free.map((each) => each.points);
  const differs = (all: readonly Decimal[]): boolean => all.some((each) => !each.eq(all[0] ?? 0));
  const standing = new Set(chosen.map(standingIn));
  if (!gives || !(differs(points) || differs(own) || standing.size > 1)) return boundedBy(points);
  return boundedBy([...points, ...own, new Decimal(0)]);
}

/** Which rows stand, and which give way to what. */
function standingIn(total: ItemTotal | RuleTotal): string {
  if ('entries' in total) return JSON.stringify([total.aside, total.entries.map(({ aside }) => aside)]);
  return JSON.stringify([total.aside, total.rules.map(standingIn), total.items.map(standingIn)]);
}

function reckoned(entry: Entry): Reckoned {
  const { rule, amount, times, each, share, per, fact, cells, matter, shown, owed, isOpen, number } = entry;
  const aside = entry.aside ?? (isOpen ? ({ kind: 'open' } as const) : undefined);
  const points = !stands(entry) ? new Decimal(0) : rule.effect === 'deduct' ? amount.neg() : amount;
  return {
    cells,
    ...(isRepeated(entry) && per === undefined ? { times: canonical(times) } : {}),
    ...(number === undefined ? {} : { number }),
    each: canonical(each),
    ...(share ? { share: canonical(share) } : {}),
    ...(per ? { ratio: { part: canonical(times), of: canonical(per) } } : {}),
    ...(fact ? { fact } : {}),
    points: canonical(points),
    ...(aside ? { aside } : {}),
    ...(matter === undefined ? {} : { matter }),
    shown,
    owed,
  };
}

/** What counts once is not told as so many times. */
function isRepeated({ rule }: Entry): boolean {
  return (rule.basis.kind === 'log' || rule.basis.kind === 'fact') && !countsOnce(rule);
}

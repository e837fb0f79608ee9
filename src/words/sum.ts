/**
 * A score's arithmetic written out as anyone can check it: 60 − 10 − 5 = 45. It reckons with what is sure already, so
 * what is still open stands beside it as bounds, never in it.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { ScoreWords } from '../model/result.js';
import type { Scored, ScoredItem, ScoredRule } from '../model/scored.js';
import { shown } from './number.js';

/** What an item begins with and what its parts come to. Nothing where there is nothing to add up. */
export function itemSum(item: ScoredItem, score: ScoreWords): string | undefined {
  const parts = partsOf(item);
  return written([...beginning(item, score), ...parts]);
}

/** What the items of a score come to together. */
export function scoreSum({ items }: Pick<Scored, 'items'>): string | undefined {
  return written(items.flatMap(counting));
}

/** What was taken and what was added, before anything is cut off; parts with full points of their own say it themselves. */
export function changes(item: ScoredItem): { readonly taken: string; readonly added: string } {
  const parts = item.items.some(({ full }) => full !== undefined) ? [] : partsOf(item).map((part) => new Decimal(part));
  const total = (some: readonly Decimal[]): string => canonical(some.reduce((a, b) => a.plus(b), new Decimal(0)));
  return {
    taken: total(parts.filter((part) => part.isNegative())),
    added: total(parts.filter((part) => part.isPositive())),
  };
}

/** The full points that an item begins with; one whose parts have full points of their own begins with nothing. */
function beginning({ item, full, items }: ScoredItem, score: ScoreWords): string[] {
  const own = full !== undefined && items.every((part) => part.full === undefined);
  return own && score.items[item]?.begins === 'full' ? [full] : [];
}

function partsOf(item: ScoredItem): string[] {
  return [...item.rules, ...item.items].flatMap(counting);
}

/** What a part adds: its points, if it is not set aside; those with full points are named though they hold nothing. */
function counting(part: ScoredItem | ScoredRule): string[] {
  if (part.aside && part.aside.kind !== 'open') return [];
  return part.sure !== '0' || ('full' in part && part.full !== undefined) ? [part.sure] : [];
}

function written([first, ...rest]: readonly string[]): string | undefined {
  if (first === undefined || rest.length === 0) return undefined;
  const sum = rest.reduce((total, each) => total.plus(each), new Decimal(first));
  const steps = rest.map((each) => (each.startsWith('-') ? ` − ${shown(each.slice(1))}` : ` + ${shown(each)}`));
  return `${shown(first)}${steps.join('')} = ${shown(canonical(sum))}`;
}

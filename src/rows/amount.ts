/** Numbers of points as rules give them: looked up once, for the checks that compare and the score that reckons. */
import { Decimal } from '../base/decimal.js';
import type { Measures } from '../model/measures.js';
import { type Amount, itemsOf, type Points, type Score, type Step } from '../model/score.js';

/** Undefined while the parameter that gives it is not set. */
export function numberOf(points: Points, measures: Measures): Decimal | undefined {
  if ('number' in points) return new Decimal(points.number);
  const value = measures.parameters.get(points.parameter)?.value;
  return value && 'type' in value && value.type === 'number' ? new Decimal(value.value) : undefined;
}

/** The least and most that one occurrence of an amount comes to, given the choice that tells tiers apart. */
export function boundsOf(
  amount: Amount,
  full: Decimal,
  choice: string | undefined,
  measures: Measures,
): { readonly least: Decimal; readonly most: Decimal } | { readonly unset: string } {
  const asked = askedOf(amount, choice);
  const numbers = asked.map((points) => numberOf(points, measures));
  const unset = asked.find((points, index) => numbers[index] === undefined && 'parameter' in points);
  if (unset && 'parameter' in unset) return { unset: unset.parameter };
  const known = numbers.filter((each) => each !== undefined);
  if (amount.kind === 'all') return { least: full, most: full };
  return { least: Decimal.min(...known), most: Decimal.max(...known) };
}

/** The numbers that may apply: of tiers that of the choice, or all while it is not known; none has no say. */
function askedOf(amount: Amount, choice: string | undefined): Points[] {
  switch (amount.kind) {
    case 'fixed':
      return [amount.points];
    case 'discretion':
      return [amount.least, amount.most];
    case 'tiers': {
      const own = amount.points.filter(([tier]) => tier === choice).map(([, points]) => points);
      if (choice !== undefined) return own.length > 0 ? own : [{ number: '0' }];
      return amount.points.map(([, points]) => points);
    }
    case 'all':
      return [];
  }
}

/** How many steps a number lies above or below its bound, or the parameter that is not set. */
export function stepsOf(step: Step, value: Decimal, measures: Measures): Decimal | { readonly unset: string } {
  for (const points of [step.size, step.above, step.below]) {
    if (points && 'parameter' in points && !numberOf(points, measures)) return { unset: points.parameter };
  }
  const [size, above, below] = [step.size, step.above, step.below].map((points) =>
    points ? numberOf(points, measures) : undefined,
  );
  const distance = Decimal.max(0, below ? below.minus(value) : value.minus(above ?? 0));
  if (!distance.isFinite()) return distance;
  const exact = distance.div(size ?? 1);
  return step.rounding === 'down' ? exact.floor() : step.rounding === 'up' ? exact.ceil() : exact;
}

/** The full points of the item that each rule stands in: what it holds at most. */
export function fullByRule(score: Score): Map<string, Decimal> {
  const fulls = new Map<string, Decimal>();
  for (const item of score.items.flatMap(withParts)) {
    for (const { id } of itemsOf({ items: [item] }).flatMap(({ rules }) => rules))
      fulls.set(id, new Decimal(item.full ?? 0));
  }
  return fulls;
}

/** Items that hold rules: those without parts of their own points. */
function withParts(item: Score['items'][number]): Score['items'][number][] {
  const parts = item.items.filter(({ full }) => full !== undefined);
  return parts.length > 0 ? parts.flatMap(withParts) : [item];
}

/** What a rule comes to by facts: as often as one says, by steps above or below a bound, in proportion, or once when a condition holds. */
import { Decimal } from '../base/decimal.js';
import type { Fact } from '../model/grading.js';
import type { Basis, Points, ScoreRule, Step } from '../model/score.js';
import type { SetAside } from '../model/scored.js';
import type { Place } from '../model/value.js';
import { boundsOf, numberOf, stepsOf } from '../rows/amount.js';
import { unsetIn, weighRule } from '../rows/weigh.js';
import type { Entry, Given } from './entry.js';
import { counts, type Extent } from './extent.js';

type FactBasis = Exclude<Basis, { kind: 'log' }>;

const ENDLESS = new Decimal(Number.POSITIVE_INFINITY);
const ONE = new Decimal(1);
const NOTHING = new Decimal(0);

export function entriesFromFacts(rule: ScoreRule, basis: FactBasis, given: Given, extent: Extent): Entry[] {
  const { facts, measures } = given;
  const applies = rule.applies && weighRule(rule.applies, facts, measures);
  if (applies?.outcome === 'false') return [];
  const bounds = boundsOf(rule.amount, given.fulls.get(rule.id) ?? NOTHING, undefined, measures);
  const measured = measure(basis, given, extent);
  if (!measured) return [];
  const asked = applies && unsetIn(applies);
  const unset = asked ?? ('unset' in bounds ? bounds.unset : measured.unset);
  const each = 'unset' in bounds ? NOTHING : bounds.most;
  // What applies for certain is sure; whether it does at all may still be open.
  const holds = counts(applies?.outcome ?? 'true', extent);
  const isOpen = measured.isOpen || applies?.outcome === 'unknown';
  const aside: SetAside | undefined =
    unset !== undefined ? { kind: 'unset', parameter: unset } : holds ? undefined : { kind: 'open' };
  return [
    {
      rule,
      each,
      times: measured.times,
      // Multiplied before it is divided: a third of three is one.
      amount: each.isZero() || measured.times.isZero() ? NOTHING : each.times(measured.times).div(measured.per),
      ...(basis.kind === 'pro-rata' ? { per: measured.per } : {}),
      ...(measured.fact ? { fact: measured.fact } : {}),
      cells: measured.cells,
      shown: [],
      owed: [...measured.owed, ...(applies?.owed ?? [])],
      ...(isOpen ? { isOpen } : {}),
      ...(aside ? { aside } : {}),
    },
  ];
}

/** How often a rule counts: so many times out of so many. */
interface Measured {
  readonly times: Decimal;
  readonly per: Decimal;
  readonly fact?: NonNullable<Entry['fact']>;
  readonly cells: readonly Place[];
  readonly owed: Fact['owed'];
  /** A parameter that is needed and not set. */
  readonly unset?: string;
  readonly isOpen?: boolean;
}

/** Nothing where the rule rests on something that did not happen. */
function measure(basis: FactBasis, given: Given, extent: Extent): Measured | undefined {
  if (basis.kind === 'when') return byCondition(basis, given, extent);
  const fact = given.facts.get(basis.fact);
  const value = fact?.value?.type === 'number' ? new Decimal(fact.value.value) : undefined;
  const bound = (of: Fact['value']): Decimal | undefined => (of?.type === 'number' ? new Decimal(of.value) : undefined);
  const about = {
    fact: { fact: basis.fact, ...(fact?.value ? { value: fact.value } : {}) },
    cells: fact?.cells ?? [],
    owed: fact?.owed ?? [],
  };
  const span: Span = { low: value ?? bound(fact?.atLeast) ?? NOTHING, high: value ?? bound(fact?.atMost) ?? ENDLESS };
  const found = basis.kind === 'pro-rata' ? ofQuota(basis.of, span, given) : ofSteps(basis.step, span, given);
  if ('unset' in found) return { ...about, times: NOTHING, per: ONE, unset: found.unset };
  const times = extent === 'much' ? found.high : found.low;
  if (times.isZero() && value) return undefined;
  return { ...about, times, per: found.per, ...(value ? {} : { isOpen: true }) };
}

/** A number that is known, or lies between two. */
interface Span {
  readonly low: Decimal;
  readonly high: Decimal;
}
type Spanned = (Span & { readonly per: Decimal }) | { readonly unset: string };

function ofQuota(of: Points, { low, high }: Span, { measures }: Given): Spanned {
  const quota = numberOf(of, measures);
  if (!quota) return { unset: 'parameter' in of ? of.parameter : '' };
  // A quota of nothing is met by anyone.
  if (quota.isZero()) return { low: ONE, high: ONE, per: ONE };
  const within = (value: Decimal): Decimal => Decimal.min(quota, Decimal.max(0, value));
  return { low: within(low), high: within(high), per: quota };
}

function ofSteps(step: Step | undefined, { low, high }: Span, { measures }: Given): Spanned {
  if (!step) return { low: Decimal.max(0, low), high: Decimal.max(0, high), per: ONE };
  const [least, most] = [low, high].map((value) => stepsOf(step, value, measures));
  if (!(least instanceof Decimal) || !(most instanceof Decimal)) {
    const open = [least, most].find((each) => each !== undefined && 'unset' in each);
    return { unset: open && 'unset' in open ? open.unset : '' };
  }
  // Below a bound the greater number is fewer steps.
  return { low: Decimal.min(least, most), high: Decimal.max(least, most), per: ONE };
}

function byCondition(
  { when }: Extract<FactBasis, { kind: 'when' }>,
  { facts, measures }: Given,
  extent: Extent,
): Measured | undefined {
  const weighing = weighRule(when, facts, measures);
  const { outcome, owed } = weighing;
  if (outcome === 'false') return undefined;
  const asked = when.names.flatMap((name) => facts.get(name) ?? []);
  const [first] = asked;
  const unset = unsetIn(weighing);
  return {
    times: ONE,
    per: ONE,
    cells: asked.flatMap(({ cells }) => cells),
    owed,
    ...(first ? { fact: { fact: first.id, ...(first.value ? { value: first.value } : {}) } } : {}),
    ...(unset === undefined ? {} : { unset }),
    ...(outcome === 'unknown' ? { isOpen: true } : {}),
    ...(counts(outcome, extent) ? {} : { times: NOTHING }),
  };
}

/** What a rule comes to by the rows of the log: each row one product, or the reason why it does not count. */
import { Decimal } from '../base/decimal.js';
import type { Basis, ScoreRule } from '../model/score.js';
import type { Logged, Occurrence, SetAside } from '../model/scored.js';
import { boundsOf, numberOf, stepsOf } from '../rows/amount.js';
import { unsetIn, weighRule } from '../rows/weigh.js';
import { countsOnce } from './choose.js';
import type { Entry, Given } from './entry.js';
import { counts, type Extent } from './extent.js';

type LogBasis = Extract<Basis, { kind: 'log' }>;

const ENDLESS = new Decimal(Number.POSITIVE_INFINITY);
const NOTHING = new Decimal(0);
const ONE = new Decimal(1);

export function entriesFromLog(rule: ScoreRule, basis: LogBasis, given: Given, extent: Extent): Entry[] {
  const { logged } = given;
  const own = (logged?.occurrences ?? []).filter((each) => each.rule === rule.id);
  const entries = own.map((occurrence) => entryOf(rule, basis, occurrence, given, extent));
  // A log that is missing may hold anything under any rule.
  const mayHoldMore = logged !== undefined && logged.owed.length > 0 && extent === 'much';
  if (!mayHoldMore) return entries;
  const any = entryOf(rule, basis, anything(rule, basis, logged), given, extent);
  // And any number of rows of it, where every row counts.
  return [...entries, countsOnce(rule) || any.amount.isZero() ? any : { ...any, amount: ENDLESS }];
}

function anything(rule: ScoreRule, { share }: LogBasis, { score, subject }: Logged): Occurrence {
  const open = {
    holds: 'unknown',
    exempt: 'unknown',
    evidenced: 'unknown',
    choices: {},
    unread: share ? [share.by] : [],
  } as const;
  return { score, subject, rule: rule.id, place: { file: '' }, sure: false, ...open, shown: [], owed: [] };
}

function entryOf(rule: ScoreRule, basis: LogBasis, occurrence: Occurrence, given: Given, extent: Extent): Entry {
  const applies = rule.applies && weighRule(rule.applies, given.facts, given.measures);
  const full = given.fulls.get(rule.id) ?? NOTHING;
  const bounds = boundsOf(rule.amount, full, tierOf(rule, occurrence), given.measures);
  const each = 'unset' in bounds ? NOTHING : eachOf(rule, occurrence, bounds, extent);
  const counted = countedIn(basis, occurrence, timesOf(rule, occurrence, extent), extent, given);
  const times = 'unset' in counted ? NOTHING : counted.times;
  const share = shareOf(basis, occurrence, given, extent);
  const applying = applies?.outcome ?? 'true';
  const asked = occurrence.unset ?? (applies && unsetIn(applies));
  const unset =
    asked !== undefined ? asked : 'unset' in bounds ? bounds.unset : 'unset' in counted ? counted.unset : share.unset;
  const aside = asideOf(occurrence, applying, extent);
  const amount = [each, times, share.part].reduce(timesExact, ONE);
  const isOpen = !occurrence.sure || occurrence.unread.length > 0 || applying === 'unknown';
  return {
    rule,
    amount,
    times,
    ...(basis.step && occurrence.times !== undefined ? { number: occurrence.times } : {}),
    each,
    ...(share.part.eq(1) ? {} : { share: share.part }),
    cells: [occurrence.place],
    ...(occurrence.matter === undefined ? {} : { matter: occurrence.matter }),
    ...(isMatterOpen(occurrence, given) && extent === 'little' ? { isAnyMatter: true } : {}),
    shown: occurrence.shown,
    owed: [...occurrence.owed, ...(applies?.owed ?? [])],
    ...(isOpen ? { isOpen } : {}),
    ...(occurrence.isAnyRules ? { isAnyRules: true } : {}),
    ...(unset !== undefined ? { aside: { kind: 'unset', parameter: unset } } : aside ? { aside } : {}),
  };
}

function isMatterOpen({ matter, unread }: Occurrence, { score: { log } }: Given): boolean {
  return matter === undefined && log?.matter !== undefined && unread.includes(log.matter);
}

/** Nothing times without end is nothing. */
function timesExact(a: Decimal, b: Decimal): Decimal {
  return a.isZero() || b.isZero() ? NOTHING : a.times(b);
}

function tierOf({ amount }: ScoreRule, { choices }: Occurrence): string | undefined {
  return amount.kind === 'tiers' ? choices[amount.by] : undefined;
}

/** Why a row does not count, or does not count yet. */
function asideOf(
  { sure, holds, exempt, evidenced }: Occurrence,
  applies: 'true' | 'false' | 'unknown',
  extent: Extent,
): SetAside | undefined {
  if (applies === 'false') return { kind: 'not-applicable' };
  if (holds === 'false') return { kind: 'unmet' };
  if (evidenced === 'false') return { kind: 'evidence' };
  if (exempt === 'true') return { kind: 'exempt' };
  const isSettled = sure && exempt === 'false';
  const isMet = [applies, holds, evidenced].every((each) => counts(each, extent));
  return isMet && (isSettled || extent === 'much') ? undefined : { kind: 'open' };
}

function eachOf(
  { amount }: ScoreRule,
  { typed, choices }: Occurrence,
  { least, most }: { readonly least: Decimal; readonly most: Decimal },
  extent: Extent,
): Decimal {
  const known =
    amount.kind === 'discretion' ? typed !== undefined : amount.kind !== 'tiers' || choices[amount.by] !== undefined;
  if (amount.kind === 'discretion' && typed !== undefined) return new Decimal(typed);
  if (known) return most;
  if (extent === 'much') return most;
  // A tier that could not be read may be one that is worth nothing.
  return amount.kind === 'tiers' ? NOTHING : least;
}

/** The number of a row, or how many steps it comes to. */
function countedIn(
  { step }: LogBasis,
  { times: entered }: Occurrence,
  times: Decimal,
  extent: Extent,
  { measures }: Given,
): { readonly times: Decimal } | { readonly unset: string } {
  if (!step) return { times };
  // Below a bound the greater number is fewer steps: what is open is looked at from both ends.
  const found = (entered === undefined ? [NOTHING, ENDLESS] : [times]).map((value) => stepsOf(step, value, measures));
  const steps = found.filter((each) => each instanceof Decimal);
  const unset = found.find((each) => !(each instanceof Decimal));
  if (unset && 'unset' in unset) return { unset: unset.unset };
  return { times: extent === 'much' ? Decimal.max(...steps) : Decimal.min(...steps) };
}

/** What counts once does so whatever the number, if it was any at all. */
function timesOf(rule: ScoreRule, { times }: Occurrence, extent: Extent): Decimal {
  if (times !== undefined) return new Decimal(times);
  if (extent === 'little') return NOTHING;
  // Of what counts once any number will do; a threshold is reached, and steps are taken, by some number alone.
  const { basis } = rule;
  const isCounted = basis.kind === 'log' && (basis.per.kind === 'reaching' || basis.step !== undefined);
  return countsOnce(rule) && !isCounted ? ONE : ENDLESS;
}

/** The part of joint work that is the subject's; the whole of what is not joint. */
function shareOf(
  { share }: LogBasis,
  { choices, unread }: Occurrence,
  { measures }: Given,
  extent: Extent,
): { readonly part: Decimal; readonly unset?: string } {
  const chosen = share && choices[share.by];
  const isUnread = share !== undefined && unread.includes(share.by);
  if (!share || (chosen === undefined && !isUnread)) return { part: ONE };
  const asked = share.of.filter(([choice]) => isUnread || choice === chosen).map(([, points]) => points);
  const numbers = asked.map((points) => numberOf(points, measures));
  const unset = asked.find((points, index) => numbers[index] === undefined && 'parameter' in points);
  if (unset && 'parameter' in unset) return { part: NOTHING, unset: unset.parameter };
  const known = numbers.filter((each) => each !== undefined);
  if (!isUnread) return { part: known[0] ?? ONE };
  // What could not be read may also be nobody's share but all of it.
  return { part: extent === 'much' ? Decimal.max(...known, ONE) : Decimal.min(...known, ONE) };
}

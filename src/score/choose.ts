/**
 * Of occurrences that speak of one matter the one that weighs most counts; of a rule that counts once, one. Ties fall
 * to the rule that the pack names first, so that the order of rows never changes a score.
 */
import { Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import type { Measures } from '../model/measures.js';
import { itemsOf, type ScoreItem, type ScoreRule } from '../model/score.js';
import type { SetAside } from '../model/scored.js';
import { type Entry, placeOf, setAside, stands } from './entry.js';

/** Entries of each rule, by rule. */
export type Entries = ReadonlyMap<string, readonly Entry[]>;

/** Sets aside what another occurrence of the same matter outweighs, from the innermost group outwards. */
export function chosenPerMatter(items: readonly ScoreItem[], entries: Entries): Entries {
  return items.reduce((left, item) => {
    const within = chosenPerMatter(item.items, left);
    return item.counts === 'highest-per-matter' ? heaviestOfEach(item, within) : within;
  }, entries);
}

function heaviestOfEach(item: ScoreItem, entries: Entries): Entries {
  const rules = itemsOf({ items: [item] }).flatMap((each) => each.rules);
  const own = rules.flatMap(({ id }) => entries.get(id) ?? []).filter(stands);
  const named = groupedBy(
    own.filter(({ matter }) => matter),
    ({ matter }) => matter,
  );
  const adrift = own.filter(({ isAnyMatter }) => isAnyMatter);
  const groups = withAdrift([...named.values()], adrift);
  const heaviest = new Map(
    groups.flatMap((alike) => {
      const best = heaviestOf(alike);
      return alike.map((entry) => [entry, best] as const);
    }),
  );
  const chosen = (entry: Entry): Entry => {
    const best = heaviest.get(entry);
    if (!best || best === entry) return entry;
    if (entry.isAnyMatter || best.isAnyMatter) return setAside(entry, { kind: 'open' });
    return setAside(entry, { kind: 'matter', of: best.rule.id, place: placeOf(best) });
  };
  return new Map([...entries].map(([rule, each]) => [rule, each.map(chosen)]));
}

/** Whose matter could not be read may be of any: it weighs least where it is of the one that weighs most. */
function withAdrift(groups: readonly (readonly Entry[])[], adrift: readonly Entry[]): (readonly Entry[])[] {
  if (adrift.length === 0) return [...groups];
  const weight = (group: readonly Entry[]): Decimal => Decimal.max(0, ...group.map(({ amount }) => amount));
  const most = groups.reduce<readonly Entry[]>((best, group) => (weight(group).gt(weight(best)) ? group : best), []);
  return [...groups.filter((group) => group !== most), [...most, ...adrift]];
}

/** The first of those that weigh most. */
function heaviestOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, each) => (!best || each.amount.gt(best.amount) ? each : best),
    undefined,
  );
}

/** Whether a rule comes to its points once, however often it is entered. */
export function countsOnce({ amount, basis }: ScoreRule): boolean {
  return amount.kind === 'all' || ((basis.kind === 'log' || basis.kind === 'fact') && basis.per.kind !== 'each');
}

/** Entries as their rule weighs them, before they are held against others: once whatever the number, or not before enough are reached. */
export function weighed(rule: ScoreRule, entries: readonly Entry[], measures: Measures): Entry[] {
  if (!countsOnce(rule)) return [...entries];
  const aside = notReached(rule, entries.filter(stands), measures);
  return entries.map((entry) => {
    if (!stands(entry) || !aside) return once(entry);
    return setAside(entry, entry.isOpen && aside.kind === 'not-reached' ? { kind: 'open' } : aside);
  });
}

function notReached({ basis }: ScoreRule, own: readonly Entry[], measures: Measures): SetAside | undefined {
  const per = basis.kind === 'log' || basis.kind === 'fact' ? basis.per : undefined;
  if (per?.kind !== 'reaching') return undefined;
  const threshold = thresholdOf(per.parameter, measures);
  if (!threshold) return { kind: 'unset', parameter: per.parameter };
  const times = Decimal.sum(0, ...own.map((entry) => entry.times));
  const isReached = threshold.inclusive ? times.gte(threshold.at) : times.gt(threshold.at);
  return isReached ? undefined : { kind: 'not-reached', parameter: per.parameter };
}

/** Counted once, whatever the number: its points, or its share of them. */
function once(entry: Entry): Entry {
  if (entry.times.isZero()) return entry;
  return { ...entry, amount: entry.each.times(entry.share ?? 1) };
}

/** Of what a rule counts once, the one that weighs most; the rest says where it stands. */
export function counted(rule: ScoreRule, entries: readonly Entry[]): Entry[] {
  const best = countsOnce(rule) ? heaviestOf(entries.filter(stands)) : undefined;
  if (!best) return [...entries];
  return entries.map((entry) =>
    entry === best || !stands(entry) ? entry : setAside(entry, { kind: 'once', place: placeOf(best) }),
  );
}

function thresholdOf(id: string, measures: Measures): { at: Decimal; inclusive: boolean } | undefined {
  const value = measures.parameters.get(id)?.value;
  if (!value || !('type' in value) || value.type !== 'threshold' || value.bound.type !== 'number') return undefined;
  return { at: new Decimal(value.bound.value), inclusive: value.inclusive };
}

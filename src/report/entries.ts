/**
 * What was found about a subject under the rules of a score, entry by entry in the pack's order: everything that counts
 * and everything that does not, with the reason nearest to it.
 */
import type { Reckoned, Scored, ScoredItem, ScoredRule, SetAside } from '../model/scored.js';

export interface Entry {
  readonly score: string;
  readonly subject: string;
  /** The item it belongs to; groups within an item are passed over. */
  readonly item: string;
  readonly rule: string;
  /** Signed, before anything was cut off; 0 when set aside. */
  readonly points: string;
  /** Why it does not count, or not yet. */
  readonly aside?: SetAside;
  /** Absent where the rule names nothing that it rests on. */
  readonly reckoned?: Reckoned;
}

export function entriesOf({ score, subject, items }: Scored): Entry[] {
  return items.flatMap((item) => itemEntries(item, { score, subject, item: item.item }, undefined));
}

export function counts({ aside, points }: Entry): boolean {
  return aside === undefined && points !== '0';
}

/** Found, but worth nothing or not known to be worth anything; what happened no time at all was not found. */
export function countsNot({ aside, reckoned }: Entry): boolean {
  return aside !== undefined && reckoned?.times !== '0';
}

type Owner = Pick<Entry, 'score' | 'subject' | 'item'>;

function itemEntries(item: ScoredItem, owner: Owner, above: SetAside | undefined): Entry[] {
  const aside = item.aside ?? above;
  return [
    ...item.rules.flatMap((rule) => ruleEntries(rule, owner, rule.aside ?? aside)),
    ...item.items.flatMap((part) =>
      itemEntries(part, part.full === undefined ? owner : { ...owner, item: part.item }, aside),
    ),
  ];
}

function ruleEntries({ rule, sure, reckoned }: ScoredRule, owner: Owner, above: SetAside | undefined): Entry[] {
  if (reckoned.length === 0) return sure === '0' ? [] : [entry({ ...owner, rule, points: sure }, above)];
  return reckoned.map((each) => entry({ ...owner, rule, points: each.points, reckoned: each }, each.aside ?? above));
}

function entry(found: Omit<Entry, 'aside'>, aside: SetAside | undefined): Entry {
  return aside ? { ...found, points: '0', aside } : found;
}

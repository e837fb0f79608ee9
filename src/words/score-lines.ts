/**
 * A score as lines for a table: every item, the rules that came to something and what each rests on, in the pack's
 * order, those above before those below. Nothing found is left out, whether it counts or not.
 */
import type { Text } from '../base/text.js';
import type { ScoreWords } from '../model/result.js';
import type { Bounded, Cut, Reckoned, Scored, ScoredItem, ScoredRule, SetAside } from '../model/scored.js';

export interface ScoreLine {
  /** Items of the score stand at 0, what is part of them one deeper each. */
  readonly depth: number;
  readonly kind: 'item' | 'rule' | 'reckoned';
  /** The item's or the rule's; a product has its rule's. */
  readonly id: string;
  readonly title: Text;
  /** Id of the clause. */
  readonly clause: string;
  /** What a clerk types in the log: of rules and their products. */
  readonly code?: string;
  /** Full points: of items that have their own. */
  readonly full?: string;
  readonly sure: string;
  readonly bounded: Bounded;
  readonly cut?: Cut;
  readonly aside?: SetAside;
  readonly reckoned?: Reckoned;
  /** Of rules and their products. */
  readonly effect?: 'deduct' | 'add';
  readonly self?: NonNullable<ScoredItem['self']>;
}

export function scoreLines(scored: Scored, score: ScoreWords): ScoreLine[] {
  return foundIn(scored).items.flatMap((item) => itemLines(item, score, 0));
}

/** The score with the rules alone under which something was found; one that is merely open adds nothing to its item. */
export function foundIn(scored: Scored): Scored {
  const found = (item: ScoredItem): ScoredItem => ({
    ...item,
    rules: item.rules.filter(({ reckoned, sure }) => reckoned.length > 0 || sure !== '0'),
    items: item.items.map(found),
  });
  return { ...scored, items: scored.items.map(found) };
}

function itemLines(item: ScoredItem, score: ScoreWords, depth: number): ScoreLine[] {
  const { full, cut, aside, self, sure } = item;
  const about = score.items[item.item];
  const own: ScoreLine = {
    depth,
    kind: 'item',
    id: item.item,
    title: about?.title ?? { zh: item.item, en: item.item },
    clause: about?.clause ?? '',
    sure,
    bounded: bounds(item),
    ...(full === undefined ? {} : { full }),
    ...(cut ? { cut } : {}),
    ...(aside ? { aside } : {}),
    ...(self ? { self } : {}),
  };
  return [
    own,
    ...item.rules.flatMap((rule) => ruleLines(rule, score, depth + 1)),
    ...item.items.flatMap((part) => itemLines(part, score, depth + 1)),
  ];
}

function ruleLines(rule: ScoredRule, score: ScoreWords, depth: number): ScoreLine[] {
  const { cut, aside, sure } = rule;
  const about = score.rules[rule.rule];
  const named = {
    id: rule.rule,
    title: about?.title ?? { zh: rule.rule, en: rule.rule },
    clause: about?.clause ?? '',
    ...(about ? { code: about.code, effect: about.effect } : {}),
  };
  const own: ScoreLine = {
    depth,
    kind: 'rule',
    ...named,
    sure,
    bounded: bounds(rule),
    ...(cut ? { cut } : {}),
    ...(aside ? { aside } : {}),
  };
  const products = rule.reckoned.map(
    (reckoned): ScoreLine => ({
      depth: depth + 1,
      kind: 'reckoned',
      ...named,
      sure: reckoned.points,
      // What a product comes to in the end is not known while it is open.
      bounded: reckoned.aside?.kind === 'open' ? {} : { points: reckoned.points },
      reckoned,
      ...(reckoned.aside ? { aside: reckoned.aside } : {}),
    }),
  );
  return [own, ...products];
}

/** The bounds alone, without whatever else they stand on. */
function bounds({ points, least, most }: Bounded): Bounded {
  return {
    ...(points === undefined ? {} : { points }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

/** Points that have changed, item by item and rule by rule, with the lines of the arithmetic that came or went. */
import type { Bounded, Reckoned, Scored, ScoredItem, ScoredRule } from '../model/scored.js';
import { pointsWithUnit, reckonedText, signedWithUnit } from '../words/score.js';
import type { Moving } from './rests-on.js';
import { both, change, keysOf, type Looked, less, NOTHING_OWED, owedChange, same } from './side.js';
import type { ReckonedChange, Said, ScoreChange, ScoreRuleChange } from './types.js';

export function compareScores(subject: string, moving: Moving): ScoreChange[] {
  const { before, after } = moving.sides;
  const [then, now] = [before.scores(subject), after.scores(subject)];
  return keysOf(then, now).flatMap((score) => {
    const [was, is] = [then.get(score), now.get(score)];
    return was && is && same(was.items, is.items) && same(bounds(was), bounds(is))
      ? []
      : [scoreChange(score, was, is, moving)];
  });
}

function bounds({ points, least, most }: Bounded): Bounded {
  return {
    ...(points === undefined ? {} : { points }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

function scoreChange(
  score: string,
  before: Scored | undefined,
  after: Scored | undefined,
  moving: Moving,
): ScoreChange {
  const { sides, isExplained } = moving;
  const side = after ? sides.after : sides.before;
  return {
    ...side.about(score, side.words.scores[score]),
    ...change(before && earned(before), after && earned(after)),
    items: isExplained ? itemChanges(score, before, after, moving) : [],
    rules: isExplained ? ruleChanges(score, before, after, moving) : [],
    owed: isExplained ? owedChange(before, after, sides, (after ?? before)?.subject ?? '') : NOTHING_OWED,
  };
}

function earned(bounded: Bounded): Said<Bounded> {
  return { ...bounds(bounded), text: both((lang) => pointsWithUnit(bounded, lang)) };
}

/** Of what has no full points of its own, what it takes or adds. */
function signed(bounded: Bounded): Said<Bounded> {
  return { ...bounds(bounded), text: both((lang) => signedWithUnit(bounded, lang)) };
}

interface Deep {
  readonly item: ScoredItem;
  readonly depth: number;
}

function itemsIn(items: readonly ScoredItem[], depth = 0): Deep[] {
  return items.flatMap((item) => [{ item, depth }, ...itemsIn(item.items, depth + 1)]);
}

function itemChanges(
  score: string,
  before: Scored | undefined,
  after: Scored | undefined,
  { sides }: Moving,
): ScoreChange['items'] {
  const deep = (scored: Scored | undefined) =>
    new Map(itemsIn(scored?.items ?? []).map((each) => [each.item.item, each]));
  const [then, now] = [deep(before), deep(after)];
  return keysOf(then, now).flatMap((id) => {
    const [was, is] = [then.get(id), now.get(id)];
    const worth = (each: Deep | undefined) =>
      each && [bounds(each.item), each.item.full, each.item.cut, each.item.aside];
    if (same(worth(was), worth(is))) return [];
    const side = is ? sides.after : sides.before;
    const text = (each: Deep | undefined) => each && (each.item.full === undefined ? signed : earned)(each.item);
    return [
      {
        ...side.about(id, side.words.scores[score]?.items[id]),
        ...change(text(was), text(is)),
        depth: (is ?? was)?.depth ?? 0,
      },
    ];
  });
}

function ruleChanges(
  score: string,
  before: Scored | undefined,
  after: Scored | undefined,
  moving: Moving,
): ScoreRuleChange[] {
  const rules = (scored: Scored | undefined) =>
    new Map(itemsIn(scored?.items ?? []).flatMap(({ item }) => item.rules.map((rule) => [rule.rule, rule])));
  const [then, now] = [rules(before), rules(after)];
  return keysOf(then, now).flatMap((id) => {
    const [was, is] = [then.get(id), now.get(id)];
    return same(was, is) ? [] : ruleChange(score, id, was, is, moving);
  });
}

/** Nothing where a rule under which nothing is found came or went with its pack. */
function ruleChange(
  score: string,
  id: string,
  before: ScoredRule | undefined,
  after: ScoredRule | undefined,
  moving: Moving,
): ScoreRuleChange[] {
  const { sides, facts, parameters } = moving;
  const side = after ? sides.after : sides.before;
  const words = side.words.scores[score]?.rules[id];
  const [then, now] = [before?.reckoned ?? [], after?.reckoned ?? []];
  if (
    [before, after].every((rule) => !rule || (rule.reckoned.length === 0 && rule.sure === '0' && rule.points === '0'))
  )
    return [];
  const resting = new Set([...then, ...now].flatMap(({ fact }) => fact?.fact ?? []));
  const asks = new Set([sides.before, sides.after].flatMap((each) => each.words.scores[score]?.rules[id]?.asks ?? []));
  return [
    {
      ...side.about(id, words),
      code: words?.code ?? '',
      ...change(before && signed(before), after && signed(after)),
      went: less(then, now).map((each) => reckonedChange(each, score, id, sides.before)),
      came: less(now, then).map((each) => reckonedChange(each, score, id, sides.after)),
      restsOn: {
        facts: facts.map((each) => each.id).filter((each) => resting.has(each)),
        parameters: [...parameters].filter((each) => asks.has(each)),
        unmoved: [],
      },
    },
  ];
}

function reckonedChange(reckoned: Reckoned, score: string, rule: string, { words }: Looked): ReckonedChange {
  const effect = words.scores[score]?.rules[rule]?.effect ?? (reckoned.points.startsWith('-') ? 'deduct' : 'add');
  return { text: both((lang) => reckonedText(reckoned, effect, words, lang)), cells: reckoned.cells };
}

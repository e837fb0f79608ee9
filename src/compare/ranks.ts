/** Places in an order that have changed: by facts of one's own, or because others have passed or were passed. */
import { groupedBy } from '../base/group.js';
import type { Standing } from '../model/grading.js';
import { bracketed } from '../words/phrase.js';
import { rankText } from '../words/value.js';
import type { Moving } from './rests-on.js';
import { both, change, keysOf, type Looked, NOTHING_OWED, owedChange, type Pair, same } from './side.js';
import type { RankChange, Several } from './types.js';

/** Who stands before somebody in an order, and who beside. */
interface Around {
  readonly ahead: ReadonlySet<string>;
  readonly level: ReadonlySet<string>;
}

/** Around a place in either of the two; the orders are gone through once. */
export type Orders = (side: 'before' | 'after', standing: Standing) => Around;

const NOBODY: Around = { ahead: new Set(), level: new Set() };

export function ordersOf({ before, after }: Pair): Orders {
  const keyOf = ({ ranking, group }: Standing): string => JSON.stringify([ranking, group]);
  const grouped = {
    before: groupedBy(before.result.standings, keyOf),
    after: groupedBy(after.result.standings, keyOf),
  };
  return (side, standing) => {
    const { rank, subject } = standing;
    if (rank === undefined) return NOBODY;
    const own = grouped[side].get(keyOf(standing)) ?? [];
    const others = (test: (other: number) => boolean): ReadonlySet<string> =>
      new Set(
        own.flatMap((each) =>
          each.rank !== undefined && each.subject !== subject && test(each.rank) ? [each.subject] : [],
        ),
      );
    return { ahead: others((other) => other < rank), level: others((other) => other === rank) };
  };
}

export function compareRanks(subject: string, moving: Moving, around: Orders): RankChange[] {
  const { before, after } = moving.sides;
  const [then, now] = [before.standings(subject), after.standings(subject)];
  return keysOf(then, now).flatMap((ranking) => {
    const [was, is] = [then.get(ranking), now.get(ranking)];
    const place = (standing: Standing | undefined) => standing && [standing.rank, standing.tied, standing.group];
    return same(place(was), place(is)) ? [] : [rankChange(ranking, was, is, moving, around)];
  });
}

function rankChange(
  ranking: string,
  before: Standing | undefined,
  after: Standing | undefined,
  { sides, facts, isExplained }: Moving,
  around: Orders,
): RankChange {
  const side = after ? sides.after : sides.before;
  const keys = new Set([before, after].flatMap((each) => each?.keys.map(({ fact }) => fact) ?? []));
  const isPlaced = before?.rank !== undefined && after?.rank !== undefined && before.group === after.group;
  const [then, now] = isPlaced && isExplained ? [around('before', before), around('after', after)] : [NOBODY, NOBODY];
  const without = (all: ReadonlySet<string>, ...but: readonly ReadonlySet<string>[]): string[] =>
    [...all].filter((id) => but.every((others) => !others.has(id)));
  return {
    ...side.about(ranking, side.words.rankings[ranking]),
    ...change(said(before, sides.before), said(after, sides.after)),
    by: facts.map(({ id }) => id).filter((id) => keys.has(id)),
    passedBy: several(without(now.ahead, then.ahead), sides.after),
    passed: several(without(then.ahead, now.ahead), sides.before),
    levelWith: several(without(now.level, then.level, then.ahead), sides.after),
    leftBehind: several(without(then.level, now.level, now.ahead), sides.before),
    owed: isExplained ? owedChange(before, after, sides, (after ?? before)?.subject ?? '') : NOTHING_OWED,
  };
}

/** More are only counted. */
const NAMED = 8;

function several(ids: readonly string[], side: Looked): Several {
  return { count: ids.length, first: ids.slice(0, NAMED).map(side.person) };
}

/** With the group, where groups are ranked apart: 业务单位 3. */
function said(standing: Standing | undefined, { subject }: Looked): RankChange['before'] {
  if (!standing) return undefined;
  const { rank, group } = standing;
  const title = group === undefined ? undefined : subject(standing.subject)?.group?.title;
  const text = both((lang) => bracketed(rankText(standing, lang), title?.[lang] ?? group ?? '', lang));
  return { ...(rank === undefined ? {} : { rank }), text };
}

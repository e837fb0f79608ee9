/** Places in an order that have changed: by facts of one's own, or because others have passed or were passed. */
import { groupedBy } from '../base/group.js';
import type { Standing } from '../model/grading.js';
import { bracketed } from '../words/phrase.js';
import { rankText } from '../words/value.js';
import type { Moving } from './rests-on.js';
import { both, change, keysOf, type Looked, owedChange, type Pair, same } from './side.js';
import type { Person, RankChange } from './types.js';

/** Who stands before each place, in either of the two; the orders are gone through once. */
export type Orders = (side: 'before' | 'after', standing: Standing) => ReadonlySet<string>;

export function ordersOf({ before, after }: Pair): Orders {
  const keyOf = ({ ranking, group }: Standing): string => JSON.stringify([ranking, group]);
  const grouped = {
    before: groupedBy(before.result.standings, keyOf),
    after: groupedBy(after.result.standings, keyOf),
  };
  return (side, standing) => {
    const { rank } = standing;
    if (rank === undefined) return new Set();
    const own = grouped[side].get(keyOf(standing)) ?? [];
    return new Set(own.flatMap((each) => (each.rank !== undefined && each.rank < rank ? [each.subject] : [])));
  };
}

export function compareRanks(subject: string, moving: Moving, ahead: Orders): RankChange[] {
  const { before, after } = moving.sides;
  const [then, now] = [before.standings(subject), after.standings(subject)];
  return keysOf(then, now).flatMap((ranking) => {
    const [was, is] = [then.get(ranking), now.get(ranking)];
    const place = (standing: Standing | undefined) => standing && [standing.rank, standing.tied, standing.group];
    return same(place(was), place(is)) ? [] : [rankChange(ranking, was, is, moving, ahead)];
  });
}

function rankChange(
  ranking: string,
  before: Standing | undefined,
  after: Standing | undefined,
  { sides, facts, isExplained }: Moving,
  ahead: Orders,
): RankChange {
  const side = after ? sides.after : sides.before;
  const keys = new Set([before, after].flatMap((each) => each?.keys.map(({ fact }) => fact) ?? []));
  const isPlaced = before?.rank !== undefined && after?.rank !== undefined && before.group === after.group;
  const [then, now] = isPlaced && isExplained ? [ahead('before', before), ahead('after', after)] : [NONE, NONE];
  return {
    ...side.about(ranking, side.words.rankings[ranking]),
    ...change(said(before, sides.before), said(after, sides.after)),
    by: facts.map(({ id }) => id).filter((id) => keys.has(id)),
    passedBy: persons(
      [...now].filter((id) => !then.has(id)),
      sides.after,
    ),
    passed: persons(
      [...then].filter((id) => !now.has(id)),
      sides.before,
    ),
    owed: owedChange(before, after, sides, (after ?? before)?.subject ?? ''),
  };
}

const NONE: ReadonlySet<string> = new Set();

function persons(ids: readonly string[], side: Looked): Person[] {
  return ids.map(side.person);
}

/** With the group, where groups are ranked apart: 业务单位 3. */
function said(standing: Standing | undefined, { subject }: Looked): RankChange['before'] {
  if (!standing) return undefined;
  const { rank, group } = standing;
  const title = group === undefined ? undefined : subject(standing.subject)?.group?.title;
  const text = both((lang) => bracketed(rankText(standing, lang), title?.[lang] ?? group ?? '', lang));
  return { ...(rank === undefined ? {} : { rank }), text };
}

/** Facts whose value has changed, with the cells that it no longer rests on, those it rests on now, and rewritten ones. */
import type { Fact } from '../model/grading.js';
import type { Place } from '../model/value.js';
import { factWithUnit } from '../words/value.js';
import { both, change, keysOf, type Looked, less, owedChange, type Pair, same } from './side.js';
import type { FactChange } from './types.js';

/** `rewritten` are names of files whose bytes have changed. */
export function compareFacts(subject: string, sides: Pair, rewritten: ReadonlySet<string>): FactChange[] {
  const { before, after } = sides;
  const [then, now] = [before.facts(subject), after.facts(subject)];
  const changed = keysOf(then, now).filter((id) => !isSame(then.get(id), now.get(id)));
  return changed.map((id) => factChange(id, then.get(id), now.get(id), changed, { sides, rewritten, subject }));
}

/** What it is worth, and while that is unknown what is owed for it. */
function isSame(before: Fact | undefined, after: Fact | undefined): boolean {
  if (!before || !after) return before === after;
  const { value, atLeast, atMost, owed } = before;
  if (!same([value, atLeast, atMost], [after.value, after.atLeast, after.atMost])) return false;
  return value !== undefined || same(owed, after.owed);
}

function factChange(
  id: string,
  before: Fact | undefined,
  after: Fact | undefined,
  changed: readonly string[],
  { sides, rewritten, subject }: { sides: Pair; rewritten: ReadonlySet<string>; subject: string },
): FactChange {
  const side = after ? sides.after : sides.before;
  const [then, now] = [before?.cells ?? [], after?.cells ?? []];
  const came = less(now, then, placeKey);
  const went = less(then, now, placeKey);
  // Where cells came or went, these did it; whether one that stayed did too, nobody can tell from here.
  const kept = came.length + went.length > 0 ? [] : now;
  const parts = new Set([...(before?.parts ?? []), ...(after?.parts ?? [])]);
  return {
    ...side.about(id, side.words.facts[id]),
    ...change(said(before, sides.before), said(after, sides.after)),
    cells: { went, came, rewritten: kept.filter(({ file }) => rewritten.has(file)) },
    parts: changed.filter((each) => parts.has(each)),
    owed: owedChange(before, after, sides, subject),
  };
}

function said(fact: Fact | undefined, { words }: Looked): FactChange['before'] {
  if (!fact) return undefined;
  const { value } = fact;
  return { ...(value ? { value } : {}), text: both((lang) => factWithUnit(fact, words, lang)) };
}

function placeKey({ file, sheet, cell }: Place): string {
  return JSON.stringify([file, sheet, cell]);
}

/** What a score is reckoned from: the subject's facts and occurrences, and one product of the arithmetic. */
import type { Decimal } from '../base/decimal.js';
import type { Owed } from '../model/grading.js';
import type { Measures } from '../model/measures.js';
import type { Score, ScoreRule } from '../model/score.js';
import type { Logged, Occurrence, Reckoned, SetAside } from '../model/scored.js';
import type { Place } from '../model/value.js';
import type { FactsOf } from '../rows/weigh.js';

export interface Given {
  readonly measures: Measures;
  readonly score: Score;
  readonly facts: FactsOf;
  readonly logged: Logged | undefined;
  /** The full points of the item that each rule stands in. */
  readonly fulls: ReadonlyMap<string, Decimal>;
}

/** One product: times × each × share, without sign. What is set aside keeps its amount and says why. */
export interface Entry {
  readonly rule: ScoreRule;
  readonly amount: Decimal;
  readonly times: Decimal;
  /** The number of the row that its steps were counted from. */
  readonly number?: string;
  readonly each: Decimal;
  readonly share?: Decimal;
  /** In proportion: so many times out of so many. */
  readonly per?: Decimal;
  readonly fact?: Reckoned['fact'];
  readonly cells: readonly Place[];
  readonly matter?: string;
  readonly shown: Occurrence['shown'];
  readonly owed: readonly Owed[];
  readonly aside?: SetAside;
  /** Something about it is open: it counts as far as this view of it goes. */
  readonly isOpen?: boolean;
  /** Its matter could not be read: it may be that of any other. */
  readonly isAnyMatter?: boolean;
  /** Its row names no rule that could be read: it may be under any, and is told once, as what is owed. */
  readonly isAnyRules?: boolean;
}

/** The entry's own place, where another is told that this one stands. */
export function placeOf({ cells }: Entry): Place {
  return cells[0] ?? { file: '' };
}

export function stands({ aside }: Entry): boolean {
  return aside === undefined;
}

export function setAside(entry: Entry, aside: SetAside): Entry {
  return { ...entry, aside };
}

/**
 * Conditions of a pack and what came of weighing one. A condition is three-valued: what is not known yet is not
 * taken for true or false, and what would be needed to know it is named.
 */
import type { Value } from './value.js';

export type Outcome = 'true' | 'false' | 'unknown';

/** What a name of a condition stands for when it is weighed. */
export type Operand =
  | { readonly state: 'known'; readonly value: Value | readonly string[] | Threshold }
  /** Rightly left empty: an atom that asks for it does not hold. */
  | { readonly state: 'absent' }
  /** Could not be read or is still owed: an atom that asks for it is unknown, unless what is certain already decides it. */
  | { readonly state: 'unknown'; readonly atLeast?: Value; readonly atMost?: Value };

/** A boundary with or without the number itself: 以上 includes it, 超过 does not. */
export interface Threshold {
  readonly type: 'threshold';
  readonly bound: Value;
  readonly inclusive: boolean;
}

export interface Condition {
  /** The expression as the pack has it. */
  readonly source: string;
  /** The facts, columns and parameters it asks for. */
  readonly names: readonly string[];
  weigh(operand: (name: string) => Operand): Weighed;
  /** The outcome of weighing alone, where nobody asks how it came about. */
  outcome(operand: (name: string) => Operand): Outcome;
}

export interface Weighed {
  readonly outcome: Outcome;
  /** Its parts without && || and !, each weighed on its own. */
  readonly atoms: readonly Atom[];
}

export interface Atom {
  readonly source: string;
  readonly outcome: Outcome;
  readonly names: readonly string[];
  /** It stands under a not: what it says must not hold. */
  readonly denied?: true;
  /** By how much a compared number misses the bound, when the atom is a comparison that failed; at 0 the bound itself is excluded. */
  readonly short?: string;
  /** The bound itself would not do: it must be passed. */
  readonly excluded?: boolean;
}

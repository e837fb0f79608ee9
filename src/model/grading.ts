/**
 * What the measures make of the submissions: facts, grades, standings and consequences, each with what it rests on.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Atom, Outcome } from './condition.js';
import type { Place, Value } from './value.js';

/** Something counted, summed or found about one subject over a span of days. */
export interface Fact {
  readonly id: string;
  readonly subject: string;
  readonly from: Day;
  readonly to: Day;
  /** Absent while it is unknown; `owed` then says why. */
  readonly value?: Value;
  /** While it is unknown: what it comes to at the least, whatever is still owed. */
  readonly atLeast?: Value;
  /** While it is unknown: what it comes to at the most, where that is certain. */
  readonly atMost?: Value;
  readonly owed: readonly Owed[];
  /** The cells it rests on, in order of file, sheet and cell. */
  readonly cells: readonly Place[];
  /** Facts it is made of. */
  readonly parts: readonly string[];
}

/** What is missing before something can be known, and from whom. */
export type Owed =
  | {
      readonly kind: 'submission';
      readonly form: string;
      readonly by: string;
      readonly period: Period;
      readonly due: Day;
      /** When it came, where it did: then no file of it can be read. */
      readonly received?: Day;
    }
  /** Not due yet on the day of the run. */
  | { readonly kind: 'later'; readonly form: string; readonly by: string; readonly period: Period; readonly due: Day }
  | { readonly kind: 'register'; readonly form: string }
  /** Handed in more than once: nothing says which counts. */
  | { readonly kind: 'choice'; readonly form: string; readonly by: string; readonly period: Period }
  | { readonly kind: 'cell'; readonly place: Place }
  /** Handed in, but nothing tells when; or, of something that was to be done by a day, when it was done. */
  | {
      readonly kind: 'receipt';
      readonly form: string;
      readonly by: string;
      readonly period: Period;
      readonly isDone?: true;
    }
  | { readonly kind: 'answer'; readonly fact: string; readonly by: Text }
  /** Points that the measures leave to an assessor, not set yet or beyond the bounds. */
  | { readonly kind: 'assessor'; readonly place: Place }
  /** Others who share a place. */
  | { readonly kind: 'tie'; readonly ranking: string; readonly subjects: readonly string[] }
  /** Others whose place is not known, and who may come before. */
  | { readonly kind: 'unplaced'; readonly ranking: string; readonly subjects: readonly string[] }
  /** Several records that contradict each other. */
  | { readonly kind: 'conflict'; readonly fact: string; readonly places: readonly Place[] }
  /** Rows that speak of the same matter and differ. */
  | { readonly kind: 'repeated'; readonly form: string; readonly places: readonly Place[] }
  /** Something in another form that this form does not answer for. */
  | { readonly kind: 'unanswered'; readonly form: string; readonly place: Place }
  /** Details that do not add up to the total reported. */
  | { readonly kind: 'unaccounted'; readonly form: string; readonly fact: string }
  | { readonly kind: 'nothing-to-share'; readonly fact: string }
  | { readonly kind: 'parameter'; readonly parameter: string };

/** A rule that was asked about a subject, and what came of it. */
export interface Considered {
  readonly rule: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly atoms: readonly Atom[];
  readonly owed: readonly Owed[];
}

/**
 * `determined` by the measures; `proposed` for the leading group to decide; `awaiting` something named in `owed`;
 * `undetermined` when every rule was weighed and none applies.
 */
export type GradeState = 'determined' | 'proposed' | 'awaiting' | 'undetermined';

export interface Grade {
  readonly subject: string;
  readonly ladder: string;
  readonly state: GradeState;
  /** The grade's id, when determined or proposed. */
  readonly grade?: string;
  /** Grades that are still possible, best first, when awaiting. */
  readonly possible: readonly string[];
  /** Rules that hold and give or bar a grade. */
  readonly decidedBy: readonly string[];
  readonly considered: readonly Considered[];
  /** Rules left out because a parameter they ask for is not set. */
  readonly notApplied: readonly string[];
  readonly owed: readonly Owed[];
}

/** A subject's place in an order. Equal subjects share a rank, and the next rank leaves room for them. */
export interface Standing {
  readonly ranking: string;
  readonly subject: string;
  /** The group within which it is ranked, where groups are ranked apart. */
  readonly group?: string;
  /** Absent when a fact the order asks for is unknown. */
  readonly rank?: number;
  readonly tied: boolean;
  /** It is not known whether the order is about it at all. */
  readonly isDoubtful?: true;
  readonly keys: readonly { readonly fact: string; readonly value?: Value }[];
  readonly owed: readonly Owed[];
}

export interface ConsequenceLine {
  readonly consequence: string;
  readonly subject: string;
  readonly clause: string;
  readonly tone: 'commend' | 'criticise' | 'notice';
  readonly text: Text;
  readonly atoms: readonly Atom[];
}

/** How many may hold a grade: a share of those taking part, rounded as the measures say. */
export interface Seats {
  readonly limit: string;
  readonly clause: string;
  /** Whose members they are for, where each has its own; everyone's when absent. */
  readonly within?: string;
  readonly takingPart: number;
  /** Share and seats are absent while the grade that gives the share is not known. */
  readonly share?: string;
  readonly seats?: number;
}

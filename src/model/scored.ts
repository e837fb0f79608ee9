/**
 * What a score comes to for one subject: the tree again, each line with its points, what a cap or a bound cut off,
 * and the occurrences it rests on with the reason why one does not count. Points are decimal text; deductions negative.
 */
import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { Outcome } from './condition.js';
import type { Owed } from './grading.js';
import type { Place, Value } from './value.js';

/** A row of a log about a subject, put to the rule it names. What is absent here was left empty or is owed. */
export interface Occurrence {
  readonly score: string;
  readonly subject: string;
  readonly rule: string;
  /** The row's rule could not be read: it is put to each that it may name, and is sure of none. */
  readonly isAnyRules?: true;
  /** The cell that names the rule. */
  readonly place: Place;
  /** Whether it is about this subject, in this period, and under this rule. */
  readonly sure: boolean;
  readonly times?: string;
  /** The row's choices, by column: the tier, the part taken in joint work. */
  readonly choices: Readonly<Record<string, string>>;
  /** Columns asked for that could not be read. */
  readonly unread: readonly string[];
  /** Points typed by hand, without sign. */
  readonly typed?: string;
  readonly matter?: string;
  /** Whether the rule's condition on the row holds. */
  readonly holds: Outcome;
  readonly exempt: Outcome;
  /** A parameter that the rule's conditions on the row ask for, and that is not set. */
  readonly unset?: string;
  /** Whether its source is evidence for the rule. */
  readonly evidenced: Outcome;
  readonly shown: readonly { readonly column: string; readonly text: Text }[];
  readonly owed: readonly Owed[];
}

/** What a subject's log leaves open beyond its rows: a log that is missing, a name that may mean anyone. */
export interface Logged {
  readonly score: string;
  readonly subject: string;
  readonly occurrences: readonly Occurrence[];
  readonly owed: readonly Owed[];
}

export interface SelfScore {
  readonly score: string;
  readonly subject: string;
  readonly item: string;
  readonly points: string;
  readonly place: Place;
}

/** A number that is known, or the bounds within which it lies; a bound that nothing gives is absent. */
export interface Bounded {
  readonly points?: string;
  readonly least?: string;
  readonly most?: string;
}

/** A score of one subject. */
export interface Scored extends Bounded {
  readonly score: string;
  readonly subject: string;
  readonly from: Day;
  readonly to: Day;
  /** What is sure already: equal to `points` once nothing is owed. */
  readonly sure: string;
  readonly full: string;
  readonly items: readonly ScoredItem[];
  readonly owed: readonly Owed[];
}

/** A part cut off: by a cap, at zero, at the full points, or because the item was brought to nothing. */
export interface Cut {
  readonly by: 'cap' | 'zero' | 'full' | 'nothing';
  /** How much, with the sign of what was cut off. */
  readonly points: string;
  /** The bound at which it was cut, e.g. the cap. */
  readonly at: string;
}

export interface ScoredItem extends Bounded {
  readonly item: string;
  /** Absent for groups and for what stands outside. */
  readonly full?: string;
  readonly sure: string;
  readonly cut?: Cut;
  /** Set aside for one of the same group that weighs more. */
  readonly aside?: SetAside;
  readonly rules: readonly ScoredRule[];
  readonly items: readonly ScoredItem[];
  readonly self?: { readonly points: string; readonly place: Place };
}

/** Why something that was found does not count. */
export type SetAside =
  /** Another rule or part of the group weighs more. */
  | { readonly kind: 'alternative'; readonly of: string }
  /** The same matter counts once, at its highest: there. */
  | { readonly kind: 'matter'; readonly of: string; readonly place: Place }
  /** The rule counts once: there. */
  | { readonly kind: 'once'; readonly place: Place }
  | { readonly kind: 'exempt' }
  /** The rule's condition on the row does not hold. */
  | { readonly kind: 'unmet' }
  /** Its source is no evidence for the rule. */
  | { readonly kind: 'evidence' }
  /** The rule does not hold for this subject. */
  | { readonly kind: 'not-applicable' }
  /** The number from which on the rule counts is not reached. */
  | { readonly kind: 'not-reached'; readonly parameter: string }
  /** The rule asks for a number that the office has not set, and is not applied. */
  | { readonly kind: 'unset'; readonly parameter: string }
  /** Not known yet whether, or how far, it counts. */
  | { readonly kind: 'open' };

export interface ScoredRule extends Bounded {
  readonly rule: string;
  /** What it comes to in the end, signed; 0 when set aside. */
  readonly sure: string;
  readonly aside?: SetAside;
  readonly cut?: Cut;
  readonly reckoned: readonly Reckoned[];
}

/** One product of the arithmetic: times × each × share, from a row of the log or from a fact. */
export interface Reckoned {
  /** The occurrence's cell, or those of the fact. */
  readonly cells: readonly Place[];
  /** How often; absent where it counts once whatever the number. */
  readonly times?: string;
  /** The number that its steps were counted from. */
  readonly number?: string;
  readonly each: string;
  readonly share?: string;
  /** In proportion: so much out of so much. */
  readonly ratio?: { readonly part: string; readonly of: string };
  /** The fact it rests on, with its value. */
  readonly fact?: { readonly fact: string; readonly value?: Value };
  /** Signed; 0 when set aside. */
  readonly points: string;
  readonly aside?: SetAside;
  readonly matter?: string;
  readonly shown: Occurrence['shown'];
  readonly owed: readonly Owed[];
}

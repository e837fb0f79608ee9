/**
 * What has changed between two results, for whom, and what did it. `assess compare --json` prints a `Comparison`; its keys
 * stay. `before` and `after` are absent where there was, or is, nothing.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Outcome } from '../model/condition.js';
import type { Severity } from '../model/finding.js';
import type { ConsequenceLine, GradeState } from '../model/grading.js';
import type { Bounded } from '../model/scored.js';
import type { Place, Value } from '../model/value.js';
import type { FileChange } from './files.js';

/** Raised whenever a reader of the old form could misread the new one. */
export const COMPARISON_FORMAT = 1;

/** Something in words, with what programmes need of it. */
export type Said<T = object> = T & { readonly text: Text };

export interface Change<T = object> {
  readonly before?: Said<T>;
  readonly after?: Said<T>;
}

/** What a change is about: its id, how it is called, and its clause in the source's own numbering. */
export interface About {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
}

/** One of the two results that are compared. */
export interface Side {
  readonly measures: { readonly id: string; readonly version: string; readonly title: Text };
  readonly office: string;
  readonly period: Period;
  readonly asOf: Day;
  /** How its kinds of subjects are called. */
  readonly kinds: Readonly<Record<string, Text>>;
}

export interface Comparison {
  readonly format: typeof COMPARISON_FORMAT;
  readonly before: Side;
  readonly after: Side;
  /** In what the two runs themselves differ. Of different periods only outcomes are compared, without what did it. */
  readonly apart: readonly ('office' | 'measures' | 'period' | 'day')[];
  /** Who is in one of the two alone, and who has been moved; those who came or left are not compared. */
  readonly people: {
    readonly came: readonly Person[];
    readonly left: readonly Person[];
    readonly moved: readonly Moved[];
  };
  /** In the order of the roster. */
  readonly changed: readonly SubjectChange[];
  /** How many of each kind take part in both and have not changed. */
  readonly unchanged: Readonly<Record<string, number>>;
  readonly parameters: readonly (About & Change)[];
  /** Rules and items that one of the packs has alone, or that say something else. */
  readonly rules: readonly RuleChange[];
  readonly seats: readonly (About & Change & { readonly within?: Person })[];
  /** Files that are not the same; absent for different periods. */
  readonly files?: readonly FileChange[];
  /** Files of the pack and settings that are not the same; absent where one side does not know its own. */
  readonly pack?: readonly FileChange[];
  /** Absent for different periods. */
  readonly findings?: { readonly came: readonly FoundChange[]; readonly went: readonly FoundChange[] };
}

export interface Person {
  readonly subject: string;
  readonly kind: string;
  readonly name: Text;
}

export interface Moved extends Person {
  readonly changes: readonly (Change & { readonly what: 'name' | 'within' | 'group' | 'takes-part' })[];
}

export interface SubjectChange extends Person {
  readonly grades: readonly GradeChange[];
  readonly scores: readonly ScoreChange[];
  readonly ranks: readonly RankChange[];
  readonly consequences: readonly ConsequenceChange[];
  readonly facts: readonly FactChange[];
}

/** Ids of facts and parameters that have changed and that something rests on, and the facts that have not. */
export interface RestsOn {
  readonly facts: readonly string[];
  readonly parameters: readonly string[];
  readonly unmoved: readonly (About & { readonly text: Text })[];
}

/** The clause is that of what decides, now or before; where nothing does, those of the rules below. `possible` is there while it is awaited. */
export interface GradeChange
  extends About,
    Change<{ readonly state: GradeState; readonly grade?: string; readonly possible?: readonly string[] }> {
  /** Rules that newly hold or no longer do, that newly decide or no longer do, or that the pack now puts otherwise. */
  readonly rules: readonly GradeRuleChange[];
  readonly owed: OwedChange;
}

export interface GradeRuleChange extends About, Change<{ readonly outcome: Outcome; readonly decides: boolean }> {
  readonly restsOn: RestsOn;
  /** The pack puts it otherwise. */
  readonly isRevised?: true;
}

export interface ScoreChange extends About, Change<Bounded> {
  /** Those above before those below. */
  readonly items: readonly (About & Change<Bounded> & { readonly depth: number })[];
  readonly rules: readonly ScoreRuleChange[];
  readonly owed: OwedChange;
}

export interface ScoreRuleChange extends About, Change<Bounded> {
  readonly code: string;
  /** What it was reckoned from and no longer is, and what it is now. */
  readonly went: readonly ReckonedChange[];
  readonly came: readonly ReckonedChange[];
  readonly restsOn: RestsOn;
}

/** One line of the arithmetic, with its cells. */
export interface ReckonedChange {
  readonly text: Text;
  readonly cells: readonly Place[];
}

export interface RankChange extends About, Change<{ readonly rank?: number }> {
  /** Facts of its own by which the order goes and that have changed; empty where only others have moved. */
  readonly by: readonly string[];
  /** Who comes before it now and did not, and who did and does not. */
  readonly passedBy: Several;
  readonly passed: Several;
  /** Who stands beside it now and stood behind, and who stood beside it and now stands behind. */
  readonly levelWith: Several;
  readonly leftBehind: Several;
  readonly owed: OwedChange;
}

/** How many they are, and the first of them by their places: of a long order everybody may have passed everybody. */
export interface Several {
  readonly count: number;
  readonly first: readonly Person[];
}

export interface ConsequenceChange extends About, Change {
  readonly tone: ConsequenceLine['tone'];
  readonly restsOn: RestsOn;
  /** Ladders whose grade has changed and that it asks for. */
  readonly grades: readonly string[];
}

export interface FactChange extends About, Change<{ readonly value?: Value }> {
  /** Cells that it rested on and no longer does, those it newly rests on; if neither, its cells in files that have changed. */
  readonly cells: {
    readonly went: readonly Place[];
    readonly came: readonly Place[];
    readonly rewritten: readonly Place[];
  };
  /** Facts it is made of that have changed. */
  readonly parts: readonly string[];
  readonly owed: OwedChange;
}

/** What was owed and has come, and what is owed now. */
export interface OwedChange {
  readonly settled: readonly Text[];
  readonly arisen: readonly Text[];
}

export interface RuleChange extends About, Change {
  readonly of: 'grade' | 'score' | 'item' | 'order' | 'consequence';
}

/** A finding that came or went. */
export interface FoundChange {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly row?: string;
  readonly raw?: string;
  readonly clause?: string;
  readonly says: Text;
}

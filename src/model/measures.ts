/**
 * An office's measures as loaded from a pack: parameters, clauses, forms, facts, grades and what follows from them.
 * Everything that a stage knows of a particular office's rules stands here.
 */
import type { PeriodKind } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Condition, Threshold } from './condition.js';
import type { Form, ReceiptsRegister } from './form.js';
import type { Score } from './score.js';
import type { Value } from './value.js';

export interface Measures {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly source: Text;
  /** The packs that it extends, the furthest first. */
  readonly bases: readonly Base[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly subjects: ReadonlyMap<string, SubjectKind>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly receipts?: ReceiptsRegister;
  readonly checks: readonly CrossCheck[];
  readonly facts: ReadonlyMap<string, FactRule>;
  readonly scores: readonly Score[];
  readonly ladders: readonly Ladder[];
  readonly rankings: readonly Ranking[];
  readonly limits: readonly Limit[];
  readonly consequences: readonly Consequence[];
  readonly bulletin: BulletinPlan;
}

/** A pack that is extended, with the forms that are here as they are there. */
export interface Base {
  readonly id: string;
  readonly version: string;
  readonly forms: ReadonlySet<string>;
}

/** `source`: the clause gives the number; `assumed`: our default for one it needs and does not give; `required`: only the office can give it. */
export type Origin = 'source' | 'assumed' | 'required';

export interface Parameter {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly origin: Origin;
  /** Absent for a required parameter that the office has not set: what asks for it is not applied. */
  readonly value?: Value | readonly string[] | Threshold;
  /** Set or changed by the office in its own file. */
  readonly byOffice: boolean;
  /** What it counts, e.g. days; absent for bare numbers. */
  readonly unit?: Text;
  readonly show?: 'number' | 'share';
}

export interface Clause {
  readonly id: string;
  /** Its heading in the source, e.g. 三(三)1. */
  readonly at: string;
  readonly summary: Text;
  /** `software`: something here must cite it; `people`: nothing to compute; `later`: left for a later period's work. */
  readonly asks: 'software' | 'people' | 'later';
  readonly why?: Text;
}

/** An ordered list of named steps, lowest first, e.g. sanctions. */
export interface Scale {
  readonly id: string;
  readonly title: Text;
  readonly steps: readonly { readonly id: string; readonly title: Text }[];
}

/** A kind of subject that is assessed, and the form that lists its members. */
export interface SubjectKind {
  readonly id: string;
  readonly title: Text;
  readonly roster: string;
  /** Column of the roster with the permanent number of a member; names alone serve when absent. */
  readonly number?: string;
  readonly name: string;
  /** Column with other names, separated by 、 or comma. */
  readonly aliases?: string;
  /** The kind and column of what a member belongs to. */
  readonly within?: { readonly kind: string; readonly column: string };
  /** Column with yes or no: whether the member takes part in the assessment. */
  readonly takesPart?: string;
  /** Column with the group it is assessed in, e.g. a series or a class. */
  readonly group?: string;
}

/** A rule between two forms of the same submitter and period, or of an inspector and the inspected. */
export interface CrossCheck {
  readonly id: string;
  readonly clause: string;
  readonly each: RowSource;
  readonly in: RowSource;
  /** Pairs of columns that identify the same matter: left in `each`, right in `in`. */
  readonly on: readonly (readonly [string, string])[];
  /** Whether a row without a counterpart is a finding. */
  readonly missing: boolean;
  /** Pairs of columns whose values agree. */
  readonly agree: readonly (readonly [string, string])[];
  /** Left column equals the right column's sum over all rows found. */
  readonly totals: readonly (readonly [string, string])[];
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: Text;
}

/** Rows of a form, all or those for which a condition on its columns holds. */
export interface RowSource {
  readonly form: string;
  readonly where?: Condition;
  /** Only rows with a counterpart in this form of the same submitter and period; pairs as in a cross-check. */
  readonly alsoIn?: { readonly form: string; readonly on: readonly (readonly [string, string])[] };
}

export interface FactRule {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly subject: string;
  /** The assessed period alone, or the year from 1 January to the period's end. */
  readonly over: 'period' | 'year';
  readonly from: Derivation;
  /** Who answers when there is nothing to look up, e.g. the leading group. */
  readonly owedBy?: Text;
  /** Shown after the number, e.g. days. */
  readonly unit?: Text;
  readonly show: 'number' | 'share' | 'text';
}

export type Derivation =
  | { readonly kind: 'count'; readonly rows: RowSource }
  | { readonly kind: 'sum'; readonly rows: RowSource; readonly column: string }
  | { readonly kind: 'most'; readonly rows: RowSource; readonly column: string }
  /** The highest step of a scale; none recorded stands below the lowest. */
  | { readonly kind: 'highest'; readonly rows: RowSource; readonly column: string; readonly scale: string }
  /** The longest unbroken stretch: stretches that touch, with no day between on which it counts, are one. */
  | {
      readonly kind: 'longest';
      readonly rows: RowSource;
      readonly from: string;
      readonly to: string;
      /** Column with the length of one stretch. */
      readonly amount: string;
      readonly gap: 'workdays' | 'days';
      /** A fact that the amounts must add up to; while they do not, the details are incomplete. */
      readonly accountsFor?: string;
    }
  /** The one value recorded; several that differ are unknown. */
  | { readonly kind: 'find'; readonly rows: RowSource; readonly column: string; readonly type: ValueType }
  | { readonly kind: 'share'; readonly of: string; readonly in: string }
  | { readonly kind: 'total'; readonly parts: readonly string[] }
  /** What a score, or one of its items, comes to. */
  | { readonly kind: 'points'; readonly score: string; readonly item?: string }
  /** Points out of `from` as points out of a parameter, rounded half up to so many places. */
  | {
      readonly kind: 'converted';
      readonly fact: string;
      readonly from: string;
      readonly into: string;
      readonly places: number;
    }
  /** The subject's place in an order. */
  | { readonly kind: 'place'; readonly ranking: string };

type ValueType = Value['type'];

/** What rests on points or on an order is known only after scoring; scores and facts on rows cannot ask for it. */
export function followsScoring({ from }: Pick<FactRule, 'from'>): boolean {
  return from.kind === 'points' || from.kind === 'converted' || from.kind === 'place';
}

export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly title: Text;
  readonly when: Condition;
  /** Kinds of period in which it is asked; all when empty. */
  readonly periods: readonly PeriodKind[];
}

/** Grades of one kind of subject, best first, and the rules that give them: the first that holds decides. */
export interface Ladder {
  readonly id: string;
  readonly subject: string;
  readonly clause: string;
  readonly title: Text;
  readonly grades: readonly { readonly id: string; readonly title: Text }[];
  readonly rules: readonly LadderRule[];
}

/**
 * `decides` gives the grade; `veto` does, by one-vote veto; `proposes` gives it unless the leading group decides
 * otherwise; `caps` bars better grades.
 */
export type Effect = 'decides' | 'veto' | 'proposes' | 'caps';

/** The name by which a consequence asks for a grade. */
export function gradeName(ladder: string): string {
  return `${ladder.replaceAll('-', '_')}_grade`;
}

export interface LadderRule extends Rule {
  readonly grade: string;
  readonly effect: Effect;
}

export interface Ranking {
  readonly id: string;
  readonly subject: string;
  readonly clause: string;
  readonly title: Text;
  /** Facts in order of weight; higher is better unless `ascending`. */
  readonly by: readonly { readonly fact: string; readonly ascending: boolean }[];
  readonly periods: readonly PeriodKind[];
  /** Over facts: those who are ranked; everyone when absent. */
  readonly among?: Condition;
  /** Whether each group of subjects is ranked on its own. */
  readonly byGroup: boolean;
}

/**
 * At most a share of the subjects that take part may hold a grade; a share within (以内) is rounded down. Where the
 * share goes by the grade of what they belong to, each of these has seats of its own.
 */
export interface Limit {
  readonly id: string;
  readonly clause: string;
  readonly title: Text;
  readonly ladder: string;
  readonly grade: string;
  /** The parameter that gives the share; or, of the members of each, one by the grade that it has itself. */
  readonly share: string | { readonly ladder: string; readonly of: ReadonlyMap<string, string> };
  readonly rounding: 'down' | 'up' | 'half-up';
}

export interface Consequence extends Rule {
  readonly subject: string;
  /** How it is reported: praise, criticism, or a plain notice. */
  readonly tone: 'commend' | 'criticise' | 'notice';
  /** Wording with {fact} placeholders. */
  readonly text: Text;
}

export interface BulletinPlan {
  readonly title: Text;
  readonly opening: Text;
  readonly sections: readonly BulletinSection[];
}

export type BulletinSection =
  | { readonly kind: 'overview'; readonly title: Text }
  | {
      readonly kind: 'order';
      readonly title: Text;
      readonly ranking: string;
      readonly facts: readonly string[];
      /** The fact that is drawn as bars below the table. */
      readonly chart?: string;
    }
  | {
      readonly kind: 'rows';
      readonly title: Text;
      readonly rows: RowSource;
      readonly columns: readonly string[];
      /** The column of the day by which rows lie ahead of the run; without it they are those of the period. */
      readonly ahead?: string;
      readonly none: Text;
    }
  | {
      readonly kind: 'consequences';
      readonly title: Text;
      readonly tones: readonly Consequence['tone'][];
      readonly none: Text;
    }
  | { readonly kind: 'grades'; readonly title: Text; readonly ladder: string; readonly none: Text }
  /** Every subject's points, item by item. */
  | { readonly kind: 'scores'; readonly title: Text; readonly score: string }
  /** What each subject lost and won, rule by rule, with its cells. */
  | { readonly kind: 'score-lines'; readonly title: Text; readonly score: string; readonly none: Text }
  | { readonly kind: 'submissions'; readonly title: Text; readonly none: Text }
  | { readonly kind: 'due'; readonly title: Text; readonly none: Text }
  | { readonly kind: 'text'; readonly title: Text; readonly text: Text };

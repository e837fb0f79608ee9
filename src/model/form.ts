/** Forms as the measures define them: who hands them in and when, their columns, and the rules on a row. */
import type { PeriodKind } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Condition } from './condition.js';
import type { Value } from './value.js';

/** The form in which receipts are entered, and its columns. */
export interface ReceiptsRegister {
  readonly form: string;
  readonly by: string;
  readonly what: string;
  readonly period: string;
  readonly received: string;
}

/** Stands for the submitter of the forms that the office itself keeps. */
export const OFFICE = 'office';

/** What conditions on a row call the day of the run. */
export const AS_OF = 'as_of';

/** What they call the first and the last day of the period that a submission is for. */
export const PERIOD_START = 'period_start';
export const PERIOD_END = 'period_end';

/** The names that every row has besides its columns; no column, field or parameter may take one. */
export const GIVEN_NAMES: readonly string[] = [AS_OF, PERIOD_START, PERIOD_END];

/** The register that the programme keeps itself: one row for each form a subject owes, and what became of it. */
export const SUBMISSIONS = 'submissions';

export interface Form {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  /** The kind of subject that hands it in, or the office that keeps it. */
  readonly from: string;
  /** How often; `standing` for registers and logs that run on. */
  readonly every: PeriodKind | 'standing';
  readonly due?: Due;
  /** An optional form that is not handed in stands for one without rows. */
  readonly required: boolean;
  /** Values above the table. */
  readonly fields: readonly Column[];
  readonly columns: readonly Column[];
  /** Rows that a filled form has at least. */
  readonly minRows: number;
  /** A blank form has this many open rows. */
  readonly openRows: number;
  /** Column that lists every member of the submitting subject. */
  readonly covers?: string;
  /** Date or period column that says when a row of a standing form counts. */
  readonly dated?: string;
  /**
   * Fields with the days on which what the form reports was done: the last of them, not the day of receipt, is held
   * against the due day. While one is empty, it is not done.
   */
  readonly done: readonly string[];
  /** Columns with the first and last day of a stretch; stretches alike in `per` may not overlap. */
  readonly stretches?: { readonly from: string; readonly to: string; readonly per: readonly string[] };
  /** Who fills in a form of the office, where it is not the office itself. */
  readonly keptBy?: Text;
  readonly rules: readonly RowRule[];
  readonly note?: Text;
}

export type ColumnType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'yesno'
  | 'choice'
  | 'step'
  | 'subject'
  | 'period'
  | 'form';

export interface Column {
  readonly id: string;
  readonly title: Text;
  readonly aliases: readonly string[];
  readonly type: ColumnType;
  readonly required: boolean;
  /** Together with the other key columns it tells rows apart. */
  readonly key: boolean;
  readonly choices: readonly Choice[];
  /** Its choices have codes, which may be typed instead of picking one. */
  readonly coded?: true;
  readonly scale?: string;
  /** The kind of subject named here. */
  readonly subject?: string;
  /** The kind of period written here. */
  readonly period?: PeriodKind | 'any';
  readonly min?: string;
  readonly max?: string;
  /** What an empty cell stands for, by the form's own rule. */
  readonly blank?: Value;
  readonly hint?: Text;
  /** Characters; by type when absent. */
  readonly width?: number;
}

export interface Choice {
  readonly id: string;
  readonly title: Text;
  readonly aliases: readonly string[];
}

/** When a form falls due, counted from its period's first or last month or day. */
export type Due =
  | { readonly kind: 'date'; readonly anchor: 'start' | 'end'; readonly months: number; readonly day: Quantity }
  | { readonly kind: 'workdays'; readonly count: Quantity };

/** A number in the pack or the id of the parameter that gives it. */
export type Quantity = number | string;

/** A rule on one row of a form: whenever `when` holds, `needs` are filled and `must` holds. */
export interface RowRule {
  readonly id: string;
  readonly clause: string;
  readonly when?: Condition;
  readonly needs: readonly string[];
  readonly must?: Condition;
  /** Column whose cell is named. */
  readonly at?: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: Text;
  readonly remedy?: Text;
}

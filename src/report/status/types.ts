/**
 * Who has handed in what, as plain data: for every form each submitter's entry for each period, who owes something
 * now, what falls due next, and files that no entry stands for. `assess status --json` prints a `Status`; its keys
 * stay, and whatever is counted is there also when it is 0.
 */
import type { Day } from '../../base/day.js';
import type { Period } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Upcoming } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import type { Place } from '../../model/value.js';

/** Raised whenever a reader of the old form could misread the new one. */
export const STATUS_FORMAT = 1;

/** What became of what was handed in, or that nothing was. */
export const OUTCOMES = [
  'accepted',
  'accepted-with-warnings',
  'returned',
  'not-counted',
  /** Two files for the same thing, and the office has chosen neither. */
  'unchosen',
  /** Entered in the register of receipts, but no file is there. */
  'no-file',
  'missing',
  'not-due',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What one submitter owes of one form for one period, or has sent of its own accord: then nothing is due and there is no
 * state. The day and the days late are those of the result.
 */
export interface Entry {
  readonly form: string;
  readonly title: Text;
  readonly by: string;
  readonly name: Text;
  readonly period: Period;
  readonly due?: Day;
  readonly outcome: Outcome;
  /** On time or not; of what `isDone`, when it was done. */
  readonly state?: Expected['status'];
  readonly isDone?: true;
  readonly received?: Day;
  readonly daysLate?: number;
  /** The cell that tells the day: of the register of receipts, or else of the form itself. */
  readonly dated?: { readonly by: 'register' | 'form'; readonly place: Place };
  readonly file?: string;
  readonly sheet?: string;
}

export interface FormStatus {
  readonly form: string;
  readonly title: Text;
  readonly isDone?: true;
  /** Nobody owes it; those who have sent it are shown. */
  readonly isOptional?: true;
  readonly periods: readonly { readonly period: Period; readonly due?: Day }[];
  /** In the order of the roster; entries stand under their periods. */
  readonly submitters: readonly {
    readonly by: string;
    readonly name: Text;
    readonly entries: readonly (Entry | null)[];
  }[];
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly states: Readonly<Record<Expected['status'], number>>;
}

/** A sheet that no entry stands for: a second file, a register, a form nobody owes; or what cannot be read. */
export interface Besides {
  readonly file: string;
  readonly sheet?: string;
  readonly form?: string;
  readonly title?: Text;
  readonly outcome: 'returned' | 'not-counted' | 'unchosen' | 'unread';
}

export interface Status {
  readonly format: typeof STATUS_FORMAT;
  readonly measures: { readonly id: string; readonly version: string; readonly title: Text };
  readonly office: string;
  readonly period: Period;
  readonly asOf: Day;
  readonly forms: readonly FormStatus[];
  /** Missing, returned or without a file that counts; those of one submitter together, in the order of the roster. */
  readonly owing: readonly Entry[];
  /** `came` counts submitters whose file is already there. */
  readonly upcoming: readonly (Upcoming & { readonly title: Text; readonly came: number })[];
  readonly besides: readonly Besides[];
}

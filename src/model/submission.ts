/**
 * What was handed in, read but not yet judged: values with their cells, whose it is, when it came.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Place, Value } from './value.js';

/** A member of a kind of subject. */
export interface Subject {
  /** "unit:办公室" or "staff:0012": kind and number, or the name where there are no numbers. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly number?: string;
  /** Id of the subject it belongs to. */
  readonly within?: string;
  /** The group it is assessed in: a choice of the roster, or what stands there. */
  readonly group?: { readonly id: string; readonly title: Text };
  /** The cell of the roster that should tell its group, where it does not. */
  readonly ungrouped?: Place;
  readonly takesPart: boolean;
  readonly place?: { readonly file: string; readonly sheet: string; readonly cell: string };
}

/** One form filled in by one submitter for one period, from one sheet of one file. */
export interface Submission {
  readonly file: string;
  readonly sheet: string;
  readonly form: string;
  /** Id of the subject that handed it in; absent for forms the office keeps or when it cannot be told. */
  readonly by?: string;
  readonly period?: Period;
  readonly fields: ReadonlyMap<string, Reading>;
  /** Of fields that say when a thing was done and that hold nothing: the cells beside their labels. */
  readonly undated?: ReadonlyMap<string, Pick<Reading, 'cell' | 'sheet'>>;
  readonly rows: readonly Row[];
  /** Number of the heading row: there may be other tables on the sheet. */
  readonly heading: number;
  /** Rows below the headings, or above them, that were taken for no rows of the table though nothing says what they are. */
  readonly passed: readonly Passed[];
  /** Columns without a heading in which rows of data hold something: the first such cell, and how many. */
  readonly unheaded: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly raw: string;
    readonly count: number;
  }[];
}

/** A row that was passed over: its first cell, what stands there, and whether it looks like data all the same. */
export interface Passed {
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly isLikeData: boolean;
}

export interface Row {
  /** The sheet's row number. */
  readonly number: number;
  readonly readings: ReadonlyMap<string, Reading>;
}

/** A cell as read by its column's type. */
export interface Reading {
  /** A1 address; empty for values that no cell holds. */
  readonly cell: string;
  /** As it stands in the file: for `blank`, nothing or a mark that says so. */
  readonly raw: string;
  /** `value` converted; `blank` empty, `value` then is what an empty cell stands for, if the form says; `unreadable` not convertible. */
  readonly state: 'value' | 'blank' | 'unreadable';
  readonly value?: Value;
  /** The sheet it stands on, where that is another than the submission's. */
  readonly sheet?: string;
  /** The cell above whose value it takes, where 同上 or a ditto mark stands. */
  readonly above?: string;
  /** The measure that a number must have here, where one is known and what stands there could not be read. */
  readonly measure?: string;
  /** A name that the roster does not settle: it has a finding of its own, with the candidates. */
  readonly isUnsettled?: true;
  /** For a name that could not be settled: the ids it may mean; anyone's when absent. */
  readonly mayBe?: readonly string[];
}

/** A form that a subject owes for a period, and what became of it. */
export interface Expected {
  readonly form: string;
  readonly by: string;
  readonly period: Period;
  readonly due: Day;
  /** Held against the due day is when the thing was done, not when its report came: `received` is that day. */
  readonly isDone?: true;
  readonly status: 'on-time' | 'late' | 'missing' | 'not-due' | 'undated' | 'ambiguous';
  /** The file handed in. */
  readonly file?: string;
  readonly sheet?: string;
  readonly received?: Day;
  /** Calendar days after the due day; only when late. */
  readonly daysLate?: number;
  /** Where the day of receipt stands, or the day on which it was done should, and whether that is the register or the form itself. */
  readonly place?: { readonly file: string; readonly sheet: string; readonly cell: string };
  readonly datedBy?: 'register' | 'form';
}

/** Who is assessed, and how names find them. */
export interface Roster {
  /** In the order of the roster. */
  readonly subjects: readonly Subject[];
  get(id: string): Subject | undefined;
  /** Every subject of a kind that a text may mean; those within a given subject first when there are any. */
  find(kind: string, text: string, within?: string): readonly Subject[];
  /** Names of a kind that look like a text: one slip of the pen away, of one shape, or one within the other. */
  similar(kind: string, text: string): string[];
  ofKind(kind: string): readonly Subject[];
  membersOf(id: string): readonly Subject[];
}

/** That something came, and when, as entered in the register. */
export interface Receipt {
  readonly by: string;
  readonly form: string;
  readonly period: Period;
  readonly received: Day;
  readonly place: Required<Place>;
}

/** Which of the files handed in count. */
export interface Settled {
  readonly counted: readonly Submission[];
  /** Groups of files that stand for the same thing, none of which counts. */
  readonly rivals: readonly (readonly Submission[])[];
  /** Files that do not count because the office chose another, each with the one that does. */
  readonly superseded: readonly { readonly submission: Submission; readonly by: Submission }[];
}

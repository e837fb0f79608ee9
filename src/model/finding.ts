/**
 * Findings: what is missing or wrong in what was handed in. One kind per fault, each with the facts its words need;
 * the words stand in one total table beside it.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Place } from './value.js';
import type { FileFault } from './workbook.js';

export type Severity = 'error' | 'warning' | 'note';

/** What each kind of finding says beyond its place. */
export interface FindingData {
  'file-unreadable': { readonly fault: FileFault; readonly detail: string };
  /** Of a lock, `unsaved` names the workbook that is open. */
  'file-skipped': { readonly reason: Text; readonly unsaved?: string };
  'form-unrecognised': { readonly nearest?: Text; readonly missing: readonly Text[] };
  'form-empty': { readonly form: Text };
  'measures-other': { readonly found: string; readonly expected: string };
  'sheet-unused': { readonly isHidden: boolean };
  'file-copied': { readonly other: string };
  'submission-repeated': { readonly form: Text; readonly by: Text; readonly period: Period; readonly other: Place };
  'submission-superseded': { readonly form: Text; readonly other: Place };
  'submission-late': {
    readonly form: Text;
    readonly by: Text;
    readonly period: Period;
    readonly due: Day;
    readonly received: Day;
    readonly days: number;
    /** Held against the due day is when it was done, not when its report came. */
    readonly isDone: boolean;
  };
  'submission-missing': {
    readonly form: Text;
    readonly by: Text;
    readonly period: Period;
    readonly due: Day;
    readonly isDone: boolean;
  };
  'submission-undated': { readonly form: Text; readonly by: Text; readonly period: Period; readonly isDone: boolean };
  'receipt-without-file': { readonly form: Text; readonly by: Text; readonly period: Period };
  'receipts-disagree': { readonly earliest: Day; readonly other: Place };
  'register-foreign': { readonly form: Text };
  'register-missing': { readonly form: Text };
  'heading-missing': { readonly column: Text; readonly candidates: readonly string[] };
  'heading-repeated': { readonly column: Text; readonly other: Place };
  'heading-unknown': { readonly heading: string };
  'values-unheaded': { readonly count: number };
  'row-passed': { readonly isLikeData: boolean };
  /** Numbers of the rows, in ascending order. */
  'rows-hidden': { readonly rows: readonly number[] };
  /** `at` is the number of the sheet's column. */
  'column-hidden': { readonly column: Text; readonly at: number };
  'field-missing': { readonly field: Text };
  'field-unreadable': { readonly field: Text; readonly expected: Text };
  'cell-missing': { readonly column: Text };
  'cell-ditto': { readonly column: Text; readonly above: string };
  'cell-unreadable': { readonly column: Text; readonly expected: Text };
  'cell-out-of-range': { readonly column: Text; readonly min?: string; readonly max?: string };
  'number-merged': { readonly column: Text; readonly rows: number };
  'cell-needed': { readonly column: Text; readonly rule: string; readonly message: Text };
  'row-rule-broken': {
    readonly rule: string;
    readonly message: Text;
    /** By how much the numbers that the rule compares miss each other. */
    readonly by?: string;
    readonly remedy?: Text;
  };
  'row-repeated': {
    readonly columns: readonly Text[];
    readonly other: Place;
    /** Both rows have what tells them apart from the same merged cells. */
    readonly isMerged: boolean;
  };
  'cells-computed': { readonly column: Text; readonly cells: readonly string[] };
  'cells-changing': { readonly column: Text; readonly cells: readonly string[] };
  'cells-linked': { readonly column: Text; readonly cells: readonly string[] };
  'row-missing-elsewhere': {
    readonly rule: string;
    readonly message: Text;
    readonly form: Text;
    readonly file?: string;
  };
  'values-disagree': {
    readonly rule: string;
    readonly message: Text;
    readonly column: Text;
    readonly other: Place;
    readonly otherRaw: string;
  };
  'totals-disagree': {
    readonly rule: string;
    readonly message: Text;
    readonly column: Text;
    readonly form: Text;
    readonly total: string;
    readonly cells: readonly Place[];
  };
  'points-disagree': { readonly rule: Text; readonly expected: string };
  'points-out-of-bounds': { readonly rule: Text; readonly least: string; readonly most: string };
  'rule-needs': { readonly rule: Text; readonly column: Text };
  'evidence-unfit': { readonly rule: Text; readonly source: Text; readonly sources: readonly Text[] };
  'rule-not-for': { readonly rule: Text; readonly subject: string; readonly item: Text };
  'self-score-beyond': { readonly item: Text; readonly full: string };
  'stretches-overlap': { readonly other: Place };
  'date-implausible': { readonly due: Day; readonly asOf: Day };
  'receipt-before': { readonly received: Day; readonly other: Place };
  'receipt-ahead': { readonly asOf: Day };
  'subject-unknown': { readonly subject: Text; readonly candidates: readonly string[] };
  'subject-ambiguous': { readonly subject: Text; readonly candidates: readonly string[] };
  'subject-elsewhere': { readonly subject: Text; readonly belongs: string };
  'subject-unlisted': { readonly subject: Text; readonly name: string };
  'names-alike': {
    readonly subject: Text;
    /** Of one shape in print, the very same, or a slip of the pen apart. */
    readonly likeness: 'shape' | 'same' | 'slip';
    readonly name: string;
    readonly other: Place;
    /** What each has that the other has not. */
    readonly apart: readonly [here: string, there: string];
  };
  /** `other` is whose template or folder it is; `at` is where that is said. */
  'submitter-other': {
    readonly by: string;
    readonly other: string;
    readonly from: 'template' | 'folder';
    readonly at: string;
  };
  'period-ahead': { readonly form: Text; readonly period: Period; readonly asOf: Day };
  'period-other': { readonly period: Period; readonly expected: Period };
  'confirmation-idle': {
    /** Which entry of the office's list, from 1, and what it is about. */
    readonly entry: number;
    readonly about: string;
    /** It fits an error, and nothing else. */
    readonly isError: boolean;
  };
  'parameter-unset': { readonly parameter: string; readonly title: Text };
  'calendar-unknown': { readonly year: number };
}

export type FindingKind = keyof FindingData;

/** A warning that the office has looked into and lets stand, with its reason. What it says must all fit. */
export interface Confirmation {
  readonly code: string;
  /** The file, or the end of its path. */
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  /** What stood in the cell when it was confirmed: another content has to be looked into anew. */
  readonly stands?: string;
  /** Whose report it is about, which report, for which period. */
  readonly unit?: string;
  readonly form?: string;
  readonly period?: string;
  readonly reason: string;
}

/** What every finding says. */
export interface Common {
  readonly severity: Severity;
  /** Why the office lets it stand. */
  readonly confirmed?: string;
  readonly place: Place;
  /** The row's own label, as the clerk would name it. */
  readonly row?: string;
  /** What stands there. */
  readonly raw?: string;
  readonly clause?: string;
}

export type FindingOf<K extends FindingKind> = Common & { readonly kind: K } & FindingData[K];
export type Finding = { [K in FindingKind]: FindingOf<K> }[FindingKind];

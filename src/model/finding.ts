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
  'file-skipped': { readonly reason: Text };
  'form-unrecognised': { readonly nearest?: Text; readonly missing: readonly Text[] };
  'form-empty': { readonly form: Text };
  'sheet-hidden': { readonly form: Text };
  'measures-other': { readonly found: string; readonly expected: string };
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
  'register-missing': { readonly form: Text };
  'heading-missing': { readonly column: Text; readonly candidates: readonly string[] };
  'heading-repeated': { readonly column: Text; readonly other: Place };
  'heading-unknown': { readonly heading: string };
  /** Numbers of the rows, in ascending order. */
  'rows-hidden': { readonly rows: readonly number[] };
  /** `at` is the number of the sheet's column. */
  'column-hidden': { readonly column: Text; readonly at: number };
  'field-missing': { readonly field: Text };
  'field-unreadable': { readonly field: Text; readonly expected: Text };
  'cell-missing': { readonly column: Text };
  'cell-unreadable': { readonly column: Text; readonly expected: Text };
  'cell-out-of-range': { readonly column: Text; readonly min?: string; readonly max?: string };
  'cell-needed': { readonly column: Text; readonly rule: string; readonly message: Text };
  'cells-computed': { readonly column: Text; readonly cells: readonly string[] };
  'cells-changing': { readonly column: Text; readonly cells: readonly string[] };
  'cells-linked': { readonly column: Text; readonly cells: readonly string[] };
  'row-rule-broken': { readonly rule: string; readonly message: Text; readonly remedy?: Text };
  'row-repeated': { readonly columns: readonly Text[]; readonly other: Place };
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
  'receipt-ahead': { readonly asOf: Day };
  'subject-unknown': { readonly subject: Text; readonly candidates: readonly string[] };
  'subject-ambiguous': { readonly subject: Text; readonly candidates: readonly string[] };
  'subject-elsewhere': { readonly subject: Text; readonly belongs: string };
  'subject-unlisted': { readonly subject: Text; readonly name: string };
  'period-other': { readonly period: Period; readonly expected: Period };
  'parameter-unset': { readonly parameter: string; readonly title: Text };
  'calendar-unknown': { readonly year: number };
}

export type FindingKind = keyof FindingData;

interface Common {
  readonly severity: Severity;
  readonly place: Place;
  /** The row's own label, as the clerk would name it. */
  readonly row?: string;
  /** What stands there. */
  readonly raw?: string;
  readonly clause?: string;
}

export type FindingOf<K extends FindingKind> = Common & { readonly kind: K } & FindingData[K];
export type Finding = { [K in FindingKind]: FindingOf<K> }[FindingKind];

/**
 * A workbook as it was sent: sheets, rows and cell values with their addresses, and nothing interpreted beyond
 * what the file itself says. Rows and cells are sparse; only cells that hold something exist.
 */
import type { Day } from '../base/day.js';

export interface Workbook {
  /** The file's name as given, for messages only. */
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold at least one value, in ascending order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

export interface SheetRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly number: number;
  readonly hidden: boolean;
  /** 1-based column numbers in ascending order, parallel to `values`. */
  readonly columns: readonly number[];
  readonly values: readonly CellValue[];
  /** Columns whose value was computed by a formula; absent when there is none. */
  readonly formulas?: readonly number[];
}

/**
 * What a cell holds. Text and numbers are plain; the rest say what they are. A number is the stored double.
 * `date` is a number shown as a date; `time` is seconds of the day when the format or the value has any.
 * `percent` is a number shown as a percentage (95% is 0.95). `error` is #DIV/0! and its like.
 * `uncomputed` is a formula without a stored value: missing, never 0.
 */
export type CellValue =
  | string
  | number
  | boolean
  | { readonly kind: 'date'; readonly day: Day; readonly time?: number }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'percent'; readonly number: number }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'uncomputed' };

/** A merged range, corners included, 1-based. The value stands in its top left cell alone. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Why a file could not be read as a workbook. Each has its words in the table of findings. */
export type FileFault =
  | 'empty'
  | 'damaged'
  | 'encrypted'
  | 'legacy-xls'
  | 'not-a-workbook'
  /** A web page or XML under a workbook's name, as systems export their lists. */
  | 'web-page'
  /** Text under a workbook's name. */
  | 'text'
  /** A PDF or a picture. */
  | 'scan'
  | 'too-large'
  | 'unsafe'
  | 'macros'
  | 'encoding'
  /** These come before any content: what lies there is no file, or the system does not give it as it is. */
  | 'link'
  | 'no-file'
  | 'misnamed'
  | 'inaccessible'
  | 'changing';

/** The outcome of opening a file: a workbook, or the fault with a detail for the developer's eye. */
export type Opened =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly fault: FileFault; readonly detail: string };

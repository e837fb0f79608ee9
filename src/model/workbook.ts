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
  readonly rows: Rows;
  readonly merges: readonly Merge[];
  /** Columns that are not shown, whether they hold something or not; absent when there is none. */
  readonly hiddenColumns?: readonly ColumnSpan[];
}

/** Rows one after another; as many as there may be, they are not all there at once. */
export interface Rows extends Iterable<SheetRow> {
  readonly length: number;
  /** The row at this index, from the end where it is negative. */
  at(index: number): SheetRow | undefined;
}

/** Neighbouring columns, first and last included, 1-based. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
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
  /** Those of them whose value changes by itself, with the day or by chance; absent when there is none. */
  readonly changing?: readonly number[];
  /** Those of them whose value was fetched from another file; absent when there is none. */
  readonly linked?: readonly number[];
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
  | 'binary-workbook'
  | 'opendocument'
  | 'numbers'
  | 'xml-table'
  | 'web-page'
  | 'text-table'
  | 'pdf'
  | 'document'
  | 'picture'
  | 'archive'
  | 'not-a-workbook'
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

/** Every fault; whoever must name them all takes them from here. */
export const FILE_FAULTS: Readonly<Record<FileFault, true>> = {
  empty: true,
  damaged: true,
  encrypted: true,
  'legacy-xls': true,
  'binary-workbook': true,
  opendocument: true,
  numbers: true,
  'xml-table': true,
  'web-page': true,
  'text-table': true,
  pdf: true,
  document: true,
  picture: true,
  archive: true,
  'not-a-workbook': true,
  'too-large': true,
  unsafe: true,
  macros: true,
  encoding: true,
  link: true,
  'no-file': true,
  misnamed: true,
  inaccessible: true,
  changing: true,
};

/** The outcome of opening a file: a workbook, or the fault with a detail for the developer's eye. */
export type Opened =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly fault: FileFault; readonly detail: string };

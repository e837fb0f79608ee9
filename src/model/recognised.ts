/** A sheet told apart: which form it is and which of its columns is which, or that it is none. */
import type { Column, Form } from './form.js';
import type { Sheet } from './workbook.js';

/** What the marker sheet of a template says. */
export interface Marker {
  readonly measures: string;
  readonly version: string;
  readonly form: string;
  readonly by?: string;
  readonly period?: string;
}

/** A form found on a sheet: its heading row, and which column of the sheet is which column of the form. */
export interface Recognised {
  readonly form: Form;
  readonly sheet: Sheet;
  readonly headingRow: number;
  /** Last row that repeats the headings, e.g. in the other language. */
  readonly headingEnd: number;
  /** Column id → column number of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings of the form that stand more than once, with both cells. */
  readonly repeated: readonly { readonly column: Column; readonly first: string; readonly again: string }[];
  /** Headings that belong to no column of the form. */
  readonly unknown: readonly { readonly heading: string; readonly cell: string }[];
  readonly marker?: Marker;
}

export interface Unrecognised {
  readonly sheet: Sheet;
  readonly nearest?: Form;
  readonly missing: readonly Column[];
}

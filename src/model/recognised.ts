/** A sheet told apart: which form it is and which of its columns is which, or that it is none. */
import type { Column, Form } from './form.js';
import type { Measures } from './measures.js';
import type { ColumnSpan, Sheet, SheetRow } from './workbook.js';

/** Name of the hidden sheet by which a template knows itself. */
export const MARKER_SHEET = '_assess';

/** What the marker sheet of a template says. */
export interface Marker {
  readonly measures: string;
  readonly version: string;
  readonly form: string;
  readonly by?: string;
  readonly period?: string;
}

/** Whether a template's form is that of these measures: made for this version, or for one they extend and have the form from. */
export function isInForce({ measures, version, form }: Marker, { id, version: current, bases }: Measures): boolean {
  if (measures === id) return version === current;
  return bases.some((base) => base.id === measures && base.version === version && base.forms.has(form));
}

/** A stretch of rows under headings: a whole table, or what stands of it on one printed page or on a further sheet. */
export interface Part {
  readonly sheet: Sheet;
  /** First of the rows above the headings that belong to it: title and fields. */
  readonly firstRow: number;
  readonly headingRow: number;
  /** Last row of the headings: those in the other language, or of a heading over two rows. */
  readonly headingEnd: number;
  /** Last row before the next part; the sheet may end earlier. */
  readonly lastRow: number;
  /** Column id → column number of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
  /** Column id → its heading as it stands there. */
  readonly headings: ReadonlyMap<string, string>;
  /** Column id → last column of a heading that is merged over several. */
  readonly spans: ReadonlyMap<string, number>;
  /** Columns of the sheet in which any heading stands. */
  readonly headed: ReadonlySet<number>;
  /** Headings of the form that stand more than once, with both cells. */
  readonly repeated: readonly { readonly column: Column; readonly first: string; readonly again: string }[];
  /** Headings that belong to no column of the form. */
  readonly unknown: readonly { readonly heading: string; readonly cell: string }[];
}

/** A form found on a sheet, with the further parts of its table. */
export interface Recognised extends Part {
  readonly form: Form;
  readonly more: readonly Part[];
  readonly marker?: Marker;
}

/** What remains of a sheet that was read: what nobody sees on it. */
export interface ReadSheet {
  readonly name: string;
  /** Numbers of the rows that are not shown. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns?: readonly ColumnSpan[];
  /** Rows in which formulas stand, by their numbers. */
  readonly computed: ReadonlyMap<number, ComputedRow>;
}

export type ComputedRow = Pick<SheetRow, 'formulas' | 'changing' | 'linked'>;

export interface LaidPart extends Pick<Part, 'headingRow' | 'columns' | 'repeated' | 'unknown'> {
  readonly sheet: ReadSheet;
}

/** A form that was read, without its rows. */
export interface Layout extends LaidPart, Pick<Recognised, 'form' | 'marker'> {
  readonly more: readonly LaidPart[];
}

export interface Unrecognised {
  readonly sheet: Sheet;
  readonly nearest?: Form;
  readonly missing: readonly Column[];
  /** It stands beside a form, or is hidden, and is passed over. */
  readonly isBeside?: true;
}

/**
 * A workbook to be written: what stands where and how it looks, without any spreadsheet library. Templates and
 * ranked reports are designed as such values; the workbook room alone turns them into bytes.
 */
import type { Day } from '../base/day.js';

export interface WorkbookDesign<R extends Rows = readonly RowDesign[]> {
  readonly title: string;
  /** The issuing office; stored as the file's author. */
  readonly author: string;
  /** Stored as the file's creation date, so that the same design gives the same bytes. */
  readonly date: Day;
  readonly sheets: readonly SheetDesign<R>[];
}

/**
 * Rows from above. Where there may be very many they are made one by one, each time anew that somebody goes through them, so
 * that no more than one need be held.
 */
export interface Rows extends Iterable<RowDesign> {
  readonly length: number;
}

export interface SheetDesign<R extends Rows = readonly RowDesign[]> {
  /** At most 31 characters, without \ / ? * [ ] : — made safe by the writer. */
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  readonly rows: R;
  /** Ranges in A1 notation. */
  readonly merges?: readonly string[];
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: string;
  readonly validations?: readonly ValidationDesign[];
  readonly chart?: ChartDesign;
  /** Only cells of an `input` style can be typed into. */
  readonly protected?: boolean;
  readonly print?: {
    readonly landscape?: boolean;
    /** Rows repeated on every page, e.g. [3, 3]. */
    readonly repeat?: readonly [number, number];
    /** How many pages it is wide; one unless said. The columns that stay in view are repeated on each. */
    readonly wide?: number;
    /** Printed at the foot, before "page x of y". */
    readonly footer?: string;
  };
}

/** Bars beside one another, the first on top, over cells of the same workbook ("'Sheet'!B4:B15"). */
export interface ChartDesign {
  readonly title: string;
  /** For those who do not see it. */
  readonly alternative: string;
  readonly names: string;
  readonly values: string;
  /** What the bars are called. */
  readonly series: string;
  readonly show: 'number' | 'share';
  /** Where the scale of values ends; left to the program where nothing is said. */
  readonly end?: number;
  /** Two corners in A1 notation; the chart lies between their top left corners. */
  readonly from: string;
  readonly to: string;
}

export interface RowDesign {
  /** Points; the writer's default when absent. */
  readonly height?: number;
  readonly hidden?: true;
  /** From column A; null leaves a cell empty and unstyled. */
  readonly cells: readonly (CellDesign | null)[];
}

export interface CellDesign {
  readonly value: CellContent;
  readonly style?: CellStyle;
  /** A place in the same workbook ("#'Sheet'!B7") or a file, by the way to it from this one. */
  readonly link?: string;
  /** Where in that file ("'Sheet'!B7"). */
  readonly place?: string;
  readonly note?: string;
}

/** Text is written as text and never as a formula. A decimal is a canonical string in `number`. */
export type CellContent =
  | string
  | null
  | { readonly number: string }
  | { readonly day: Day }
  | { readonly share: string };

/**
 * `title` and `subtitle` head a sheet, `label` stands before a field, `heading` and `subheading` head a column,
 * the `input` styles are open for typing, the rest show results.
 */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'label'
  | 'heading'
  | 'subheading'
  | 'input'
  /** Typed text stays text: 0012 keeps its zeros. */
  | 'inputText'
  /** Short choices and names, centred. */
  | 'inputCentre'
  /** Numbers that tell rows apart: text, centred. */
  | 'inputCode'
  | 'inputDate'
  | 'inputNumber'
  | 'given'
  | 'givenNumber'
  /** What a block of rows comes to. */
  | 'total'
  | 'totalNumber'
  | 'text'
  /** Places and other short marks, centred. */
  | 'mark'
  | 'number'
  | 'share'
  | 'date'
  | 'good'
  | 'warn'
  | 'bad'
  | 'note';

export interface ValidationDesign {
  /** The cells it holds for, in A1 notation. */
  readonly range: string;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    /** The choices stand in cells, e.g. "名单!$A$2:$A$40". */
    | { readonly kind: 'listFrom'; readonly range: string }
    | { readonly kind: 'whole'; readonly min?: string; readonly max?: string }
    | { readonly kind: 'decimal'; readonly min?: string; readonly max?: string }
    | { readonly kind: 'date'; readonly min?: Day; readonly max?: Day };
  readonly required: boolean;
  /** Shown when the cell is chosen. */
  readonly prompt?: string;
  /** Shown when something else is typed. */
  readonly error?: string;
  /** The list is an offer: what is typed besides is let in, and judged when it is read. */
  readonly open?: true;
}

/**
 * A written bulletin as a sequence of blocks: content and rank of each piece, no measure of the page. The page is
 * laid out from it by the printers of the report room; every figure in it comes from the result.
 */
import type { Day } from '../base/day.js';
import type { Lang } from '../base/text.js';

export interface Bulletin {
  readonly lang: Lang;
  /** The issuing body as it stands in the red header. */
  readonly issuer: string;
  /** The document number, e.g. "州质监办〔2026〕3号"; absent when the office has set none. */
  readonly number?: string;
  readonly title: string;
  /** Main addressees, e.g. "局机关各科室"; absent when none. */
  readonly addressees?: string;
  readonly blocks: readonly Block[];
  /** Names of the attachments, in order. */
  readonly attachments: readonly Attachment[];
  /** Who signs, whether a seal is put on it, and the date of the document. */
  readonly signature: { readonly name: string; readonly isSealed?: boolean; readonly date: Day };
  /** Whom to ask, in brackets below the date; absent when the office names nobody. */
  readonly note?: string;
  /** The foot of the last page: copies to, printed by, printed on. */
  readonly imprint?: { readonly copies?: string; readonly office: string; readonly date: Day };
}

export type Block =
  /** Level 1 is 一、 level 2 （一） level 3 1. — the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | TableBlock
  | ChartBlock;

export interface TableBlock {
  readonly kind: 'table';
  /** Stands centred above the table; absent for none. */
  readonly caption?: string;
  readonly columns: readonly {
    readonly title: string /** share of the width, any unit */;
    readonly width: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** Bars side by side, one below the other, all from one line and to one scale. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: string;
  /** The same in words, for who hears the bulletin read aloud. */
  readonly alt: string;
  /** Whether figures are shares of one, and written as percentages. */
  readonly isShare: boolean;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly name: string;
  /** The figure as it is written: 88.9%, 82–90, 待定. */
  readonly text: string;
  /** Canonical decimals between which the figure lies, the same where it is known; absent where nothing bounds it. */
  readonly least?: string;
  readonly most?: string;
}

export interface Attachment {
  readonly title: string;
  /** Absent for one that the office adds by hand: it is listed, and has no page here. */
  readonly blocks?: readonly Block[];
}

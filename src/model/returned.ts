/**
 * What goes back to whoever sent a workbook: marks on its cells and a list of everything found in it. Also how a file
 * that came back knows itself, so that what was added once is taken off again and never read as content.
 */
import type { SheetDesign } from './design.js';
import type { Sheet } from './workbook.js';

/** A finding on a cell. */
export interface Mark {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly severity: 'error' | 'warning';
  /** What the comment says of it, in lines. */
  readonly text: string;
}

export interface Markup {
  readonly marks: readonly Mark[];
  /** The sheet to be added that lists all findings; its first cell holds LIST_MARK. */
  readonly list: SheetDesign;
}

/** Why a file is not copied with marks. */
export type Unmarkable =
  /** It is no longer what was read. */
  | 'changed'
  /** Text, or what cannot be read as a workbook. */
  | 'no-package'
  /** Written by the strict form of the standard. */
  | 'strict'
  | 'macros'
  /** It fetches from other files or databases. */
  | 'links'
  /** It carries other programs' objects or controls. */
  | 'embedded'
  /** A change would break its signature. */
  | 'signed'
  /** It keeps a log of changes that a new sheet would contradict. */
  | 'shared'
  /** Parts that only spreadsheet programs use are missing, damaged or spelt in a way that is not known. */
  | 'unusual';

/** Stands in the first cell of the sheet that lists the findings; the sheet may be renamed or moved. */
export const LIST_MARK = 'assess:returned';

/** Whether a sheet is the list of findings of an earlier return. */
export function isList({ rows }: Pick<Sheet, 'rows'>): boolean {
  const first = rows.at(0);
  return first?.number === 1 && first.columns[0] === 1 && first.values[0] === LIST_MARK;
}

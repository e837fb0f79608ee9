/**
 * Links to the cells of the files that were handed in. They go by the way from the workbook to the files, so that they hold
 * wherever the two lie together; where no such way is known there is no link, and the place stands as text alone.
 */
import type { CellDesign } from '../../model/design.js';
import type { Place } from '../../model/value.js';
import type { Lookup } from '../lookup.js';
import { text } from './cells.js';
import type { Column } from './sheet.js';

/** The way to a file, by the name that results use, from where the workbook lies. */
export type WayTo = (file: string) => string | undefined;

export interface Linking extends Lookup {
  readonly wayTo: WayTo;
  /** Whether there is a way to any file. */
  readonly opens: boolean;
}

/** The same cell, opening the file at this place. What could not be read as a table has no sheet, and is no click away. */
export function opening(cell: CellDesign, place: Place | undefined, { wayTo }: Linking): CellDesign | undefined {
  if (!place?.sheet) return undefined;
  const { file, sheet, cell: at } = place;
  const link = wayTo(file);
  return link === undefined ? undefined : { ...cell, link, place: `'${sheet.replaceAll("'", "''")}'!${at || 'A1'}` };
}

/**
 * The column that opens what the columns before it name. It stands by itself since LibreOffice sets a text that links in one line,
 * and cuts off the rest.
 */
export function openColumn({ opens, lang }: Linking): Column[] {
  return opens ? [{ title: { zh: '原文件', en: 'The file' }[lang], width: 8 }] : [];
}

export function openCell(place: Place | undefined, lookup: Linking): CellDesign[] {
  if (!lookup.opens) return [];
  return [opening(text(OPEN[lookup.lang], 'mark'), place, lookup) ?? text('', 'mark')];
}

const OPEN = { zh: '打开', en: 'open' } as const;

/** Said below a sheet with such a column. */
export function openingNote({ opens, lang }: Linking): string[] {
  return opens ? [NOTE[lang]] : [];
}

const NOTE = {
  zh: '“打开”直接到原文件的单元格，有几处的到第一处；结果和材料两个文件夹的相对位置不能变。',
  en: '"open" leads to the cell in the file itself, the first where there are several, as long as results and submissions lie to each other as they did.',
} as const;

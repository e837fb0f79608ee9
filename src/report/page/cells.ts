/** Cells as a page shows them: file › sheet › cells, the cells of one sheet together, each with what stands in it if the result knows. */

import { remembering } from '../../base/remember.js';
import type { Lang } from '../../base/text.js';
import type { Place } from '../../model/value.js';
import { listed } from '../../words/phrase.js';
import { NO_FILE } from '../places.js';
import { type Contents, type Element, el, together } from './element.js';
import type { PageLookup } from './lookup.js';

/** So many sheets are shown at once; more are folded away, and unfolded in print. */
const SHEETS_SHOWN = 3;

export function cellList(places: readonly Place[], page: PageLookup): Element | undefined {
  const sheets = sheetsOf(places);
  if (sheets.length === 0) return undefined;
  const all = listOf(sheets, page);
  if (sheets.length <= SHEETS_SHOWN) return all;
  const many = {
    zh: `来源：${places.length} 处，在 ${sheets.length} 张表中`,
    en: `From ${places.length} cells on ${sheets.length} sheets`,
  };
  return el('details', {}, el('summary', {}, many[page.lang]), all);
}

/** The same list, if there is one that reads the same in both languages. */
export function plainCellList(places: readonly Place[], page: PageLookup): Element | undefined {
  const sheets = sheetsOf(places);
  const isPlain = sheets.every(
    ({ file, sheet, cells }) => file !== '' && cells.length < 2 && !page.standsIn(file, sheet),
  );
  return sheets.length > 0 && sheets.length <= SHEETS_SHOWN && isPlain ? listOf(sheets, page) : undefined;
}

interface Sheet {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly cells: string[];
}

/** In order of first mention. Nearly always what follows stands on the same sheet. */
function sheetsOf(places: readonly Place[]): readonly Sheet[] {
  const sheets: Sheet[] = [];
  const byFile = new Map<string, Sheet[]>();
  let last: Sheet | undefined;
  for (const { file, sheet, cell } of places) {
    if (last?.file !== file || last.sheet !== sheet) {
      const beside = byFile.get(file) ?? [];
      byFile.set(file, beside);
      last = beside.find((each) => each.sheet === sheet);
      if (!last) {
        last = { file, sheet, cells: [] };
        beside.push(last);
        sheets.push(last);
      }
    }
    if (cell) last.cells.push(cell);
  }
  return sheets;
}

function listOf(sheets: readonly Sheet[], page: PageLookup): Element {
  const lines = sheets.map((each) => el('li', {}, lineOf(each, page)));
  return el('ul', { class: 'cells' }, lines);
}

function lineOf({ file, sheet, cells }: Sheet, page: PageLookup): Contents {
  const { lang } = page;
  const name = file === '' ? NO_FILE[lang] : file;
  if (cells.length === 0) return page.sheetName(name, sheet, false);
  const stands = page.standsIn(file, sheet);
  const texts = stands ? cells.map((cell) => quoted(cell, stands.get(cell)?.[lang] ?? '', lang)) : cells;
  return [page.sheetName(name, sheet, true), el('span', { class: 'cell' }, listed(texts, lang))];
}

function quoted(cell: string, text: string, lang: Lang): string {
  return text === '' ? cell : { zh: `${cell}“${text}”`, en: `${cell} "${text}"` }[lang];
}

/** file › sheet, and the sign that cells follow: the same for all cells of a sheet. */
export function sheetNames(): PageLookup['sheetName'] {
  type Names = Map<string | undefined, Element>;
  const files = remembering<string, { readonly alone: Names; readonly followed: Names }>();
  return (file, sheet, isFollowed) => {
    const { alone, followed } = files(file, () => ({ alone: new Map(), followed: new Map() }));
    const names = isFollowed ? followed : alone;
    const known = names.get(sheet);
    if (known) return known;
    const name = together(
      el('span', { class: 'file' }, file),
      sheet === undefined ? undefined : [' › ', sheet],
      isFollowed ? ' › ' : undefined,
    );
    names.set(sheet, name);
    return name;
  };
}

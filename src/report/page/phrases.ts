/** Small pieces that all parts of a page share: names and clauses that lead somewhere, lists, cells with what stands there. */
import { once } from '../../base/once.js';
import type { Lang, Text } from '../../base/text.js';
import type { Place } from '../../model/value.js';
import { labelled, listed } from '../../words/phrase.js';
import { NO_FILE } from '../places.js';
import { type Contents, type Element, el, shared } from './element.js';
import type { PageLookup } from './lookup.js';

/** What is said of many: made once in each language for whatever object says it. */
export function saidOnce<T extends object, C extends Contents>(
  make: (said: T, page: PageLookup) => C,
): (said: T, page: PageLookup) => C {
  const inPage = once((page: PageLookup) => once((said: T) => shared(make(said, page))));
  return (said, page) => inPage(page)(said);
}

/** A name that leads to the page of whoever bears it, if there is one. */
export function nameLink(subject: string, page: PageLookup): Contents {
  const anchor = page.anchorOf(subject);
  const name = page.name(subject);
  return anchor === undefined ? name : el('a', { href: `#${anchor}` }, name);
}

/** A clause by its number, which leads to the list of clauses. */
export function clauseLink(clause: string, says: string, page: PageLookup): Contents {
  const anchor = page.clauseAnchor(clause, says);
  return anchor === undefined ? clause : el('a', { href: `#${anchor}` }, clause);
}

/** Its number and what it says. */
export function clauseLine(clause: string, says: string, page: PageLookup): Contents {
  if (clause === '' && says === '') return undefined;
  return el('p', { class: 'clause' }, clauseLink(clause, says, page), says === '' ? '' : `　${says}`);
}

export function list(className: string, items: readonly Contents[]): Element | undefined {
  return items.length === 0
    ? undefined
    : el(
        'ul',
        { class: className },
        items.map((item) => el('li', {}, item)),
      );
}

/** What is owed before something is known, each thing once. */
export function owedList(owed: readonly string[], page: PageLookup): Element | undefined {
  return owed.length === 0 ? undefined : owedOnce(owed, page);
}

const owedOnce = saidOnce((owed: readonly string[], { lang }) => {
  const [first = '', ...rest] = new Set(owed);
  if (rest.length === 0) return el('p', { class: 'owed' }, labelled(OWED[lang], first, lang));
  return el(
    'div',
    { class: 'owed' },
    el('p', {}, labelled(OWED[lang], ' ', lang).trim()),
    list('plain', [first, ...rest]),
  );
});

const OWED: Text = { zh: '尚缺', en: 'Still owed' };

/** So many sheets are shown at once; more are folded away, and unfolded in print. */
const SHEETS_SHOWN = 3;

/** file › sheet › cells, the cells of one sheet together, each with what stands in it if the result knows. */
export function cellList(places: readonly Place[], page: PageLookup): Element | undefined {
  const sheets = sheetsOf(places);
  if (sheets.length === 0) return undefined;
  const all = el(
    'ul',
    { class: 'cells' },
    sheets.map((each) => sheetLine(each, page)),
  );
  if (sheets.length <= SHEETS_SHOWN) return all;
  const many = {
    zh: `来源：${places.length} 处，在 ${sheets.length} 张表中`,
    en: `From ${places.length} cells on ${sheets.length} sheets`,
  };
  return el('details', {}, el('summary', {}, many[page.lang]), all);
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

function sheetLine({ file, sheet, cells }: Sheet, page: PageLookup): Element {
  const { lang } = page;
  const stands = page.standsIn(file, sheet);
  const texts = stands ? cells.map((cell) => quoted(cell, stands.get(cell)?.[lang] ?? '', lang)) : cells;
  return el(
    'li',
    {},
    el('span', { class: 'file' }, file === '' ? NO_FILE[lang] : file),
    sheet === undefined ? undefined : [' › ', sheet],
    texts.length === 0 ? undefined : [' › ', el('span', { class: 'cell' }, listed(texts, lang))],
  );
}

function quoted(cell: string, text: string, lang: Lang): string {
  return text === '' ? cell : { zh: `${cell}“${text}”`, en: `${cell} "${text}"` }[lang];
}

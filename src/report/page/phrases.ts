/** Small pieces that all parts of a page share: names and clauses that lead somewhere, lists, cells with what stands there. */
import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import type { Place } from '../../model/value.js';
import { labelled, listed } from '../../words/phrase.js';
import { NO_FILE } from '../places.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';

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
export function owedList(owed: readonly string[], { lang }: PageLookup): Element | undefined {
  const [first, ...rest] = new Set(owed);
  if (first === undefined) return undefined;
  if (rest.length === 0) return el('p', { class: 'owed' }, labelled(OWED[lang], first, lang));
  return el(
    'div',
    { class: 'owed' },
    el('p', {}, labelled(OWED[lang], ' ', lang).trim()),
    list('plain', [first, ...rest]),
  );
}

const OWED: Text = { zh: '尚缺', en: 'Still owed' };

/** So many sheets are shown at once; more are folded away, and unfolded in print. */
const SHEETS_SHOWN = 3;

/** file › sheet › cells, the cells of one sheet together, each with what stands in it if the result knows. */
export function cellList(places: readonly Place[], page: PageLookup): Element | undefined {
  const { lang } = page;
  const sheets = groupedBy(places, ({ file, sheet }) => JSON.stringify([file, sheet]));
  const lines = [...sheets.values()].map((own): Contents => {
    const [{ file, sheet } = { file: '' }] = own;
    const cells = own.flatMap(({ cell }) => (cell ? [cell] : []));
    const stands = own.map((place) => page.standsAt(place));
    const texts = stands.some((each) => each !== undefined)
      ? cells.map((cell, at) => (stands[at] === undefined ? cell : quoted(cell, stands[at], page)))
      : cells;
    return [
      el('span', { class: 'file' }, file === '' ? NO_FILE[lang] : file),
      sheet === undefined ? undefined : [' › ', sheet],
      texts.length === 0 ? undefined : [' › ', el('span', { class: 'cell' }, listed(texts, lang))],
    ];
  });
  const all = list('cells', lines);
  if (!all || lines.length <= SHEETS_SHOWN) return all;
  const many = {
    zh: `来源：${places.length} 处，在 ${lines.length} 张表中`,
    en: `From ${places.length} cells on ${lines.length} sheets`,
  };
  return el('details', {}, el('summary', {}, many[lang]), all);
}

function quoted(cell: string, text: string, { lang }: PageLookup): string {
  return { zh: `${cell}“${text}”`, en: `${cell} "${text}"` }[lang];
}

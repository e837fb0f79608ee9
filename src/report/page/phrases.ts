/** Small pieces that all parts of a page share: names and clauses that lead somewhere, lists, what is owed. */
import { once } from '../../base/once.js';
import type { Text } from '../../base/text.js';
import { labelled } from '../../words/phrase.js';
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

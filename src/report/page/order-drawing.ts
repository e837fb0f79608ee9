/** An order as a drawing: by the fact that weighs first, as long as it is a number. */
import { Decimal } from '../../base/decimal.js';
import type { Standing } from '../../model/grading.js';
import { bracketed } from '../../words/phrase.js';
import { factText, factWithUnit } from '../../words/value.js';
import { boundsOf } from '../scale.js';
import { factTitle } from '../titles.js';
import { bars } from './bars.js';
import { type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';

export function orderDrawing(title: string, standings: readonly Standing[], page: PageLookup): Element | undefined {
  const { words, lang } = page;
  const id = standings[0]?.keys[0]?.fact;
  if (id === undefined) return undefined;
  const found = standings.map(({ subject }) => {
    const fact = page.fact(subject, id);
    const { least, most } = boundsOf(fact);
    return {
      subject,
      text: fact ? factWithUnit(fact, words, lang) : factText(undefined, words, lang),
      least: decimal(least),
      most: decimal(most),
    };
  });
  const known = found.flatMap(({ least, most }) => [least, most].filter((each) => each !== undefined));
  const isShare = words.facts[id]?.show === 'share';
  const longest = Decimal.max(isShare ? 1 : 0, ...known);
  // Bars begin at nothing; what lies below it cannot be drawn so.
  if (known.length === 0 || longest.isZero() || known.some((each) => each.isNegative() && !each.isZero()))
    return undefined;
  const part = (value: Decimal | undefined): number => (value ? value.div(longest).toNumber() : 0);
  const all = found.map(({ subject, text, least, most }) => ({
    name: page.name(subject),
    text,
    least: part(least),
    most: most ? part(most) : part(least),
  }));
  const about = bracketed(title, factTitle(id, page), lang);
  return el('div', { class: 'drawing' }, el('p', { class: 'drawn' }, about), bars(about, all, page));
}

function decimal(text: string | undefined): Decimal | undefined {
  return text === undefined ? undefined : new Decimal(text);
}

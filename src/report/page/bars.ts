/**
 * Horizontal bars as a drawing: a name, a bar, the figure in words. What is not known is the stretch in which it lies, with
 * a broken outline; nothing is told by colour alone, and the drawing says in its description all that it shows.
 */
import { width } from '../../base/width.js';
import { labelled, phrases } from '../../words/phrase.js';
import { type Element, el } from './element.js';
import { seen } from './escape.js';
import type { PageLookup } from './lookup.js';

export interface Bar {
  readonly name: string;
  /** The figure as it is written. */
  readonly text: string;
  /** Known at the least, and possible at the most, as parts of the longest bar: 0 to 1. */
  readonly least: number;
  readonly most: number;
}

const ROW = 26;
const BAR = 14;
const LENGTH = 360;
/** Of one column of text at the size of the drawing; a Chinese character takes two. */
const COLUMN = 7.8;
const NAME_COLUMNS = 32;
const GAP = 10;

export function bars(title: string, all: readonly Bar[], page: PageLookup): Element {
  const { lang } = page;
  const names = all.map(({ name }) => cut(seen(name).replace(/\n/g, ' ')));
  const left = Math.ceil(longest(names) * COLUMN) + GAP;
  const right = Math.ceil(longest(all.map(({ text }) => text)) * COLUMN) + 2 * GAP;
  const size = { width: left + LENGTH + right, height: all.length * ROW + 4 };
  const rows = all.map(({ text, least, most }, at) => {
    const top = at * ROW + 2;
    const middle = top + ROW / 2 + 4.5;
    return el(
      'g',
      {},
      el('text', { x: left - GAP, y: middle, 'text-anchor': 'end' }, names[at] ?? ''),
      el('rect', { class: 'known', x: left, y: top + (ROW - BAR) / 2, width: along(least), height: BAR }),
      most > least
        ? el('rect', {
            class: 'possible',
            x: left + along(least),
            y: top + (ROW - BAR) / 2,
            width: along(most - least),
            height: BAR,
          })
        : undefined,
      el('text', { class: 'figure', x: left + along(Math.max(least, most)) + GAP, y: middle }, text),
    );
  });
  const told = phrases(
    all.map(({ name, text }) => labelled(name, text, lang)),
    lang,
  );
  return el(
    'svg',
    { class: 'bars', role: 'img', viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height },
    el('title', {}, title),
    el('desc', {}, told),
    el('line', { x1: left, y1: 0, x2: left, y2: size.height }),
    rows,
  );
}

/** To a tenth of a point: the same on every machine. */
function along(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * LENGTH * 10) / 10;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

function cut(name: string): string {
  if (width(name) <= NAME_COLUMNS) return name;
  let kept = '';
  for (const char of name) {
    if (width(kept + char) >= NAME_COLUMNS) break;
    kept += char;
  }
  return `${kept}…`;
}

/** What did something, on the terminal: a tree of reasons, under each the cells that went, came or were rewritten. */
import { type Lang, visible } from '../../base/text.js';
import type { Place } from '../../model/value.js';
import type { Cause } from '../../report/comparison/causes.js';
import { SIGNS } from '../../report/comparison/words.js';
import { placeText } from '../../words/value.js';
import { wrapped } from './line.js';
import type { Paint } from './paint.js';

const STEP = '  ';

export function causeLines({ text, cells, causes = [] }: Cause, indent: string, lang: Lang, paint: Paint): string[] {
  const own =
    text === '' ? [] : wrapped(visible(text), indent + STEP).map((line, at) => (at === 0 ? mark(line, indent) : line));
  const below = text === '' ? indent : indent + STEP;
  return [
    ...own,
    ...placeLines(cells?.went ?? [], SIGNS.went, below, lang),
    ...placeLines(cells?.came ?? [], SIGNS.came, below, lang),
    ...placeLines(cells?.rewritten ?? [], SIGNS.rewritten, below, lang).map(paint.dim),
    ...causes.flatMap((cause) => causeLines(cause, below, lang, paint)),
  ];
}

function mark(line: string, indent: string): string {
  return `${indent}· ${line.trimStart()}`;
}

/** Beyond a handful the rest are only counted. */
const SHOWN_CELLS = 6;

function placeLines(places: readonly Place[], sign: string, indent: string, lang: Lang): string[] {
  const shown = places.slice(0, SHOWN_CELLS).map((place) => `${indent}${sign} ${visible(placeText(place))}`);
  const rest = places.length - SHOWN_CELLS;
  return rest > 0 ? [...shown, `${indent}${sign} ${{ zh: `另有 ${rest} 处`, en: `${rest} more` }[lang]}`] : shown;
}

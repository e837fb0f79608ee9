/** The cells that something rests on, below it on the terminal; beyond a handful the rest are only counted. */
import { type Lang, visible } from '../../base/text.js';
import type { Place } from '../../model/value.js';
import { placeText } from '../../words/value.js';

const SHOWN_CELLS = 6;

export function cellLines(cells: readonly Place[], lang: Lang, indent = '        '): string[] {
  const shown = cells.slice(0, SHOWN_CELLS).map((place) => `${indent}← ${visible(placeText(place))}`);
  const rest = cells.length - SHOWN_CELLS;
  return rest > 0 ? [...shown, `${indent}← ${{ zh: `另有 ${rest} 处`, en: `${rest} more` }[lang]}`] : shown;
}

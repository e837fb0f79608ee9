/**
 * Glyphs as wide as they mostly are: a Word document is set by whatever program opens it, with the fonts it finds, so
 * widths of columns and breaks of titles go by squares and half squares.
 */
import type { Lang } from '../../base/text.js';
import { isWide } from '../typesetting/breaks.js';
import { type Glyphs, type Setter, setterOf } from '../typesetting/setting.js';

/** Share of the size that Latin letters and figures take in a face such as Times New Roman. */
const CAPITAL = 0.7;
const LETTER = 0.48;
const FIGURE = 0.5;
/** How much wider they are in the face without serifs. */
const WIDER = 1.15;
/** The same with its part of the blanks that some programs put between figures and Chinese whatever they are told. */
const LOOSE_FIGURE = 0.66;

/** For what must fit whatever sets it: cells, titles. */
export function looseSetter(lang: Lang): Setter {
  return setterOf(glyphs(lang === 'zh' ? LOOSE_FIGURE : FIGURE), lang);
}

/** For what is to begin below something else: dates, names of attachments. */
export function closeSetter(lang: Lang): Setter {
  return setterOf(glyphs(FIGURE), lang);
}

function glyphs(figure: number): Glyphs {
  return (cluster, face, form) => {
    const advance = advanceOf(cluster, figure);
    return { face, text: cluster, advance: face === 'hei' && !isWide(cluster) ? WIDER * advance : advance, form };
  };
}

function advanceOf(cluster: string, figure: number): number {
  if (isWide(cluster)) return cluster === '——' || cluster === '……' ? 2 : 1;
  if (/^\p{Lu}/u.test(cluster)) return CAPITAL;
  return /^\p{Ll}/u.test(cluster) ? LETTER : figure;
}

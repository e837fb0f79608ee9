/**
 * What begins and what ends no line, as Word asks for it: the marks of print, and what makes one thing with the figures
 * before or behind it, so that 3份, 2026年4月10日 and 第14科 stay whole. No character is added to the text for it.
 */
import { NO_END, NO_START, UNITS } from '../typesetting/breaks.js';
import { element } from './xml.js';

/** Figures follow them. */
const BEFORE_FIGURES = '第年月';

/**
 * In the order of the schema, for text that is marked as Chinese. Word has room for 50 and 100 characters. A line that may
 * not begin with one of them begins a character earlier.
 */
export function lineEnds(): string[] {
  const rule = (name: string, characters: string): string =>
    element(`w:${name}`, { 'w:lang': 'zh-CN', 'w:val': characters });
  return [
    rule('noLineBreaksAfter', [...NO_END].join('') + BEFORE_FIGURES),
    rule('noLineBreaksBefore', [...NO_START].join('') + UNITS),
  ];
}

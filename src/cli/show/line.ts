/** Lines of the terminal as wide as asked, in columns as a terminal counts them: a Chinese character takes two. */
import { width } from '../../base/width.js';

/** What fits on the terminals that offices have. */
export const LINE = 100;

/** A text in lines of at most 100 columns, each behind the indent. Words and names stay whole where they can. */
export function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const part of text.match(/[^\s、，；：]{1,24}[、，；：]?|./gu) ?? []) {
    if (width(line) + width(part) <= LINE) line += part;
    else {
      lines.push(line.trimEnd());
      line = indent + part.trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

/** A text no wider than a number of columns; what is cut off is shown by an ellipsis. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const char of text) {
    if (width(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** A text with blanks behind it up to a number of columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

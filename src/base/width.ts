/** How wide text is where every character has its place: on a terminal, or in a column of a sheet. */
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal; a Chinese character takes two. */
export function width(text: string): number {
  return stringWidth(text);
}

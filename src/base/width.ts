/**
 * How wide a text is shown. It stands apart from the rest of text because the package that knows takes longer to load
 * than the whole reader of workbooks, which asks for no width.
 */
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal; a Chinese character takes two. */
export function width(text: string): number {
  return stringWidth(text);
}

/**
 * How wide a text is shown. It stands apart from the rest of text because the package that knows takes longer to load
 * than the whole reader of workbooks, which asks for no width.
 */
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal; a Chinese character takes two. */
export function width(text: string): number {
  // Nearly all that is measured is plain: one column or two a character, which is told without asking for each.
  if (!PLAIN.test(text)) return stringWidth(text);
  let columns = text.length;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) columns += 1;
  return columns;
}

/** ASCII that is seen, and common Chinese characters with their marks. */
const PLAIN = /^[\x20-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;

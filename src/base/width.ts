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
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > LAST_NARROW) columns += 1;
  return columns;
}

/** ASCII that is seen, dashes, quotation marks and arrows, and common Chinese characters with their marks. */
const PLAIN =
  /^[\x20-\x7e\xb7\xd7\u2010-\u2027\u203a\u2190-\u2193\u2264\u2265\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/;
/** Of these, the last that takes one column. */
const LAST_NARROW = 0x2265;

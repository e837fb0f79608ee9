/** Text as a spreadsheet file may hold it: within the programs' limits, without what XML forbids, never a formula. */

/** Limits of the spreadsheet programs; beyond them Excel calls a file damaged. */
export const LIMIT = {
  ...{ text: 32_767, sheetName: 31, message: 255, list: 255, footer: 100, height: 409 },
  ...{ links: 65_530, target: 2_079 },
};

/** Line breaks as _x000a_: a plain one within an XML attribute is read as a blank. */
export function message(text: string): string {
  return escaped(cut(harmless(text), LIMIT.message)).replaceAll('\n', '_x000a_');
}

export function stored(text: string): string {
  return escaped(cut(harmless(text), LIMIT.text));
}

/** One kind of line break, and visible stand-ins for what XML forbids. */
export function harmless(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

/** What may have to be written otherwise; half a character alone is told from a whole one only when it is looked at. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DOUBTFUL = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/;

/** "_x0041_" in a file stands for "A"; text that happens to look so has its first mark written as "_x005F_". */
export function escaped(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

/** The text up to a limit in UTF-16 units, as spreadsheets count; no character is cut in two. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

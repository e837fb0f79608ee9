/**
 * Text as people type it. `folded` makes two spellings of one heading or name equal; `visible` makes any text
 * harmless on a terminal. Neither changes what is stored.
 */

/** Both languages of one wording. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
export type Lang = keyof Text;

/** Characters that take no place and only disguise: default-ignorables, bidi controls, byte order marks. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Blanks, ASCII, Chinese characters and marks of Chinese writing. Normalising changes none of them and joins none with
 * another, and none is ignorable: in such a text, and most are such, only blanks and case are left to fold.
 */
const USUAL = /^[\s\x21-\x7e\u3001\u3002\u3008-\u3011\u4e00-\u9fff]*$/;
const BLANK = /\s/;

/** Width, case, space and punctuation variants made one: for comparing headings, choices and names, never for storing. */
export function folded(text: string): string {
  if (USUAL.test(text)) return (BLANK.test(text) ? text.replace(/\s+/g, '') : text).toLowerCase();
  const plain = text.normalize('NFKC').replace(IGNORABLE, '').replace(/\s+/gu, '').toLowerCase();
  // What stood between a letter and its mark is gone: they are one character now.
  return plain.normalize('NFKC');
}

/**
 * Full-width letters, digits and signs made half-width, in lower case, without invisible characters; blanks stay. Unlike
 * `folded` it makes no digit of what is none: ² and ⑤ stay what they are.
 */
export function narrowed(text: string): string {
  return text
    .replace(IGNORABLE, '')
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Text without surrounding or doubled blanks and invisible characters, line breaks kept as one blank. */
export function tidy(text: string): string {
  if (USUAL.test(text) && !BLANK.test(text)) return text;
  return text
    .replace(IGNORABLE, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

/** Control characters, bidi marks and line separators written out as \u{..}, so that no text commands a terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

/** Fills the placeholders {name} of a wording; a placeholder without a value is our own fault and throws. */
export function filled(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in: ${wording}`);
    return value;
  });
}

/** Both languages filled from one set of values per language. */
export function filledText(wording: Text, values: (lang: Lang) => Readonly<Record<string, string>>): Text {
  return { zh: filled(wording.zh, values('zh')), en: filled(wording.en, values('en')) };
}

/** A file's name in one form: some systems take the letters of a name apart from their accents, and keyboards do not. */
export function composed(name: string): string {
  return name.normalize('NFC');
}

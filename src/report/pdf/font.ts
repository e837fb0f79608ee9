/**
 * Opens font files as fontkit does, and names what is used of a font. Bytes that are no font, or one that pdfkit would
 * embed as blanks, are refused.
 */
import { fontkit } from './pdfkit.js';
import { isWoff, unwrapped } from './woff.js';

/** What is used of a font as fontkit opens it; pdfkit draws with the same object. Lengths in units of the font. */
export interface Font {
  readonly unitsPerEm: number;
  readonly postscriptName: string;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  layout(text: string, features?: Features): Run;
  createSubset(): Subset;
}

/** OpenType features that are switched on or off. */
export type Features = Readonly<Record<string, boolean>>;

/** A text as glyphs, each with its place. */
export interface Run {
  readonly glyphs: readonly { readonly id: number }[];
  readonly advanceWidth: number;
  readonly positions: readonly Position[];
}

export interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** The glyphs of a font that go into a file. */
export interface Subset {
  /** Takes a glyph in, and answers its number in the subset. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

interface Collection {
  readonly fonts: readonly Font[];
}

type Create = (bytes: Uint8Array, member?: string) => Font | Collection | null;

/** Opens the bytes of a TTF, OTF, TTC or WOFF file; throws when they are none. Slow to read lazily, quick to open. */
export function openFont(bytes: Uint8Array, member?: string): Font {
  const { create } = fontkit() as { readonly create: Create };
  // fontkit would open it, but what pdfkit then embeds shows nothing.
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOF2') throw new RangeError('a WOFF2 font');
  const plain = isWoff(bytes) ? unwrapped(bytes) : bytes;
  const opened = create(plain, member) ?? create(plain);
  // Of a collection for all of East Asia, the font with the forms of mainland China.
  const font = opened !== null && 'fonts' in opened ? (opened.fonts.find(isMainland) ?? opened.fonts[0]) : opened;
  if (!font) throw new RangeError('an empty font collection');
  return font;
}

function isMainland({ postscriptName }: Font): boolean {
  return /(SC|CN|sc)(-|$)/.test(postscriptName);
}

/** Whether a font can print Chinese: it has the commonest characters. */
export function isChinese(font: Font): boolean {
  return [...'的一是国年月，。'].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

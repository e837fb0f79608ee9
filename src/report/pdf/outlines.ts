/**
 * The outlines of single glyphs of a TrueType font (its table glyf), with those of the glyphs that they are made of.
 * Outlines that lie elsewhere than they should are not guessed at: there is no answer then.
 */
import type { FontFile, Span } from './font-file.js';
import type { Packed } from './woff.js';

/** Where a font has its outlines. */
export interface GlyphTable {
  readonly file: FontFile;
  readonly glyf: Packed;
  readonly loca: Packed;
  readonly count: number;
  /** Whether places are given in bytes, in four each; else in pairs of bytes, in two each. */
  readonly isLong: boolean;
  /** How many glyphs have a width of their own; that of the last of these holds for all after it. */
  readonly metrics: number;
}

/** A glyph that another is made of, and where in the other's outline its number is written. */
export interface Part {
  readonly id: number;
  readonly at: number;
}

/** Glyphs made of glyphs made of glyphs, so often at most: each time the file is read again. */
const DEPTH = 4;
/** Bytes of a glyph before its outline or its parts. */
const HEADER = 10;
/** Flags of a part: what follows it. */
const WORDS = 1;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const FOUR_SCALES = 128;

/** The outlines of these glyphs and of all their parts by number; undefined when something is amiss. */
export async function outlinesOf(
  table: GlyphTable,
  wanted: Iterable<number>,
): Promise<Map<number, Buffer> | undefined> {
  const { file, glyf, loca, count } = table;
  const places = file.table(loca);
  const found = new Map<number, Buffer>();
  let next = [...wanted];
  for (let depth = 0; next.length > 0; depth += 1) {
    if (depth === DEPTH || next.some((id) => id >= count)) return undefined;
    const spans = next.map((id) => ({ id, from: placeOf(places, id, table), to: placeOf(places, id + 1, table) }));
    spans.sort((a, b) => a.from - b.from);
    if (!areSound(spans, glyf.length)) return undefined;
    const outlines = await file.spans(glyf, spans);
    for (const [at, { id }] of spans.entries()) found.set(id, outlines[at] as Buffer);
    const parts = outlines.map(partsOf);
    if (parts.includes(undefined)) return undefined;
    next = [...new Set(parts.flatMap((of) => of ?? []).map(({ id }) => id))].filter((id) => !found.has(id));
  }
  return found;
}

function placeOf(loca: Buffer, id: number, { isLong }: GlyphTable): number {
  return isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id);
}

/** Whether spans lie within the table, and are together no more than it. */
function areSound(spans: readonly Span[], length: number): boolean {
  const total = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return total <= length && spans.every(({ from, to }) => from <= to && to <= length);
}

/** What a glyph is made of, nothing for one with an outline of its own; undefined when it ends too early. */
export function partsOf(glyph: Buffer): Part[] | undefined {
  if (glyph.length === 0) return [];
  if (glyph.length < HEADER) return undefined;
  if (glyph.readInt16BE(0) >= 0) return [];
  const parts: Part[] = [];
  for (let at = HEADER, flags = MORE; flags & MORE; ) {
    if (at + 4 > glyph.length) return undefined;
    flags = glyph.readUInt16BE(at);
    parts.push({ id: glyph.readUInt16BE(at + 2), at: at + 2 });
    at += flags & WORDS ? 8 : 6;
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0;
    if (at > glyph.length) return undefined;
  }
  return parts;
}

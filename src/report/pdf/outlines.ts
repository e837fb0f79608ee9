/**
 * The outlines of single glyphs of a TrueType font (its tables glyf and loca), with those of the glyphs that they are
 * made of. Outlines that lie elsewhere than they should are not guessed at: there is no answer then.
 */
import type { FontFile, Span } from './font-file.js';
import type { Table } from './sfnt.js';
import type { Packed } from './woff.js';

/** Where a font has its outlines. */
export interface GlyphTable {
  readonly file: FontFile;
  readonly glyf: Packed;
  readonly loca: Packed;
  readonly count: number;
  /** Whether places are given in bytes, in four each; else in pairs of bytes, in two each. */
  readonly isLong: boolean;
}

/** The two tables anew. */
export interface Outlines {
  readonly glyf: Buffer;
  readonly loca: Buffer;
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

/** `read` holds the tables head and maxp; undefined when they do not agree with loca. */
export function glyphsIn(file: FontFile, read: ReadonlyMap<string, Table>): GlyphTable | undefined {
  const [glyf, loca] = [file.entries.get('glyf'), file.entries.get('loca')];
  const [head, maxp] = [read.get('head')?.data, read.get('maxp')?.data];
  if (!glyf || !loca || !head || !maxp || head.length < 54 || maxp.length < 6) return undefined;
  const format = head.readUInt16BE(50);
  const count = maxp.readUInt16BE(4);
  if (format > 1 || loca.length !== (count + 1) * (format === 1 ? 4 : 2)) return undefined;
  return { file, glyf, loca, count, isLong: format === 1 };
}

/** The outlines of these glyphs and of their parts, all other glyphs empty; undefined when something is amiss. */
export async function outlinesOf(table: GlyphTable, wanted: Iterable<number>): Promise<Outlines | undefined> {
  const { file, glyf, count } = table;
  const places = table.file.table(table.loca);
  const found = new Map<number, Buffer>();
  let next = [...wanted].filter((id) => id < count);
  for (let depth = 0; next.length > 0; depth += 1) {
    const spans = next.map((id) => ({ id, from: placeOf(places, id, table), to: placeOf(places, id + 1, table) }));
    spans.sort((a, b) => a.from - b.from);
    if (depth === DEPTH || !areSound(spans, glyf.length)) return undefined;
    const outlines = await file.spans(glyf, spans);
    outlines.forEach((outline, at) => {
      found.set((spans[at] as { id: number }).id, outline);
    });
    const parts = outlines.map(partsOf);
    if (parts.includes(undefined)) return undefined;
    next = [...new Set(parts.flatMap((ids) => ids ?? []))].filter((id) => id < count && !found.has(id));
  }
  return tablesOf(found, table);
}

function placeOf(loca: Buffer, id: number, { isLong }: GlyphTable): number {
  return isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id);
}

/** Whether spans lie within the table, and are together no more than it. */
function areSound(spans: readonly Span[], length: number): boolean {
  const total = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return total <= length && spans.every(({ from, to }) => from <= to && to <= length);
}

/** Glyphs that one is made of, none for one with an outline of its own; undefined when it ends too early. */
function partsOf(glyph: Buffer): number[] | undefined {
  if (glyph.length === 0) return [];
  if (glyph.length < HEADER) return undefined;
  if (glyph.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = HEADER, flags = MORE; flags & MORE; ) {
    if (at + 4 > glyph.length) return undefined;
    flags = glyph.readUInt16BE(at);
    parts.push(glyph.readUInt16BE(at + 2));
    at += flags & WORDS ? 8 : 6;
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0;
    if (at > glyph.length) return undefined;
  }
  return parts;
}

function tablesOf(found: ReadonlyMap<number, Buffer>, { count, loca, isLong }: GlyphTable): Outlines {
  const places = Buffer.alloc(loca.length);
  const outlines: Buffer[] = [];
  let at = 0;
  for (let id = 0; id <= count; id += 1) {
    if (isLong) places.writeUInt32BE(at, 4 * id);
    else places.writeUInt16BE(at / 2, 2 * id);
    const outline = found.get(id);
    if (outline) outlines.push(outline);
    at += outline?.length ?? 0;
  }
  return { glyf: Buffer.concat(outlines), loca: places };
}

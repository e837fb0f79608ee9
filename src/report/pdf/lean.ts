/**
 * Fonts without outlines but those that are drawn: of a Chinese face nine parts in ten are outlines, and a bulletin needs
 * a fiftieth of them. They measure, shape and are embedded as the whole font, to the byte. What is out of the ordinary is
 * left to be read whole.
 */
import { type FontFile, fontFileAt } from './font-file.js';
import { type GlyphTable, outlinesOf } from './outlines.js';
import { renumbered } from './renumbered.js';
import { assembled, type Table, table } from './sfnt.js';

export interface LeanFont {
  /** A font file without any outline. */
  readonly bytes: Buffer;
  /** Whether the outlines are deflated in the file, and have not been seen sound. */
  readonly isPacked: boolean;
  /**
   * A font file of these glyphs alone, numbered from 0 in the order in which they are given, and of those that they are
   * made of; undefined when their outlines are out of the ordinary.
   */
  outlined(glyphs: ReadonlySet<number>): Promise<Buffer | undefined>;
}

/** TrueType outlines, by either of the numbers with which such a font begins. */
const TRUETYPE = [0x00010000, 0x74727565];
/** Tables that fontkit reads to measure along a line, to shape and to embed, apart from outlines and names of glyphs. */
const READ = [
  ...['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'OS/2', 'post', 'cvt ', 'prep', 'fpgm'],
  ...['GDEF', 'GSUB', 'GPOS', 'morx', 'feat'],
];
const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'post', 'loca', 'glyf'];
/** Other kinds of outlines, and outlines that change. */
const UNUSUAL = ['CFF ', 'CFF2', 'fvar', 'sbix', 'COLR'];
/** The header of a glyph, in which fontkit looks for its height. */
const NO_GLYPH = Buffer.alloc(10);
/** Bytes of the table post before the names of glyphs, and its version when there are none. */
const NAMES = 32;
const NAMELESS = 0x00030000;

/**
 * The font in a TrueType or WOFF file; undefined when it must be read whole. `marks` says whether letters with marks upon
 * them are to be set: these are placed by their outlines where the font has no table of places.
 */
export function leanFont(path: string, marks: boolean): LeanFont | undefined {
  const file = fontFileAt(path);
  if (!file || !isUsual(file, marks)) return undefined;
  const tables = new Map(READ.flatMap((tag) => tableOf(file, tag)).map((table) => [table.tag, table]));
  const glyphs = glyphsIn(file, tables);
  if (!glyphs) return undefined;
  const blank = [table('glyf', NO_GLYPH), table('loca', Buffer.alloc(glyphs.loca.length))];
  return {
    bytes: assembled(file.flavour, [...blank, ...tables.values()]),
    isPacked: file.isWoff,
    outlined: async (wanted) => {
      const outlines = await outlinesOf(glyphs, wanted);
      return outlines && assembled(file.flavour, renumbered(outlines, wanted, tables, glyphs));
    },
  };
}

function isUsual({ flavour, entries }: FontFile, marks: boolean): boolean {
  if (!TRUETYPE.includes(flavour) || (marks && !entries.has('GPOS'))) return false;
  return NEEDED.every((tag) => entries.has(tag)) && !UNUSUAL.some((tag) => entries.has(tag));
}

function tableOf(file: FontFile, tag: string): Table[] {
  const entry = file.entries.get(tag);
  if (!entry) return [];
  const data = file.table(entry);
  return [tag === 'post' && data.length > NAMES ? nameless(data) : table(tag, data)];
}

/** Tens of thousands of names of glyphs would be read with what stands before them. */
function nameless(post: Buffer): Table {
  const data = Buffer.from(post.subarray(0, NAMES));
  data.writeUInt32BE(NAMELESS, 0);
  return table('post', data);
}

/** Undefined when tables do not agree on how many glyphs there are. */
function glyphsIn(file: FontFile, tables: ReadonlyMap<string, Table>): GlyphTable | undefined {
  const [glyf, loca] = [file.entries.get('glyf'), file.entries.get('loca')];
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag)?.data);
  if (!glyf || !loca || !head || !hhea || !hmtx || !maxp) return undefined;
  if (head.length < 54 || hhea.length < 36 || maxp.length < 6) return undefined;
  const format = head.readUInt16BE(50);
  const count = maxp.readUInt16BE(4);
  const metrics = hhea.readUInt16BE(34);
  if (format > 1 || loca.length !== (count + 1) * (format === 1 ? 4 : 2)) return undefined;
  if (metrics === 0 || metrics > count || hmtx.length < 2 * (metrics + count)) return undefined;
  return { file, glyf, loca, count, isLong: format === 1, metrics };
}

/**
 * Fonts without outlines but those that are drawn: of a Chinese face nine parts in ten are outlines, and a bulletin needs
 * a fiftieth of them. Every glyph keeps its number, so that the font measures, shapes and is embedded as the whole one.
 * What is out of the ordinary is left to be read whole.
 */
import { type FontFile, fontFileAt } from './font-file.js';
import { glyphsIn, type Outlines, outlinesOf } from './outlines.js';
import { assembled, type Table } from './sfnt.js';

export interface LeanFont {
  /** A font file without any outline. */
  readonly bytes: Buffer;
  /** Whether the outlines are deflated in the file, and have not been seen sound. */
  readonly isPacked: boolean;
  /** The file with the outlines of these glyphs and of their parts; undefined when they are out of the ordinary. */
  outlined(glyphs: Iterable<number>): Promise<Buffer | undefined>;
}

/** TrueType outlines, by either of the numbers with which such a font begins. */
const TRUETYPE = [0x00010000, 0x74727565];
/** Tables that fontkit reads to measure, shape and embed, apart from outlines. */
const READ = [
  ...['head', 'hhea', 'hmtx', 'vhea', 'vmtx', 'maxp', 'cmap', 'name', 'OS/2', 'post', 'cvt ', 'prep', 'fpgm'],
  ...['GDEF', 'GSUB', 'GPOS', 'morx', 'feat'],
];
const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'post', 'loca', 'glyf'];
/** Other kinds of outlines, and outlines that change. */
const UNUSUAL = ['CFF ', 'CFF2', 'fvar', 'sbix', 'COLR'];
/** The header of a glyph, in which fontkit looks for its height where the font has no table of heights. */
const NO_GLYPH = Buffer.alloc(10);

/**
 * The font in a TrueType or WOFF file; undefined when it must be read whole. `marks` says whether letters with marks upon
 * them are to be set: these are placed by their outlines where the font has no table of places.
 */
export function leanFont(path: string, marks: boolean): LeanFont | undefined {
  const file = fontFileAt(path);
  if (!file || !isUsual(file, marks)) return undefined;
  const read = new Map(READ.flatMap((tag) => tableOf(file, tag)).map((table) => [table.tag, table]));
  const glyphs = glyphsIn(file, read);
  if (!glyphs) return undefined;
  const fontWith = ({ glyf, loca }: Outlines): Buffer => {
    const outlines = [
      { tag: 'glyf', checksum: 0, data: glyf },
      { tag: 'loca', checksum: 0, data: loca },
    ];
    // In the order of their names: what is read beyond the end of a damaged outline is a table, as in the whole font.
    const tables = [...read.values(), ...outlines].sort((a, b) => (a.tag < b.tag ? -1 : 1));
    return assembled(file.flavour, tables);
  };
  return {
    bytes: fontWith({ glyf: NO_GLYPH, loca: Buffer.alloc(glyphs.loca.length) }),
    isPacked: file.isWoff,
    outlined: async (wanted) => {
      const outlines = await outlinesOf(glyphs, wanted);
      return outlines && fontWith(outlines);
    },
  };
}

function isUsual({ flavour, entries }: FontFile, marks: boolean): boolean {
  if (!TRUETYPE.includes(flavour) || (marks && !entries.has('GPOS'))) return false;
  return NEEDED.every((tag) => entries.has(tag)) && !UNUSUAL.some((tag) => entries.has(tag));
}

function tableOf(file: FontFile, tag: string): Table[] {
  const entry = file.entries.get(tag);
  return entry ? [{ tag, checksum: entry.checksum, data: file.table(entry) }] : [];
}

/**
 * Answers what a printer must know of the faces of a bulletin: which characters they have and how wide these are. A
 * character that the wanted face lacks comes from another; one that no face has becomes 〓 and is remembered.
 */
import type { FaceName } from '../typesetting/face-names.js';
import type { Form } from '../typesetting/page.js';
import type { Glyph, Glyphs } from '../typesetting/setting.js';
import type { Face, Faces } from './faces.js';
import type { Features, Font } from './font.js';
import { type OpenFace, openFace } from './open-face.js';

/** Every character takes its own width: no kerning, no ligatures, but pairs such as —— that one glyph draws. */
const PLAIN = { kern: false, liga: false, clig: false, calt: false };
/** The OpenType features with which each form is measured and drawn. */
export const FEATURES: Readonly<Record<Form, Features>> = {
  plain: PLAIN,
  narrow: { ...PLAIN, pwid: true },
  wide: { ...PLAIN, fwid: true },
};

const GETA = '〓';
/** Latin quotation marks that a face without narrow forms can still show. */
const STRAIGHT: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };
const FALLBACK: readonly FaceName[] = ['song', 'fang', 'hei', 'heading', 'kai'];

export interface Typefaces {
  readonly glyphs: Glyphs;
  /** The font of a face as pdfkit draws with it; faces that share a file share the font. */
  font(face: FaceName): Font;
  /** Reads the outlines of all that has been drawn; the document can end then. */
  outlines(): Promise<void>;
  /** Characters that no face has, in the order in which they were met. */
  missing(): string[];
}

/** The fonts of the faces, each opened when it is first needed; `marks` says whether letters may have marks upon them. */
export function typefacesOf(faces: Faces, marks = true): Typefaces {
  const open = new Map<Face, OpenFace>();
  const missing = new Set<string>();
  const opened = (name: FaceName): OpenFace => {
    const face = faces[name];
    const known = open.get(face) ?? openFace(face, marks);
    open.set(face, known);
    return known;
  };
  const drawn = (text: string, name: FaceName, form: Form): Glyph | undefined => {
    const { font } = opened(name);
    if (![...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))) return undefined;
    const advance = widthOf(font, text, form) / font.unitsPerEm;
    // A face of squares only, such as 仿宋, has no Latin quotation mark but the straight one.
    if (form === 'narrow' && advance > 0.8) return drawn(STRAIGHT[text] ?? text, name, 'plain');
    return { face: name, text, advance, form };
  };
  const anywhere = (text: string, wanted: FaceName, form: Form): Glyph | undefined => {
    for (const name of [wanted, ...FALLBACK]) {
      const glyph = drawn(text, name, form);
      if (glyph) return glyph;
    }
    return undefined;
  };
  return {
    font: (name) => opened(name).drawn,
    outlines: async () => {
      // While one is inflated the others are read.
      await Promise.all([...open.values()].map((face) => face.outlines()));
    },
    missing: () => [...missing],
    glyphs: (cluster, wanted, form) => {
      const glyph = anywhere(cluster, wanted, form);
      if (glyph) return glyph;
      missing.add(cluster);
      return anywhere(GETA, wanted, 'plain') ?? anywhere('?', wanted, 'plain') ?? blank(wanted);
    },
  };
}

function blank(face: FaceName): Glyph {
  return { face, text: ' ', advance: 1, form: 'plain' };
}

/** A single character's own width needs no shaping, which is slow; pairs and marks do. */
function widthOf(font: Font, text: string, form: Form): number {
  if (form !== 'plain' || [...text].length > 1) return font.layout(text, FEATURES[form]).advanceWidth;
  return font.glyphForCodePoint(text.codePointAt(0) ?? 0).advanceWidth;
}

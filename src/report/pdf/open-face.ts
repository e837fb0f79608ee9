/**
 * Opens the font of a face for a bulletin: measured and drawn without outlines where its file lets itself be read so,
 * and embedded with those that were drawn. The file that comes out is the same as from the whole font.
 */
import { readFileSync } from 'node:fs';
import type { Face } from './faces.js';
import { type Font, openFont, type Subset } from './font.js';
import { type LeanFont, leanFont } from './lean.js';
import { remembering } from './shaped.js';

export interface OpenFace {
  /** To measure with. */
  readonly font: Font;
  /** The same font as pdfkit draws with it. */
  readonly drawn: Font;
  /** Reads the outlines of all that has been drawn: only then can the font be embedded. */
  outlines(): Promise<void>;
}

/** `marks` says whether letters may have marks upon them. Throws when the file is no font. */
export function openFace({ source, member }: Face, marks: boolean): OpenFace {
  const lean = typeof source === 'string' && member === undefined ? leanFont(source, marks) : undefined;
  if (lean) return openLean(lean, source as string);
  const font = openFont(typeof source === 'string' ? readFileSync(source) : source, member);
  return { font, drawn: remembering(font), outlines: async () => {} };
}

function openLean(lean: LeanFont, path: string): OpenFace {
  const font = openFont(lean.bytes);
  const taken = new Set<number>();
  let embedded: Uint8Array | undefined;
  const createSubset = (): Subset => {
    const numbers = font.createSubset();
    // Every subset begins with the box for what is missing.
    taken.add(0);
    return {
      includeGlyph: (id) => {
        taken.add(id);
        return numbers.includeGlyph(id);
      },
      encode: () => {
        if (!embedded) throw new Error('a font is embedded before its outlines are read');
        return embedded;
      },
    };
  };
  return {
    font,
    drawn: Object.create(remembering(font), { createSubset: { value: createSubset } }) as Font,
    outlines: async () => {
      if (taken.size === 0) return;
      const outlined = await lean.outlined(taken);
      // In a font of these glyphs alone they are numbered as they were taken.
      embedded = outlined
        ? subsetOf(openFont(outlined), [...taken].keys())
        : subsetOf(openFont(readFileSync(path)), taken);
    },
  };
}

function subsetOf(font: Font, glyphs: Iterable<number>): Uint8Array {
  const subset = font.createSubset();
  for (const id of glyphs) subset.includeGlyph(id);
  return subset.encode();
}

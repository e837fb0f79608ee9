/**
 * Prints a written bulletin as PDF: laid out by GB/T 9704-2012, fonts embedded, structure tagged. The same bulletin and
 * faces give the same bytes on every day and in every time zone; a character that no face has is reported.
 */
import type { Bulletin } from '../../model/bulletin.js';
import { cleanLine } from '../typesetting/clean.js';
import { drawn } from './draw.js';
import type { Faces } from './faces.js';
import { layOut } from './layout.js';
import { typefacesOf } from './typeface.js';

export interface Printed {
  readonly bytes: Uint8Array;
  /** Characters that no face has, each once; 〓 is printed in their place. */
  readonly missing: string[];
}

const MARK = /\p{M}/u;
const LANGUAGE = { zh: 'zh-CN', en: 'en' } as const;

/** `compress: false` leaves the page streams readable, for tests. */
export async function printBulletin(
  bulletin: Bulletin,
  faces: Faces,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<Printed> {
  const typefaces = typefacesOf(faces, MARK.test(JSON.stringify(bulletin)));
  const layout = layOut(bulletin, typefaces.glyphs);
  const bytes = await drawn(layout, faces, typefaces, {
    title: cleanLine(bulletin.title, bulletin.lang),
    author: cleanLine(bulletin.issuer, bulletin.lang),
    lang: LANGUAGE[bulletin.lang],
    created: new Date(`${bulletin.signature.date}T00:00:00Z`),
    compress,
  });
  return { bytes, missing: typefaces.missing() };
}

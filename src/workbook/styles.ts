/**
 * What the cell formats of a workbook say about their numbers, one small integer for each, and nothing else of its
 * styles: fonts, fills and borders are passed over.
 */

import { MAX_FORMATS } from './limits.js';
import { builtInFormat, Format, formatOf } from './number-format.js';
import { damaged, tooLarge } from './unreadable.js';
import { XmlScanner } from './xml.js';

/** The formats of a workbook without a part for styles. */
export const NO_STYLES: Uint8Array = Uint8Array.of(Format.General);

/** The part read last: files that were made from one template have the same styles, byte for byte. */
let last: { readonly part: Buffer; readonly formats: Uint8Array } | undefined;
/** In bytes; a longer one is not kept for the next file. */
const MOST_KEPT = 262_144;

/** Reads the part of styles: the Format of each cell format, by the index that cells refer to. */
export function readStyles(part: Buffer): Uint8Array {
  if (last?.part.equals(part)) return last.formats;
  const formats = formatsIn(part);
  if (part.length <= MOST_KEPT) last = { part, formats };
  return formats;
}

function formatsIn(part: Buffer): Uint8Array {
  const xml = new XmlScanner(part);
  if (!xml.is('styleSheet')) throw damaged('styles are none');
  const custom = new Map<number, Format>();
  const ids: number[] = [];
  while (xml.child()) {
    if (xml.is('numFmts')) {
      while (xml.child()) {
        custom.set(idOf(xml), formatOf(xml.attributes.get('formatCode') ?? ''));
        if (custom.size > MAX_FORMATS) throw tooLarge('too many number formats');
        xml.skip();
      }
    } else if (xml.is('cellXfs')) {
      while (xml.child()) {
        ids.push(idOf(xml));
        if (ids.length > MAX_FORMATS) throw tooLarge('too many cell formats');
        xml.skip();
      }
    } else xml.skip();
  }
  const formats = new Uint8Array(ids.length);
  for (const [index, id] of ids.entries()) formats[index] = custom.get(id) ?? builtInFormat(id);
  return formats;
}

/** The id of the number format that an element names; 0 (General) when it names none. */
function idOf(xml: XmlScanner): number {
  const id = Number(xml.attributes.get('numFmtId') ?? '0');
  if (!Number.isInteger(id)) throw damaged('number format without an id');
  return id;
}

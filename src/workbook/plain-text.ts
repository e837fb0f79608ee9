/**
 * Decodes short texts of plain characters while they are scanned, which for them is faster than to scan first and
 * decode then. References, line ends, control characters and long texts are left to the scanner.
 */
import { MARKS } from './xml-text.js';

const LESS = 0x3c;
const MAX_UNITS = 256;
/** The text being read in UTF-16, low byte first on every machine. */
const UNITS = Buffer.alloc(2 * MAX_UNITS);

export class PlainText {
  /** Where the text read last ends: at the next tag. */
  end = 0;

  /** The text from here to the next tag; undefined when it is not a plain one. The bytes are valid UTF-8. */
  read(bytes: Buffer, from: number): string | undefined {
    let at = from;
    let size = 0;
    for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
      if (byte === undefined || size === 2 * MAX_UNITS) return undefined;
      let unit = byte;
      if (byte < 0x80) {
        if (MARKS[byte] !== 0) return undefined;
        at += 1;
      } else if (byte < 0xe0) {
        unit = ((byte & 0x1f) << 6) | following(bytes, at + 1);
        at += 2;
      } else if (byte < 0xf0) {
        unit = ((byte & 0x0f) << 12) | (following(bytes, at + 1) << 6) | following(bytes, at + 2);
        at += 3;
      } else return undefined;
      UNITS[size] = unit;
      UNITS[size + 1] = unit >> 8;
      size += 2;
    }
    this.end = at;
    // As many units as bytes: ASCII, which takes half the room in a string of its own kind.
    return size === 2 * (at - from) ? bytes.toString('latin1', from, at) : UNITS.toString('utf16le', 0, size);
  }
}

function following(bytes: Buffer, at: number): number {
  return (bytes[at] as number) & 0x3f;
}

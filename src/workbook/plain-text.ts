/**
 * Decodes short texts of plain characters while they are scanned, which for them is faster than a call out of
 * JavaScript. References, line ends, control characters and long texts are left to the scanner.
 */
import { MARKS } from './xml-text.js';

const LESS = 0x3c;
const MAX_UNITS = 256;
const UNITS = new Uint16Array(MAX_UNITS);

export class PlainText {
  /** Where the text read last ends: at the next tag. */
  end = 0;

  /** The text from here to the next tag; undefined when it is not a plain one. The bytes are valid UTF-8. */
  read(bytes: Buffer, from: number): string | undefined {
    let at = from;
    let count = 0;
    for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
      if (byte === undefined || count === MAX_UNITS) return undefined;
      if (byte < 0x80) {
        if (MARKS[byte] !== 0) return undefined;
        UNITS[count] = byte;
        at += 1;
      } else if (byte < 0xe0) {
        UNITS[count] = ((byte & 0x1f) << 6) | following(bytes, at + 1);
        at += 2;
      } else if (byte < 0xf0) {
        UNITS[count] = ((byte & 0x0f) << 12) | (following(bytes, at + 1) << 6) | following(bytes, at + 2);
        at += 3;
      } else return undefined;
      count += 1;
    }
    this.end = at;
    return String.fromCharCode.apply(null, UNITS.subarray(0, count) as unknown as number[]);
  }
}

function following(bytes: Buffer, at: number): number {
  return (bytes[at] as number) & 0x3f;
}

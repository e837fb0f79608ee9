/**
 * Reads a cell in the one spelling that programs nearly always write, without the scanner's ceremony: what makes the
 * reader fast. `<c r="B7" s="3" t="s"><v>12</v></c>` or an empty `<c r="B7" s="3"/>`; every other spelling, right or wrong,
 * is left to the scanner, so nothing is accepted here that it would not read as the same cell.
 */
import { readNumber } from './lexical.js';
import { MAX_COLUMNS } from './limits.js';

const BLANK = 0x20;
const QUOTE = 0x22;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LETTER_B = 0x62;
const LETTER_C = 0x63;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
export class PlainCell {
  column = 0;
  /** -1 when the cell names none. */
  style = -1;
  /** The letter of its type: n, s or b. */
  type = LETTER_N;
  isEmpty = true;
  number = 0;

  /** Reads the cell of a row that begins here and answers where it ends; -1 when it is spelt otherwise. */
  read(bytes: Buffer, from: number, row: number): number {
    if (
      bytes[from] !== LESS ||
      bytes[from + 1] !== LETTER_C ||
      bytes[from + 2] !== BLANK ||
      bytes[from + 3] !== LETTER_R ||
      bytes[from + 4] !== EQUALS ||
      bytes[from + 5] !== QUOTE
    ) {
      return -1;
    }
    let at = from + 6;
    let byte = bytes[at] as number;
    let column = 0;
    for (; byte >= UPPER_A && byte <= UPPER_Z && column <= MAX_COLUMNS; byte = bytes[++at] as number) {
      column = column * 26 + (byte - UPPER_A + 1);
    }
    if (column === 0 || column > MAX_COLUMNS || byte === ZERO) return -1;
    let number = 0;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) number = number * 10 + (byte - ZERO);
    if (number !== row || byte !== QUOTE) return -1;
    this.column = column;

    at += 1;
    this.style = -1;
    if (bytes[at + 1] === LETTER_S && isValueAfter(bytes, at)) {
      at += 4;
      let style = 0;
      const first = at;
      for (byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) {
        style = style * 10 + (byte - ZERO);
      }
      if (at === first || byte !== QUOTE) return -1;
      this.style = style;
      at += 1;
    }
    this.type = LETTER_N;
    if (bytes[at + 1] === LETTER_T && isValueAfter(bytes, at)) {
      const type = bytes[at + 4] as number;
      if (bytes[at + 5] !== QUOTE || (type !== LETTER_S && type !== LETTER_N && type !== LETTER_B)) return -1;
      this.type = type;
      at += 6;
    }
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
      this.isEmpty = true;
      return at + 2;
    }
    const isValue =
      bytes[at] === GREATER && bytes[at + 1] === LESS && bytes[at + 2] === LETTER_V && bytes[at + 3] === GREATER;
    return isValue ? this.readValue(bytes, at + 4) : -1;
  }

  private readValue(bytes: Buffer, from: number): number {
    let at = from;
    for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
      if (byte === undefined) return -1;
      at += 1;
    }
    if (
      bytes[at + 1] !== SLASH ||
      bytes[at + 2] !== LETTER_V ||
      bytes[at + 3] !== GREATER ||
      bytes[at + 4] !== LESS ||
      bytes[at + 5] !== SLASH ||
      bytes[at + 6] !== LETTER_C ||
      bytes[at + 7] !== GREATER
    ) {
      return -1;
    }
    const number = readNumber(bytes, from, at);
    if (Number.isNaN(number)) return -1;
    this.number = number;
    this.isEmpty = false;
    return at + 8;
  }
}

/** Whether a blank, a letter, an equals sign and a quote stand here. */
function isValueAfter(bytes: Buffer, at: number): boolean {
  return bytes[at] === BLANK && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE;
}

/**
 * Reads a cell in the spellings that programs nearly always write, without the scanner's ceremony: what makes the
 * reader fast. `<c r="B7" s="3" t="s"><v>12</v></c>`, the same with a plain `<f>…</f>` before its value, or an empty
 * `<c r="B7" s="3"/>`; every other spelling, right or wrong, is left to the scanner, so nothing is accepted here that it
 * would not read as the same cell.
 */
import { EXACT_DIGITS, readNumber } from './lexical.js';
import { MAX_COLUMNS } from './limits.js';
import { MARKS, WIDE } from './xml-text.js';

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
const LETTER_F = 0x66;
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
  isFormula = false;
  /** Where the text of the formula begins and ends; only where there is one. */
  formulaStart = 0;
  formulaEnd = 0;
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
    let style = -1;
    if (bytes[at + 1] === LETTER_S && isValueAfter(bytes, at)) {
      at += 4;
      const first = at;
      style = 0;
      for (byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) {
        style = style * 10 + (byte - ZERO);
      }
      if (at === first || byte !== QUOTE) return -1;
      at += 1;
    }
    this.style = style;
    let type = LETTER_N;
    if (bytes[at + 1] === LETTER_T && isValueAfter(bytes, at)) {
      type = bytes[at + 4] as number;
      if (bytes[at + 5] !== QUOTE || (type !== LETTER_S && type !== LETTER_N && type !== LETTER_B)) return -1;
      at += 6;
    }
    this.type = type;
    this.isEmpty = bytes[at] === SLASH && bytes[at + 1] === GREATER;
    if (this.isEmpty) return at + 2;
    if (bytes[at] !== GREATER) return -1;
    this.isFormula = isTag(bytes, at + 1, LETTER_F);
    if (!this.isFormula) return this.readValue(bytes, at + 1);
    const after = afterFormula(bytes, at + 4);
    this.formulaStart = at + 4;
    this.formulaEnd = after - CLOSING_LENGTH;
    return this.readValue(bytes, after);
  }

  private readValue(bytes: Buffer, from: number): number {
    if (!isTag(bytes, from, LETTER_V)) return -1;
    const first = from + 3;
    let at = first;
    let number = 0;
    // Most values are whole numbers, and so is every index of a string: they are read in this one pass.
    let byte = bytes[at] as number;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) number = number * 10 + (byte - ZERO);
    if (byte !== LESS || at === first || at - first > EXACT_DIGITS) {
      while (byte !== LESS && byte !== undefined) byte = bytes[++at] as number;
      number = readNumber(bytes, first, at);
      if (Number.isNaN(number)) return -1;
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
    this.number = number;
    return at + 8;
  }
}

/** Whether a blank, a letter, an equals sign and a quote stand here. */
function isValueAfter(bytes: Buffer, at: number): boolean {
  return bytes[at] === BLANK && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE;
}

/** Whether an opening tag of this one letter stands here. */
function isTag(bytes: Buffer, at: number, letter: number): boolean {
  return bytes[at] === LESS && bytes[at + 1] === letter && bytes[at + 2] === GREATER;
}

/** As long as </f>. */
const CLOSING_LENGTH = 4;

/** Where the element of a formula ends, known where its text begins; -1 when there is more in it than plain text. */
function afterFormula(bytes: Buffer, from: number): number {
  let at = from;
  let marks = 0;
  for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
    if (byte === undefined) return -1;
    marks |= MARKS[byte] as number;
    at += 1;
  }
  const isPlain = (marks & ~WIDE) === 0;
  const isClosed = bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_F && bytes[at + 3] === GREATER;
  return isPlain && isClosed ? at + 4 : -1;
}

/**
 * Reads a cell in the spellings that programs nearly always write, without the scanner's ceremony: what makes the
 * reader fast. `<c r="B7" s="3" t="s"><v>12</v></c>`, the same with a plain `<f>…</f>` before its value, or an empty
 * `<c r="B7" s="3"/>`; every other spelling, right or wrong, is left to the scanner, so nothing is accepted here that it
 * would not read as the same cell.
 */
import { EXACT_DIGITS, readNumber } from './lexical.js';
import { MAX_COLUMNS } from './limits.js';
import { MARKS, WIDE } from './xml-text.js';

const QUOTE = 0x22;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const GREATER = 0x3e;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LETTER_B = 0x62;
const LETTER_N = 0x6e;
const LETTER_S = 0x73;
/** Four bytes, or two, compared at once: as numbers whose lowest byte stands first. */
const CELL_R = 0x7220633c; // <c r
const IS_QUOTE = 0x223d; // ="
const STYLE = 0x223d7320; //  s="
const TYPE = 0x223d7420; //  t="
const INTO_VALUE = 0x3e763c3e; // ><v>
const INTO_FORMULA = 0x3e663c3e; // ><f>
const VALUE = 0x763c; // <v
const VALUE_END = 0x3e762f3c; // </v>
const FORMULA_END = 0x3e662f3c; // </f>
const CELL_END = 0x3e632f3c; // </c>
/** At least so many bytes stand between the beginning of a cell and the end of its sheet. */
const LEAST = 32;

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

  private readonly bytes: Buffer;
  private readonly view: DataView;
  /** No cell that is read here begins behind it. */
  private readonly last: number;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.last = bytes.length - LEAST;
  }

  /** Reads the cell of a row that begins here and answers where it ends; -1 when it is spelt otherwise. */
  read(from: number, row: number): number {
    const { bytes, view, last } = this;
    if (from > last || view.getInt32(from, true) !== CELL_R || view.getInt16(from + 4, true) !== IS_QUOTE) return -1;
    let at = from + 6;
    let byte = bytes[at] as number;
    let column = 0;
    for (; byte >= UPPER_A && byte <= UPPER_Z && column <= MAX_COLUMNS; byte = bytes[++at] as number) {
      column = column * 26 + (byte - UPPER_A + 1);
    }
    if (column === 0 || column > MAX_COLUMNS || byte === ZERO) return -1;
    let number = 0;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) number = number * 10 + (byte - ZERO);
    if (number !== row || byte !== QUOTE || at > last) return -1;
    this.column = column;

    at += 1;
    let style = -1;
    if (view.getInt32(at, true) === STYLE) {
      at += 4;
      const first = at;
      style = 0;
      for (byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) {
        style = style * 10 + (byte - ZERO);
      }
      if (at === first || byte !== QUOTE || at > last) return -1;
      at += 1;
    }
    this.style = style;
    let type = LETTER_N;
    if (view.getInt32(at, true) === TYPE) {
      type = bytes[at + 4] as number;
      if (bytes[at + 5] !== QUOTE || (type !== LETTER_S && type !== LETTER_N && type !== LETTER_B)) return -1;
      at += 6;
    }
    this.type = type;
    const next = view.getInt32(at, true);
    this.isEmpty = false;
    this.isFormula = false;
    if (next === INTO_VALUE) return this.readValue(at + 4);
    if (next === INTO_FORMULA) return this.readComputed(at + 4);
    this.isEmpty = bytes[at] === SLASH && bytes[at + 1] === GREATER;
    return this.isEmpty ? at + 2 : -1;
  }

  /** Reads what stands behind the opening tag of a formula. */
  private readComputed(from: number): number {
    const { bytes, view } = this;
    let at = from;
    let marks = 0;
    for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
      if (byte === undefined) return -1;
      marks |= MARKS[byte] as number;
      at += 1;
    }
    // There is more in it than plain text.
    if ((marks & ~WIDE) !== 0 || at > this.last || view.getInt32(at, true) !== FORMULA_END) return -1;
    if (view.getInt16(at + 4, true) !== VALUE || bytes[at + 6] !== GREATER) return -1;
    this.isFormula = true;
    this.formulaStart = from;
    this.formulaEnd = at;
    return this.readValue(at + 7);
  }

  /** Reads what stands behind the opening tag of a value, and the rest of the cell. */
  private readValue(first: number): number {
    const { bytes, view } = this;
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
    if (at + 8 > bytes.length) return -1;
    if (view.getInt32(at, true) !== VALUE_END || view.getInt32(at + 4, true) !== CELL_END) return -1;
    this.number = number;
    return at + 8;
  }
}

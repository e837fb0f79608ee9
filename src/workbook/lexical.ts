/**
 * Numbers and addresses read straight from bytes, so that no string is made for them. What they accept is what
 * Number(text) of a decimal text gives, to the last bit, and addresses within the grid; all else is NaN.
 */
import type { Merge } from '../model/workbook.js';
import { MAX_COLUMNS, MAX_ROWS } from './limits.js';

const ZERO = 0x30;
const NINE = 0x39;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
/** Clears the bit by which small letters differ. */
const UPPER = 0xdf;
/** As many digits are always exact in a double. */
export const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
/** Longer than any number a program writes. */
const MAX_NUMBER_LENGTH = 400;
const WRITTEN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number written in these bytes, blanks around it aside; NaN when it is none or not finite. */
export function readNumber(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at += 1;
  let digits = 0;
  let places = 0;
  let whole = 0;
  for (let inFraction = false; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + (byte - ZERO);
      digits += 1;
      if (inFraction) places += 1;
    } else if (byte === POINT && !inFraction) inFraction = true;
    else return longNumber(bytes, start, end);
  }
  if (digits === 0 || digits > EXACT_DIGITS) return longNumber(bytes, start, end);
  // Both operands are exact, so their quotient is the nearest double: the one Number() finds.
  const size = places === 0 ? whole : whole / (POWERS_OF_TEN[places] as number);
  return sign === MINUS ? -size : size;
}

function longNumber(bytes: Buffer, start: number, end: number): number {
  if (end - start > MAX_NUMBER_LENGTH) return Number.NaN;
  const text = bytes.toString('latin1', start, end).trim();
  const value = WRITTEN.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Where row and column are packed into one number: row × 2^15 + column. */
const COLUMN_SPAN = 32_768;

export function rowOf(address: number): number {
  return Math.floor(address / COLUMN_SPAN);
}

export function columnOf(address: number): number {
  return address % COLUMN_SPAN;
}

/** The cell address (A1) in these bytes as one number for rowOf and columnOf; NaN when it is none. */
export function readAddress(bytes: Buffer, start: number, end: number): number {
  const address = readCorner(bytes, start, end);
  return rowOf(address) > 0 && columnOf(address) > 0 ? address : Number.NaN;
}

/** As an address, but either part may be missing and is 0 then, as in a range of whole columns or rows. */
function readCorner(bytes: Buffer, start: number, end: number): number {
  let at = start;
  let column = 0;
  let row = 0;
  for (; at < end; at += 1) {
    const letter = (bytes[at] as number) & UPPER;
    if (letter < UPPER_A || letter > UPPER_Z) break;
    column = column * 26 + (letter - UPPER_A + 1);
    if (column > MAX_COLUMNS) return Number.NaN;
  }
  if (at < end && bytes[at] === ZERO) return Number.NaN;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return Number.NaN;
    row = row * 10 + (byte - ZERO);
    if (row > MAX_ROWS) return Number.NaN;
  }
  return row * COLUMN_SPAN + column;
}

/** The range in a text: A1, A1:B2, A:B or 1:3; undefined when it is none. */
export function parseRange(text: string): Merge | undefined {
  const bytes = Buffer.from(text);
  const colon = bytes.indexOf(COLON);
  const first = readCorner(bytes, 0, colon < 0 ? bytes.length : colon);
  const last = colon < 0 ? first : readCorner(bytes, colon + 1, bytes.length);
  if (Number.isNaN(first + last)) return undefined;
  const top = Math.min(rowOf(first), rowOf(last));
  const left = Math.min(columnOf(first), columnOf(last));
  const bottom = Math.max(rowOf(first), rowOf(last));
  const right = Math.max(columnOf(first), columnOf(last));
  if (top > 0 && left > 0) return { top, left, bottom, right };
  if (colon > 0 && bottom === 0 && left > 0) return { top: 1, left, bottom: MAX_ROWS, right };
  if (colon > 0 && right === 0 && top > 0) return { top, left: 1, bottom, right: MAX_COLUMNS };
  return undefined;
}

/** Whether these bytes are this ASCII text. */
export function equal(bytes: Buffer, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether two runs of bytes are the same. */
export function isSame(bytes: Buffer, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = start, other = otherStart; at < end; at += 1, other += 1) {
    if (bytes[at] !== bytes[other]) return false;
  }
  return true;
}

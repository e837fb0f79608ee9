/**
 * The attributes of one element, kept as positions in the part's bytes: no string is made unless it is asked for.
 * Names are unique, values quoted, references in them exist; anything else is a fault.
 */
import { equal, isSame, readAddress, readNumber } from './lexical.js';
import { MAX_ATTRIBUTES } from './limits.js';
import { damaged, Unreadable } from './unreadable.js';
import {
  characters,
  FORBIDDEN,
  isWideName,
  MARKS,
  NAME_BYTES,
  NAME_START,
  NAME_WIDE,
  OPENING,
  REFERENCE,
} from './xml-text.js';

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SLASH = 0x2f;
const GREATER = 0x3e;
/** Kept of each: name start and end, value start and end, marks of the value's bytes. */
const FIELDS = 5;

export class XmlAttributes {
  count = 0;
  private readonly bytes: Buffer;
  private readonly fields: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Reads the attributes of an element from behind its name on, and answers where its tag ends: at > or />. */
  read(from: number): number {
    const { bytes, fields } = this;
    let count = 0;
    // One bit for each length with first and last letter of the names, so that hardly ever two names must be compared.
    let shapes = 0;
    let at = from;
    for (;;) {
      const start = endOfBlanks(bytes, at);
      let byte = bytes[start];
      if (byte === GREATER || byte === SLASH) {
        this.count = count;
        return start;
      }
      if (start === at) throw damaged('malformed XML tag');
      const nameEnd = endOfName(bytes, start);
      at = bytes[nameEnd] === EQUALS ? nameEnd : endOfBlanks(bytes, nameEnd);
      if (bytes[at] !== EQUALS) throw damaged('attribute without a value');
      at += 1;
      if (bytes[at] !== DOUBLE_QUOTE) at = endOfBlanks(bytes, at);
      const quote = bytes[at];
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw damaged('attribute value without quotes');
      at += 1;
      const valueStart = at;
      let marks = 0;
      for (byte = bytes[at]; byte !== quote; byte = bytes[at]) {
        if (byte === undefined) throw damaged('XML part is cut short');
        marks |= MARKS[byte] as number;
        at += 1;
      }
      if (marks !== 0) checkValue(bytes, valueStart, at, marks);
      const shape = 1 << (((bytes[start] as number) + 3 * (bytes[nameEnd - 1] as number) + nameEnd - start) & 31);
      if ((shapes & shape) !== 0) this.refuseTwin(count, start, nameEnd);
      shapes |= shape;
      if (count === MAX_ATTRIBUTES) throw new Unreadable('unsafe', `more than ${MAX_ATTRIBUTES} attributes`);
      const field = count * FIELDS;
      fields[field] = start;
      fields[field + 1] = nameEnd;
      fields[field + 2] = valueStart;
      fields[field + 3] = at;
      fields[field + 4] = marks;
      count += 1;
      at += 1;
    }
  }

  /** The value of an attribute by its full name; undefined when there is none. */
  get(name: string): string | undefined {
    for (let index = 0; index < this.count; index += 1) if (this.is(index, name)) return this.text(index);
    return undefined;
  }

  /** The value of an attribute that has a prefix, by its name after the prefix. */
  prefixed(local: string): string | undefined {
    for (let index = 0; index < this.count; index += 1) {
      const end = this.field(index, 1);
      const start = end - local.length;
      if (start <= this.field(index, 0) || this.bytes[start - 1] !== COLON) continue;
      if (equal(this.bytes, start, end, local)) return this.text(index);
    }
    return undefined;
  }

  is(index: number, name: string): boolean {
    return equal(this.bytes, this.field(index, 0), this.field(index, 1), name);
  }

  /** The only byte of an attribute's name, 0 when it has more: what a cell's attributes are told apart by. */
  letter(index: number): number {
    const start = this.field(index, 0);
    return this.field(index, 1) === start + 1 ? (this.bytes[start] as number) : 0;
  }

  /** The only byte of an attribute's value, 0 when it has none or more. */
  valueLetter(index: number): number {
    const start = this.field(index, 2);
    return this.field(index, 3) === start + 1 ? (this.bytes[start] as number) : 0;
  }

  text(index: number): string {
    return characters(this.bytes, this.field(index, 2), this.field(index, 3), this.field(index, 4));
  }

  /** The value as a number; NaN when it is none. */
  number(index: number): number {
    if ((this.field(index, 4) & REFERENCE) === 0) {
      return readNumber(this.bytes, this.field(index, 2), this.field(index, 3));
    }
    const text = Buffer.from(this.text(index));
    return readNumber(text, 0, text.length);
  }

  /** The value as the address of a cell, for rowOf and columnOf; NaN when it is none. */
  address(index: number): number {
    if ((this.field(index, 4) & REFERENCE) === 0) {
      return readAddress(this.bytes, this.field(index, 2), this.field(index, 3));
    }
    const text = Buffer.from(this.text(index));
    return readAddress(text, 0, text.length);
  }

  private field(index: number, which: number): number {
    return this.fields[index * FIELDS + which] as number;
  }

  private refuseTwin(count: number, nameStart: number, nameEnd: number): void {
    for (let index = 0; index < count; index += 1) {
      if (isSame(this.bytes, this.field(index, 0), this.field(index, 1), nameStart, nameEnd)) {
        throw damaged('an attribute stands twice');
      }
    }
  }
}

function checkValue(bytes: Buffer, start: number, end: number, marks: number): void {
  if ((marks & (OPENING | FORBIDDEN)) !== 0) throw damaged('forbidden character in an attribute');
  if ((marks & REFERENCE) !== 0) characters(bytes, start, end, marks);
}

/** Where the name that begins here ends. */
export function endOfName(bytes: Buffer, from: number): number {
  let seen = NAME_BYTES[bytes[from] as number] as number;
  if (!(seen >= NAME_START)) throw damaged('malformed XML name');
  let at = from + 1;
  for (
    let kind = NAME_BYTES[bytes[at] as number] as number;
    kind > 0;
    kind = NAME_BYTES[bytes[at] as number] as number
  ) {
    seen |= kind;
    at += 1;
  }
  if ((seen & NAME_WIDE) !== 0 && !isWideName(bytes, from, at)) throw damaged('malformed XML name');
  return at;
}

/** Where the blanks that begin here end. */
export function endOfBlanks(bytes: Buffer, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at])
    at += 1;
  return at;
}

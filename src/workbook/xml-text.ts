/**
 * The text level of XML: which bytes mean something inside text, the encodings a part may have, references and line
 * ends. Only the five built-in entities and numeric references exist here.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { equal } from './lexical.js';
import { MAX_TEXT_LENGTH, MAX_UTF16_BYTES } from './limits.js';
import { damaged, tooLarge, Unreadable } from './unreadable.js';

/** What a byte is inside text, as bits to be joined over a run of text. Plain ASCII is 0. */
export const OPENING = 1;
export const REFERENCE = 2;
export const WIDE = 4;
export const RETURN = 8;
export const FORBIDDEN = 16;
export const BRACKET = 32;
export const MARKS = new Uint8Array(256).fill(FORBIDDEN, 0, 0x20).fill(WIDE, 0x80);
MARKS[0x09] = 0;
MARKS[0x0a] = 0;
MARKS[0x0d] = RETURN;
MARKS[0x26] = REFERENCE;
MARKS[0x3c] = OPENING;
MARKS[0x5d] = BRACKET;

/** Which bytes a name may hold: 2 where it may also begin, and 4 besides where the character must be asked for. */
export const NAME_START = 2;
export const NAME_WIDE = 4;
export const NAME_BYTES = new Uint8Array(256).fill(NAME_START | NAME_WIDE, 0x80);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:')
  NAME_BYTES[char.charCodeAt(0)] = NAME_START;
for (const char of '0123456789-.') NAME_BYTES[char.charCodeAt(0)] = 1;

/** Names with characters beyond ASCII. */
const WIDE_NAME =
  /^[:_A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.:\w\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u;
/** How U+FFFE and U+FFFF begin, which are no characters. */
const NO_CHARACTER = Buffer.from([0xef, 0xbf]);

/** Whether a name that is not all ASCII is one. */
export function isWideName(bytes: Buffer, start: number, end: number): boolean {
  return WIDE_NAME.test(bytes.toString('utf8', start, end));
}

const READABLE = new Set(['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'ascii']);
/** The XML declaration; its third group is the encoding. */
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>/;
/** The one that programs nearly always write: known at a glance, it need not be taken apart. */
const USUAL_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** The longest reference is &#x10FFFF; but it may have leading zeros. */
const MAX_REFERENCE = 32;
/** More than any XML declaration takes. */
const DECLARATION_LENGTH = 200;

/** The part as valid UTF-8 without a byte order mark; throws when its encoding is another or broken. */
export function utf8Part(part: Buffer): Buffer {
  const first = part[0];
  const second = part[1];
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const marked = first === 0xef && second === 0xbb && part[2] === 0xbf;
  const utf8 = little || big ? rewritten(part, little ? 'utf-16le' : 'utf-16be') : marked ? part.subarray(3) : part;
  // A long sheet is ASCII alone, its words being elsewhere: that is told in half the time.
  if (!isAscii(utf8)) refuseNoText(utf8);
  if (endOfUsualDeclaration(utf8) > 0) return utf8;
  const start = utf8.toString('latin1', 0, DECLARATION_LENGTH);
  const declaration = DECLARATION.exec(start);
  if (!declaration && /^<\?xml[\s?]/.test(start)) throw damaged('malformed XML declaration');
  const encoding = declaration?.[3];
  if (encoding !== undefined && !READABLE.has(encoding.toLowerCase())) {
    throw new Unreadable('encoding', `XML part declared as ${encoding}`);
  }
  return utf8;
}

function refuseNoText(utf8: Buffer): void {
  if (!isUtf8(utf8)) throw new Unreadable('encoding', 'XML part is not valid UTF-8');
  for (let at = utf8.indexOf(NO_CHARACTER); at >= 0; at = utf8.indexOf(NO_CHARACTER, at + 3))
    if ((utf8[at + 2] as number) >= 0xbe) throw damaged('no character of XML');
}

/** Where the declaration of a part ends; 0 when it has none or another than programs nearly always write. */
export function endOfUsualDeclaration(bytes: Buffer): number {
  const end = USUAL_DECLARATION.length;
  return equal(bytes, 0, end, USUAL_DECLARATION) ? end : 0;
}

function rewritten(part: Buffer, encoding: string): Buffer {
  if (part.length > MAX_UTF16_BYTES) throw tooLarge(`UTF-16 part of ${part.length} bytes`);
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(part), 'utf8');
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable('encoding', `XML part is not valid ${encoding}`);
    throw error;
  }
}

/** The marks of a run of bytes, joined; a control character among them is a fault. */
export function marksOf(bytes: Buffer, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at += 1) marks |= MARKS[bytes[at] as number] as number;
  if ((marks & FORBIDDEN) !== 0) throw damaged('control character in XML');
  return marks;
}

/** The characters that a run of text or an attribute's value stands for; `marks` are those of its bytes, joined. */
export function characters(bytes: Buffer, start: number, end: number, marks: number): string {
  if (end - start > MAX_REFERENCE * MAX_TEXT_LENGTH) throw tooLarge(`a text of ${end - start} bytes`);
  if (marks === 0) return bytes.toString('latin1', start, end);
  const text = bytes.toString((marks & WIDE) === 0 ? 'latin1' : 'utf8', start, end);
  const lines = (marks & RETURN) === 0 ? text : text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return (marks & REFERENCE) === 0 ? lines : resolved(lines);
}

function resolved(text: string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end < 0 || end - at > MAX_REFERENCE) throw damaged('reference without an end');
    result += text.slice(from, at) + referenced(text.slice(at + 1, end));
    from = end + 1;
  }
  return result + text.slice(from);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function referenced(name: string): string {
  const entity = ENTITIES.get(name);
  if (entity !== undefined) return entity;
  const code = numbered(name);
  if (!isCharacter(code)) throw damaged(`reference &${name};`);
  return String.fromCodePoint(code);
}

/** The number in #65 or #x41; NaN when it is none. Read digit by digit, as a hostile file holds millions. */
function numbered(name: string): number {
  const base = name.startsWith('#x') ? 16 : 10;
  const first = base === 16 ? 2 : 1;
  if (!name.startsWith('#') || name.length === first) return Number.NaN;
  let number = 0;
  for (let at = first; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const letter = code | 0x20;
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : base;
    number = digit < base ? number * base + digit : Number.NaN;
  }
  return number;
}

/** What XML lets a reference stand for. Halves of surrogate pairs and NaN are no characters. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

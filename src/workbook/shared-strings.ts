/**
 * The strings of a workbook, each decoded once. A string's runs are joined whatever their formatting; how it is
 * pronounced (phonetic runs) is no part of it.
 */
import { equal } from './lexical.js';
import { Budget, MAX_CELLS, MAX_TEXT_LENGTH } from './limits.js';
import { PlainText } from './plain-text.js';
import { damaged, tooLarge } from './unreadable.js';
import { XmlScanner } from './xml.js';

/** How a string that is one plain text begins, also when its blanks are to be kept, and how it ends. */
const OPENING = '<si><t>';
const KEEPING = '<si><t xml:space="preserve">';
const CLOSING = '</t></si>';

/** Reads the part of shared strings: the string at each index. */
export function readSharedStrings(part: Buffer): string[] {
  const xml = new XmlScanner(part);
  if (!xml.is('sst')) throw damaged('shared strings are none');
  const budget = new Budget(MAX_CELLS, 'shared strings');
  const strings: string[] = [];
  for (;;) {
    const before = strings.length;
    readPlainStrings(xml, strings);
    budget.take(strings.length - before);
    if (!xml.child()) return strings;
    if (!xml.is('si')) xml.skip();
    else {
      budget.take(1);
      strings.push(readString(xml));
    }
  }
}

/** Reads the strings from here that are spelt as programs nearly always spell them; all others are left to the scanner. */
function readPlainStrings(xml: XmlScanner, strings: string[]): void {
  const { bytes } = xml;
  const plain = new PlainText();
  let at = xml.position();
  if (at < 0) return;
  for (;;) {
    let start = -1;
    if (equal(bytes, at, at + OPENING.length, OPENING)) start = at + OPENING.length;
    else if (equal(bytes, at, at + KEEPING.length, KEEPING)) start = at + KEEPING.length;
    const text = start < 0 ? undefined : plain.read(bytes, start);
    if (text === undefined || !equal(bytes, plain.end, plain.end + CLOSING.length, CLOSING)) break;
    strings.push(unescaped(text));
    at = plain.end + CLOSING.length;
  }
  xml.resume(at);
}

/** Reads one string, shared or inline, out of the element stepped into last, and leaves it. */
export function readString(xml: XmlScanner): string {
  let text = '';
  let runs = 0;
  const take = (): void => {
    text += unescaped(xml.readText());
    runs += 1;
  };
  while (xml.child()) {
    if (xml.is('t')) take();
    else if (xml.is('r')) {
      while (xml.child()) {
        if (xml.is('t')) take();
        else xml.skip();
      }
    } else xml.skip();
    if (text.length > MAX_TEXT_LENGTH) throw tooLarge('a text of many runs');
  }
  return runs > 1 ? flat(text) : text;
}

/** The same text in one piece: joined by + it would keep each of its runs, which takes many times the room. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

const ESCAPE = /_x([0-9a-fA-F]{4})_/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text with its `_xHHHH_` escapes decoded: how spreadsheet programs store what XML cannot, such as a carriage return. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(LONE_SURROGATE, '\uFFFD');
}

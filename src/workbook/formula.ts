/**
 * Tells of a formula whether its stored value still holds when nobody has touched the file: one that asks for the day
 * or for chance gives another value tomorrow, one that draws on another file gives what that file once held. Formulas
 * are never computed, and texts within them say nothing.
 */
import type { XmlScanner } from './xml.js';

/** What the stored value of a formula rests on: its own file, the day or chance, another file. */
export const Basis = { Own: 0, Changing: 1, Linked: 2 } as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

const QUOTED = /"[^"]*"/g;
const CHANGING = /(?:^|[^\w.\p{L}]|_xlfn\.)(?:today|now|rand|randbetween|randarray)\s*\(/iu;
/** Another file by its number, as in [1]Sheet!A1. A column of a table may have a number too: Table[1], Table[[a],[1]]. */
const LINKED = /(?:^|[^\w\p{L}\][])\[\d+\][^\s\]:,)]/u;

/** The formulas of one sheet. */
export class SharedFormulas {
  /** What those that several cells share rest on, by their id. Only one of the cells spells them out. */
  private readonly byId = new Map<string, Basis>();

  /** Reads the formula that a scanner has stepped into, leaves it, and answers what its value rests on. */
  read(xml: XmlScanner): Basis {
    const id = xml.attributes.get('si');
    const text = xml.readText();
    if (text === '' && id !== undefined) return this.byId.get(id) ?? Basis.Own;
    const basis = basisOf(text);
    if (id !== undefined) this.byId.set(id, basis);
    return basis;
  }
}

const BLANK = 0x20;
const OPENING = 0x28;
const BRACKET = 0x5b;
const LOWER = 0x20;
/** How the names of functions that change by themselves end: today, rand, randbetween, now. */
const ENDINGS = new Set([...'ydnw'].map((letter) => letter.charCodeAt(0)));

/** What the value of a formula in these bytes rests on. Nearly none has a sign of more than its own file, and is not looked at. */
export function basisWithin(bytes: Buffer, from: number, to: number): Basis {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    const before = bytes[at - 1] as number;
    if (byte === BRACKET || (byte === OPENING && (before <= BLANK || ENDINGS.has(before | LOWER))))
      return basisOf(bytes.toString('utf8', from, to));
  }
  return Basis.Own;
}

function basisOf(formula: string): Basis {
  const plain = formula.includes('"') ? formula.replace(QUOTED, '""') : formula;
  if (plain.includes('[') && LINKED.test(plain)) return Basis.Linked;
  return CHANGING.test(plain) ? Basis.Changing : Basis.Own;
}

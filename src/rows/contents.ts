/**
 * What cells hold, without where they stand: each once, by number. Most cells of a folder say what others say, so that
 * a number in place of each is a tenth of the room.
 */
import type { Reading } from '../model/submission.js';
import type { Value } from '../model/value.js';

/** A reading without its place. */
export type Content = Pick<Reading, 'raw' | 'state' | 'value' | 'measure'>;

export interface Contents {
  /** The number of what is alike in everything; undefined when there is no room for another. */
  numberOf(content: Content): number | undefined;
  at(number: number): Content;
}

/** So many are known. What comes after them, and longer texts, each reading holds itself. */
const MOST = 65_536;
const LONG = 256;

export function newContents(): Contents {
  const all: Content[] = [];
  /** The last with a text, and of each the one before it with the same text. */
  const last = new Map<string, number>();
  const before: (number | undefined)[] = [];
  return {
    numberOf: (content) => {
      const { raw } = content;
      const first = last.get(raw);
      for (let at = first; at !== undefined; at = before[at]) if (isAlike(all[at] as Content, content)) return at;
      if (all.length >= MOST || raw.length > LONG) return undefined;
      last.set(raw, all.length);
      before.push(first);
      return all.push(contentOf(content)) - 1;
    },
    at: (number) => all[number] as Content,
  };
}

function contentOf({ raw, state, value, measure }: Content): Content {
  const content = value ? { raw, state, value } : { raw, state };
  return measure === undefined ? content : { ...content, measure };
}

function isAlike(a: Content, b: Content): boolean {
  return a.state === b.state && a.measure === b.measure && isSame(a.value, b.value);
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.type !== b.type || a.value !== b.value) return false;
  return a.type !== 'step' || b.type !== 'step' || a.scale === b.scale;
}

/**
 * Elements as compact data, from which the page's script builds them when they are asked for: what is said again and
 * again, of people as of rules, is held once. A text in it is a text and is never read as markup.
 */
import type { Content, Element } from './element.js';
import { seen } from './escape.js';

export interface Packed {
  /** Every text once, as a reader sees it. */
  readonly texts: readonly string[];
  /** Every tag with its attributes once. */
  readonly shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  /** The shape of each element and what it holds: the number of an element, or ~ the number of a text. */
  readonly elements: readonly (readonly number[])[];
  /** The element of each id. */
  readonly roots: Readonly<Record<string, number>>;
}

export function packed(roots: ReadonlyMap<string, Element>): Packed {
  const texts = numbering<string>();
  const shapes = numbering<Packed['shapes'][number]>();
  const elements = numbering<readonly number[]>();
  const pack = (content: Content): number => {
    if (typeof content === 'string') {
      const text = seen(content);
      return ~texts.of(text, text);
    }
    const { tag, attributes, children } = content;
    const written = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, seen(String(value))]));
    const shape = [tag, written] as const;
    const element = [shapes.of(JSON.stringify(shape), shape), ...children.map(pack)];
    return elements.of(element.join(), element);
  };
  const packedRoots = Object.fromEntries([...roots].map(([id, root]) => [id, pack(root)]));
  return { texts: texts.all, shapes: shapes.all, elements: elements.all, roots: packedRoots };
}

interface Numbering<T> {
  readonly all: readonly T[];
  of(key: string, item: T): number;
}

/** Equal things get the same number, in order of first mention. */
function numbering<T>(): Numbering<T> {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  const of = (key: string, item: T): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(item) - 1;
  };
  return { all, of };
}

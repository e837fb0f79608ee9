/**
 * Elements as compact data, from which the page's script builds them when they are asked for: what is said again and
 * again, of people as of rules, is held once. A text in it is a text and is never read as markup.
 */
import type { Attributes, Content, Element } from './element.js';
import { seen } from './escape.js';

export interface Packed {
  /** Every text once, as a reader sees it. */
  readonly texts: readonly string[];
  /** Every tag with its attributes once; ~ at the start of a value stands for the id of what is built. */
  readonly shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  /** The shape of each element and what it holds: the number of an element, or the complement (~) of that of a text. */
  readonly elements: readonly (readonly number[])[];
  /** The element of each id. */
  readonly roots: Readonly<Record<string, number>>;
}

const OWN = '~';

export function packed(roots: Iterable<readonly [id: string, Element]>): Packed {
  const texts = numbering<string>();
  const shapes = numbering<Packed['shapes'][number]>();
  const elements = numbering<readonly number[]>();
  const pack = (content: Content, id: string): number => {
    if (typeof content === 'string') return ~texts.of(content, () => seen(content));
    const attributes = ownTo(id, content.attributes);
    const shape = shapes.of(keyOf(content.tag, attributes), () => [content.tag, attributes]);
    const element = [shape, ...content.children.map((child) => pack(child, id))];
    return elements.of(element.join(), () => element);
  };
  const numbers: [string, number][] = [];
  for (const [id, root] of roots) numbers.push([id, pack(root, id)]);
  return { texts: texts.all, shapes: shapes.all, elements: elements.all, roots: Object.fromEntries(numbers) };
}

/** Attributes with the id left open, so that everybody's tables are of one shape. */
function ownTo(id: string, attributes: Attributes): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name in attributes) {
    const value = seen(String(attributes[name]));
    own[name] = value === id || value.startsWith(`${id}-`) ? OWN + value.slice(id.length) : value;
  }
  return own;
}

/** No value has a control character in it any more, so that one may part them. */
function keyOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  let key = tag;
  for (const name in attributes) key += `\0${name}\0${attributes[name]}`;
  return key;
}

interface Numbering<T> {
  readonly all: readonly T[];
  of(key: string, make: () => T): number;
}

/** What has the same key gets the same number, in order of first mention. */
function numbering<T>(): Numbering<T> {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  const of = (key: string, make: () => T): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(make()) - 1;
  };
  return { all, of };
}

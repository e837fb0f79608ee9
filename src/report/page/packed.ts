/**
 * Pages as compact data, from which the page's script builds them when they are asked for. It is written page by page: what
 * is said of many stands with the first page that says it and is a number in all others; what is one page's own is
 * written with it and forgotten. A text in it is a text and is never read as markup.
 *
 * `{ "roots": { id: [element, texts, shapes, elements], … } }`: texts, shapes and elements are those that no page before
 * had, and are numbered from 0 through all pages. An element is an array of the number of its shape and of what it holds:
 * the number of an element, the complement (~) of that of a text, or an element as it is. A shape is a tag and its
 * attributes; a value in an array follows the id of whatever page is built.
 */
import { remembering } from '../../base/remember.js';
import type { Element } from './element.js';
import { embedded, seen } from './escape.js';
import { shaping } from './shape.js';

export function* packed(roots: Iterable<readonly [id: string, Element]>): Generator<string> {
  const pack = packing();
  let before = '{"roots":{\n';
  for (const [id, root] of roots) {
    yield `${before}${embedded(id)}:${pack(root, id)}`;
    before = ',\n';
  }
  yield '\n}}';
}

/** Writes one page after another. */
function packing(): (root: Element, id: string) => string {
  const texts = numbering((text) => embedded(seen(text)));
  const shapes = shaping();
  const elements = numbering((text) => text);
  const known = new WeakMap<Element, number>();

  const numberOf = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parts: string[] = [];
    write(element, undefined, parts);
    const number = elements.of(parts.join(''));
    known.set(element, number);
    return number;
  };
  /** What is said of many has no id of its own, and holds numbers alone. */
  const write = ({ tag, attributes, children }: Element, id: string | undefined, parts: string[]): void => {
    parts.push('[', String(shapes.of(tag, attributes, id)));
    for (const child of children) {
      parts.push(',');
      if (typeof child === 'string') parts.push(String(~texts.of(child)));
      else if (id === undefined || child.isShared) parts.push(String(numberOf(child)));
      else write(child, id, parts);
    }
    parts.push(']');
  };

  return (root, id) => {
    const parts: string[] = ['['];
    write(root, id, parts);
    parts.push(`,[${texts.fresh()}],[${shapes.fresh()}],[${elements.fresh()}]]`);
    return parts.join('');
  };
}

/** So many texts, and elements said of many, are remembered for certain. What was forgotten is told once more. */
const CERTAIN = 50_000;

/** The same gets the same number; what has come since it was asked for last is told in order, as it is written. */
function numbering(write: (text: string) => string): { of(text: string): number; fresh(): string } {
  const known = remembering<string, { readonly number: number }>(CERTAIN);
  let count = 0;
  let fresh: string[] = [];
  return {
    of: (text) =>
      known(text, () => {
        fresh.push(write(text));
        count += 1;
        return { number: count - 1 };
      }).number,
    fresh() {
      const all = fresh.join();
      fresh = [];
      return all;
    },
  };
}

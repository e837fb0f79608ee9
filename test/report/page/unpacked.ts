/** The data of a page read and built again, as the page's script does it. */
import { type Content, type Element, el, TOGETHER } from '../../../src/report/page/element.js';

/** The number of its shape, and what it holds. */
interface Packed extends ReadonlyArray<Part> {}
type Part = number | Packed;
type Shape = readonly [tag: Element['tag'], attributes: Readonly<Record<string, string | readonly [string]>>];
type Root = readonly [page: Part, texts: readonly string[], shapes: readonly Shape[], elements: readonly Packed[]];

export interface Unpacked {
  readonly roots: Readonly<Record<string, Root>>;
  readonly texts: readonly string[];
  readonly shapes: readonly Shape[];
  readonly elements: readonly Packed[];
}

export function unpacked(json: string): Unpacked {
  const { roots } = JSON.parse(json) as Pick<Unpacked, 'roots'>;
  const all = Object.values(roots);
  return {
    roots,
    texts: all.flatMap(([, texts]) => texts),
    shapes: all.flatMap(([, , shapes]) => shapes),
    elements: all.flatMap(([, , , elements]) => elements),
  };
}

/** The page of an id. */
export function built(data: Unpacked, id: string): Content {
  const [only, ...more] = contentsOf(data, data.roots[id]?.[0] ?? -1, id);
  if (only === undefined || more.length > 0) throw new Error('a page is one element');
  return only;
}

function contentsOf(data: Unpacked, part: Part, id: string): readonly Content[] {
  if (typeof part === 'number' && part < 0) return [data.texts[~part] ?? ''];
  const [shape = -1, ...contents] = typeof part === 'number' ? (data.elements[part] as Packed) : part;
  const [tag, attributes] = data.shapes[Number(shape)] ?? ['span', {}];
  const children = contents.flatMap((each) => contentsOf(data, each, id));
  if (tag === TOGETHER) return children;
  const own = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : id + value[0],
  ]);
  return [el(tag, Object.fromEntries(own), ...children)];
}

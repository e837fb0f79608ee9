/**
 * An XML part that is changed by splices: whatever is not replaced stays byte for byte as it was. The part is checked
 * whole by the scanner that all reading goes through, and elements are known by their name without its prefix.
 */
import { damaged } from '../unreadable.js';
import { XmlScanner } from '../xml.js';
import type { XmlAttributes } from '../xml-attributes.js';

const LESS = 0x3c;

export interface Node {
  readonly name: string;
  /** From the opening bracket to behind the closing one; the content in between, empty where the tag closes itself. */
  readonly start: number;
  readonly inner: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly closed: boolean;
  /** Those that were asked for. */
  readonly children: readonly Node[];
}

/** What to do with an element that is come upon: keep it with its children, keep it alone, or pass it over. */
export type Visit = (name: string, xml: XmlScanner) => 'children' | 'alone' | undefined;

export class XmlDocument {
  readonly bytes: Buffer;
  readonly root: Node;
  /** The prefix of the root element with its colon; the part's own elements carry it. */
  readonly prefix: string;
  private readonly splices: { readonly from: number; readonly to: number; readonly text: string }[] = [];

  /** Reads the root's children, and of these what `visit` wants. */
  constructor(part: Buffer, visit: Visit = () => 'alone') {
    const xml = new XmlScanner(part);
    this.bytes = xml.bytes;
    this.root = nodeAt(xml, visit, true);
    const [, prefix = ''] = /^<([^\s/>:]+:)?/.exec(this.tag(this.root)) ?? [];
    this.prefix = prefix;
  }

  get isChanged(): boolean {
    return this.splices.length > 0;
  }

  /** The opening tag of an element, one character a byte. */
  tag({ start, inner, closed, end }: Node): string {
    return this.bytes.toString('latin1', start, closed ? end : inner);
  }

  attributes({ start, end }: Node): XmlAttributes {
    return new XmlScanner(this.bytes.subarray(start, end)).attributes;
  }

  /** A scanner within an element. */
  within({ start, end }: Node): XmlScanner {
    return new XmlScanner(this.bytes.subarray(start, end));
  }

  source({ start, end }: Node): string {
    return this.bytes.toString('utf8', start, end);
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(from: number, to: number, text: string): void {
    this.splices.push({ from, to, text });
  }

  remove({ start, end }: Node): void {
    this.replace(start, end, '');
  }

  /** Puts an element behind the last child of another. */
  append(node: Node, text: string): void {
    if (!node.closed) {
      this.insert(node.innerEnd, text);
      return;
    }
    const name = /^<([^\s/>]+)/.exec(this.tag(node))?.[1] ?? '';
    this.replace(node.end - 2, node.end, `>${text}</${name}>`);
  }

  /** Sets an attribute that is there already; whether it was. */
  setAttribute(node: Node, name: string, value: string): boolean {
    const tag = this.tag(node);
    const match = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`).exec(tag);
    if (!match) return false;
    const from = node.start + match.index + (match[1] as string).length;
    this.replace(from, from + (match[2] as string).length, `"${value}"`);
    return true;
  }

  /** The part with all changes made, in UTF-8. */
  changed(): Buffer {
    const { bytes, splices } = this;
    const pieces: Buffer[] = [];
    let at = 0;
    // Sorting is stable: what is inserted at one place stands there in the order of the calls.
    for (const { from, to, text } of splices.toSorted((one, other) => one.from - other.from)) {
      if (from < at) throw new Error('changes overlap');
      pieces.push(bytes.subarray(at, from), Buffer.from(text));
      at = to;
    }
    pieces.push(bytes.subarray(at));
    return inUtf8(Buffer.concat(pieces));
  }
}

const NOTHING: Node = { name: '', start: 0, inner: 0, innerEnd: 0, end: 0, closed: true, children: [] };

function nodeAt(xml: XmlScanner, visit: Visit, isRoot = false): Node {
  const start = xml.begins();
  const name = xml.name();
  const want = isRoot ? 'children' : visit(name, xml);
  const inner = xml.position();
  if (want !== 'children') xml.skip();
  if (!want) return NOTHING;
  const children: Node[] = [];
  while (want === 'children' && xml.child()) {
    const child = nodeAt(xml, visit);
    if (child !== NOTHING) children.push(child);
  }
  const closed = inner < 0;
  // What follows the root, comments at most, was passed over with its closing tag.
  const last = isRoot ? xml.bytes.lastIndexOf(closed ? '/>' : '</') : 0;
  const end = isRoot ? xml.bytes.indexOf('>', last) + 1 : xml.position();
  const innerEnd = closed ? end : xml.bytes.lastIndexOf(LESS, end - 1);
  return { name, start, inner: closed ? end : inner, innerEnd, end, closed, children };
}

/** Names the encoding that the part now has. */
function inUtf8(part: Buffer): Buffer {
  const start = part.toString('latin1', 0, 200);
  const declared = /^(<\?xml[^>]*?\sencoding\s*=\s*)(["'])(?!utf-?8\2)[^"']*\2/i.exec(start);
  if (!declared) return part;
  const [whole, before = ''] = declared;
  return Buffer.concat([Buffer.from(`${before}"UTF-8"`), part.subarray(whole.length)]);
}

/** The child of this name; undefined when there is none. */
export function childOf({ children }: Node, name: string): Node | undefined {
  return children.find((child) => child.name === name);
}

/** A child that the part cannot do without. */
export function needed(node: Node, name: string): Node {
  const child = childOf(node, name);
  if (!child) throw damaged(`no ${name} in ${node.name}`);
  return child;
}

/** Where a child goes in the order of its schema: behind the last one that may stand before it. */
export function placeFor(node: Node, name: string, order: readonly string[]): number {
  if (node.closed) throw damaged(`${node.name} is empty`);
  const before = new Set(order.slice(0, order.indexOf(name) + 1));
  return node.children.findLast((child) => before.has(child.name))?.end ?? node.inner;
}

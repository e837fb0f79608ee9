/**
 * What a page is made of before it is written down: elements whose tags and attributes are this programme's own, and
 * texts that may be anyone's. What writes it down makes every text harmless; no text can become anything else.
 */

export type Tag =
  | 'a'
  | 'article'
  | 'aside'
  | 'button'
  | 'caption'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'header'
  | 'input'
  | 'label'
  | 'li'
  | 'main'
  | 'nav'
  | 'ol'
  | 'option'
  | 'output'
  | 'p'
  | 'section'
  | 'select'
  | 'small'
  | 'span'
  | 'strong'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'time'
  | 'tr'
  | 'ul'
  | Drawn
  | typeof TOGETHER;

/** No element: contents that stand together wherever they are said. */
export const TOGETHER = '';

/** Elements of a drawing. */
export type Drawn = 'svg' | 'g' | 'rect' | 'line' | 'text' | 'title' | 'desc';

/** Numbers, names of our own and ids: never a text from a cell. */
export type Attributes = Readonly<Record<string, string | number>>;

export interface Element {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: Children;
  /** Said of many, and made once: whoever writes it down does so once too. Nothing in it is one subject's own. */
  readonly isShared?: true;
}

export type Content = string | Element;

/** What an element holds: all of it, or what is made of it whenever it is gone through. */
export type Children = readonly Content[] | Later;

export interface Later {
  readonly length: number;
  [Symbol.iterator](): Iterator<Content>;
}

/** Contents one after another; what is absent is left out. */
export type Contents = Content | undefined | readonly Contents[];

export function el(tag: Tag, attributes: Attributes, ...contents: readonly Contents[]): Element {
  return { tag, attributes, children: contents.every(isContent) ? contents : gathered(contents) };
}

/** An element of so many others that they had better not be there all at once. */
export function long(tag: Tag, attributes: Attributes, length: number, at: (index: number) => Content): Element {
  return {
    tag,
    attributes,
    children: {
      length,
      *[Symbol.iterator]() {
        for (let index = 0; index < length; index += 1) yield at(index);
      },
    },
  };
}

/** Whether something in it is made only when it is gone through. */
export function isLong({ children }: Element): boolean {
  return !isThere(children) || children.some((each) => typeof each !== 'string' && isLong(each));
}

/** Children that are all there. */
export function isThere(children: Children): children is readonly Content[] {
  return Array.isArray(children);
}

function isContent(each: Contents): each is Content {
  return typeof each === 'string' || (each !== undefined && 'tag' in each);
}

/** Contents that are said of many as they stand, one after another. */
export function together(...contents: readonly Contents[]): Element {
  return shared(el(TOGETHER, {}, contents));
}

/** The same contents, marked as said of many. */
export function shared<C extends Contents>(contents: C): C {
  return marked(contents) as C;
}

function marked(contents: Contents): Contents {
  if (contents === undefined || typeof contents === 'string') return contents;
  return 'tag' in contents ? { ...contents, isShared: true } : contents.map(marked);
}

function gathered(contents: readonly Contents[], into: Content[] = []): Content[] {
  for (const each of contents) {
    if (each === undefined) continue;
    if (isContent(each)) into.push(each);
    else gathered(each, into);
  }
  return into;
}

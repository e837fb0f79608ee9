/** Writes elements down as HTML: every text and every value of an attribute goes through the one escaping function. */
import { once } from '../../base/once.js';
import { type Attributes, type Children, type Element, isLong, type Tag, TOGETHER } from './element.js';
import { escaped } from './escape.js';

/** Elements that hold nothing and have no end tag. */
const VOID: readonly Tag[] = ['input'];

export function htmlOf(contents: Children): string {
  let html = '';
  for (const each of contents) {
    if (typeof each === 'string') html += escaped(each);
    else html += each.isShared ? sharedHtml(each) : elementHtml(each);
  }
  return html;
}

/** So many characters are gathered before they are given away. */
const PIECE = 50_000;

/** The same in pieces: what is made only when it is gone through is never there as a whole. */
export function* htmlPieces(contents: Children): Generator<string> {
  let html = '';
  for (const each of contents) {
    if (typeof each === 'string' || !isLong(each)) html += htmlOf([each]);
    else {
      const [start, end] = tagsOf(each);
      yield html + start;
      yield* htmlPieces(each.children);
      html = end;
    }
    if (html.length > PIECE) {
      yield html;
      html = '';
    }
  }
  yield html;
}

const sharedHtml = once(elementHtml);

function elementHtml(element: Element): string {
  const [start, end] = tagsOf(element);
  return start + htmlOf(element.children) + end;
}

function tagsOf({ tag, attributes }: Element): readonly [start: string, end: string] {
  if (tag === TOGETHER) return ['', ''];
  return [`<${tag}${attributesOf(attributes)}>`, VOID.includes(tag) ? '' : `</${tag}>`];
}

/** An attribute without a value is there or not: hidden, aria-hidden="true". */
function attributesOf(attributes: Attributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    text += value === '' ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  }
  return text;
}

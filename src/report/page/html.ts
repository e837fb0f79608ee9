/** Writes elements down as HTML: every text and every value of an attribute goes through the one escaping function. */
import { once } from '../../base/once.js';
import { type Attributes, type Content, type Element, type Tag, TOGETHER } from './element.js';
import { escaped } from './escape.js';

/** Elements that hold nothing and have no end tag. */
const VOID: readonly Tag[] = ['input'];

export function htmlOf(contents: readonly Content[]): string {
  let html = '';
  for (const each of contents) {
    if (typeof each === 'string') html += escaped(each);
    else html += each.isShared ? sharedHtml(each) : elementHtml(each);
  }
  return html;
}

const sharedHtml = once(elementHtml);

function elementHtml({ tag, attributes, children }: Element): string {
  if (tag === TOGETHER) return htmlOf(children);
  const start = `<${tag}${attributesOf(attributes)}>`;
  return VOID.includes(tag) ? start : `${start}${htmlOf(children)}</${tag}>`;
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

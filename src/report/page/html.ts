/** Writes elements down as HTML: every text and every value of an attribute goes through the one escaping function. */
import type { Content, Element, Tag } from './element.js';
import { escaped } from './escape.js';

/** Elements that hold nothing and have no end tag. */
const VOID: readonly Tag[] = ['input'];

export function htmlOf(content: Content | readonly Content[]): string {
  if (typeof content === 'string') return escaped(content);
  if (!('tag' in content)) return content.map(htmlOf).join('');
  const { tag, children } = content;
  const start = `<${tag}${attributesOf(content)}>`;
  return VOID.includes(tag) ? start : `${start}${children.map(htmlOf).join('')}</${tag}>`;
}

/** An attribute without a value is there or not: hidden, aria-hidden="true". */
function attributesOf({ attributes }: Element): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join('');
}

/**
 * The only way by which a text comes into a page. Characters that steer or disguise are written out, so that what is read
 * is what stands in the cell; what markup or a script could be made of is escaped.
 */
import { visible } from '../../base/text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What nearly every text is made of: nothing in it steers, disguises or is broken. */
const USUAL = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]*$/;

/** The same without anything that markup is made of. */
const PLAIN = /^[\w #./:,()=+%\u3000-\u303f\u4e00-\u9fff\uff01-\uff60-]*$/;

/** A text as a reader sees it: line breaks that people typed stay, other control characters are written out. */
export function seen(text: string): string {
  if (USUAL.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map(visible)
    .join('\n');
}

/** For between tags and for values of attributes, which are always quoted. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  return seen(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** Data for between script tags: JSON that no parser of HTML or of scripts can take for anything else. */
export function embedded(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

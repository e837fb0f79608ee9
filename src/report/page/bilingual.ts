/**
 * One page of two: the same page written in Chinese and in English becomes one that holds both. What is the same stands
 * once; what differs stands in each language, marked by it, as low in the page as it can. Script and style show one.
 */
import type { Lang } from '../../base/text.js';
import { type Content, type Element, el, isThere, type Later, type Tag, TOGETHER } from './element.js';

/** What may hold nothing but text carries its other wording beside it; the script puts it in place. */
const TEXT_ONLY: readonly Tag[] = ['option'];
/** A drawing is made for its wording, and stands once for each language where they differ. */
const WHOLE: readonly Tag[] = ['svg'];

/** Joins two pages, and what is said of many in them once. */
export type Joining = (zh: Content, en: Content) => readonly Content[];

export function bilingual(zh: Content, en: Content, shown: Lang): readonly Content[] {
  return joiningFor(shown)(zh, en);
}

export function joiningFor(shown: Lang): Joining {
  const known = new WeakMap<Element, { readonly en: Content; readonly both: readonly Content[] }>();
  const join: Joining = (zh, en) => {
    if (zh === en) return [zh];
    if (typeof zh === 'string' || !zh.isShared) return both(zh, en, shown, join);
    const before = known.get(zh);
    if (before?.en === en) return before.both;
    const made = both(zh, en, shown, join);
    known.set(zh, { en, both: made });
    return made;
  };
  return join;
}

function both(zh: Content, en: Content, shown: Lang, join: Joining): readonly Content[] {
  if (typeof zh === 'string' && typeof en === 'string')
    return [el('span', { lang: 'zh' }, zh), el('span', { lang: 'en' }, en)];
  if (typeof zh !== 'string' && typeof en !== 'string' && isAlike(zh, en)) return joined(zh, en, shown, join);
  return [inLanguage(zh, 'zh'), inLanguage(en, 'en')];
}

function joined(zh: Element, en: Element, shown: Lang, join: Joining): readonly Content[] {
  const { tag, attributes } = zh;
  if (TEXT_ONLY.includes(tag)) {
    const [a, b] = [textOf(zh), textOf(en)];
    const text = { zh: a, en: b }[shown];
    return [a === b ? zh : el(tag, { ...attributes, 'data-zh': a, 'data-en': b }, text)];
  }
  if (!isThere(zh.children) || !isThere(en.children)) return [{ ...zh, children: laterJoined(zh, en, join) }];
  const children: Content[] = [];
  let isSame = true;
  let at = 0;
  for (const child of zh.children) {
    const own = join(child, en.children[at] ?? '');
    if (own.length !== 1 || own[0] !== child) isSame = false;
    for (const each of own) children.push(each);
    at += 1;
  }
  if (isSame) return [zh];
  if (WHOLE.includes(tag)) return [inLanguage(zh, 'zh'), inLanguage(en, 'en')];
  return [{ ...zh, children }];
}

/** Children that are joined one after another, as they are gone through. */
function laterJoined({ children: zh }: Element, { children: en }: Element, join: Joining): Later {
  return {
    length: zh.length,
    *[Symbol.iterator]() {
      const others = en[Symbol.iterator]();
      for (const each of zh) yield* join(each, others.next().value ?? '');
    },
  };
}

/** The same but for what stands in it. */
function isAlike(a: Element, b: Element): boolean {
  if (a.tag !== b.tag || a.children.length !== b.children.length) return false;
  let more = 0;
  for (const name in a.attributes) {
    if (a.attributes[name] !== b.attributes[name]) return false;
    more += 1;
  }
  for (const _ in b.attributes) more -= 1;
  return more === 0;
}

function inLanguage(content: Content, lang: Lang): Element {
  if (typeof content === 'string') return el('span', { lang }, content);
  if (content.tag === TOGETHER)
    return { ...content, children: [...content.children].map((each) => inLanguage(each, lang)) };
  return { ...content, attributes: { ...content.attributes, lang } };
}

function textOf({ children }: Element): string {
  return [...children].map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

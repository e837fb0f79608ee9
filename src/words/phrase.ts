/** How phrases are put together in either language, so that no report invents its own punctuation. */
import type { Lang } from '../base/text.js';

/** A、B、C; A, B, C. */
export function listed(items: readonly string[], lang: Lang): string {
  return items.join({ zh: '、', en: ', ' }[lang]);
}

/** So many are named in a running text; of more only the first, for a table has them all. */
const NAMED = 10;
const NAMED_OF_MORE = 3;

/** A、B、C; of very many A、B、C等90个. */
export function someOf(items: readonly string[], lang: Lang): string {
  if (items.length <= NAMED) return listed(items, lang);
  const first = listed(items.slice(0, NAMED_OF_MORE), lang);
  return { zh: `${first}等${items.length}个`, en: `${first} and ${items.length - NAMED_OF_MORE} more` }[lang];
}

/** Clauses of one sentence, parted by semicolons. */
export function phrases(items: readonly string[], lang: Lang): string {
  return items.join({ zh: '；', en: '; ' }[lang]);
}

/** One sentence, ended by exactly one full stop however its text ended. */
export function sentence(text: string, lang: Lang): string {
  return `${withoutStop(text)}${{ zh: '。', en: '.' }[lang]}`;
}

/** Text that goes on: without the full stop or semicolon at its end. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[。；;.]+$/u, '');
}

/** Sentences one after another: English parts them by a blank. */
export function running(sentences: readonly string[], lang: Lang): string {
  return sentences.filter((each) => each !== '').join({ zh: '', en: ' ' }[lang]);
}

/** A text with something in brackets, if there is anything. */
export function bracketed(text: string, inner: string, lang: Lang): string {
  if (inner === '') return text;
  return { zh: `${text}（${inner}）`, en: `${text} (${inner})` }[lang];
}

/** A label and what it stands for, if there is anything. */
export function labelled(label: string, text: string, lang: Lang): string {
  if (text === '') return label;
  return { zh: `${label}：${text}`, en: `${label}: ${text}` }[lang];
}

/** Without a capital, as a title stands within an English sentence; what is capital throughout stays so. */
export function small(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}

/** With a capital, as a heading begins in English. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** One part of a condition in words: the facts it asks for, its boundary, and by how much that was missed. */
import type { Lang, Text } from '../base/text.js';
import type { Atom } from '../model/condition.js';
import type { Fact } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { factWithUnit, parameterText } from '../words/value.js';

/** "本年未按时上报 2次（3次以上），差 1" */
export function atomText(
  { names, short, excluded, source }: Atom,
  facts: ReadonlyMap<string, Pick<Fact, 'id' | 'value' | 'atLeast' | 'atMost'>>,
  result: Result,
  lang: Lang,
): string {
  const { words } = result;
  const said = names.flatMap((name) => {
    const fact = facts.get(name);
    const title = words.facts[name]?.title[lang];
    return fact && title ? [`${title} ${factWithUnit(fact, words, lang)}`] : [];
  });
  const bounds = names.filter((name) => name in words.parameters).map((name) => parameterText(name, words, lang));
  if (said.length === 0) return source;
  const zh = lang === 'zh';
  const bound = bounds.length > 0 ? (zh ? `（${bounds.join('，')}）` : ` (${bounds.join(', ')})`) : '';
  const figures = said.join(zh ? '，' : ', ');
  if (short === undefined) return `${figures}${bound}`;
  return `${figures}${bound}${missedText(short, excluded ?? false)[lang]}`;
}

/** By how much a bound was missed; a bound that is itself excluded must be passed, not only reached. */
function missedText(short: string, excluded: boolean): Text {
  if (short === '0') return { zh: '，正在界上，不计入', en: ', exactly at the bound, which does not count' };
  if (excluded) return { zh: `，再超过 ${short} 才计入`, en: `, counts only with more than ${short} further` };
  return { zh: `，差 ${short}`, en: `, short by ${short}` };
}

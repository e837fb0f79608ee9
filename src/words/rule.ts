/** What a rule of grades gives and comes to, and what is missing for a better grade, in both languages. */
import type { Lang, Text } from '../base/text.js';
import type { Outcome } from '../model/condition.js';
import type { Effect } from '../model/measures.js';

/** 评为优秀; 建议评为优秀; 不得高于合格. */
export function givesText(effect: Effect, grade: string, lang: Lang): string {
  switch (effect) {
    case 'decides':
      return { zh: `评为${grade}`, en: `gives ${grade}` }[lang];
    case 'veto':
      return { zh: `一票否决，评为${grade}`, en: `vetoes: ${grade}` }[lang];
    case 'proposes':
      return { zh: `建议评为${grade}`, en: `proposes ${grade}` }[lang];
    case 'caps':
      return { zh: `不得高于${grade}`, en: `no better than ${grade}` }[lang];
  }
}

/** What a rule comes to when it is weighed. */
export const OUTCOMES: Readonly<Record<Outcome, Text>> = {
  true: { zh: '成立', en: 'holds' },
  false: { zh: '不成立', en: 'does not hold' },
  unknown: { zh: '尚不能判断', en: 'not known yet' },
};

/** The mark that stands before a rule for what it comes to. */
export const MARKS: Readonly<Record<Outcome, string>> = { true: '✓', false: '✗', unknown: '?' };

/** Heads the rules of which any one gives the grade. */
export function lackingText(grade: string, lang: Lang): string {
  return {
    zh: `要评为“${grade}”，还差（任一条成立即可）`,
    en: `Missing for "${grade}" (any one rule is enough)`,
  }[lang];
}

/** Heads the rules that stand in its way. */
export function againstText(grade: string, lang: Lang): string {
  return { zh: `要评为“${grade}”，下列各条须不成立`, en: `For "${grade}" these must not hold` }[lang];
}

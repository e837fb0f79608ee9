/**
 * Why a subject has its points: item by item what it began with, what each rule took or added and from which cells,
 * and what does not count and why. Everything is in words already, so that data and terminal say the same.
 */
import type { Lang } from '../base/text.js';
import type { Result, ScoreWords } from '../model/result.js';
import type { Bounded, Reckoned, Scored, ScoredItem, ScoredRule, SetAside } from '../model/scored.js';
import { owedText } from '../words/grade.js';
import { size } from '../words/number.js';
import { labelled } from '../words/phrase.js';
import {
  asideText,
  cutText,
  foundIn,
  pointsText,
  pointsWithUnit,
  reckonedText,
  selfText,
  signedWithUnit,
} from '../words/score.js';
import { changes, itemSum, scoreSum } from '../words/sum.js';
import { cited } from './cited.js';
import type { ExplainedItem, ExplainedProduct, ExplainedScore, ExplainedScoreRule } from './explained-score.js';

/** What every part of one explanation needs. */
interface About {
  readonly score: ScoreWords;
  readonly result: Result;
  readonly lang: Lang;
}

export function explainScore(scored: Scored, result: Result, lang: Lang): ExplainedScore {
  const score = result.words.scores[scored.score] ?? unworded(scored);
  const about = { score, result, lang };
  return {
    score: scored.score,
    title: score.title[lang],
    ...cited(score.clause, result.words, lang),
    from: scored.from,
    to: scored.to,
    points: pointsWithUnit(scored, lang),
    full: pointsText({ points: scored.full }, lang),
    ...optional('sum', sumText(scoreSum(scored), scored, lang)),
    items: foundIn(scored).items.map((item) => explainItem(item, about)),
    owed: scored.owed.map((owed) => owedText(owed, result, lang)),
  };
}

/** Measures that are no longer at hand: everything goes by the names it has. */
export function unworded({ score, full, subject }: Scored): ScoreWords {
  return { title: { zh: score, en: score }, clause: '', subject, full, items: {}, rules: {}, shown: {} };
}

function explainItem(item: ScoredItem, about: About): ExplainedItem {
  const { score, result, lang } = about;
  const words = score.items[item.item];
  const { full, self, cut, aside } = item;
  return {
    item: item.item,
    title: words?.title[lang] ?? item.item,
    ...cited(words?.clause ?? '', result.words, lang),
    points: full === undefined ? signedWithUnit(item, lang) : pointsWithUnit(item, lang),
    ...optional('full', full === undefined ? undefined : pointsText({ points: full }, lang)),
    ...optional('sum', sumText(itemSum(item, score), item, lang)),
    ...optional('changes', full === undefined ? undefined : changesText(item, lang)),
    ...optional('cut', cut && cutText(cut, lang)),
    ...optional('why', aside && whyText(aside, about)),
    ...(self ? { self: { text: selfText(self, item, lang), place: self.place } } : {}),
    rules: item.rules.map((rule) => explainRule(rule, about)),
    items: item.items.map((part) => explainItem(part, about)),
  };
}

function explainRule(rule: ScoredRule, about: About): ExplainedScoreRule {
  const { score, result, lang } = about;
  const words = score.rules[rule.rule];
  return {
    rule: rule.rule,
    code: words?.code ?? '',
    title: words?.title[lang] ?? rule.rule,
    ...cited(words?.clause ?? '', result.words, lang),
    points: signedWithUnit(rule, lang),
    ...optional('cut', rule.cut && cutText(rule.cut, lang)),
    ...optional('why', rule.aside && whyText(rule.aside, about)),
    products: rule.reckoned.map((reckoned) => explainProduct(reckoned, words?.effect ?? effectOf(reckoned), about)),
  };
}

function explainProduct(reckoned: Reckoned, effect: 'deduct' | 'add', about: About): ExplainedProduct {
  const { score, result, lang } = about;
  const { aside, matter, cells } = reckoned;
  return {
    text: reckonedText(reckoned, effect, result.words, lang),
    ...optional('why', aside && whyText(aside, about)),
    ...optional('matter', matter),
    shown: reckoned.shown.map(({ column, text }) => labelled(score.shown[column]?.[lang] ?? column, text[lang], lang)),
    cells,
    owed: reckoned.owed.map((owed) => owedText(owed, result, lang)),
  };
}

/** What is open may still count; anything else that is set aside does not. */
export function whyText(aside: SetAside, { score, result, lang }: Pick<About, 'score' | 'result' | 'lang'>): string {
  const why = asideText(aside, score, result.words, lang);
  return aside.kind === 'open' ? why : labelled({ zh: '不计', en: 'does not count' }[lang], why, lang);
}

/** While something is open, the sum is that of what is sure, and says so. */
function sumText(sum: string | undefined, { points }: Bounded, lang: Lang): string | undefined {
  if (sum === undefined || points !== undefined) return sum;
  return labelled({ zh: '按已能确定的计', en: 'by what is sure already' }[lang], sum, lang);
}

/** 扣15分，加3分 */
function changesText(item: ScoredItem, lang: Lang): string | undefined {
  const { taken, added } = changes(item);
  const [off, on] = [taken, added].map((points) => pointsWithUnit({ points: size(points) }, lang));
  const parts = [
    ...(taken === '0' ? [] : [{ zh: `扣${off}`, en: `${off} taken` }[lang]]),
    ...(added === '0' ? [] : [{ zh: `加${on}`, en: `${on} added` }[lang]]),
  ];
  return parts.length > 0 ? parts.join({ zh: '，', en: ', ' }[lang]) : undefined;
}

/** Of a rule without words the sign alone tells. */
function effectOf({ points }: Reckoned): 'deduct' | 'add' {
  return points.startsWith('-') ? 'deduct' : 'add';
}

/** A property only where there is something to say. */
function optional<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  return (text === undefined ? {} : { [key]: text }) as { readonly [P in K]?: string };
}

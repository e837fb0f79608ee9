/**
 * How points are written in both languages: exact, with at most four places shown. What is not known is written as
 * the bounds within which it lies, and nothing that does not count goes without its reason.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Lang } from '../base/text.js';
import type { ScoreWords, Words } from '../model/result.js';
import type { Bounded, Cut, ScoredItem, SetAside } from '../model/scored.js';
import { counted, rangeText, shown, size } from './number.js';
import { parameterText, placeText, UNKNOWN } from './value.js';

export { reckonedText } from './reckoned.js';
export { foundIn, type ScoreLine, scoreLines } from './score-lines.js';

/** 88.5; 82–90; 至多90, at most 90. Without the unit. */
export function pointsText({ points, least, most }: Bounded, lang: Lang): string {
  if (points !== undefined) return shown(points);
  if (least !== undefined && most !== undefined) return rangeText(shown(least), shown(most), lang);
  if (most !== undefined) return { zh: `至多${shown(most)}`, en: `at most ${shown(most)}` }[lang];
  if (least !== undefined) return { zh: `至少${shown(least)}`, en: `at least ${shown(least)}` }[lang];
  return UNKNOWN[lang];
}

/** 88.5分, 88.5 points; pending where nothing bounds it. */
export function pointsWithUnit(bounded: Bounded, lang: Lang): string {
  const { points, least, most } = bounded;
  if ((points ?? least ?? most) === undefined) return UNKNOWN[lang];
  return counted(pointsText(bounded, lang), 'points', lang);
}

/** With its sign, as what is added or taken is written: -5, +10, 0. Figures are the same in both languages. */
export function signedText(points: string): string {
  const text = shown(points);
  return new Decimal(points).isPositive() && text !== '0' ? `+${text}` : text;
}

/** What takes or adds: -5分, +10分; while it is open the bounds, of which nothing taken or added is none. */
export function signedWithUnit({ points, least, most }: Bounded, lang: Lang): string {
  if (points !== undefined) return counted(signedText(points), 'points', lang);
  if (least !== undefined && most !== undefined) return pointsWithUnit({ least, most }, lang);
  const bound = least ?? most;
  if (bound === undefined || bound === '0') return UNKNOWN[lang];
  if (!bound.startsWith('-')) return pointsWithUnit(most === undefined ? { least: bound } : { most: bound }, lang);
  const text = counted(size(bound), 'points', lang);
  return most === undefined
    ? { zh: `至多扣${text}`, en: `at most ${text} off` }[lang]
    : { zh: `至少扣${text}`, en: `at least ${text} off` }[lang];
}

/** What does not count because a cap, zero, the full points or an item brought to nothing cut it off. */
export function cutText({ by, points, at }: Cut, lang: Lang): string {
  const off = counted(size(points), 'points', lang);
  const bound = counted(size(at), 'points', lang);
  const taken = new Decimal(points).isNegative();
  switch (by) {
    case 'cap':
      return taken
        ? {
            zh: `最多扣${bound}，超出的${off}不扣`,
            en: `the most that comes off is ${bound}; the rest, ${off}, does not count`,
          }[lang]
        : {
            zh: `最多计${bound}，超出的${off}不计`,
            en: `the most that counts is ${bound}; the rest, ${off}, does not`,
          }[lang];
    case 'zero':
      return {
        zh: `扣完本项为止，多扣的${off}不计`,
        en: `no more comes off than the item holds; the rest, ${off}, does not count`,
      }[lang];
    case 'full':
      return {
        zh: `以本项满分${bound}为限，多出的${off}不计`,
        en: `the item ends at its full ${bound}; the rest, ${off}, does not count`,
      }[lang];
    case 'nothing':
      return { zh: '本项不得分', en: 'the item earns nothing' }[lang];
  }
}

/** Why something that was found does not count. */
export function asideText(aside: SetAside, score: ScoreWords, words: Words, lang: Lang): string {
  switch (aside.kind) {
    case 'alternative': {
      const title = (score.rules[aside.of] ?? score.items[aside.of])?.title[lang] ?? aside.of;
      return { zh: `同组取其重者，按“${title}”计`, en: `of its group only the weightier counts: "${title}"` }[lang];
    }
    case 'matter': {
      const cell = placeText(aside.place);
      return { zh: `同一事项只计最高的一次，见 ${cell}`, en: `one matter counts once, at its highest: see ${cell}` }[
        lang
      ];
    }
    case 'once':
      return { zh: `只计一次，见 ${placeText(aside.place)}`, en: `counts once: see ${placeText(aside.place)}` }[lang];
    case 'unmet':
      return { zh: '不合本条计分的条件', en: 'does not meet the condition of the rule' }[lang];
    case 'exempt':
      return { zh: '按规定免予计分', en: 'exempt under the rule' }[lang];
    case 'evidence':
      return { zh: '来源不作为本条依据', en: 'its source is no evidence for this rule' }[lang];
    case 'not-applicable':
      return { zh: '本条不适用于该对象', en: 'the rule does not hold for this subject' }[lang];
    case 'not-reached': {
      const bound = parameterText(aside.parameter, words, lang);
      return { zh: `未达到“${bound}”`, en: `does not reach "${bound}"` }[lang];
    }
    case 'unset': {
      const title = words.parameters[aside.parameter]?.title[lang] ?? aside.parameter;
      return {
        zh: `参数“${title}”未设定，本条未适用`,
        en: `parameter "${title}" is not set; the rule is not applied`,
      }[lang];
    }
    case 'open':
      return { zh: '尚不能确定', en: 'not known yet' }[lang];
  }
}

/** 自评50分，比考评多5分: a subject's own score beside the one that stands. */
export function selfText(self: NonNullable<ScoredItem['self']>, { points }: Bounded, lang: Lang): string {
  const own = counted(shown(self.points), 'points', lang);
  const text = { zh: `自评${own}`, en: `self-score: ${own}` }[lang];
  if (points === undefined) return text;
  const more = new Decimal(self.points).minus(points);
  if (more.isZero()) return { zh: `${text}，与考评一致`, en: `${text}, the same` }[lang];
  const by = size(canonical(more));
  const [zh, en] = more.isPositive() ? ['多', 'more'] : ['少', 'fewer'];
  return { zh: `${text}，比考评${zh}${by}分`, en: `${text}, ${by} ${en} than it comes to` }[lang];
}

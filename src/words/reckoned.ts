/** One product of a score's arithmetic in words: 2次×5分＝-10分. What is not known stands as pending, never as nothing. */
import { Decimal } from '../base/decimal.js';
import type { Lang, Text } from '../base/text.js';
import type { Words } from '../model/result.js';
import type { Reckoned } from '../model/scored.js';
import { counted, percentText, shown, size } from './number.js';
import { labelled } from './phrase.js';
import { factWithUnit, UNKNOWN } from './value.js';

/** What was set aside comes to nothing, so its product is left without a result. */
export function reckonedText(reckoned: Reckoned, effect: 'deduct' | 'add', words: Words, lang: Lang): string {
  const about = factPart(reckoned, words, lang);
  const others = [pointsPart(reckoned, lang), ...sharePart(reckoned), ...ratioPart(reckoned)];
  if (reckoned.times === undefined && others.length === 1) {
    const alone = onceText(reckoned, effect, lang);
    return about === '' ? alone : labelled(about, alone, lang);
  }
  const isTimes = isNumberOfTimes(reckoned);
  const factors = [...(isTimes ? [about] : timesPart(reckoned, lang)), ...others];
  const result = reckoned.aside ? '' : `${EQUALS[lang]}${counted(shown(reckoned.points), 'points', lang)}`;
  const product = `${factors.join(TIMES[lang])}${result}`;
  return about === '' || isTimes ? product : labelled(about, product, lang);
}

const TIMES: Text = { zh: '×', en: ' × ' };
const EQUALS: Text = { zh: '＝', en: ' = ' };

/** What counts once: its points, or what they would have been. */
function onceText(reckoned: Reckoned, effect: 'deduct' | 'add', lang: Lang): string {
  const { aside, each, points } = reckoned;
  if (!aside) return counted(shown(points), 'points', lang);
  if (isPending(each, reckoned)) return UNKNOWN[lang];
  return counted(effect === 'deduct' && each !== '0' ? `-${size(each)}` : size(each), 'points', lang);
}

function pointsPart(reckoned: Reckoned, lang: Lang): string {
  return isPending(reckoned.each, reckoned) ? UNKNOWN[lang] : counted(size(reckoned.each), 'points', lang);
}

/** 2次; 2 times; 550计11档. Of a fact it is the bare number: what is counted stands with the fact. */
function timesPart(reckoned: Reckoned, lang: Lang): string[] {
  const { times, number, fact } = reckoned;
  if (times === undefined) return [];
  if (isPending(times, reckoned)) return [UNKNOWN[lang]];
  if (number !== undefined)
    return [{ zh: `${shown(number)}计${shown(times)}档`, en: `${shown(times)} steps of ${shown(number)}` }[lang]];
  return [fact ? shown(times) : counted(shown(times), 'times', lang)];
}

function sharePart({ share }: Reckoned): string[] {
  return share === undefined ? [] : [percentText(share)];
}

/** 8/10; out of one, as a percentage. */
function ratioPart({ ratio }: Reckoned): string[] {
  if (!ratio) return [];
  return [new Decimal(ratio.of).eq(1) ? percentText(ratio.part) : `${shown(ratio.part)}/${shown(ratio.of)}`];
}

/** While something is open, a factor that is not known stands at nothing. */
function isPending(factor: string, { aside }: Reckoned): boolean {
  return factor === '0' && (aside?.kind === 'open' || aside?.kind === 'unset');
}

/** A fact that itself is the number of times is told once, in the product. */
function isNumberOfTimes({ fact, times }: Reckoned): boolean {
  return fact?.value?.type === 'number' && fact.value.value === times;
}

/** 未按时公开 2次: the fact that a product rests on, with its value. */
function factPart({ fact }: Reckoned, words: Words, lang: Lang): string {
  if (!fact) return '';
  const { fact: id, value } = fact;
  return `${words.facts[id]?.title[lang] ?? id} ${factWithUnit({ id, ...(value ? { value } : {}) }, words, lang)}`;
}

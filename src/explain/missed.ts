/**
 * By how much a part of a condition was missed: one number where the fact is known, a range where it lies between
 * bounds, and nothing where only its own value could tell.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Lang, Text } from '../base/text.js';
import type { Outcome } from '../model/condition.js';
import type { Fact } from '../model/grading.js';
import type { Value } from '../model/value.js';
import { percentText, rangeText, shown } from '../words/number.js';
import type { Sign } from './asked.js';

export type Known = Pick<Fact, 'value' | 'atLeast' | 'atMost'>;

/** How far from holding at the least and at the most, and whether there is too little of it or too much. */
interface Missed {
  readonly way: 'under' | 'over';
  readonly least?: Decimal;
  readonly most?: Decimal;
  /** The bound itself would not do. */
  readonly excluded: boolean;
}

/** "，差 2", "，差 2–3", "，多 1"; empty where nothing can be said. */
export function missedText(
  fact: Known,
  sign: Sign,
  bound: Value | undefined,
  outcome: Outcome,
  isShare: boolean,
  lang: Lang,
): string {
  const missed = outcome === 'true' ? undefined : missedBy(fact, sign, bound, outcome);
  return missed ? wording(missed, isShare, lang)[lang] : '';
}

/** Of a part that is more than one comparison, what weighing said. */
export function apartText(by: string, lang: Lang): string {
  const text = shown(by);
  return { zh: `，相差 ${text}`, en: `, off by ${text}` }[lang];
}

function missedBy(fact: Known, sign: Sign, bound: Value | undefined, outcome: Outcome): Missed | undefined {
  const [low, high] = [number(fact.value ?? fact.atLeast), number(fact.value ?? fact.atMost)];
  const at = number(bound);
  if (!at || sign === '!=') return undefined;
  const excluded = sign === '>' || sign === '<';
  const isUnder = sign === '==' ? high?.lessThan(at) : sign === '>=' || sign === '>';
  const isOver = sign === '==' ? low?.greaterThan(at) : !isUnder;
  const under = { way: 'under', excluded, ...between(high && at.minus(high), low && at.minus(low)) } as const;
  const over = { way: 'over', excluded, ...between(low?.minus(at), high?.minus(at)) } as const;
  // What is not known yet may hold already: it lacks at the most what its least value lacks.
  if (outcome === 'unknown') {
    if (!isUnder || sign === '==' || !low?.greaterThan(0)) return undefined;
    return { way: 'under', excluded, most: at.minus(low) };
  }
  const missed = isUnder ? under : isOver ? over : undefined;
  return missed?.least ? missed : undefined;
}

function between(least: Decimal | undefined, most: Decimal | undefined): Pick<Missed, 'least' | 'most'> {
  return { ...(least ? { least } : {}), ...(most ? { most } : {}) };
}

function number(value: Value | undefined): Decimal | undefined {
  return value?.type === 'number' ? new Decimal(value.value) : undefined;
}

function wording(missed: Missed, isShare: boolean, lang: Lang): Text {
  const { way, least, most, excluded } = missed;
  const by = amount(missed, isShare, lang);
  const bounded = boundedOnly(missed);
  if (excluded) {
    if (least?.isZero() && most?.isZero())
      return { zh: '，正在界上，不计入', en: ', exactly at the bound, which does not count' };
    return way === 'under'
      ? {
          zh: `，${bounded.zh}再超过 ${by} 才计入`,
          en: `, counts only with more than ${by} further${least ? '' : ' at most'}`,
        }
      : { zh: `，须再减少超过 ${by}`, en: `, must fall by more than ${by}` };
  }
  return way === 'under'
    ? { zh: `，${bounded.zh}差 ${by}`, en: `, short by ${bounded.en}${by}` }
    : { zh: `，${bounded.zh}多 ${by}`, en: `, over by ${bounded.en}${by}` };
}

/** Where only one end of the range is known. */
function boundedOnly({ least, most }: Missed): Text {
  if (least && most) return { zh: '', en: '' };
  return most ? { zh: '至多', en: 'at most ' } : { zh: '至少', en: 'at least ' };
}

/** 2; 2–3. Shares differ by percentage points. */
function amount({ least, most }: Missed, isShare: boolean, lang: Lang): string {
  const written = (size: Decimal | undefined): string => {
    const text = canonical(size ?? new Decimal(0));
    return isShare ? percentText(text).slice(0, -1) : shown(text);
  };
  const unit = isShare ? { zh: '个百分点', en: ' percentage points' }[lang] : '';
  return `${rangeText(written(least ?? most), written(most ?? least), lang)}${unit}`;
}

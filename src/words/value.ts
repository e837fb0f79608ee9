/** How values, facts, subjects and clauses of a result are written, in both languages. Shared by every report. */

import { dayText } from '../base/day.js';
import { Decimal, percent, rounded } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import { periodText } from '../base/period.js';
import type { Lang, Text } from '../base/text.js';
import { OFFICE } from '../model/form.js';
import type { Fact, Standing } from '../model/grading.js';
import type { Result, Words } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import type { Place, Value } from '../model/value.js';
import { rangeText, singular } from './number.js';
import { bracketed } from './phrase.js';

/** What stands where nothing is known. */
export const UNKNOWN: Text = { zh: '待定', en: 'pending' };

/** A value on its own: numbers with at most four places, days and periods as a document writes them. */
export function valueText(value: Value | undefined, words: Words, lang: Lang): string {
  if (!value) return UNKNOWN[lang];
  switch (value.type) {
    case 'number':
      return numberText(value.value);
    case 'yesno':
      return (value.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[lang];
    case 'day':
      return dayText(value.value)[lang];
    case 'period':
      return periodText(value.value)[lang];
    case 'step':
      return value.value === null
        ? { zh: '无', en: 'none' }[lang]
        : (words.scales[value.scale]?.[value.value]?.[lang] ?? value.value);
    case 'form':
      return words.forms[value.value]?.[lang] ?? value.value;
    default:
      return value.value;
  }
}

function numberText(number: string): string {
  const value = new Decimal(number);
  return value.decimalPlaces() > 4 ? rounded(value, 4) : number;
}

type Shown = Pick<Fact, 'id' | 'value' | 'atLeast' | 'atMost'>;

/** At least nothing says nothing. */
function certainly(least: Value | undefined): boolean {
  return least?.type === 'number' ? least.value !== '0' : least?.type === 'step' && least.value !== null;
}

/** A fact's value in its own manner: shares as percentages, choices by their title. Without the unit. */
export function factText(fact: Shown | undefined, words: Words, lang: Lang): string {
  const about = fact && words.facts[fact.id];
  const written = (value: Value): string => {
    if (about?.show === 'share' && value.type === 'number') return percent(value.value);
    if (value.type === 'choice') return about?.choices?.[value.value]?.[lang] ?? value.value;
    return valueText(value, words, lang);
  };
  if (fact?.value) return written(fact.value);
  const { atLeast, atMost } = fact ?? {};
  if (atLeast && atMost) return rangeText(written(atLeast), written(atMost), lang);
  if (atLeast && certainly(atLeast)) return { zh: `至少${written(atLeast)}`, en: `at least ${written(atLeast)}` }[lang];
  if (atMost) return { zh: `至多${written(atMost)}`, en: `at most ${written(atMost)}` }[lang];
  return UNKNOWN[lang];
}

/** A fact's value with what it counts: 3次, 3 times. */
export function factWithUnit(fact: Shown, words: Words, lang: Lang): string {
  const shown = fact.value ?? fact.atMost ?? (certainly(fact.atLeast) ? fact.atLeast : undefined);
  const unit = shown?.type === 'number' ? words.facts[fact.id]?.unit?.[lang] : undefined;
  const text = factText(fact, words, lang);
  if (unit === undefined) return text;
  return { zh: `${text}${unit}`, en: `${text} ${text === '1' ? singular(unit) : unit}` }[lang];
}

/** A parameter as a boundary is read: "2次以上", "more than 4 days". */
export function parameterText(id: string, words: Words, lang: Lang): string {
  const parameter = words.parameters[id];
  if (!parameter?.value) return UNKNOWN[lang];
  const { value, show } = parameter;
  const plain =
    'type' in value
      ? show === 'share' && value.type === 'number'
        ? percent(value.value, 0)
        : valueText(value, words, lang)
      : value.map((each) => words.forms[each]?.[lang] ?? each).join(lang === 'zh' ? '、' : ', ');
  const unit = parameter.unit?.[lang] ?? '';
  if (parameter.inclusive === undefined)
    return lang === 'zh' ? `${plain}${unit}` : [plain, unit].filter(Boolean).join(' ');
  if (lang === 'zh') return parameter.inclusive ? `${plain}${unit}以上` : `超过${plain}${unit}`;
  return [parameter.inclusive ? `${plain} or more` : `more than ${plain}`, unit].filter(Boolean).join(' ');
}

/** Names of a result's subjects by id, namesakes with their number; the office's own for what it keeps itself. */
export function namesOf({ subjects }: Pick<Result, 'subjects'>): (id: string, lang: Lang) => string {
  // Every line of a report asks for names; a roster of a thousand is gone through once.
  const names = NAMES.get(subjects) ?? toldApart(subjects);
  NAMES.set(subjects, names);
  return (id, lang) => (names.get(id) ?? { zh: '考评办公室', en: 'the assessment office' })[lang];
}

/** Who hands in a form: a subject by its name, or whoever fills it in for the office. */
export function senderOf(result: Pick<Result, 'subjects' | 'words'>, by: string, form: string): Text {
  const keeper = by === OFFICE ? result.words.keepers[form] : undefined;
  const name = namesOf(result);
  return keeper ?? { zh: name(by, 'zh'), en: name(by, 'en') };
}

const NAMES = new WeakMap<readonly Subject[], ReadonlyMap<string, Text>>();

function toldApart(subjects: readonly Subject[]): Map<string, Text> {
  const namesakes = groupedBy(subjects, ({ kind, name }) => `${kind} ${name}`);
  return new Map(
    subjects.map(({ id, kind, name, number }) => {
      const inner = namesakes.get(`${kind} ${name}`)?.length === 1 ? '' : (number ?? '');
      return [id, { zh: bracketed(name, inner, 'zh'), en: bracketed(name, inner, 'en') }];
    }),
  );
}

/** 三(三)6 in the source's own numbering. */
export function clauseText(id: string, words: Words): string {
  return words.clauses[id]?.at ?? id;
}

/** file › sheet › cell */
export function placeText({ file, sheet, cell }: Place): string {
  return [file || '—', sheet, cell].filter((part) => part !== undefined && part !== '').join(' › ');
}

/** What stands for a rank that is not known. */
export const NO_RANK = '—';

/** 第7名（并列），共11个; rank 7 (tied) of 11. */
export function standingText({ rank, tied }: Pick<Standing, 'rank' | 'tied'>, of: number, lang: Lang): string {
  if (rank === undefined) return { zh: '尚未排定名次', en: 'no rank yet' }[lang];
  return {
    zh: `第${rank}名${tied ? '（并列）' : ''}，共${of}个`,
    en: `rank ${rank}${tied ? ' (tied)' : ''} of ${of}`,
  }[lang];
}

/** The same within a group, where groups are ranked apart: 甲类中第1名. */
export function amongText(place: string, group: string | undefined, lang: Lang): string {
  return group === undefined ? place : { zh: `${group}中${place}`, en: `${place} in ${group}` }[lang];
}

export function rankText({ rank, tied }: Pick<Standing, 'rank' | 'tied'>, lang: Lang): string {
  if (rank === undefined) return NO_RANK;
  return tied ? `${rank}${{ zh: '（并列）', en: ' =' }[lang]}` : String(rank);
}

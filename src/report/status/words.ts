/** How entries are called and marked: one mark for what became of it, and what follows it tells whether it was on time. */
import { dayText } from '../../base/day.js';
import { indexInYear, kindOf, type Period, periodText } from '../../base/period.js';
import type { Lang, Text } from '../../base/text.js';
import type { Severity } from '../../model/finding.js';
import type { Expected } from '../../model/submission.js';
import { bracketed, listed, phrases } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import { OUTCOMES_OF_SHEETS, STATES_OF_REPORTS, statusText } from '../reports.js';
import { type Besides, type Entry, type FormStatus, OUTCOMES, type Outcome } from './types.js';

const MARKS: Readonly<Record<Outcome, string>> = {
  accepted: '✓',
  'accepted-with-warnings': '!',
  returned: '✗',
  'not-counted': '○',
  unchosen: '=',
  'no-file': '□',
  missing: '–',
  'not-due': '·',
};

const OUTCOMES_TEXT: Readonly<Record<Outcome | Besides['outcome'], Text>> = {
  ...OUTCOMES_OF_SHEETS,
  'accepted-with-warnings': { zh: '通过（有提示）', en: 'accepted with warnings' },
  unchosen: statusText({ status: 'ambiguous' }),
  'no-file': { zh: '有收到登记无文件', en: 'entered as received, no file' },
  missing: statusText({ status: 'missing' }),
  'not-due': statusText({ status: 'not-due' }),
  unread: { zh: '不能识别', en: 'cannot be read' },
};

/** ✓ accepted on time, ✓+3 three days late, ✓? nobody knows when, ✓– handed in but not done. */
export function markOf({ outcome, state, daysLate }: Entry): string {
  const mark = MARKS[outcome];
  if (outcome === 'missing' || outcome === 'not-due') return mark;
  if (state === 'late') return `${mark}+${daysLate ?? ''}`;
  if (state === 'undated') return `${mark}?`;
  return state === 'missing' || state === 'not-due' ? mark + MARKS[state] : mark;
}

/** How much an entry asks for attention; nothing where all is well. */
export function toneOf({ outcome, state }: Entry): Severity | undefined {
  if (outcome === 'returned' || state === 'missing') return 'error';
  if (outcome === 'not-due') return undefined;
  const isInTime = state === undefined || state === 'on-time' || state === 'not-due';
  return outcome === 'accepted' && isInTime ? undefined : 'warning';
}

export function outcomeText(outcome: Outcome | Besides['outcome'], lang: Lang): string {
  return OUTCOMES_TEXT[outcome][lang];
}

/** In words: 通过，迟3天; missing. */
export function entryText(entry: Entry, lang: Lang): string {
  const { outcome, state, isDone } = entry;
  if (state === undefined) return outcomeText(outcome, lang);
  if (outcome === 'missing' || outcome === 'not-due') return stateText(state, isDone)[lang];
  const when = state === 'on-time' || state === 'ambiguous' ? [] : [timeText(entry, state, lang)];
  return [outcomeText(outcome, lang), ...when].join({ zh: '，', en: ', ' }[lang]);
}

function timeText({ daysLate = 0, isDone }: Entry, state: Expected['status'], lang: Lang): string {
  if (state === 'late')
    return { zh: `${isDone ? '超期' : '迟'}${daysLate}天`, en: `${isDone ? 'done ' : ''}${days(daysLate)} late` }[lang];
  if (state === 'not-due') return { zh: '尚未完成', en: 'not done yet' }[lang];
  return stateText(state, isDone)[lang];
}

function stateText(status: Expected['status'], isDone: true | undefined): Text {
  return statusText(isDone ? { status, isDone } : { status });
}

/** Which day it came and what says so: 2026-01-29，据收文登记 office/收文.xlsx › 登记 › D39. */
export function datedText({ received, dated }: Entry, lang: Lang): string {
  if (received === undefined || dated === undefined) return '';
  const by = {
    register: { zh: '据收文登记', en: 'by the register' },
    form: { zh: '据表内日期', en: 'by the date on the form' },
  }[dated.by][lang];
  return `${dayText(received)[lang]}${{ zh: '，', en: ', ' }[lang]}${by} ${placeText(dated.place)}`;
}

/** What a form is called; of one that nobody owes it is said. */
export function titleText({ title, isOptional }: FormStatus, lang: Lang): string {
  return isOptional ? bracketed(title[lang], { zh: '非必报', en: 'not required' }[lang], lang) : title[lang];
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What a form's entries come to: by what became of them, then by when they came. */
export function totalsText({ outcomes, states, isDone }: FormStatus, lang: Lang): string {
  const became = OUTCOMES.filter((each) => outcomes[each] > 0).map((each) =>
    counted(isNone(each) ? stateText(each, isDone)[lang] : outcomeText(each, lang), outcomes[each]),
  );
  // What did not come is told already, unless it came and is not done.
  const timed = STATES_OF_REPORTS.filter(
    (each) => states[each] > 0 && each !== 'ambiguous' && !(isNone(each) && states[each] === outcomes[each]),
  ).map((each) => counted(stateText(each, isDone)[lang], states[each]));
  return phrases(
    [listed(became, lang), listed(timed, lang)].filter((part) => part !== ''),
    lang,
  );
}

function counted(name: string, count: number): string {
  return `${name} ${count}`;
}

function isNone(state: string | undefined): state is 'missing' | 'not-due' {
  return state === 'missing' || state === 'not-due';
}

/** The marks that these entries use, each with its meaning. */
export function legendOf(entries: readonly Entry[], lang: Lang): string[] {
  const used = new Set(entries.map(({ outcome }) => outcome));
  const some = (test: (entry: Entry) => boolean): boolean => entries.some(test);
  const came = ({ outcome }: Entry): boolean => !isNone(outcome);
  return [
    ...OUTCOMES.filter((each) => used.has(each)).map((each) => `${MARKS[each]} ${outcomeText(each, lang)}`),
    ...(some(({ state }) => state === 'late') ? [{ zh: '+3 迟3天', en: '+3 late by 3 days' }[lang]] : []),
    ...(some(({ state }) => state === 'undated') ? [{ zh: '? 收到日期不明', en: '? day unknown' }[lang]] : []),
    ...(some((each) => came(each) && isNone(each.state))
      ? [{ zh: '✓– 已报送，尚未完成', en: '✓– handed in, not done' }[lang]]
      : []),
  ];
}

/** A period as it heads a narrow column, within a year that is known: 3月, Mar; 一季度, Q1. */
export function shortPeriod(period: Period, lang: Lang): string {
  const kind = kindOf(period);
  const index = indexInYear(period);
  if (kind === 'year') return { zh: '全年', en: 'year' }[lang];
  if (kind === 'half') return { zh: index === 1 ? '上半年' : '下半年', en: `H${index}` }[lang];
  if (kind === 'quarter') return { zh: `${'一二三四'[index - 1]}季度`, en: `Q${index}` }[lang];
  return { zh: `${index}月`, en: periodText(period).en.slice(0, 3) }[lang];
}

/**
 * Assessment periods. A period is its text: "2026" (year), "2026-H1" (half), "2026-Q1" (quarter), "2026-03" (month).
 * The assessment year is the calendar year.
 */
import { type Day, dayInMonth, lastOfMonth, monthOf, yearOf } from './day.js';
import type { Text } from './text.js';

declare const periodBrand: unique symbol;
export type Period = string & { readonly [periodBrand]: true };
export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

interface Span {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1–12 */
  readonly firstMonth: number;
  readonly first: Day;
  readonly last: Day;
}

/** By text: a folder holds few periods, and each is asked about row after row. */
const spans = new Map<string, Span>();

function spanOf(period: string): Span | undefined {
  const found = spans.get(period);
  if (found) return found;
  const read = spanIn(period);
  if (!read) return undefined;
  const { kind, year, firstMonth } = read;
  const last = lastOfMonth(year, firstMonth + MONTHS[kind] - 1);
  const span = { ...read, first: dayInMonth(year, firstMonth, 1), last };
  spans.set(period, span);
  return span;
}

function spanIn(period: string): Pick<Span, 'kind' | 'year' | 'firstMonth'> | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(period);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900) return undefined;
  if (match[2]) return { kind: 'quarter', year, firstMonth: Number(match[2]) * 3 - 2 };
  if (match[3]) return { kind: 'half', year, firstMonth: Number(match[3]) * 6 - 5 };
  if (match[4]) return { kind: 'month', year, firstMonth: Number(match[4]) };
  return { kind: 'year', year, firstMonth: 1 };
}

function known(period: Period): Span {
  const span = spanOf(period);
  if (!span) throw new RangeError(`not a period: ${period}`);
  return span;
}

/** Reads a period's text; undefined when it is none. */
export function parsePeriod(text: string): Period | undefined {
  return spanOf(text) ? (text as Period) : undefined;
}

/** The period of a kind that holds a month (1–12) of a year. */
export function periodOf(kind: PeriodKind, year: number, month: number): Period {
  if (kind === 'year') return `${year}` as Period;
  if (kind === 'half') return `${year}-H${Math.ceil(month / 6)}` as Period;
  if (kind === 'quarter') return `${year}-Q${Math.ceil(month / 3)}` as Period;
  return `${year}-${String(month).padStart(2, '0')}` as Period;
}

export function kindOf(period: Period): PeriodKind {
  return known(period).kind;
}

export function yearOfPeriod(period: Period): number {
  return known(period).year;
}

/** 1-based position of the period within its year: quarter 2 → 2, March → 3. */
export function indexInYear(period: Period): number {
  const { kind, firstMonth } = known(period);
  return (firstMonth - 1) / MONTHS[kind] + 1;
}

export function firstDay(period: Period): Day {
  return known(period).first;
}

export function lastDay(period: Period): Day {
  return known(period).last;
}

/** The first and last day of the period alone, or from 1 January of its year to its end. */
export function daysOver(over: 'period' | 'year', period: Period): { readonly from: Day; readonly to: Day } {
  const { year } = known(period);
  return { from: firstDay(over === 'year' ? periodOf('year', year, 1) : period), to: lastDay(period) };
}

/** Whether the whole of one period lies within another. */
export function within(inner: Period, outer: Period): boolean {
  return firstDay(inner) >= firstDay(outer) && lastDay(inner) <= lastDay(outer);
}

/** The periods of a kind that lie within a period, in order; empty when the kind is longer than the period. */
export function periodsWithin(outer: Period, kind: PeriodKind): Period[] {
  const span = known(outer);
  const step = MONTHS[kind];
  const found: Period[] = [];
  for (let month = span.firstMonth; month + step <= span.firstMonth + MONTHS[span.kind]; month += step) {
    const period = periodOf(kind, span.year, month);
    if (within(period, outer)) found.push(period);
  }
  return found;
}

/**
 * Whether what is owed for a period and due on a day counts to a span of days: all that lies in the span; and what is
 * owed for longer than the span, such as for the year, in the part of it in which it falls due. What falls due before
 * its own period begins counts to the first part, what falls due after its end to the last.
 */
export function countsTo(owed: Period, due: Day, from: Day, to: Day): boolean {
  const [first, last] = [firstDay(owed), lastDay(owed)];
  if (first >= from && last <= to) return true;
  if (first > from || last < to) return false;
  return (due >= from && due <= to) || (due < first && first === from) || (due > last && last === to);
}

/** The period of a kind that holds a day. */
export function periodAt(kind: PeriodKind, day: Day): Period {
  return periodOf(kind, yearOf(day), monthOf(day));
}

const QUARTERS = ['一', '二', '三', '四'];

/** How a period is written: 2026年第一季度, the first quarter of 2026. */
export function periodText(period: Period): Text {
  const { kind, year, firstMonth } = known(period);
  const index = indexInYear(period);
  switch (kind) {
    case 'month':
      return { zh: `${year}年${firstMonth}月`, en: `${MONTH_NAMES[firstMonth - 1]} ${year}` };
    case 'quarter':
      return {
        zh: `${year}年第${QUARTERS[index - 1]}季度`,
        en: `${['the first', 'the second', 'the third', 'the fourth'][index - 1]} quarter of ${year}`,
      };
    case 'half':
      return {
        zh: `${year}年${index === 1 ? '上' : '下'}半年`,
        en: `the ${index === 1 ? 'first' : 'second'} half of ${year}`,
      };
    case 'year':
      return { zh: `${year}年度`, en: `${year}` };
  }
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Calendar days without time zone or clock. A day is its ISO text ("2026-03-05"), so text order is date order.
 * Working days follow the published Chinese calendar with its shifted days (调休).
 */
import { createRequire } from 'node:module';
import type { Text } from './text.js';

declare const dayBrand: unique symbol;
/** A valid calendar day between the years 1900 and 9999, written YYYY-MM-DD. */
export type Day = string & { readonly [dayBrand]: true };

const DAY_MS = 86_400_000;
/** What would come after it is it: a year of five digits would come before all others in the order of texts. */
const LAST_DAY = '9999-12-31' as Day;

/** The day of a year, month (1–12) and day of month; undefined for a day that does not exist, such as 30 February. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return undefined;
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return undefined;
  return at.toISOString().slice(0, 10) as Day;
}

/** Reads YYYY-MM-DD; undefined when it is written otherwise or does not exist. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dateOf(day: Day): number {
  return Number(day.slice(8, 10));
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** So many days later; never later than the last day of 9999. */
export function addDays(day: Day, days: number): Day {
  return written(Date.parse(day) + days * DAY_MS);
}

/** The last day of a month; the month may lie outside 1–12 and is carried into the year, up to the end of 9999. */
export function lastOfMonth(year: number, month: number): Day {
  return written(Date.UTC(year, month, 0));
}

function written(time: number): Day {
  const at = new Date(time);
  return at.getUTCFullYear() > yearOf(LAST_DAY) ? LAST_DAY : (at.toISOString().slice(0, 10) as Day);
}

/**
 * The nth day of a month that may lie outside 1–12 (month 0 of 2026 is December 2025).
 * A date beyond the month's end is the month's last day; after 9999 there is its last day alone.
 */
export function dayInMonth(year: number, month: number, date: number): Day {
  if (Date.UTC(year, month - 1, 1) > Date.parse(LAST_DAY)) return LAST_DAY;
  const last = lastOfMonth(year, month);
  return date >= dateOf(last) ? last : (`${last.slice(0, 8)}${String(date).padStart(2, '0')}` as Day);
}

interface Calendar {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

let published: Calendar | undefined;

/**
 * The published calendar: holidays and worked weekends by day. The package's table is read and not its functions:
 * these go by the local clock, and in some time zones give the day before. Read when it is first asked for, since days
 * themselves do not need it.
 */
function calendar(): Calendar {
  published ??= createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Calendar;
  return published;
}

/** Whether the published holiday calendar holds this year. It names 1 January in every year it holds. */
export function calendarCovers(year: number): boolean {
  return Object.hasOwn(calendar().holidays, `${year}-01-01`);
}

/** Whether people work on this day: a weekday that is no holiday, or a shifted weekend. */
export function isWorkday(day: Day): boolean {
  const { holidays, workdays } = calendar();
  if (Object.hasOwn(workdays, day)) return true;
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !Object.hasOwn(holidays, day);
}

/** By year, how many working days it has had at the end of each of its days: the same spans are asked for row after row. */
const worked = new Map<number, Uint16Array>();

function workedIn(year: number): Uint16Array {
  const known = worked.get(year);
  if (known) return known;
  const first = `${String(year).padStart(4, '0')}-01-01` as Day;
  const counts = new Uint16Array(daysBetween(first, lastOfMonth(year, 12)) + 1);
  let count = 0;
  for (let index = 0; index < counts.length; index += 1) {
    if (isWorkday(addDays(first, index))) count += 1;
    counts[index] = count;
  }
  worked.set(year, counts);
  return counts;
}

/** Working days of its year up to a day, the day itself included. */
function workdaysUpTo(day: Day): number {
  return workedIn(yearOf(day))[daysBetween(`${day.slice(0, 4)}-01-01` as Day, day)] ?? 0;
}

/** Working days from the first to the last day, both included. */
export function workdaysWithin(first: Day, last: Day): number {
  if (first > last) return 0;
  let count = workdaysUpTo(last) - workdaysUpTo(first) + (isWorkday(first) ? 1 : 0);
  for (let year = yearOf(first); year < yearOf(last); year += 1) count += workedIn(year).at(-1) ?? 0;
  return count;
}

/** The nth working day after a day (n ≥ 1). */
export function workdayAfter(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

/** The day itself when people work on it, else the next day on which they do. */
export function onWorkday(day: Day): Day {
  return isWorkday(day) ? day : workdayAfter(day, 1);
}

/** How a day is written in a document: 2026年3月5日, without leading zeros; ISO in English. */
export function dayText(day: Day): Text {
  return { zh: `${yearOf(day)}年${monthOf(day)}月${dateOf(day)}日`, en: day };
}

/**
 * Dates as people type them. A day that does not exist is none. Without its year it is the one day that lies in or near
 * the form's period; where two could be meant it is none, rather than the wrong one.
 */
import { type Day, dayOf, daysBetween } from '../base/day.js';
import { firstDay, lastDay, type Period, yearOfPeriod } from '../base/period.js';
import { narrowed } from '../base/text.js';
import type { CellValue } from '../model/workbook.js';
import { shown } from './grid.js';
import { digitsOf, NUMERAL, numeralOf } from './numeral.js';

/** What a date without its year leans on. */
export interface Dated {
  /** The form's own period. */
  readonly period?: Period;
  /** Stands outside the table: it says when the form was filled in, which may be before or after its period. */
  readonly isOutside?: boolean;
}

const WHOLE = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const SHORT_YEAR = [/^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/, /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/];
const NO_YEAR = [/^(\d{1,2})月(\d{1,2})[日号]?$/, /^(\d{1,2})[./](\d{1,2})$/];
const TIME = /[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
/** How many days outside of its period a form is still filled in, or speaks of. */
const NEAR = 62;

export function dayWritten(cell: CellValue, dated: Dated): Day | undefined {
  if (typeof cell === 'object') return cell.kind === 'date' ? cell.day : undefined;
  if (typeof cell === 'boolean') return undefined;
  // Typed as 3.10 and kept as a number it is 3.1, just as the first of the month is.
  if (typeof cell === 'number' && /\.[123]$/.test(shown(cell))) return undefined;
  const spaced = narrowed(shown(cell)).replace(TIME, '');
  if (/\d \d/.test(spaced)) return undefined;
  const text = inDigits(spaced.replaceAll(' ', '').replace(/^['’‘]/u, ''));
  const whole = partsOf(text, WHOLE);
  if (whole) return dayOf(...whole);
  const short = partsOf(text, SHORT_YEAR);
  if (short) return inShortYear(short, dated);
  const [month, date] = partsOf(text, NO_YEAR) ?? [];
  return month === undefined || date === undefined ? undefined : inItsYear(month, date, dated);
}

function partsOf(text: string, forms: readonly RegExp[]): [number, number, number] | undefined {
  for (const form of forms) {
    const match = form.exec(text);
    if (match) return match.slice(1).map(Number) as [number, number, number];
  }
  return undefined;
}

/** 二〇二六年三月五日 in digits; other texts as they are. */
export function inDigits(text: string): string {
  const numeral = `[${NUMERAL}]{1,3}`;
  return text
    .replace(/^([零〇○一二三四五六七八九]{4})(?=年)/u, (year) => digitsOf(year) ?? year)
    .replace(new RegExp(`(?<=^|年)(${numeral})(?=月)`, 'u'), (month) => String(numeralOf(month) ?? month))
    .replace(new RegExp(`(?<=月)(${numeral})(?=[日号]$)`, 'u'), (date) => String(numeralOf(date) ?? date));
}

/** 26.3.5, where the form itself is of 2026 or a year beside it. */
function inShortYear([year, month, date]: [number, number, number], { period }: Dated): Day | undefined {
  if (period === undefined || Math.abs(2000 + year - yearOfPeriod(period)) > 1) return undefined;
  return dayOf(2000 + year, month, date);
}

function inItsYear(month: number, date: number, { period, isOutside = false }: Dated): Day | undefined {
  if (period === undefined) return undefined;
  const year = yearOfPeriod(period);
  const days = [year - 1, year, year + 1].flatMap((each) => dayOf(each, month, date) ?? []);
  const near = days.filter((day) => beyond(day, period) <= NEAR);
  const inside = near.filter((day) => beyond(day, period) === 0);
  // What the rows of a form tell happened in its period, or near it in the same year.
  const meant = isOutside ? near : inside.length > 0 ? inside : near.filter((day) => day.startsWith(`${year}`));
  return meant.length === 1 ? meant[0] : undefined;
}

/** Days by which a day lies outside of a period; 0 within. */
function beyond(day: Day, period: Period): number {
  return Math.max(0, daysBetween(day, firstDay(period)), daysBetween(lastDay(period), day));
}

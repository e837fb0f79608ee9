/** A designed cell as exceljs is given it: the value and the number format that shows all of it. */
import { type Day, daysBetween } from '../base/day.js';
import { canonical, decimalOf, parseDecimal } from '../base/decimal.js';
import type { CellDesign } from '../model/design.js';
import { DATE_FORMAT, isOpen, SHARE_FORMAT, TEXT_FORMAT } from './look.js';
import { stored } from './stored-text.js';

/** Decimals with more places are shown as far as the column allows. */
const MOST_PLACES = 10;

/** What exceljs is given: a plain string, number or null. Objects it might take for formulas, dates for local time. */
export function contentOf({ value }: CellDesign): string | number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return stored(value);
  if ('day' in value) return serialOf(value.day);
  return numberOf('share' in value ? value.share : value.number);
}

export function formatOf({ value, style }: CellDesign): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return /^[=+\-@]/.test(value) ? TEXT_FORMAT : undefined;
  if ('day' in value) return DATE_FORMAT;
  if ('share' in value) return SHARE_FORMAT;
  // "General" rounds to the column's width, and "0.###" leaves a bare point behind a whole number. But where somebody
  // may type another number a fixed count of places would round that, and a third fits no column.
  if (isOpen(style)) return undefined;
  const places = canonical(decimalOf(numberOf(value.number))).split('.')[1]?.length ?? 0;
  return places === 0 ? '0' : places > MOST_PLACES ? undefined : `0.${'0'.repeat(places)}`;
}

export function numberOf(decimal: string): number {
  const read = parseDecimal(decimal);
  if (!read) throw new Error(`not a decimal: ${decimal}`);
  return read.toNumber();
}

/** The day's number in a spreadsheet, where 1 is 1900-01-01 and a 29 February 1900, which never was, is counted. */
export function serialOf(day: Day): number {
  const days = daysBetween('1899-12-30' as Day, day);
  return days > 60 ? days : days - 1;
}

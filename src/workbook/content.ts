/** A designed cell as a file holds it: the number that its value is, and the number format that shows all of it. */
import { type Day, daysBetween } from '../base/day.js';
import { canonical, decimalOf, parseDecimal } from '../base/decimal.js';
import { remembered } from '../base/remember.js';
import type { CellContent, CellDesign } from '../model/design.js';
import { DATE_FORMAT, isOpen, SHARE_FORMAT, TEXT_FORMAT } from './look.js';

/** Decimals with more places are shown as far as the column allows. */
const MOST_PLACES = 10;

/** So many days and numbers are known at a time: the same ones stand in row after row. */
const KNOWN = 4096;

/** The number that stands in a cell for what is no text. */
export function figureOf(value: Exclude<CellContent, string | null>): number {
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
  return placesFormat(value.number);
}

const placesFormat = remembered((number: string): string | undefined => {
  const places = canonical(decimalOf(numberOf(number))).split('.')[1]?.length ?? 0;
  return places === 0 ? '0' : places > MOST_PLACES ? undefined : `0.${'0'.repeat(places)}`;
}, KNOWN);

const numberOf = remembered((decimal: string): number => {
  const read = parseDecimal(decimal);
  if (!read) throw new Error(`not a decimal: ${decimal}`);
  return read.toNumber();
}, KNOWN);

/** The day's number in a spreadsheet, where 1 is 1900-01-01 and a 29 February 1900, which never was, is counted. */
export const serialOf = remembered((day: Day): number => {
  const days = daysBetween('1899-12-30' as Day, day);
  return days > 60 ? days : days - 1;
}, KNOWN);

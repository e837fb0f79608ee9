/**
 * Exact decimal numbers. Points, money, days and shares are never binary floats: they travel as canonical
 * strings ("2.5") and are computed here.
 */
import { Decimal as Big } from 'decimal.js';

/** A decimal with 40 significant digits: two equal shares computed from different counts stay equal. */
export const Decimal = Big.clone({ precision: 40, rounding: Big.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Big;

const WRITTEN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Reads plain decimal notation (no exponent, no separators); undefined when the text is anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  return WRITTEN.test(text) ? new Decimal(text) : undefined;
}

/**
 * The decimal a spreadsheet shows for a stored double: 15 significant digits, as spreadsheet programs keep.
 * Throws RangeError for NaN and infinities, which no file can hold.
 */
export function decimalOf(double: number): Decimal {
  if (!Number.isFinite(double)) throw new RangeError(`not a finite number: ${double}`);
  return new Decimal(double.toPrecision(15));
}

/** Canonical text: no exponent, no trailing zeros, no negative zero. Equal numbers have equal text. */
export function canonical(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

const WHOLE = /^(?:0|-?[1-9]\d*)$/;

/** The canonical text of a decimal in plain notation; a whole number mostly is it already. */
export function canonicalText(text: string): string {
  return WHOLE.test(text) ? text : canonical(new Decimal(text));
}

/**
 * Below zero, zero or above it as the first of two decimal texts is less than the second, equal to it or more. Doubles
 * keep the order of what they stand for: only where they are the same must the digits decide.
 */
export function compared(a: string, b: string): number {
  if (a === b) return 0;
  return Number(a) - Number(b) || new Decimal(a).comparedTo(b);
}

/** Rounds half up to a number of places, for display only. */
export function rounded(value: Decimal | string, places: number): string {
  return new Decimal(value).toFixed(places, Decimal.ROUND_HALF_UP);
}

/** A share (0.8889) as a percentage with one place (88.9%), for display only. */
export function percent(share: Decimal | string, places = 1): string {
  return `${rounded(new Decimal(share).times(100), places)}%`;
}

/** How bare numbers of points and times are written: exact up to four places, without trailing zeros, with their unit. */
import { canonical, Decimal, rounded } from '../base/decimal.js';
import type { Lang } from '../base/text.js';

/** At most four places. */
export function shown(number: string): string {
  return canonical(new Decimal(rounded(number, 4)));
}

/** Without its sign, where words say already which way it goes. */
export function size(number: string): string {
  return shown(canonical(new Decimal(number).abs()));
}

/** A share as a percentage, exact as numbers are: 80%, 33.3333%. */
export function percentText(share: string): string {
  return `${shown(canonical(new Decimal(share).times(100)))}%`;
}

/** A dash between two numbers, unless one of them begins with a minus that it would be taken for. */
export function rangeText(least: string, most: string, lang: Lang): string {
  if (least === most) return least;
  if (!least.startsWith('-')) return `${least}–${most}`;
  return { zh: `${least}至${most}`, en: `${least} to ${most}` }[lang];
}

/** One of what a pack names in the plural: times, days, classes. Only regular plurals are known; others stay as they are. */
export function singular(plural: string): string {
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|z)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}

const UNITS = {
  points: { zh: ['分', '分'], en: [' point', ' points'] },
  times: { zh: ['次', '次'], en: [' time', ' times'] },
} as const;

/** 5分, 5 points; one of them in English is 1 point. */
export function counted(number: string, unit: keyof typeof UNITS, lang: Lang): string {
  const [one, several] = UNITS[unit][lang];
  return `${number}${/^[+-]?1$/.test(number) ? one : several}`;
}

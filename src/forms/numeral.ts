/**
 * Chinese numerals as they are spoken out in full: 三, 十二, 两百零五, 三万. What leaves something to be understood (一百二,
 * 十几, 半) is none.
 */

/** Characters that numerals are made of, for patterns that look for one. */
export const NUMERAL = '零〇○一二两三四五六七八九十百千万';

const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));

/** The whole number that a numeral is; undefined when it is none, or not spoken out in full. */
export function numeralOf(text: string): number | undefined {
  if (!new RegExp(`^[${NUMERAL}]+$`, 'u').test(text) || /.两$|两(?![百千万]|$)/u.test(text)) return undefined;
  const plain = text.replace(/[〇○]/gu, '零').replaceAll('两', '二');
  const value = spoken(plain);
  // A number has one way of being spoken in full: what is not said back alike left something out.
  return value !== undefined && [inFull(value), inFull(value).replace(/^一十/u, '十')].includes(plain)
    ? value
    : undefined;
}

/** Digits read one by one, as years are: 二〇二六. */
export function digitsOf(text: string): string | undefined {
  const digits = [...text.replace(/[〇○]/g, '零')].map((char) => DIGITS.get(char));
  return digits.includes(undefined) ? undefined : digits.join('');
}

function spoken(text: string): number | undefined {
  const [high, low, ...more] = text.split('万');
  if (more.length > 0) return undefined;
  if (low === undefined) return underTenThousand(high ?? '');
  const [tenThousands, rest] = [underTenThousand(high ?? ''), low === '' ? 0 : underTenThousand(low)];
  return tenThousands === undefined || rest === undefined ? undefined : tenThousands * 10_000 + rest;
}

function underTenThousand(text: string): number | undefined {
  const match = /^(?:(.)千)?零?(?:(.)百)?零?(?:(.?)十)?零?(.?)$/u.exec(text);
  if (!match || text === '') return undefined;
  const [, thousands, hundreds, tens, ones] = match;
  const digit = (char: string | undefined): number => (char ? (DIGITS.get(char) ?? Number.NaN) : 0);
  const ten = tens === '' ? 1 : digit(tens);
  const value = digit(thousands) * 1000 + digit(hundreds) * 100 + ten * 10 + digit(ones);
  return Number.isNaN(value) ? undefined : value;
}

/** 12 is 一十二, 20005 is 二万零五. */
function inFull(value: number): string {
  if (value === 0) return '零';
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const rest = low > 0 ? underTenThousandInFull(low) : '';
  if (high === 0) return rest;
  return `${underTenThousandInFull(high)}万${low > 0 && low < 1000 ? '零' : ''}${rest}`;
}

const PLACES = ['千', '百', '十', ''] as const;

function underTenThousandInFull(value: number): string {
  const names = [...DIGITS.keys()];
  const parts = [...String(value).padStart(4, '0')].map((digit, at) =>
    digit === '0' ? '零' : `${names[Number(digit)]}${PLACES[at]}`,
  );
  return parts
    .join('')
    .replace(/^零+|零+$/gu, '')
    .replace(/零+/gu, '零');
}

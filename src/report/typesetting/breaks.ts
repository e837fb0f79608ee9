/**
 * Where a line of text may break, and which of its characters give way: by GB/T 15834 no closing mark begins a line
 * and no opening mark ends one, and numbers, dates, document numbers and Latin words stay whole.
 */

/** Marks that never begin a line. */
export const NO_START = new Set('。，、；：？！）》〉」』”’】〕］｝〗…·—～％‰℃°,.;:?!)]}%/-–');
/** Marks that never end a line. */
export const NO_END = new Set('（《〈「『“‘【〔［｛〖￥＄¥$€£№([{/');
/** Full-width marks with an empty right half; the value is the share of the character that may be taken. */
const CLOSERS = new Map<string, number>([...'。，、）》〉」』”’】〕］｝〗'].map((mark) => [mark, 0.5] as const));
for (const mark of '；：？！') CLOSERS.set(mark, 0.25);
/** Full-width marks with an empty left half. */
const OPENERS = new Set('（《〈「『“‘【〔［｛〖');

/** Characters that take a full square in Chinese text. */
const WIDE =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Bopo}\\u00B7\\u2014\\u2015\\u2018-\\u201D\\u2025\\u2026\\u2030\\u203B' +
  '\\u2103\\u2160-\\u217F\\u2190-\\u2193\\u2200-\\u22FF\\u2460-\\u24FF\\u2500-\\u27BF\\u3000-\\u33FF\\uFE30-\\uFE4F\\uFF00-\\uFFEF';
/** What a character is, as bits. */
const BLANK = 1;
const SQUARE = 2;
/** Wide in Chinese, narrow among Latin letters: never stretched away from a narrow neighbour. */
const EITHER = 4;
const LETTER = 8;
const KINDS: readonly (readonly [number, RegExp])[] = [
  [BLANK, /^\s/u],
  [SQUARE, new RegExp(`^[${WIDE}]`, 'u')],
  [EITHER, /^[\u00B7\u2014\u2015\u2018-\u201D\u2026]/u],
  [LETTER, /^\p{L}/u],
];
const KNOWN = 16;
/** By the number of a character of 16 bits; 0 until it is met. */
const kinds = new Uint8Array(0x10000);

/** They stand behind figures and make one thing with them. */
export const UNITS = '年月日号份项个名人分天次件条位';

const NARROW = `[^\\s${WIDE}]`;
const DIGITS = '[0-9０-９]{1,4}';
const NUMERALS = '[一二三四五六七八九十]{1,3}';
const WHOLE = new RegExp(
  [
    `〔${DIGITS}〕第?${DIGITS}号`,
    `${DIGITS}年(?:${DIGITS}月(?:${DIGITS}日)?)?`,
    // A quarter may part from its year: in narrow columns there is no room for both.
    `第(?:${NUMERALS}|${DIGITS})(?:季度|[${UNITS}科])?`,
    `${DIGITS}月(?:${DIGITS}日)?`,
    // A clause as measures number theirs: 五(二)1(4).
    `${NUMERALS}(?:\\((?:${NUMERALS}|${DIGITS})\\)(?:${DIGITS})?)+`,
    `${NARROW}+(?:[’—～]${NARROW}+)*[${UNITS}％℃]?`,
    `[０-９．％]+`,
  ].join('|'),
  'gu',
);
const CLUSTER = /——|……|\P{M}\p{M}*|\p{M}+/gsu;

/** How strongly a place resists a break: it may break; between the parts of a date; inside a word; beside a mark. */
export const FREE = 0;
export const BETWEEN = 1;
export const WITHIN = 2;
export const FORBIDDEN = 3;
export type Resistance = typeof FREE | typeof BETWEEN | typeof WITHIN | typeof FORBIDDEN;

/** One character with the marks upon it, or a pair that is never parted (——, ……). */
export interface Cluster {
  readonly text: string;
  /** Resistance of the place before it. */
  readonly before: Resistance;
  /** Whether the gap before it may be widened to fill a line. */
  readonly elastic: boolean;
}

/** Splits one line of text (without line breaks) at its characters. */
export function clustersOf(text: string): Cluster[] {
  const within = new Uint8Array(text.length);
  for (const { index, 0: whole } of text.matchAll(WHOLE)) within.fill(1, index + 1, index + whole.length);
  const found: Cluster[] = [];
  let at = 0;
  let earlier = '';
  let previous: string | undefined;
  for (const cluster of text.match(CLUSTER) ?? []) {
    const before = previous === undefined ? FORBIDDEN : placeBetween(earlier, previous, cluster, within[at] === 1);
    found.push({ text: cluster, before, elastic: previous !== undefined && isElastic(previous, cluster) });
    earlier = previous ?? '';
    previous = cluster;
    at += cluster.length;
  }
  return found;
}

/** Of the place after the second of three characters; `isWithin` says whether it lies inside what is kept whole. */
function placeBetween(earlier: string, previous: string, next: string, isWithin: boolean): Resistance {
  if (isBlank(next) && next !== '\u3000') return FORBIDDEN;
  // After a blank a dash, a sign or a point may begin a line ("to -5"); a full-width mark never does.
  if (CLOSERS.has(next) || (NO_START.has(next) && !isBlank(previous))) return FORBIDDEN;
  if (NO_END.has(previous) || (isBlank(previous) && OPENERS.has(earlier))) return FORBIDDEN;
  // A hyphen between letters is the one place inside a Latin word where printers have always broken.
  if (previous === '-' && isA(LETTER, next) && isA(LETTER, earlier)) return FREE;
  if (!isWithin) return FREE;
  return isWide(previous) ? BETWEEN : WITHIN;
}

function isElastic(previous: string, next: string): boolean {
  if (isBlank(previous)) return true;
  if (isBlank(next)) return false;
  return !(isTight(previous) && isTight(next));
}

function isTight(cluster: string): boolean {
  return !isWide(cluster) || isA(EITHER, cluster);
}

/** Blanks that vanish at the end of a line. */
export function isBlank(cluster: string): boolean {
  return isA(BLANK, cluster);
}

/** Whether a character takes a full square in Chinese text. */
export function isWide(cluster: string): boolean {
  return isA(SQUARE, cluster);
}

/** Told by the first character alone, which is looked at once. */
function isA(kind: number, cluster: string): boolean {
  const unit = cluster.charCodeAt(0);
  const known = kinds[unit] || kindsOf(cluster);
  // Half of a character tells nothing of the whole.
  if (unit < 0xd800 || unit > 0xdfff) kinds[unit] = known;
  return (known & kind) !== 0;
}

function kindsOf(cluster: string): number {
  return KINDS.reduce((all, [kind, pattern]) => (pattern.test(cluster) ? all | kind : all), KNOWN);
}

/** The share of its square that a mark can give up, on which side its empty part lies; undefined for all else. */
export function give(cluster: string): { readonly share: number; readonly side: 'left' | 'right' } | undefined {
  const share = CLOSERS.get(cluster);
  if (share !== undefined) return { share, side: 'right' };
  return OPENERS.has(cluster) ? { share: 0.5, side: 'left' } : undefined;
}

/**
 * Whether a number format shows its number as a date, a time or a percentage. Reads the format once from left to
 * right; quoted text, escaped characters, colours, conditions and locales in it are not part of what it shows.
 */

/** How a cell shows its number. Small integers, as one is kept for every cell format. */
export const Format = { General: 0, Percent: 1, Date: 2, DateTime: 3, Time: 4, Span: 5 } as const;
export type Format = (typeof Format)[keyof typeof Format];

/**
 * The formats that files use without defining them. 27–36 and 50–58 are dates and times in Chinese spreadsheet
 * programs (27 is yyyy"年"m"月", 32 h"时"mm"分"), 46 is [h]:mm:ss.
 */
const BUILT_IN: ReadonlyMap<number, Format> = new Map([
  ...same(Format.Percent, [9, 10]),
  ...same(Format.Date, [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]),
  ...same(Format.Time, [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]),
  ...same(Format.DateTime, [22]),
  ...same(Format.Span, [46]),
]);

function same(format: Format, ids: readonly number[]): [number, Format][] {
  return ids.map((id) => [id, format]);
}

/** The format with this id when the file does not define it. */
export function builtInFormat(id: number): Format {
  return BUILT_IN.get(id) ?? Format.General;
}

/** The workbooks of one office define the same few formats again and again. */
const READ = new Map<string, Format>();
const MAX_READ = 1_000;

/** What a format's code makes of a number: a time span, a date, a time, a percentage, or nothing special. */
export function formatOf(code: string): Format {
  const known = READ.get(code);
  if (known !== undefined) return known;
  const format = readFormat(code);
  if (READ.size === MAX_READ) READ.clear();
  READ.set(code, format);
  return format;
}

function readFormat(code: string): Format {
  const lower = code.toLowerCase();
  let date = false;
  let time = false;
  let span = false;
  let percent = false;
  /** The letter of date or time read last. An m after hours is minutes. */
  let before = '';
  /** An m not after hours: a month, unless seconds follow. */
  let month = false;
  const letter = (char: string): void => {
    if (month && char !== 's') date = true;
    month = char === 'm' && before !== 'h';
    if (char === 'h' || char === 's') time = true;
    else if (char !== 'm' && char !== '') date = true;
    before = char;
  };
  for (let at = 0; at < lower.length; at += 1) {
    const char = lower.charAt(at);
    if (char === '"') at = endOf(lower, '"', at);
    else if (char === '\\' || char === '_' || char === '*') at += 1;
    else if (char === '%') percent = true;
    else if (char === ';') letter('');
    else if (char === '[') {
      const end = endOf(lower, ']', at);
      if (isElapsed(lower.slice(at + 1, end))) {
        span = true;
        before = lower.charAt(at + 1);
      }
      at = end;
    } else if (lower.startsWith('general', at)) at += 'general'.length - 1;
    else if (lower.startsWith('am/pm', at)) at += 'am/pm'.length - 1;
    else if ('ymdhs'.includes(char) || lower.startsWith('aaa', at) || isEraYear(lower, at)) {
      while (lower.charAt(at + 1) === char) at += 1;
      letter(char);
    }
  }
  letter('');
  if (span) return Format.Span;
  if (date) return time ? Format.DateTime : Format.Date;
  if (time) return Format.Time;
  return percent ? Format.Percent : Format.General;
}

/** Where the quotation or bracket that begins here ends; one left open goes to the end. */
function endOf(code: string, mark: string, at: number): number {
  const end = code.indexOf(mark, at + 1);
  return end < 0 ? code.length : end;
}

/** [h], [mm] or [s]: hours, minutes or seconds that do not start again after a day. */
function isElapsed(inner: string): boolean {
  const [first] = inner;
  if (first !== 'h' && first !== 'm' && first !== 's') return false;
  return inner === first.repeat(inner.length);
}

/** An e is a year unless it makes an exponent: 0.00E+00. */
function isEraYear(code: string, at: number): boolean {
  if (code.charAt(at) !== 'e') return false;
  const next = code.charAt(at + 1);
  return !((next === '+' || next === '-') && /[0#?.]/.test(code.charAt(at - 1)));
}

/**
 * Numbers as people type them into a cell. What stands beside the digits must be a measure, and one that fits the column:
 * 5次 in a column of days, or 300元 in one of 万元, is no number of that column.
 */
import { canonical, Decimal, decimalOf, parseDecimal } from '../base/decimal.js';
import { narrowed } from '../base/text.js';
import type { Value } from '../model/value.js';
import type { CellValue } from '../model/workbook.js';
import { NUMERAL, numeralOf } from './numeral.js';

/** What is known of the measure of a number: as the column's heading names it, and the words that stand in its row. */
export interface Measured {
  readonly heading?: string;
  readonly row?: readonly string[];
}

const DAYS = ['天', '日', '工作日', '个工作日'];
const COUNTING = [
  ...DAYS,
  ...[
    '个',
    '次',
    '项',
    '人次',
    '人',
    '名',
    '件',
    '份',
    '篇',
    '条',
    '分',
    '户',
    '家',
    '批',
    '台',
    '套',
    '起',
    '场',
    '期',
  ],
  ...['宗', '例', '处', '张', '册', '辆', '只', '元', '%'],
];
const SCALES = ['万', '亿'];
const TEN_THOUSAND = new Map([
  ['万', new Decimal(10_000)],
  ['亿', new Decimal(100_000_000)],
]);

const DIGITS = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/su;
const SPOKEN = new RegExp(`^([${NUMERAL}]+)(.*)$`, 'su');
/** Between two digits a blank is no way of writing one number, and nothing says which of the two is meant. */
const TWO_NUMBERS = /\d \d/;

/** The number a cell holds, whole if it must be; undefined when it holds none, or one of another measure. */
export function numberOf(cell: CellValue, isWhole: boolean, measured: Measured = {}): Value | undefined {
  // Whole numbers of fewer digits than a double holds are their own decimal.
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e15)
    return { type: 'number', value: String(cell) };
  const number = typeof cell === 'string' ? written(cell, measured) : stored(cell, measured);
  if (!number || (isWhole && !number.isInteger())) return undefined;
  return { type: 'number', value: canonical(number) };
}

function stored(cell: CellValue, measured: Measured): Decimal | undefined {
  if (typeof cell === 'number') return decimalOf(cell);
  if (typeof cell !== 'object' || cell.kind !== 'percent' || !fits('%', measured)) return undefined;
  return decimalOf(cell.number).times(100);
}

function written(cell: string, measured: Measured): Decimal | undefined {
  const spaced = narrowed(cell);
  if (TWO_NUMBERS.test(spaced)) return undefined;
  const text = spaced
    .replaceAll(' ', '')
    .replace(/^['’‘]/u, '')
    .replace(/^−/u, '-')
    .replace(/^共(?=.)/u, '');
  return inDigits(text, measured) ?? inWords(text, measured);
}

function inDigits(text: string, measured: Measured): Decimal | undefined {
  const [, digits = '', unit = ''] = DIGITS.exec(text) ?? [];
  const number = parseDecimal(digits.replaceAll(',', ''));
  if (!number) return undefined;
  if (unit === '天半') return number.isInteger() && fits('天', measured) ? number.plus('0.5') : undefined;
  if (unit === '' || fits(unit, measured)) return number;
  const scale = TEN_THOUSAND.get(unit[0] ?? '');
  const rest = unit.slice(1);
  return scale && !scaled(measured) && (rest === '' || (rest !== '%' && fits(rest, measured)))
    ? number.times(scale)
    : undefined;
}

/** 三次, 十二件, 两天半, 半天. 一 alone is as often a dash as the number. */
function inWords(text: string, measured: Measured): Decimal | undefined {
  if (text === '半天') return fits('天', measured) ? new Decimal('0.5') : undefined;
  const [, words = '', unit = ''] = SPOKEN.exec(text) ?? [];
  const number = numeralOf(words);
  if (number === undefined || text === '一') return undefined;
  if (words.includes('万') && scaled(measured)) return undefined;
  if (unit === '天半') return fits('天', measured) ? new Decimal(number).plus('0.5') : undefined;
  return unit === '' || (unit !== '%' && fits(unit, measured)) ? new Decimal(number) : undefined;
}

/** Whether a measure typed behind a number may stand in a cell of this column and row. */
function fits(unit: string, { heading, row = [] }: Measured): boolean {
  if (heading !== undefined) return alike(unit, heading);
  if (row.includes(unit)) return true;
  const named = measuresAmong(row);
  return COUNTING.includes(unit) && (named.length === 0 || named.some((word) => alike(unit, word)));
}

/** The one measure that numbers may have here; undefined where none is named, or several. */
export function measureOf({ heading, row = [] }: Measured): string | undefined {
  if (heading !== undefined) return heading;
  const [named, another] = new Set(measuresAmong(row));
  return another === undefined ? named : undefined;
}

function measuresAmong(row: readonly string[]): readonly string[] {
  return row.filter((word) => COUNTING.includes(word) || isScaled(word));
}

function alike(unit: string, named: string): boolean {
  return unit === named || (DAYS.includes(unit) && DAYS.includes(named));
}

function scaled({ heading, row = [] }: Measured): boolean {
  return [heading ?? '', ...row].some(isScaled);
}

/** 万元, 亿元: a measure that is itself a multiple, so that 1.2万 in it may be meant twice over. */
function isScaled(word: string): boolean {
  return SCALES.some((scale) => word.startsWith(scale)) && COUNTING.includes(word.slice(1));
}

/** The measure that a heading names: 数量（件）, 金额（万元）, 病假天数. */
export function measureIn(heading: string): string | undefined {
  const text = narrowed(heading)
    .replaceAll(' ', '')
    .replace(/[*:]+$/u, '');
  const bracketed = /[([【]([^()[\]【】]+)[)\]】]$/u.exec(text)?.[1]?.replace(/^单位:/u, '');
  if (bracketed !== undefined && (COUNTING.includes(bracketed) || isScaled(bracketed))) return bracketed;
  return /(天|人次|次|件|人|项|户|份|篇|台)数$/u.exec(text)?.[1];
}

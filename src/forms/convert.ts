/**
 * The written table by which cells become values. What it does not name is not converted: it stays unreadable, with
 * its raw text, and never becomes 0, empty or a guess.
 *
 * numbers  digits in any width, grouped by comma in threes, with one counting word behind (5天, 3次, 2项);
 *          a percentage is the number before the sign (100％ is 100)
 * dates    date cells; 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305; 3月5日 in the form's own year
 * periods  2026年3月, 2026-03, 202603, 3月; 2026年第1季度, 一季度, 2026-Q1; 上半年; 2026年度; a date cell lies in its month
 * yes, no  是 否 √ × Y N yes no true false 有 无 1 0
 */

import { type Day, dayOf, monthOf, yearOf } from '../base/day.js';
import { canonical, decimalOf, parseDecimal } from '../base/decimal.js';
import { type Period, type PeriodKind, parsePeriod, periodOf } from '../base/period.js';
import { folded, tidy } from '../base/text.js';
import type { Choice, Column } from '../model/form.js';
import type { Value } from '../model/value.js';
import type { CellValue } from '../model/workbook.js';
import { shown } from './grid.js';
import { spelled } from './spelling.js';

/** What a conversion may lean on besides the cell: the year of the form's period, and the pack's forms by name. */
export interface Setting {
  readonly year?: number;
  readonly forms: readonly Choice[];
}

/** The value of a cell for a column; undefined when the table has no conversion for it. */
export function convert(cell: CellValue, column: Column, setting: Setting): Value | undefined {
  if (typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'uncomputed')) return undefined;
  switch (column.type) {
    case 'text':
      return { type: 'text', value: tidy(shown(cell)) };
    case 'subject':
      return { type: 'subject', value: tidy(shown(cell)) };
    case 'integer':
    case 'decimal':
      return numberOf(cell, column.type === 'integer');
    case 'date':
      return dateValue(cell, setting.year);
    case 'period':
      return periodValue(cell, column.period ?? 'any', setting.year);
    case 'yesno':
      return yesNo(cell);
    case 'choice':
      return chosen(cell, column.choices, (value) => ({ type: 'choice', value }));
    case 'form':
      return chosen(cell, setting.forms, (value) => ({ type: 'form', value }));
    case 'step': {
      const scale = column.scale ?? '';
      if (NONE.has(folded(shown(cell)))) return { type: 'step', scale, value: null };
      return chosen(cell, column.choices, (value) => ({ type: 'step', scale, value }));
    }
  }
}

const NONE = new Set(['无', '没有', 'none', '-', '/']);

const COUNTED =
  /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:个工作日|工作日|天|日|个|次|项|人次|人|件|份|篇|分|户|家|批|台|元|%)?$/;

function numberOf(cell: CellValue, whole: boolean): Value | undefined {
  // Whole numbers of fewer digits than a double holds are their own decimal.
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e15)
    return { type: 'number', value: String(cell) };
  const number =
    typeof cell === 'number'
      ? decimalOf(cell)
      : typeof cell === 'object' && cell.kind === 'percent'
        ? decimalOf(cell.number).times(100)
        : typeof cell === 'string' && !/\d\s+\d/u.test(cell.normalize('NFKC'))
          ? parseDecimal(COUNTED.exec(folded(cell))?.[1]?.replaceAll(',', '') ?? '')
          : undefined;
  if (!number || (whole && !number.isInteger())) return undefined;
  return { type: 'number', value: canonical(number) };
}

const DATE_FORMS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const DATE_IN_YEAR = /^(\d{1,2})月(\d{1,2})[日号]$/;

function dateValue(cell: CellValue, year: number | undefined): Value | undefined {
  const day = dayWritten(cell, year);
  return day ? { type: 'day', value: day } : undefined;
}

function dayWritten(cell: CellValue, year: number | undefined): Day | undefined {
  if (typeof cell === 'object') return cell.kind === 'date' ? cell.day : undefined;
  if (typeof cell === 'boolean') return undefined;
  const text = folded(shown(cell));
  for (const form of DATE_FORMS) {
    const match = form.exec(text);
    if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const inYear = DATE_IN_YEAR.exec(text);
  return inYear && year !== undefined ? dayOf(year, Number(inYear[1]), Number(inYear[2])) : undefined;
}

const ORDINALS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 };
const ordinal = (text: string | undefined): number => ORDINALS[text ?? ''] ?? Number(text);

/** Each way of writing a period: the kind, a pattern of an optional year and a position in it. */
const PERIOD_FORMS: readonly (readonly [PeriodKind, RegExp])[] = [
  ['month', /^(?:(\d{4})年)?(0?[1-9]|1[0-2])月份?$/],
  ['month', /^(\d{4})[-/.](0?[1-9]|1[0-2])$/],
  ['month', /^(\d{4})(0[1-9]|1[0-2])$/],
  ['quarter', /^(?:(\d{4})年)?第?([一二三四1-4])季度?$/],
  ['quarter', /^(\d{4})-?q([1-4])$/],
  ['half', /^(?:(\d{4})年)?([上下])半年$/],
  ['half', /^(\d{4})-?h([12])$/],
  ['year', /^(\d{4})(?:年度?)?$/],
];

function periodValue(cell: CellValue, kind: PeriodKind | 'any', year: number | undefined): Value | undefined {
  const period = periodWritten(cell, kind, year);
  return period ? { type: 'period', value: period } : undefined;
}

function periodWritten(cell: CellValue, kind: PeriodKind | 'any', year: number | undefined): Period | undefined {
  if (typeof cell === 'object') {
    if (cell.kind !== 'date') return undefined;
    return periodOf(kind === 'any' ? 'month' : kind, yearOf(cell.day), monthOf(cell.day));
  }
  // Typed as 2026.10 and kept as a number it is 2026.1, just as January is.
  if (typeof cell === 'number' && shown(cell).endsWith('.1')) return undefined;
  const found = periodIn(folded(shown(cell)), year);
  return found && (kind === 'any' || found.kind === kind) ? found.period : undefined;
}

/** The period that a text is, with its kind; undefined when it is none or names no year and none is given. */
export function periodIn(text: string, year?: number): { kind: PeriodKind; period: Period } | undefined {
  for (const [kind, form] of PERIOD_FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const inYear = match[1] === undefined ? year : Number(match[1]);
    if (inYear === undefined) return undefined;
    const index = kind === 'year' ? 1 : ordinal(match[2]);
    const months = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
    const period = parsePeriod(periodOf(kind, inYear, index * months));
    return period ? { kind, period } : undefined;
  }
  return undefined;
}

const YES = new Set(['是', '有', '对', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1']);
const NO = new Set(['否', '无', '没有', '不是', '×', 'x', '✗', '✘', 'n', 'no', 'false', '0']);

function yesNo(cell: CellValue): Value | undefined {
  const text = folded(shown(cell));
  if (YES.has(text)) return { type: 'yesno', value: true };
  return NO.has(text) ? { type: 'yesno', value: false } : undefined;
}

function chosen(cell: CellValue, choices: readonly Choice[], value: (id: string) => Value): Value | undefined {
  const found = spelled(choices, folded(shown(cell)));
  return found ? value(found.id) : undefined;
}

/**
 * The written table by which cells become values; docs/values.md tells it. What the table does not name is not
 * converted: it stays unreadable, with its raw text, and never becomes 0, empty or a guess.
 */

import { monthOf, yearOf } from '../base/day.js';
import { type Period, type PeriodKind, parsePeriod, periodOf, yearOfPeriod } from '../base/period.js';
import { folded, tidy } from '../base/text.js';
import type { Choice, Column } from '../model/form.js';
import type { Value } from '../model/value.js';
import type { CellValue } from '../model/workbook.js';
import { type Dated, dayWritten, inDigits } from './date.js';
import { shown } from './grid.js';
import { type Measured, numberOf } from './number.js';
import { spelled } from './spelling.js';

/** What a conversion may lean on besides the cell: the form's period, the measure of a number, and the pack's forms by name. */
export interface Setting extends Dated {
  readonly measured?: Measured;
  readonly forms: readonly Choice[];
}

/** The value of a cell for a column; undefined when the table has no conversion for it. */
export function convert(cell: CellValue, column: Column, setting: Setting): Value | undefined {
  if (isFault(cell)) return undefined;
  switch (column.type) {
    case 'text':
      return { type: 'text', value: tidy(shown(cell)) };
    case 'subject':
      return { type: 'subject', value: tidy(shown(cell)) };
    case 'integer':
    case 'decimal':
      return numberOf(cell, column.type === 'integer', setting.measured);
    case 'date': {
      const day = dayWritten(cell, setting);
      return day && { type: 'day', value: day };
    }
    case 'period': {
      const period = periodWritten(cell, column.period ?? 'any', setting.period && yearOfPeriod(setting.period));
      return period && { type: 'period', value: period };
    }
    case 'yesno':
      return yesNo(cell);
    case 'choice':
      return chosen(cell, column.choices, (value) => ({ type: 'choice', value }));
    case 'form':
      return chosen(cell, setting.forms, (value) => ({ type: 'form', value }));
    case 'step': {
      const scale = column.scale ?? '';
      if (NOTHING.has(folded(shown(cell)))) return { type: 'step', scale, value: null };
      return chosen(cell, column.choices, (value) => ({ type: 'step', scale, value }));
    }
  }
}

const FAULT = /^#(?:ref!|n\/a|div\/0!|value!|name\?|null!|num!|spill!|calc!)$/;

/** An error, a formula without a result, or the text of an error that was pasted or saved as text. */
function isFault(cell: CellValue): boolean {
  if (typeof cell === 'string') return /^\s*[#＃]/u.test(cell) && FAULT.test(folded(cell));
  return typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'uncomputed');
}

/** Marks that say that a cell is left empty on purpose, whatever its column. */
const EMPTY_MARKS = new Set(['-', '--', '---', '—', '——', '–', '―', '─', '/', '\\', 'n/a']);
/** Words that say the same; in a column of text they are text. */
const NOTHING = new Set([...EMPTY_MARKS, '无', '没有', '暂无', '不适用', 'none']);

const LONGEST_MARK = 8;

/** Whether a cell says that there is nothing, and so stands for an empty one. */
export function saysNothing(cell: CellValue, { type }: Pick<Column, 'type'>): boolean {
  if (typeof cell !== 'string' || isOther(cell, '无没暂不') || cell.trim().length > LONGEST_MARK) return false;
  return (type === 'text' ? EMPTY_MARKS : NOTHING).has(folded(cell));
}

/** Whether a text begins with a Chinese character that is none of these, or a digit: then it is no mark, without asking more. */
function isOther(text: string, beginnings: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x4e00 && first <= 0x9fff) return !beginnings.includes(text.charAt(0));
  return first >= 0x30 && first <= 0x39;
}

const DITTO = new Set(['同上', '〃', '″', '"', '＂', '”', 'ditto']);

/** Whether a cell says that it is as the one above it. */
export function saysDitto(cell: CellValue): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_MARK || isOther(cell, '同')) return false;
  return DITTO.has(cell.replace(/\s+/gu, '').toLowerCase());
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
  const digits = inDigits(text);
  for (const [kind, form] of PERIOD_FORMS) {
    const match = form.exec(digits);
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

/** The last four are ticks of the Wingdings fonts, which keep them where no other font has characters. */
const YES = new Set([
  ...['是', '有', '对', '已', '√', '✓', '✔', '☑', '✅', 'y', 'yes', 'true', '1'],
  ...['\uf0fc', '\uf0fe', '\uf050', '\uf052'],
]);
/** The last four are crosses of the same. */
const NO = new Set([
  ...['否', '无', '没有', '不是', '错', '未', '×', 'x', '✗', '✘', '✕', '✖', '☒', '❌', '╳', 'n', 'no', 'false', '0'],
  ...['\uf0fb', '\uf0fd', '\uf04f', '\uf051'],
]);

function yesNo(cell: CellValue): Value | undefined {
  const text = folded(shown(cell)).replace(/^['’‘](?=.)/u, '');
  if (YES.has(text)) return { type: 'yesno', value: true };
  return NO.has(text) ? { type: 'yesno', value: false } : undefined;
}

function chosen(cell: CellValue, choices: readonly Choice[], value: (id: string) => Value): Value | undefined {
  const found = spelled(choices, folded(shown(cell)));
  return found ? value(found.id) : undefined;
}

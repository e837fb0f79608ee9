/**
 * Chooses the size of a table's text and the widths of its columns, so that together they fill the type area: the
 * wanted shares, but no column wider than what it holds and none narrower than its widest word while there is room.
 */
import type { TableBlock } from '../../model/bulletin.js';
import { type Line, linesOf, type Measure, widestWhole, widthOf } from './lines.js';
import { AREA, SIZE } from './page.js';
import type { Setter, Style } from './setting.js';
import { titleLines } from './title.js';

export interface Shape {
  /** Size of the text in points. */
  readonly size: number;
  /** Points of each column. */
  readonly widths: readonly number[];
}

/** Points between text and rule on either side. */
export const BESIDE = 5;
/** Both sides, and a hair against rounding. */
const EDGES = 2 * BESIDE + 0.01;
const STEPS = [SIZE.small3, SIZE.small, SIZE.small4, SIZE.five] as const;
/** No single word may take more of the table's width for its column. */
const WIDEST_WORD = 0.4;
/** Above so many lines in a cell at 四号 the table is set in 小四. */
const CRAMMED = 8;
/** Share of the wanted table's lines to which another must come down to be taken instead. */
const SAVING = 0.75;

export function bodyStyle({ lang }: Setter, size: number): Style {
  return { face: lang === 'zh' ? 'fang' : 'song', size, tabular: true };
}

export function headStyle(size: number): Style {
  return { face: 'hei', size, tabular: true };
}

/** Lines of a cell in a column of a width in points. */
export function wrapped(text: string, style: Style, width: number, setter: Setter): Line[] {
  return linesOf(text, { width: width - 2 * BESIDE, em: style.size }, setter.measure(style));
}

/** Lines of a column's heading, broken by sense like a title. */
export function headLines(title: string, size: number, width: number, setter: Setter): Line[] {
  const style = headStyle(size);
  const broken = titleLines(title, width - 2 * BESIDE, setter.measure(style));
  return wrapped(broken.join('\n'), style, width, setter);
}

/** 小三 while every cell keeps to one line, else 四号; smaller only where words would be torn or cells crammed. */
export function shapeOf(table: TableBlock, setter: Setter): Shape {
  for (const size of STEPS) {
    const most = size === SIZE.small3 ? 1 : size === SIZE.small ? CRAMMED : Number.POSITIVE_INFINITY;
    const best = bestOf(table, size, setter);
    if (best && best.highest <= most) return best;
  }
  const wanted = table.columns.map(({ width }) => Math.max(width, 1));
  return { size: SIZE.five, widths: shares(wanted, AREA.width) };
}

interface Tried extends Shape {
  /** Lines of the fullest cell, and of all rows together. */
  readonly highest: number;
  readonly lines: number;
}

/** The lowest of the tables by wanted shares; by what the columns hold, when that saves a quarter of the height. */
function bestOf(table: TableBlock, size: number, setter: Setter): Tried | undefined {
  const tried = (byContent: boolean): (Tried | undefined)[] =>
    // Headings on one line, or on two for the good of the other columns.
    [1, 2].map((inHead) => {
      const needs = needsOf(table, size, inHead, setter);
      const widths = apportioned(byContent ? needs.map((need) => ({ ...need, share: need.full })) : needs);
      return widths && { size, widths, ...heightOf(table, { size, widths }, setter) };
    });
  const wanted = lowest(tried(false));
  const held = lowest(tried(true));
  return wanted && held && held.lines <= SAVING * wanted.lines ? held : wanted;
}

function lowest(tables: readonly (Tried | undefined)[]): Tried | undefined {
  return tables.reduce((best, each) => (best && each && each.lines >= best.lines ? best : each), undefined);
}

function heightOf(table: TableBlock, { size, widths }: Shape, setter: Setter): Pick<Tried, 'highest' | 'lines'> {
  const head = table.columns.map(({ title }, at) => headLines(title, size, widths[at] ?? 0, setter).length);
  const style = bodyStyle(setter, size);
  const rows = table.rows.map((row) => row.map((text, at) => wrapped(text, style, widths[at] ?? 0, setter).length));
  const highest = [head, ...rows].map(greatest);
  return { highest: greatest(highest), lines: highest.reduce((sum, each) => sum + each, 0) };
}

interface Need {
  readonly share: number;
  /** Points for the widest word, and for everything on one line. */
  readonly least: number;
  readonly full: number;
}

/** What each column needs, with headings on so many lines. */
function needsOf(table: TableBlock, size: number, inHead: number, setter: Setter): Need[] {
  const head = setter.measure(headStyle(size));
  const body = setter.measure(bodyStyle(setter, size));
  return table.columns.map(({ title, width }, at) => {
    const texts = table.rows.map((row) => row[at] ?? '');
    const words = [widestWhole(title, size, head), ...texts.map((text) => widestWhole(text, size, body))];
    const least = Math.min(Math.max(2 * size, greatest(words)), WIDEST_WORD * AREA.width);
    const heading = inHead === 1 ? widestLine(title, head) : widestLine(title, head) / inHead + size;
    const full = Math.max(least, heading, greatest(texts.map((text) => widestLine(text, body))));
    return { share: width > 0 ? width : 0.01, least: least + EDGES, full: full + EDGES };
  });
}

/**
 * The widths in the wanted proportion, none less than it must have and none more than it can use: columns are fixed at
 * those bounds until the rest agrees with the proportion. Undefined when there is no room for the widest words.
 */
function apportioned(needs: readonly Need[]): number[] | undefined {
  if (needs.reduce((sum, { least }) => sum + least, 0) > AREA.width) return undefined;
  const fixed = needs.map((): number | undefined => undefined);
  for (;;) {
    const left = fixed.reduce<number>((rest, width) => rest - (width ?? 0), AREA.width);
    const offered = shares(
      needs.map(({ share }, at) => (fixed[at] === undefined ? share : 0)),
      left,
    );
    // By how much a column would rather be wider (above zero) or narrower than offered.
    const wishes = needs.map(({ least, full }, at) =>
      fixed[at] === undefined ? Math.min(full, Math.max(least, offered[at] ?? 0)) - (offered[at] ?? 0) : 0,
    );
    // What the wider columns ask for must come from the others: those are fixed first of which there is more.
    const balance = wishes.reduce((sum, wish) => sum + wish, 0);
    const bound = wishes.map((wish) => (balance >= 0 ? wish > 0 : wish < 0));
    if (!bound.includes(true)) return spread(needs, fixed, offered, left);
    for (const [at, { least, full }] of needs.entries()) if (bound[at]) fixed[at] = balance >= 0 ? least : full;
  }
}

/** When every column has found its width, the rest goes to all by their shares. */
function spread(
  needs: readonly Need[],
  fixed: readonly (number | undefined)[],
  offered: readonly number[],
  left: number,
): number[] {
  const all = needs.map(({ share }) => share);
  const more = fixed.includes(undefined) ? offered : shares(all, left);
  return fixed.map((width, at) => (width ?? 0) + (more[at] ?? 0));
}

function shares(parts: readonly number[], whole: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (total > 0 ? (part * whole) / total : 0));
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

function widestLine(text: string, measure: Measure): number {
  return greatest(text.split('\n').map((line) => widthOf(line, measure)));
}

/**
 * Chooses the size of a table's text and the widths of its columns, so that together they fill the type area and the
 * table is as low as it can be: short cells stay on one line, and no word is torn while the others can make room.
 */
import type { TableBlock } from '../../model/bulletin.js';
import { type Line, linesOf, type Measure, type Measured, measured } from './lines.js';
import { AREA, SIZE } from './page.js';
import type { Setter, Style } from './setting.js';
import { titleBreaker } from './title.js';
import { lowest, type Need, wanted } from './widths.js';

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
/** No single word may take more of the table's width for its column. */
const WIDEST_WORD = 0.4;
/** The same where that leaves no room: one long word is torn rather than that all of the table is set smaller. */
const LONG_WORD = 0.2;
/** Up to so many lines in a cell 四号 is roomy enough. */
const ROOMY = 3;
/** What hurts in a table may be this much of its lines and 四号 still be roomy. */
const TIGHT = 1.3;
/** Above so many lines in a cell at 四号 the table is set in 小四. */
const CRAMMED = 6;
/** Share of its height and of what hurts to which a table in 小四 must come down to be taken instead of one in 四号. */
const SAVING = 0.72;
/** The square of the lines too many of a cell no wider than so many squares hurts as much as so many times the lines. */
const SHORT = 12;
const TORN = 0.6;
/** A heading in more lines than these, likewise. */
const HEAD_LINES = 2;

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
  return headBreaker(title, size, setter)(width);
}

/** The same for many widths. */
function headBreaker(title: string, size: number, setter: Setter): (width: number) => Line[] {
  const style = headStyle(size);
  const broken = titleBreaker(title, setter.measure(style));
  return (width) => wrapped(broken(width - 2 * BESIDE).join('\n'), style, width, setter);
}

/** 四号; 小四 where words would be torn or much room is saved; 五号 only where whole columns of words find no room even so. */
export function shapeOf(table: TableBlock, setter: Setter): Shape {
  const usual = tried(table, SIZE.small, setter);
  const isRoomy = usual !== undefined && usual.highest <= ROOMY && usual.cost <= TIGHT * usual.lines;
  const small = isRoomy ? usual : tried(table, SIZE.small4, setter);
  if (usual && small) {
    const isMuch = small.cost * small.size <= SAVING * usual.cost * usual.size;
    return usual.highest <= CRAMMED && !isMuch ? usual : small;
  }
  return (
    usual ?? small ?? tried(table, SIZE.small4, setter, LONG_WORD) ?? tried(table, SIZE.five, setter) ?? torn(table)
  );
}

/** No room for the words: the columns are as wide as they are wanted. */
function torn(table: TableBlock): Shape {
  return {
    size: SIZE.five,
    widths: wanted(
      table.columns.map(({ width }) => width),
      AREA.width,
    ),
  };
}

interface Tried extends Shape {
  /** Lines of the fullest cell, and of all rows together. */
  readonly highest: number;
  readonly lines: number;
  /** These lines, and what hurts: short cells in several. */
  readonly cost: number;
}

/** The table at its lowest in a size; undefined when there is no room for its widest words. */
function tried(table: TableBlock, size: number, setter: Setter, word = WIDEST_WORD): Tried | undefined {
  const columns = table.columns.map((_, at) => columnOf(table, at, size, setter, word));
  const widths = lowest(
    columns.map(({ need }) => need),
    AREA.width,
    size / 2,
    (given) => costOf(columns, given),
  );
  if (!widths) return undefined;
  const lines = linesIn(columns, widths);
  return {
    size,
    widths,
    highest: greatest(lines),
    lines: lines.reduce((sum, each) => sum + each, 0),
    cost: costOf(columns, widths),
  };
}

/** What a column needs, and how its cells wrap at a width. */
interface Column {
  readonly need: Need;
  at(width: number): Wrapping;
}

/** Lines of each cell, the heading's first, and how much is torn that had better stay on one line. */
interface Wrapping {
  readonly lines: readonly number[];
  readonly hurt: number;
}

function columnOf(table: TableBlock, at: number, size: number, setter: Setter, word: number): Column {
  const { title = '', width: share = 0 } = table.columns[at] ?? {};
  const [head, body] = [headStyle(size), bodyStyle(setter, size)].map(setter.measure) as [Measure, Measure];
  const heading = measured(title, size, head);
  const headLinesAt = headBreaker(title, size, setter);
  // Cells of one column often say the same.
  const byText = new Map<string, Measured>();
  const rows = table.rows.map((row) => {
    const text = row[at] ?? '';
    const cell = byText.get(text) ?? measured(text, size, body);
    byText.set(text, cell);
    return cell;
  });
  const cells = [...byText.values()];
  // A word that is torn whatever is done asks for no width.
  const words = [heading, ...cells].map(({ whole }) => whole).filter((whole) => whole <= word * AREA.width);
  const least = Math.max(2 * size, greatest(words));
  const known = new Map<number, Wrapping>();
  const wrap = (width: number): Wrapping => {
    const inHead = headLinesAt(width).length;
    const counts = new Map(cells.map((cell) => [cell, cell.lines(width - 2 * BESIDE)]));
    const lines = rows.map((cell) => counts.get(cell) ?? 0);
    const torn = rows.reduce(
      (sum, { widest }, row) => sum + (widest <= SHORT * size ? tooMany(lines[row]) ** 2 : 0),
      0,
    );
    return { lines: [inHead, ...lines], hurt: TORN * torn + Math.max(0, inHead - HEAD_LINES) };
  };
  return {
    need: {
      share: Math.max(share, 0.01),
      least: least + EDGES,
      full: Math.max(least, heading.widest, greatest(cells.map(({ widest }) => widest))) + EDGES,
    },
    at: (width) => {
      const key = Math.round(width * 100);
      const wrapping = known.get(key) ?? wrap(width);
      known.set(key, wrapping);
      return wrapping;
    },
  };
}

/** A cell is best on one line. */
function tooMany(lines = 0): number {
  return Math.max(0, lines - 1);
}

function costOf(columns: readonly Column[], widths: readonly number[]): number {
  const hurt = columns.reduce((sum, column, at) => sum + column.at(widths[at] ?? 0).hurt, 0);
  return hurt + linesIn(columns, widths).reduce((sum, each) => sum + each, 0);
}

/** Lines of each row, the heading first. */
function linesIn(columns: readonly Column[], widths: readonly number[]): number[] {
  const [first = [], ...others] = columns.map((column, at) => column.at(widths[at] ?? 0).lines);
  return first.map((lines, row) => others.reduce((most, each) => Math.max(most, each[row] ?? 0), lines));
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

/**
 * How cells look: one entry per style of a design. Colour is kept for what it tells — yellow may be typed into,
 * grey is given, green, amber and red judge — so that a black-and-white print loses nothing.
 */

import { remembered } from '../base/remember.js';
import { width } from '../base/width.js';
import type { CellStyle } from '../model/design.js';
import type { Alignment, Font, Line, Style } from './style-markup.js';

export const DATE_FORMAT = 'yyyy-mm-dd';
export const SHARE_FORMAT = '0.0%';
/** Text stays text even when somebody opens the cell and confirms it again. */
export const TEXT_FORMAT = '@';

interface Look {
  readonly font: Font;
  readonly align: Alignment;
  /** Pale background, as RRGGBB. */
  readonly fill?: string;
  readonly bordered?: boolean;
  readonly open?: boolean;
  readonly format?: string;
}

// Charset 134 is GB2312: with it a computer without the font takes another Chinese one and not a Latin one.
const SONG: Font = { name: '宋体', family: 3, charset: 134, size: 11 };
const HEI: Font = { name: '黑体', family: 3, charset: 134, size: 11 };
const GREY: Font = { ...SONG, size: 9, colour: 'FF595959' };
const LINK: Pick<Font, 'underline' | 'colour'> = { underline: true, colour: 'FF0563C1' };

const LEFT: Alignment = { vertical: 'center', horizontal: 'left', wrapText: true };
const CENTRE: Alignment = { ...LEFT, horizontal: 'center' };
/** Figures do not wrap: a wrapped number is shown as ####. */
const FIGURE: Alignment = { vertical: 'center', horizontal: 'right' };
/** The same where words may stand in the next column: the two must not touch. */
const SET_IN: Alignment = { ...FIGURE, indent: 1 };
const DAY: Alignment = { vertical: 'center', horizontal: 'center' };

const PLAIN: Look = { font: SONG, align: { vertical: 'center' } };
const BOXED: Look = { font: SONG, align: LEFT, bordered: true };
const HEADING: Look = { font: { ...HEI, bold: true }, align: CENTRE, bordered: true, fill: 'DCE6F1' };
const INPUT: Look = { ...BOXED, fill: 'FFFDE7', open: true };

const GIVEN: Look = { ...BOXED, fill: 'F2F2F2' };
const TOTAL: Look = { ...BOXED, font: { ...HEI, bold: true }, fill: 'DCE6F1' };

const LOOKS: Record<CellStyle, Look> = {
  title: { font: { ...HEI, bold: true, size: 16 }, align: CENTRE },
  subtitle: { font: { ...SONG, size: 12 }, align: CENTRE },
  label: { font: { ...SONG, bold: true }, align: { ...FIGURE, wrapText: true } },
  heading: HEADING,
  subheading: { ...HEADING, font: { ...GREY, italic: true } },
  input: INPUT,
  inputText: { ...INPUT, format: TEXT_FORMAT },
  inputCentre: { ...INPUT, align: CENTRE },
  inputCode: { ...INPUT, align: CENTRE, format: TEXT_FORMAT },
  inputDate: { ...INPUT, align: CENTRE, format: DATE_FORMAT },
  inputNumber: { ...INPUT, align: { ...FIGURE, wrapText: true } },
  given: GIVEN,
  givenNumber: { ...GIVEN, align: FIGURE },
  total: TOTAL,
  totalNumber: { ...TOTAL, align: SET_IN },
  text: BOXED,
  mark: { ...BOXED, align: CENTRE },
  number: { ...BOXED, align: SET_IN },
  share: { ...BOXED, align: SET_IN, format: SHARE_FORMAT },
  date: { ...BOXED, align: DAY, format: DATE_FORMAT },
  good: { ...BOXED, fill: 'E2EFDA' },
  warn: { ...BOXED, fill: 'FFE9B8' },
  bad: { ...BOXED, fill: 'F8D7DA' },
  note: { font: GREY, align: LEFT },
};

const BOX: Line = { style: 'thin', colour: 'FF8C8C8C' };

/** Whether cells of this style are open for typing. */
export function isOpen(style: CellStyle | undefined): boolean {
  return style !== undefined && LOOKS[style].open === true;
}

/**
 * The height, in points, that a text takes in a cell so many characters wide. Estimated, because no program measures wrapped
 * text when it opens a file that comes from another, and none ever measures merged cells.
 */
export function heightFor(style: CellStyle | undefined, text: string, columns: number): number {
  return heightsIn(style, columns)(text);
}

/** The same for many texts in cells of one style and width. */
export function heightsIn(style: CellStyle | undefined, columns: number): (text: string) => number {
  const { font, align } = style ? LOOKS[style] : PLAIN;
  const { size } = font;
  // A column's character is 7 pixels wide; half a Chinese character takes 2/3 of a pixel per point. One is left over
  // where the next character no longer fits.
  const perLine = Math.max(2, Math.floor((columns * 7) / ((size * 2) / 3)) - 1);
  // Where the font is another than ours a line may be higher, which only shows where there are many.
  const points = (lines: number): number => Math.ceil(lines * size * 1.35 + 5 + Math.max(0, lines - FEW) * size * 0.15);
  const least = points(1);
  if (!align.wrapText) return () => least;
  const measured = remembered((text: string) => {
    const lines = text.split(/\r\n?|\n/).map((line) => Math.max(1, Math.ceil(width(line) / perLine)));
    return points(lines.reduce((sum, each) => sum + each, 0));
  }, KNOWN);
  // No character is wider than two columns.
  return (text) => (text.length * 2 <= perLine && !BREAK.test(text) ? least : measured(text));
}

/** So many lines fit with any font. */
const FEW = 3;
const BREAK = /[\r\n]/;
/** So many texts are known at a time: the same long ones stand in row after row. */
const KNOWN = 256;

// A look's number is found by the identity of its object: the same look must be the same object, or every cell is compared
// anew. No object here may be changed after it was handed out.
const made = new Map<CellStyle | undefined, Map<string | undefined, Made>>();

interface Made {
  plain?: Style;
  linked?: Style;
}

/** How a cell looks; `format` overrides the style's own number format. */
export function look(style: CellStyle | undefined, format: string | undefined, linked: boolean): Style {
  const own = madeFor(style, format);
  const side = linked ? 'linked' : 'plain';
  own[side] ??= styleOf(style ? LOOKS[style] : PLAIN, format, linked);
  return own[side];
}

function madeFor(style: CellStyle | undefined, format: string | undefined): Made {
  const ofStyle = made.get(style) ?? new Map<string | undefined, Made>();
  const own = ofStyle.get(format);
  if (own) return own;
  const fresh: Made = {};
  made.set(style, ofStyle.set(format, fresh));
  return fresh;
}

function styleOf(from: Look, format: string | undefined, linked: boolean): Style {
  return {
    font: linked ? { ...from.font, ...LINK } : from.font,
    alignment: from.align,
    locked: from.open !== true,
    numFmt: format ?? from.format ?? 'General',
    ...(from.bordered && { border: BOX }),
    ...(from.fill && { fill: `FF${from.fill}` }),
  };
}

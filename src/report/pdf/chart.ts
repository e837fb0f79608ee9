/**
 * Rows of a bar chart: a bar a row, all from one line and to one scale, each with its name before it and its figure
 * behind it. What is sure is filled, what is possible beyond it an outline, so that it tells in black and white too.
 */
import type { Bar, ChartBlock } from '../../model/bulletin.js';
import { reachOf, type Span, scaleOf } from '../scale.js';
import { bodyStyle } from '../typesetting/columns.js';
import { type Line, linesOf, widthOf } from '../typesetting/lines.js';
import { AREA, ASCENT, type BoxItem, type Item, type Node, nodeIn, SIZE } from '../typesetting/page.js';
import type { Setter, Style } from '../typesetting/setting.js';
import { WORDS } from '../typesetting/words.js';
import { BELOW, captionRows, LEADING } from './caption.js';
import type { Row } from './flow.js';
import { together } from './together.js';

/** Above so many bars the text is a step smaller. */
const MANY = 16;
/** Most of the width that names may take. */
const NAMES = 0.4;
/** Thickness of a bar, and room above and below the text of a row; in sizes. */
const BAR = 0.75;
const PAD = 0.06;
/** Share of the page that would rather stand empty than that a chart is torn. */
const LOW = 0.5;
/** Points between a bar and the text beside it. */
const BESIDE = 6;
const AXIS = 0.7;

interface Frame {
  readonly style: Style;
  /** Where bars begin and end, in points from the left edge of the type area. */
  readonly left: number;
  readonly right: number;
}

export function chartRows(chart: ChartBlock, setter: Setter, parent: Node): Row[] {
  if (chart.bars.length === 0) return [];
  const figure = nodeIn(parent, 'Figure', chart.alt);
  const style = bodyStyle(setter, chart.bars.length > MANY ? SIZE.small4 : SIZE.small);
  const frame = frameOf(chart, style, setter);
  const scale = scaleOf(chart);
  const repeated = captionRows(`${chart.caption}${WORDS[setter.lang].chartContinued}`, setter, undefined);
  const rows = chart.bars.map((bar): Row => ({ ...barRow(bar, frame, scale, figure, setter), repeated }));
  const kept = together(
    rows.map((row, at) => (at === rows.length - 1 ? { ...row, height: row.height + BELOW } : row)),
    LOW,
  );
  return [...captionRows(chart.caption, setter, figure), ...kept];
}

function frameOf({ bars }: ChartBlock, style: Style, setter: Setter): Frame {
  const measure = setter.measure(style);
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => widthOf(text, measure)));
  const names = Math.min(widest(bars.map(({ name }) => name)), NAMES * AREA.width);
  const figures = widest(bars.map(({ text }) => text));
  return { style, left: names + BESIDE, right: AREA.width - figures - BESIDE };
}

function barRow(bar: Bar, frame: Frame, scale: Span, figure: Node, setter: Setter): Row {
  const { style, left, right } = frame;
  const { size } = style;
  const measure = setter.measure(style);
  const names = linesOf(bar.name, { width: left - BESIDE, em: size }, measure);
  const pitch = LEADING * size;
  const height = Math.max(1, names.length) * pitch + 2 * PAD * size;
  const at = (value: number): number => left + ((value - scale.from) / (scale.to - scale.from)) * (right - left);
  const box = (from: number, to: number, filled: boolean): BoxItem => {
    const [x, toX] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    return { kind: 'box', x, y: (height - BAR * size) / 2, width: toX - x, height: BAR * size, filled, node: figure };
  };
  const { sure = '0', above = sure, below = sure } = reachOf(bar);
  const boxes = [
    ...(sure === '0' ? [] : [box(0, Number(sure), true)]),
    ...[above, below].flatMap((end) => (end === sure ? [] : [box(Number(sure), Number(end), false)])),
  ];
  const end = Math.max(at(0), ...boxes.map(({ x, width }) => x + width));
  const items: Item[] = [
    ...names.flatMap((line, index) => {
      const top = (height - names.length * pitch) / 2 + index * pitch;
      return setter.items(line, style, left - BESIDE - line.end, baseline(top, style), figure);
    }),
    ...boxes,
    axis(at(0), height, figure),
    ...oneLine(bar.text, style, setter).flatMap((line) =>
      setter.items(line, style, end + BESIDE, baseline((height - pitch) / 2, style), figure),
    ),
  ];
  return { items, height, seen: height };
}

function baseline(top: number, { size }: Style): number {
  return top + ((LEADING - 1) * size) / 2 + ASCENT * size;
}

function oneLine(text: string, style: Style, setter: Setter): Line[] {
  return linesOf(text, { width: Number.POSITIVE_INFINITY, em: style.size }, setter.measure(style));
}

/** The line from which the bars begin. */
function axis(x: number, height: number, node: Node): BoxItem {
  return { kind: 'box', x: x - AXIS / 2, y: 0, width: AXIS, height, filled: true, node };
}

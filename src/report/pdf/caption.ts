/** What a table and a chart have above them, and the room around them. */
import { headStyle } from '../typesetting/columns.js';
import { linesOf } from '../typesetting/lines.js';
import { AREA, ASCENT, type Node, SIZE } from '../typesetting/page.js';
import type { Setter } from '../typesetting/setting.js';
import type { Row } from './flow.js';

/** Distance of two lines, in sizes. */
export const LEADING = 1.35;
/** Below a caption. */
const GAP = 7;
/** Below a table or chart, at least. */
export const BELOW = 11;

/** In the middle above it, kept with what follows; nothing for an empty caption. */
export function captionRows(caption: string, setter: Setter, node: Node | undefined): Row[] {
  const style = headStyle(SIZE.small3);
  const lines = linesOf(caption, { width: AREA.width, em: style.size }, setter.measure(style));
  const pitch = LEADING * style.size;
  return lines.map((line, at) => {
    const height = pitch + (at === lines.length - 1 ? GAP : 0);
    const items = setter.items(line, style, (AREA.width - line.end) / 2, ASCENT * style.size, node);
    return { items, height, seen: height, keep: true, ...(at === 0 ? { grid: true } : {}) };
  });
}

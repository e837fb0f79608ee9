/**
 * Rows of a table: as wide as the type area, one size below the body, every cell wrapped inside its column and no
 * number torn while the columns can make room for it. Each part on a later page begins with the heading, （续表） above it.
 */
import type { TableBlock } from '../../model/bulletin.js';
import { BESIDE, bodyStyle, headLines, headStyle, type Shape, shapeOf, wrapped } from '../typesetting/columns.js';
import type { Line } from '../typesetting/lines.js';
import { AREA, ASCENT, type Item, type Node, nodeIn } from '../typesetting/page.js';
import type { Setter, Style } from '../typesetting/setting.js';
import { WORDS } from '../typesetting/words.js';
import { BELOW, captionRows, LEADING } from './caption.js';
import type { Row } from './flow.js';
import { together } from './together.js';

/** Room between text and rule above and below it; beside it, it is part of the column. */
const PAD = 5;
const RULE = 0.5;
/** Share of the page that would rather stand empty than that a table is torn. */
const LOW = 0.15;

interface Cell {
  readonly lines: readonly Line[];
  readonly style: Style;
  readonly align: 'left' | 'center' | 'right';
  readonly node: Node | undefined;
}

export function tableRows(table: TableBlock, setter: Setter, parent: Node): Row[] {
  if (table.columns.length === 0) return [];
  const shape = shapeOf(table, setter);
  const element = nodeIn(parent, 'Table');
  const caption = table.caption ?? '';
  const above = caption === '' ? [] : captionRows(caption, setter, nodeIn(element, 'Caption'));
  const heading = headingRow(table, shape, setter, nodeIn(element, 'TR'));
  const again = [
    ...captionRows(`${caption}${WORDS[setter.lang].continued}`.trim(), setter, undefined),
    headingRow(table, shape, setter, undefined),
  ];
  const most = AREA.height - again.reduce((sum, row) => sum + row.height, 0);
  const body = table.rows.flatMap((texts) => {
    const row = nodeIn(element, 'TR');
    const cells = table.columns.map(({ align }, at): Cell => {
      const style = bodyStyle(setter, shape.size);
      const lines = wrapped(texts[at] ?? '', style, shape.widths[at] ?? 0, setter);
      return { lines, style, align, node: nodeIn(row, 'TD') };
    });
    return parted(cells, shape.size, most).map((part) => ({ ...cellRow(part, shape, setter), repeated: again }));
  });
  const rows = [...above, heading, ...together(body, LOW)];
  return rows.map((row, at) => (at === rows.length - 1 ? { ...row, height: row.height + BELOW, keep: false } : row));
}

function headingRow(table: TableBlock, shape: Shape, setter: Setter, parent: Node | undefined): Row {
  const cells = table.columns.map((column, at) => {
    const node = parent && nodeIn(parent, 'TH');
    const lines = headLines(column.title, shape.size, shape.widths[at] ?? 0, setter);
    return { lines, style: headStyle(shape.size), align: 'center' as const, node };
  });
  const row = cellRow(cells, shape, setter);
  return { ...row, items: [rule(0, 0, AREA.width, 0), ...row.items], keep: true };
}

/** The same cells in as many parts as it takes for none to be higher than a page. */
function parted(cells: readonly Cell[], size: number, most: number): Cell[][] {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const fitting = Math.max(1, Math.floor((most - 2 * PAD) / (LEADING * size)));
  return Array.from({ length: Math.ceil(lines / fitting) }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * fitting, (part + 1) * fitting) })),
  );
}

function cellRow(cells: readonly Cell[], { size, widths }: Shape, setter: Setter): Row {
  const pitch = LEADING * size;
  const height = Math.max(1, ...cells.map((cell) => cell.lines.length)) * pitch + 2 * PAD;
  const items: Item[] = [];
  let x = 0;
  cells.forEach((cell, at) => {
    const width = widths[at] ?? 0;
    const top = (height - cell.lines.length * pitch) / 2 + (pitch - size) / 2;
    cell.lines.forEach((line, index) => {
      const y = top + index * pitch + ASCENT * size;
      items.push(...setter.items(line, cell.style, x + insetOf(cell.align, width, line.end), y, cell.node));
    });
    items.push(rule(x, 0, x, height));
    x += width;
  });
  items.push(rule(AREA.width, 0, AREA.width, height), rule(0, height, AREA.width, height));
  return { items, height, seen: height };
}

function insetOf(align: Cell['align'], width: number, text: number): number {
  if (align === 'left') return BESIDE;
  return align === 'right' ? width - BESIDE - text : (width - text) / 2;
}

function rule(x: number, y: number, toX: number, toY: number): Item {
  return { kind: 'rule', x, y, toX, toY, thickness: RULE, red: false };
}

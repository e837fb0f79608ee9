/**
 * Rows of running text: headings and paragraphs on the grid of 28 × 22, each line a row. A heading keeps to the row
 * that follows it, so that it never ends a page.
 */
import type { Lang } from '../../base/text.js';
import type { Block } from '../../model/bulletin.js';
import type { FaceName } from '../typesetting/face-names.js';
import { type Frame, linesOf } from '../typesetting/lines.js';
import { AREA, ASCENT, EM, type Node, nodeIn, PITCH } from '../typesetting/page.js';
import type { Setter, Style } from '../typesetting/setting.js';
import { titleLines } from '../typesetting/title.js';
import { chartRows } from './chart.js';
import type { Row } from './flow.js';
import { tableRows } from './table.js';

type Level = 1 | 2 | 3;
/** The title is H1, so the headings below it begin with H2. */
const ROLES: Readonly<Record<Level, Node['role']>> = { 1: 'H2', 2: 'H3', 3: 'H4' };
const HEADING_FACES: Readonly<Record<Lang, Readonly<Record<Level, FaceName>>>> = {
  zh: { 1: 'hei', 2: 'kai', 3: 'fang' },
  en: { 1: 'hei', 2: 'heading', 3: 'song' },
};
/** 仿宋 has coarse Latin letters: English is set in 宋. */
const BODY_FACES: Readonly<Record<Lang, FaceName>> = { zh: 'fang', en: 'song' };

/** Rows of a paragraph up to which it stays with the table that it leads up to. */
const SHORT_LEAD = 3;

/** The body text: 三号 仿宋. */
export function bodyStyle(lang: Lang): Style {
  return { face: BODY_FACES[lang], size: EM };
}

/** Rows of headings, paragraphs and tables, in order; their elements are added to `parent`. */
export function blockRows(blocks: readonly Block[], setter: Setter, parent: Node): Row[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]?.kind;
    const rows = rowsOf(block, setter, parent);
    // What leads up to a table is not parted from it.
    const leads = block.kind === 'paragraph' && (next === 'table' || next === 'chart') && rows.length <= SHORT_LEAD;
    return leads ? rows.map((row) => ({ ...row, keep: true })) : rows;
  });
}

function rowsOf(block: Block, setter: Setter, parent: Node): Row[] {
  if (block.kind === 'table') return tableRows(block, setter, parent);
  if (block.kind === 'chart') return chartRows(block, setter, parent);
  if (block.kind === 'paragraph') return paragraphs(block.text, setter, parent);
  if (block.text === '') return [];
  const style = { face: HEADING_FACES[setter.lang][block.level], size: EM };
  const node = nodeIn(parent, ROLES[block.level]);
  return textRows(block.text, style, { indent: 2 * EM }, setter, node).map((row) => ({ ...row, keep: true }));
}

function paragraphs(text: string, setter: Setter, parent: Node): Row[] {
  return text
    .split('\n')
    .filter((part) => part !== '')
    .flatMap((part) => textRows(part, bodyStyle(setter.lang), { indent: 2 * EM }, setter, nodeIn(parent, 'P')));
}

/** One row for each line of a text that fills the type area. */
export function textRows(
  text: string,
  style: Style,
  frame: Pick<Frame, 'indent' | 'hang'>,
  setter: Setter,
  node: Node,
): Row[] {
  // English has too few words on such a line to fill it without holes.
  const whole: Frame = { width: AREA.width, em: style.size, justify: setter.lang === 'zh', ...frame };
  return linesOf(text, whole, setter.measure(style)).map((line) =>
    gridRow(setter.items(line, style, 0, ASCENT * style.size, node)),
  );
}

/** A title in the middle, broken by sense. */
export function titleRows(title: string, style: Style, setter: Setter, node: Node): Row[] {
  const measure = setter.measure(style);
  // A square free on both sides: a title from edge to edge has no shape.
  return titleLines(title, AREA.width - 2 * style.size, measure).flatMap((text) => {
    const lines = linesOf(text, { width: AREA.width, em: style.size }, measure);
    return lines.map((line) => {
      const x = (AREA.width - line.end) / 2;
      return { ...gridRow(setter.items(line, style, x, ASCENT * style.size, node)), seen: style.size };
    });
  });
}

/** A row that takes one line of the grid. */
export function gridRow(items: Row['items']): Row {
  return { items, height: PITCH, seen: EM, grid: true };
}

/** An empty line. */
export function blankRow(): Row {
  return { ...gridRow([]), blank: true };
}

/** Tables and paragraphs of a bulletin. A table's columns ask for room by what they hold, within bounds. */
import { width } from '../../base/width.js';
import type { Block, TableBlock } from '../../model/bulletin.js';

export interface Heading {
  readonly title: string;
  readonly align?: 'left' | 'center' | 'right';
  /** For a column that may wrap early for the good of the others: its widest, in columns of text. */
  readonly widest?: number;
}

/** In columns of text; beyond the widest, text wraps. */
const NARROWEST = 4;
const WIDEST = 30;
/** Lines that a heading may take, so that its column asks for no more room than its cells. */
const HEADING_LINES = 3;

export function tableOf(headings: readonly Heading[], rows: readonly (readonly string[])[]): TableBlock {
  const columns = headings.map(({ title, align = 'left', widest: most = WIDEST }, at) => {
    const widest = rows.reduce((most, row) => Math.max(most, width(row[at] ?? '')), width(title) / HEADING_LINES);
    return { title, width: Math.min(most, Math.max(NARROWEST, widest)), align };
  });
  return { kind: 'table', columns, rows };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

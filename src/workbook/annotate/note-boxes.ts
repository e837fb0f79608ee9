/** Where the boxes of comments lie: right of their cell, as wide as a hand and as high as their text needs. */

import { width } from '../../base/width.js';
import type { Merge } from '../../model/workbook.js';
import { isTrue } from '../cells.js';
import { parseRange } from '../lexical.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import { childOf, type Visit, type XmlDocument } from './document.js';
import type { Box } from './note-shapes.js';
import { type MarkedCell, visitSheet } from './sheet-marks.js';

/** In pixels. */
const BOX_WIDTH = 300;
const MAX_BOX_HEIGHT = 360;
const LINE = 17;
const MARGIN = 15;
const TEXT_MARGIN = 12;
/** Half a Chinese character of 9 points. */
const CHARACTER = 6;
const DEFAULT_WIDTH = 64;
const DEFAULT_HEIGHT = 20;

/** What of a sheet is asked for beside its elements, gathered while it is read: sizes, and merged cells that are marked. */
export class Sizes {
  readonly merges: Merge[] = [];
  private readonly isMarked: (range: Merge) => boolean;
  private readonly rows = new Map<number, number>();
  private readonly columns: { readonly min: number; readonly max: number; readonly pixels: number }[] = [];
  private row = 0;

  constructor(isMarked: (range: Merge) => boolean) {
    this.isMarked = isMarked;
  }

  /** Visits a sheet and keeps no element for a row or a merged range, of which there may be very many. */
  readonly visit: Visit = (name, xml) => {
    const { attributes } = xml;
    if (name === 'sheetData' || name === 'mergeCells') return 'children';
    if (name === 'mergeCell') {
      const range = parseRange(attributes.get('ref') ?? '');
      if (range && this.isMarked(range)) this.merges.push(range);
      return undefined;
    }
    if (name !== 'row') return visitSheet(name, xml);
    this.row = Number(attributes.get('r') ?? this.row + 1);
    const height = attributes.get('ht');
    if (isTrue(attributes.get('hidden'))) this.rows.set(this.row, 0);
    else if (height !== undefined) this.rows.set(this.row, Math.round((Number(height) * 4) / 3));
    return undefined;
  };

  readColumns(sheet: XmlDocument): void {
    for (const node of childOf(sheet.root, 'cols')?.children ?? []) {
      const attributes = sheet.attributes(node);
      const characters = Number(attributes.get('width') ?? Number.NaN);
      const pixels = isTrue(attributes.get('hidden')) ? 0 : Math.round(characters * 7);
      const [min, max] = [Number(attributes.get('min')), Number(attributes.get('max'))];
      if (pixels >= 0) this.columns.push({ min, max, pixels });
    }
  }

  box({ row, range, text }: MarkedCell): Box {
    const column = range.right;
    const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line), 2);
    const height = Math.min(MAX_BOX_HEIGHT, lines * LINE + TEXT_MARGIN);
    const top = Math.max(0, row - 2);
    const left = Math.min(column, MAX_COLUMNS - 1);
    const right = this.reach(left, MARGIN + BOX_WIDTH, MAX_COLUMNS, (index) => this.widthOf(index + 1));
    const bottom = this.reach(top, 2 + height, MAX_ROWS, (index) => this.rows.get(index + 1) ?? DEFAULT_HEIGHT);
    return { row: row - 1, column: range.left - 1, anchor: [left, MARGIN, top, 2, ...right, ...bottom] };
  }

  private widthOf(column: number): number {
    return this.columns.find(({ min, max }) => column >= min && column <= max)?.pixels ?? DEFAULT_WIDTH;
  }

  /** Which row or column lies so many pixels on, and how many pixels of it. */
  private reach(from: number, pixels: number, end: number, sizeOf: (index: number) => number): [number, number] {
    let left = pixels;
    let at = from;
    while (at < end - 1 && left >= sizeOf(at)) {
      left -= sizeOf(at);
      at += 1;
    }
    return [at, at < end - 1 ? left : 0];
  }
}

function linesOf(line: string): number {
  return Math.max(1, Math.ceil((width(line) * CHARACTER) / (BOX_WIDTH - TEXT_MARGIN)));
}

/** The merged ranges of a sheet that is written: what they cover in a row, and how wide a text in their first cell may run. */
import { addressOf, cellAddress } from '../base/address.js';
import type { CellDesign, RowDesign, Rows, SheetDesign } from '../model/design.js';

/** The width of a column for which none is given, in characters. */
export const DEFAULT_WIDTH = 8.43;

export interface Covered {
  /** How wide the text of a merged range may run, by the address of its top left cell. */
  readonly spans: ReadonlyMap<string, number>;
  /** The last row that a range covers. */
  readonly last: number;
  /**
   * By column, the top left cell of the range that covers a cell of this row; undefined where nothing stands in that. Rows
   * must be asked for from above, since it is the rows that hold the cells.
   */
  within(number: number, row: RowDesign): ReadonlyMap<number, CellDesign | undefined> | undefined;
  /** The ranges as the sheet's part names them. */
  readonly element: string;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Throws for what is no range; ranges over one another are refused when their rows are met. */
export function coveredBy({ merges = [], widths }: SheetDesign<Rows>): Covered {
  const ranges = merges.map(rangeOf).filter(({ top, left, bottom, right }) => bottom > top || right > left);
  const spans = new Map<string, number>();
  const byRow = new Map<number, Range[]>();
  for (const range of ranges) {
    const { top, left, bottom, right } = range;
    let columns = 0;
    for (let column = left; column <= right; column += 1) columns += widths[column - 1] ?? DEFAULT_WIDTH;
    // The rows below give their height too, so as many more lines find room.
    spans.set(cellAddress(top, left), columns * (bottom - top + 1));
    for (let number = top; number <= bottom; number += 1) {
      const own = byRow.get(number);
      if (own) own.push(range);
      else byRow.set(number, [range]);
    }
  }
  const masters = new Map<Range, CellDesign | undefined>();
  return {
    spans,
    last: Math.max(0, ...byRow.keys()),
    within(number, row) {
      const own = byRow.get(number);
      if (!own) return undefined;
      const covered = new Map<number, CellDesign | undefined>();
      for (const range of own) {
        const { top, left, right } = range;
        if (number === top) masters.set(range, row.cells[left - 1] ?? undefined);
        for (let column = left; column <= right; column += 1) {
          if (covered.has(column)) throw new Error(`merged ranges lie over one another in row ${number}`);
          covered.set(column, masters.get(range));
        }
      }
      for (const { top, left } of own) if (number === top) covered.delete(left);
      return covered;
    },
    element: elementOf(ranges),
  };
}

function rangeOf(merge: string): Range {
  const corners = merge.split(':').map(addressOf);
  const [from, to = from] = corners;
  if (!from || !to || corners.includes(undefined)) throw new Error(`not a range: ${merge}`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function elementOf(ranges: readonly Range[]): string {
  if (ranges.length === 0) return '';
  const elements = ranges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`,
  );
  return `<mergeCells count="${ranges.length}">${elements.join('')}</mergeCells>`;
}

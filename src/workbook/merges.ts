/**
 * The merged ranges of a sheet, kept as ranges. A merged value is seen in every cell of its range, so whoever looks at the
 * sheet as people do meets it there: ranges that would fill more rows and columns than an office ever does are refused.
 */
import type { Merge } from '../model/workbook.js';
import { parseRange } from './lexical.js';
import { type Budget, MAX_SPREAD, WIDEST } from './limits.js';
import type { PackedRows } from './packed-rows.js';
import { damaged, tooLarge } from './unreadable.js';
import type { XmlScanner } from './xml.js';

/** Reads the mergeCells element that a scanner has stepped into, adds its ranges to others, and leaves it. */
export function readMerges(xml: XmlScanner, merges: Merge[], budget: Budget): void {
  while (xml.child()) {
    budget.take(1);
    const range = parseRange(xml.attributes.get('ref') ?? '');
    if (!range) throw damaged('merged cells without a range');
    merges.push(range);
    xml.skip();
  }
}

/** Throws when the ranges, overlapping ones counted each, meet the rows that hold something in too many cells. */
export function refuseSpread(merges: readonly Merge[], rows: PackedRows): void {
  let spread = 0;
  for (const { top, left, bottom, right } of merges) {
    const met = rowsBefore(rows, bottom + 1) - rowsBefore(rows, top);
    spread += met * Math.min(right - left + 1, WIDEST);
    if (spread > MAX_SPREAD) throw tooLarge('merged ranges over too many rows');
  }
}

/** How many rows stand above the row of this number. */
function rowsBefore(rows: PackedRows, number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.numberAt(middle) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Reads one sheet: its cells, its merged ranges and which columns are hidden. What the file says about its own size is
 * not asked, and all else in it (widths, validations, formats by condition) is passed over as ranges, never cell by cell.
 */
import type { ColumnSpan, Merge, Sheet } from '../model/workbook.js';
import { CellReader, isTrue, type Shared } from './cells.js';
import { MAX_COLUMNS } from './limits.js';
import { readMerges, refuseSpread } from './merges.js';
import { damaged } from './unreadable.js';
import { XmlScanner } from './xml.js';

/** Reads the part of a worksheet. */
export function readSheet(part: Buffer, shared: Shared): Omit<Sheet, 'name' | 'hidden'> {
  const xml = new XmlScanner(part);
  if (!xml.is('worksheet')) throw damaged('sheet is none');
  let cells: CellReader | undefined;
  const merges: Merge[] = [];
  const hiddenColumns: ColumnSpan[] = [];
  while (xml.child()) {
    if (xml.is('sheetData')) {
      if (cells) throw damaged('cells stand twice');
      cells = new CellReader(xml, shared);
      cells.readRows();
    } else if (xml.is('cols')) {
      while (xml.child()) {
        const span = hiddenSpan(xml);
        if (span) hiddenColumns.push(span);
        if (hiddenColumns.length > MAX_COLUMNS) throw damaged('more columns than the grid has');
        xml.skip();
      }
    } else if (xml.is('mergeCells')) readMerges(xml, merges, shared.merges);
    else xml.skip();
  }
  if (!cells) throw damaged('sheet without cells');
  refuseSpread(merges, cells.rows);
  return { rows: cells.rows, merges, ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}) };
}

/** The columns that an element describes, if it hides them. What it says of widths is not asked, so may be wrong. */
function hiddenSpan({ attributes }: XmlScanner): ColumnSpan | undefined {
  if (!isTrue(attributes.get('hidden'))) return undefined;
  const first = Number(attributes.get('min'));
  const last = Math.min(Number(attributes.get('max')), MAX_COLUMNS);
  return first >= 1 && last >= first ? { first, last } : undefined;
}

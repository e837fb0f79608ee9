/**
 * Reads one sheet: its cells and merged ranges. What the file says about its own size is not asked, and all else in it
 * (widths, validations, formats by condition) is passed over as ranges, never cell by cell.
 */
import type { Merge, SheetRow } from '../model/workbook.js';
import { CellReader, type Shared } from './cells.js';
import { parseRange } from './lexical.js';
import { damaged } from './unreadable.js';
import { XmlScanner } from './xml.js';

/** Reads the part of a worksheet. */
export function readSheet(part: Buffer, shared: Shared): { rows: SheetRow[]; merges: Merge[] } {
  const xml = new XmlScanner(part);
  if (!xml.is('worksheet')) throw damaged('sheet is none');
  let cells: CellReader | undefined;
  const merges: Merge[] = [];
  while (xml.child()) {
    if (xml.is('sheetData')) {
      if (cells) throw damaged('cells stand twice');
      cells = new CellReader(xml, shared);
      cells.readRows();
    } else if (xml.is('mergeCells')) {
      while (xml.child()) {
        shared.merges.take(1);
        merges.push(mergeOf(xml));
        xml.skip();
      }
    } else xml.skip();
  }
  if (!cells) throw damaged('sheet without cells');
  return { rows: cells.rows, merges };
}

function mergeOf(xml: XmlScanner): Merge {
  const range = parseRange(xml.attributes.get('ref') ?? '');
  if (!range) throw damaged('merged cells without a range');
  return range;
}

/** The hidden sheet by which a template knows which form it is, of which measures, for whom and for when. */
import { MARKER_SHEET, type Marker } from '../model/recognised.js';
import type { Workbook } from '../model/workbook.js';
import { shown } from './grid.js';

/** Name of the hidden sheet with the names that a template lets people choose from. */
export const LISTS_SHEET = '_lists';
/** Name of the sheet of a template that says how to fill it in. */
export const GUIDE_SHEET = '填表说明';

/** The marker of a template: two columns of keys and values on a hidden sheet. */
export function readMarker(workbook: Workbook): Marker | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === MARKER_SHEET);
  if (!sheet) return undefined;
  const said = new Map(
    Array.from(sheet.rows, ({ values }) => [shown(values[0] ?? ''), shown(values[1] ?? '')] as const),
  );
  const [measures, version, form, by, period] = ['measures', 'version', 'form', 'by', 'period'].map((key) =>
    said.get(key),
  );
  if (!measures || !version || !form) return undefined;
  return { measures, version, form, ...(by ? { by } : {}), ...(period ? { period } : {}) };
}

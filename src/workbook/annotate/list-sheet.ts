/**
 * Writes the sheet that lists the findings, in the formats of the workbook it is added to. All cells are inline text, so
 * that no formula takes effect and the workbook's own strings are left alone; links lead to cells of the same workbook.
 */
import { cellAddress } from '../../base/address.js';
import type { CellDesign, SheetDesign } from '../../model/design.js';
import { formatOf } from '../content.js';
import { heightFor } from '../look.js';
import { HEAD, ROLES } from '../namespaces.js';
import { attribute, content } from '../spelling.js';
import { LIMIT } from '../stored-text.js';
import type { StylesEdit } from './styles.js';

/** The colour of the sheet's tab, so that it is found beside others. */
const TAB = 'FFC00000';

export function listSheet(sheet: SheetDesign, styles: StylesEdit, namespace: string): string {
  const rows = sheet.rows.map(({ cells, height, hidden }, index) => {
    const number = index + 1;
    const written = cells.map((cell, at) => (cell ? cellXml(cell, cellAddress(number, at + 1), styles) : ''));
    const size = `ht="${height ?? heightOf(sheet, number)}"${hidden ? ' hidden="1"' : ''}`;
    return `<row r="${number}" ${size} customHeight="1">${written.join('')}</row>`;
  });
  const links = sheet.rows.flatMap(({ cells }, index) =>
    cells.flatMap((cell, at) =>
      cell?.link?.startsWith('#')
        ? [`<hyperlink ref="${cellAddress(index + 1, at + 1)}" location="${attribute(cell.link.slice(1))}"/>`]
        : [],
    ),
  );
  const columns = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width + 0.71}" customWidth="1"/>`,
  );
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return [
    `${HEAD}<worksheet xmlns="${namespace}" xmlns:r="${ROLES}">`,
    `<sheetPr><tabColor rgb="${TAB}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : '',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.35"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function cellXml(cell: CellDesign, address: string, styles: StylesEdit): string {
  const { value, style, link } = cell;
  if (value !== null && typeof value !== 'string') throw new Error(`the list of findings holds text alone: ${address}`);
  const format = styles.cell(style, formatOf(cell), link !== undefined);
  if (value === null || value === '') return `<c r="${address}" s="${format}"/>`;
  return `<c r="${address}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${content(value)}</t></is></c>`;
}

function pane({ freeze }: SheetDesign): string {
  if (!freeze) return '';
  const { rows, columns } = freeze;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const active = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${cellAddress(rows + 1, columns + 1)}" activePane="${active}" state="frozen"/>`;
}

/** The height, in points, that the texts of a row need; merged cells are as wide as all their columns. */
function heightOf({ rows, widths, merges = [] }: SheetDesign, number: number): number {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const isMerged = merges.some((range) => range.startsWith(`A${number}:`));
  const heights = (rows[number - 1]?.cells ?? []).map((cell, at) => {
    const columns = isMerged && at === 0 ? all : (widths[at] ?? 0);
    return cell && typeof cell.value === 'string' ? heightFor(cell.style, cell.value, columns) : 0;
  });
  return Math.min(LIMIT.height, Math.max(15, ...heights));
}

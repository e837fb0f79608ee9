/**
 * Writes one sheet with all that hangs on it, in the schema's order: how it is seen, its rows, what may be typed, links, how it is printed,
 * its chart and its notes. Its rows are gone through once.
 */
import { cellAddress } from '../base/address.js';
import type { Rows, SheetDesign } from '../model/design.js';
import { type ChartParts, chartParts } from './chart.js';
import { coveredBy } from './covered.js';
import type { Formats } from './formats.js';
import { newLinks } from './links.js';
import { HEAD, MAIN, RELATIONS, ROLES } from './namespaces.js';
import { newNotes } from './note-parts.js';
import { type Level, type PackedPart, type PartInHand, partInHand } from './packed-part.js';
import { writeRows } from './sheet-data.js';
import { entities } from './spelling.js';
import { cut, escaped, harmless, LIMIT } from './stored-text.js';
import type { Texts } from './texts.js';
import { type Shared, validations } from './validation.js';

/** What the sheets of one file are written with. */
export interface Common extends Shared {
  readonly formats: Formats;
  readonly texts: Texts;
}

export interface WrittenSheet {
  readonly parts: readonly PackedPart[];
  readonly isNoted: boolean;
  readonly isDrawn: boolean;
}

/** A sheet of more rows is packed in half the time, and comes out a tenth larger. */
const LONG = 1000;

export function levelOf(rows: number): Level {
  return rows > LONG ? 4 : 6;
}

/** Writes the sheet of this number, from 1. */
export function writeSheet(sheet: SheetDesign<Rows>, number: number, common: Common): WrittenSheet {
  const level = levelOf(sheet.rows.length);
  const part = partInHand(`xl/worksheets/sheet${number}.xml`, level);
  const covered = coveredBy(sheet);
  const links = newLinks(common.place);
  const notes = newNotes(number, level);
  part.write(`${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${ROLES}">${headOf(sheet)}<sheetData>`);
  writeRows(sheet, covered, {
    formatNumber: common.formats.numberOf,
    textCell: common.texts.ofSheet(),
    write: part.write,
    marked: (cell, address, row, column) => {
      if (cell.link) links.add(address, cell.link, cell.place);
      if (cell.note) notes.add(address, row, column, cell.note);
    },
  });
  const noted = notes.end();
  const drawn = sheet.chart && chartParts(number, sheet.chart, common.place);
  part.write(`</sheetData>${sheet.protected ? PROTECTION : ''}`);
  part.write(sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : '');
  part.write(covered.element + validations(sheet.validations ?? [], common));
  if (links.elements.count > 0) writeAll(part, '<hyperlinks>', links.elements.pieces(), '</hyperlinks>');
  part.write(`${pageOf(sheet)}${drawn?.element ?? ''}${noted?.element ?? ''}</worksheet>`);
  const beside = noted || drawn || links.relations.count > 0 ? [relationsOf(number, links, noted, drawn, level)] : [];
  return {
    parts: [part.end(), ...beside, ...(drawn?.parts ?? []), ...(noted?.parts ?? [])],
    isNoted: noted !== undefined,
    isDrawn: drawn !== undefined,
  };
}

function writeAll(part: PartInHand, before: string, pieces: Iterable<string>, behind: string): void {
  part.write(before);
  for (const piece of pieces) part.write(piece);
  part.write(behind);
}

function relationsOf(
  number: number,
  links: ReturnType<typeof newLinks>,
  noted: ReturnType<ReturnType<typeof newNotes>['end']>,
  drawn: ChartParts | undefined,
  level: Level,
): PackedPart {
  const part = partInHand(`xl/worksheets/_rels/sheet${number}.xml.rels`, level);
  part.write(`${HEAD}<Relationships xmlns="${RELATIONS}">${noted?.relations ?? ''}`);
  writeAll(part, '', links.relations.pieces(), `${drawn?.relation ?? ''}</Relationships>`);
  return part.end();
}

/** Without a password: that would protect nothing, and be hashed with a salt. */
const PROTECTION = '<sheetProtection sheet="1" formatColumns="0" sort="0" autoFilter="0"/>';

function headOf(sheet: SheetDesign<Rows>): string {
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${paneOf(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsOf(sheet.widths)}`
  );
}

function paneOf({ freeze }: SheetDesign<Rows>): string {
  if (!freeze || freeze.rows + freeze.columns === 0) return '';
  const { rows, columns } = freeze;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const active = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return (
    `<pane${split} topLeftCell="${cellAddress(rows + 1, columns + 1)}" activePane="${active}" state="frozen"/>` +
    `<selection pane="${active}"/>`
  );
}

/** Columns of one width beside one another are said together. Excel counts the 5 pixels beside the text into it, as 0.71 characters. */
function columnsOf(widths: readonly number[]): string {
  const runs: { min: number; max: number; width: number }[] = [];
  for (const [at, width] of widths.entries()) {
    const latest = runs.at(-1);
    if (latest?.width === width) latest.max = at + 1;
    else runs.push({ min: at + 1, max: at + 1, width });
  }
  const elements = runs.map(
    ({ min, max, width }) => `<col min="${min}" max="${max}" width="${width + 0.71}" customWidth="1"/>`,
  );
  return elements.length > 0 ? `<cols>${elements.join('')}</cols>` : '';
}

function pageOf({ print }: SheetDesign<Rows>): string {
  const orientation = print?.landscape ? 'landscape' : 'portrait';
  const pages = '第 &P 页 共 &N 页';
  const footer = print?.footer && escaped(cut(harmless(print.footer), LIMIT.footer)).replaceAll('&', '&&');
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.35"/>' +
    // Height 0: as many pages as needed.
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${print?.wide ?? 1}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${entities(footer ? `&L${footer}&R${pages}` : `&C${pages}`)}</oddFooter></headerFooter>`
  );
}

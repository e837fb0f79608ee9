/**
 * Writes a design as an .xlsx file. What it guarantees:
 * - The same design gives the same bytes, on any day, in any time zone.
 * - Text is a string, never a formula, however it begins; what XML cannot hold is written out as \u{..}.
 * - A number keeps its digits and shows them; a day is a real date and the same day everywhere.
 * - Sheet names become valid and unique, and references to a sheet follow its name.
 * - In a protected sheet only cells of an `input` style can be typed into.
 */
import type { Worksheet } from 'exceljs';
import { unzipSync } from 'fflate';
import { cellAddress, columnLetters } from '../base/address.js';
import type { SheetDesign, WorkbookDesign } from '../model/design.js';
import { contentOf, formatOf } from './content.js';
import { finish, packed, type Rest } from './finish.js';
import { heightFor, look } from './look.js';
import { placeIn, quoted, sheetNames } from './sheet-names.js';
import { cut, escaped, harmless, LIMIT, stored } from './stored-text.js';
import { type Shared, validate } from './validation.js';

/** The width of a column for which none is given, in characters. */
const DEFAULT_WIDTH = 8.43;

/** A design as .xlsx bytes. Throws for a design that no workbook can show, which is a fault of ours. */
export async function writeWorkbook(design: WorkbookDesign): Promise<Uint8Array> {
  // Loaded only when something is written: it takes longer than most of our commands.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const noon = new Date(`${design.date}T12:00:00Z`);
  book.title = harmless(design.title);
  book.creator = harmless(design.author);
  book.lastModifiedBy = book.creator;
  book.created = noon;
  book.modified = noon;

  const names = sheetNames([...design.sheets.map((sheet) => sheet.name), '_choices']);
  const active = design.sheets.findIndex((sheet) => (sheet.state ?? 'visible') === 'visible');
  if (active < 0) throw new Error('a workbook needs a visible sheet');
  // Without it a file whose first sheet is hidden opens on that sheet.
  book.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: active, visibility: 'visible' }];

  const lists = new Map<string, readonly string[]>();
  const choicesName = names.at(-1) as string;
  const shared: Shared = {
    place: placeIn(design.sheets, names),
    choices: (choices) => {
      const key = JSON.stringify(choices);
      lists.set(key, choices);
      const column = columnLetters([...lists.keys()].indexOf(key) + 1);
      return `${quoted(choicesName)}!$${column}$1:$${column}$${Math.max(1, choices.length)}`;
    },
  };

  const rests: Rest[] = [];
  for (const [index, sheet] of design.sheets.entries()) {
    const worksheet = book.addWorksheet(names[index] as string, {
      state: sheet.state ?? 'visible',
      views: [viewOf(sheet)],
      pageSetup: pageOf(sheet),
      headerFooter: { oddFooter: footerOf(sheet) },
    });
    rests.push(fill(worksheet, sheet));
    for (const validation of sheet.validations ?? []) validate(worksheet, validation, shared);
    if (sheet.filter) worksheet.autoFilter = sheet.filter;
    if (sheet.protected) {
      // A password would be hashed with a random salt, so the bytes would change; and it would protect nothing.
      await worksheet.protect('', {
        selectLockedCells: true,
        selectUnlockedCells: true,
        formatColumns: true,
        sort: true,
        autoFilter: true,
      });
    }
  }
  if (lists.size > 0) {
    const worksheet = book.addWorksheet(choicesName, { state: 'veryHidden' });
    for (const [column, choices] of [...lists.values()].entries()) {
      for (const [row, value] of choices.entries()) worksheet.getCell(row + 1, column + 1).value = contentOf({ value });
    }
  }

  // STORE, because the parts are unpacked at once and packed again.
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })));
  for (const [index, rest] of rests.entries()) finish(parts, index + 1, rest, shared.place);
  return packed(parts);
}

/** Puts cells, sizes and merges into a sheet. */
function fill(worksheet: Worksheet, sheet: SheetDesign): Rest {
  const rest: Rest = { links: [], estimated: new Set() };
  // Excel counts the 5 pixels beside the text into a width, as 0.71 characters. A width of exactly 9 would be lost:
  // exceljs takes it for the default and leaves it out, and Excel's own default is 8.43.
  worksheet.columns = sheet.widths.map((width) => ({ width: width + 0.71 }));
  const spans = spansOf(worksheet, sheet);
  for (const [index, design] of sheet.rows.entries()) {
    const number = index + 1;
    const row = worksheet.getRow(number);
    let height = 0;
    for (const [columnIndex, cell] of design.cells.entries()) {
      if (!cell) continue;
      const address = cellAddress(number, columnIndex + 1);
      const target = row.getCell(columnIndex + 1);
      target.value = contentOf(cell);
      target.style = look(cell.style, formatOf(cell), cell.link !== undefined);
      if (cell.note) {
        const font = { name: '宋体', charset: 134, size: 9 };
        target.note = { texts: [{ font, text: stored(cell.note) }] };
      }
      if (cell.link) rest.links.push({ address, to: cell.link });
      const text = typeof cell.value === 'string' ? cell.value : '';
      const columns = spans.get(address) ?? sheet.widths[columnIndex] ?? DEFAULT_WIDTH;
      height = Math.max(height, heightFor(cell.style, text, columns));
    }
    if (design.height === undefined) rest.estimated.add(number);
    // A row without cells keeps the program's height: exceljs leaves the 0 out.
    row.height = Math.min(design.height ?? height, LIMIT.height);
    if (design.hidden) row.hidden = true;
  }
  // Last: a value set to a merged cell would overwrite its top left cell, and merging copies the style, and with it
  // the border, of that cell to the others.
  for (const range of sheet.merges ?? []) worksheet.mergeCells(range);
  return rest;
}

/** How wide the text of a merged range may run, by the address of its top left cell. */
function spansOf(worksheet: Worksheet, sheet: SheetDesign): Map<string, number> {
  const spans = new Map<string, number>();
  for (const range of sheet.merges ?? []) {
    const [from = '', to = from] = range.split(':');
    const first = worksheet.getCell(from).fullAddress;
    const last = worksheet.getCell(to).fullAddress;
    let columns = 0;
    for (let column = first.col; column <= last.col; column += 1) columns += sheet.widths[column - 1] ?? DEFAULT_WIDTH;
    // The rows below give their height too, so as many more lines find room.
    spans.set(from, columns * (last.row - first.row + 1));
  }
  return spans;
}

function viewOf({ freeze }: SheetDesign): Worksheet['views'][number] {
  if (!freeze || freeze.rows + freeze.columns === 0) return { state: 'normal', showGridLines: false };
  return { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false };
}

function pageOf({ print }: SheetDesign): Partial<Worksheet['pageSetup']> {
  return {
    paperSize: 9,
    orientation: print?.landscape ? 'landscape' : 'portrait',
    // exceljs derives fitToPage from these only when they come with the new sheet. Height 0: as many pages as needed.
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.35 },
    ...(print?.repeat && { printTitlesRow: print.repeat.join(':') }),
  };
}

function footerOf({ print }: SheetDesign): string {
  const pages = '第 &P 页 共 &N 页';
  if (!print?.footer) return `&C${pages}`;
  const footer = cut(harmless(print.footer), LIMIT.footer);
  return `&L${escaped(footer).replaceAll('&', '&&')}&R${pages}`;
}

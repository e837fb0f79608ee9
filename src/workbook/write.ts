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
import { columnLetters } from '../base/address.js';
import type { SheetDesign, WorkbookDesign } from '../model/design.js';
import { finish, packed, SPECIMEN } from './finish.js';
import { type lookOf, looksOf } from './sheet-data.js';
import { placeIn, quoted, sheetNames } from './sheet-names.js';
import { cut, escaped, harmless, LIMIT, stored } from './stored-text.js';
import { type Shared, validate } from './validation.js';

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

  for (const [index, sheet] of design.sheets.entries()) {
    const worksheet = book.addWorksheet(names[index] as string, {
      state: sheet.state ?? 'visible',
      views: [viewOf(sheet)],
      pageSetup: pageOf(sheet),
      headerFooter: { oddFooter: footerOf(sheet) },
    });
    fill(worksheet, sheet);
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
  const written = [...design.sheets, ...(lists.size > 0 ? [choicesSheet([...lists.values()])] : [])];
  if (lists.size > 0) book.addWorksheet(choicesName, { state: 'veryHidden' });
  const looks = [...new Set(written.flatMap((sheet) => [...looksOf(sheet)]))];
  putSpecimens(book.worksheets[0] as Worksheet, looks);

  // STORE, because the parts are unpacked at once and packed again.
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })));
  finish(parts, written, looks, shared.place);
  return packed(parts);
}

/** One cell for each look, below one another, and a text so that there is a part of texts: the cells themselves come later. */
function putSpecimens(worksheet: Worksheet, looks: readonly ReturnType<typeof lookOf>[]): void {
  const first = worksheet.rowCount + 1;
  worksheet.getCell(first, 1).value = SPECIMEN;
  for (const [index, style] of looks.entries()) worksheet.getCell(first + 1 + index, 1).style = style;
}

function choicesSheet(lists: readonly (readonly string[])[]): SheetDesign {
  const length = Math.max(...lists.map((choices) => choices.length));
  const rows = Array.from({ length }, (_, row) => ({
    cells: lists.map((choices) => ({ value: choices[row] ?? null })),
  }));
  return { name: '', widths: [], rows };
}

/** Puts into a sheet all but its cells, and of these what hangs on them. */
function fill(worksheet: Worksheet, sheet: SheetDesign): void {
  // Excel counts the 5 pixels beside the text into a width, as 0.71 characters. A width of exactly 9 would be lost:
  // exceljs takes it for the default and leaves it out, and Excel's own default is 8.43.
  worksheet.columns = sheet.widths.map((width) => ({ width: width + 0.71 }));
  for (const [row, { cells }] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell?.note) continue;
      const font = { name: '宋体', charset: 134, size: 9 };
      worksheet.getCell(row + 1, column + 1).note = { texts: [{ font, text: stored(cell.note) }] };
    }
  }
  for (const range of sheet.merges ?? []) worksheet.mergeCells(range);
}

function viewOf({ freeze }: SheetDesign): Worksheet['views'][number] {
  if (!freeze || freeze.rows + freeze.columns === 0) return { state: 'normal', showGridLines: false };
  return { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false };
}

function pageOf({ print, freeze }: SheetDesign): Partial<Worksheet['pageSetup']> {
  return {
    paperSize: 9,
    orientation: print?.landscape ? 'landscape' : 'portrait',
    // exceljs derives fitToPage from these only when they come with the new sheet. Height 0: as many pages as needed.
    fitToWidth: print?.wide ?? 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.35 },
    ...(print?.repeat && { printTitlesRow: print.repeat.join(':') }),
    ...(freeze && (print?.wide ?? 1) > 1 && { printTitlesColumn: `A:${columnLetters(freeze.columns)}` }),
  };
}

function footerOf({ print }: SheetDesign): string {
  const pages = '第 &P 页 共 &N 页';
  if (!print?.footer) return `&C${pages}`;
  const footer = cut(harmless(print.footer), LIMIT.footer);
  return `&L${escaped(footer).replaceAll('&', '&&')}&R${pages}`;
}

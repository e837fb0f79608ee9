/**
 * Writes the cells of a designed sheet as the markup of its part. exceljs holds an object for each cell and takes
 * several times as long; so it writes all else of a file, and of the cells one specimen for each look.
 */
import { addressOf, cellAddress } from '../base/address.js';
import type { CellDesign, RowDesign, SheetDesign } from '../model/design.js';
import { contentOf, formatOf } from './content.js';
import { heightFor, look } from './look.js';
import { LIMIT } from './stored-text.js';

/** The width of a column for which none is given, in characters. */
const DEFAULT_WIDTH = 8.43;

/** The style of a cell as exceljs has it; the same look is the same object. Figures that link look like all others. */
export function lookOf(cell: CellDesign): ReturnType<typeof look> {
  return look(
    cell.style,
    formatOf(cell),
    cell.link !== undefined && typeof cell.value === 'string' && cell.style !== 'number',
  );
}

/** Every look of a sheet once. */
export function looksOf({ rows }: SheetDesign): Set<ReturnType<typeof look>> {
  const looks = new Set<ReturnType<typeof look>>();
  for (const { cells } of rows) for (const cell of cells) if (cell) looks.add(lookOf(cell));
  return looks;
}

/** What a sheet's cells are written with. */
export interface Setting {
  /** The number of a look among the formats of the file. */
  readonly formatNumber: (of: ReturnType<typeof look>) => number;
  /** The number of a text among those of the file. */
  readonly textNumber: (text: string) => number;
}

/** The markup of a sheet's rows, and the range in which anything stands. */
export interface SheetData {
  readonly rows: string;
  readonly extent: string;
}

/** The rows of a sheet, without the element around them. */
export function sheetData(sheet: SheetDesign, setting: Setting): SheetData {
  const { spans, beneath } = mergesOf(sheet);
  const rows: string[] = [];
  let widest = 1;
  const last = Math.max(sheet.rows.length, ...beneath.keys());
  for (let number = 1; number <= last; number += 1) {
    const row = sheet.rows[number - 1] ?? { cells: [] };
    const covered = beneath.get(number);
    const end = Math.max(row.cells.length, ...(covered?.keys() ?? []));
    let cells = '';
    for (let column = 1; column <= end; column += 1) {
      // A cell that a merge covers holds nothing, but shows the border of the one that it belongs to.
      const master = covered?.get(column);
      const cell = row.cells[column - 1];
      if (master) cells += `<c r="${cellAddress(number, column)}" s="${setting.formatNumber(lookOf(master))}"/>`;
      else if (cell) cells += cellOf(cell, cellAddress(number, column), setting);
    }
    const tag = tagOf(row, heightOf(row, number, sheet.widths, spans));
    if (cells === '' && tag === '') continue;
    widest = Math.max(widest, end);
    rows.push(`<row r="${number}"${tag} spans="1:${Math.max(1, end)}">${cells}</row>`);
  }
  return { rows: rows.join(''), extent: `A1:${cellAddress(Math.max(1, last), widest)}` };
}

function cellOf(cell: CellDesign, address: string, { formatNumber, textNumber }: Setting): string {
  const content = contentOf(cell);
  const start = `<c r="${address}" s="${formatNumber(lookOf(cell))}"`;
  if (content === null) return `${start}/>`;
  return typeof content === 'number'
    ? `${start}><v>${content}</v></c>`
    : `${start} t="s"><v>${textNumber(content)}</v></c>`;
}

/** How a row is said to be high and hidden. A height that is only our estimate is not called the user's own: it may still grow. */
function tagOf({ height, hidden }: RowDesign, points: number): string {
  const high = points > 0 ? ` ht="${points}"` : '';
  return `${high}${high !== '' && height !== undefined ? ' customHeight="1"' : ''}${hidden ? ' hidden="1"' : ''}`;
}

/** In points; 0 leaves it to the program. */
function heightOf(
  row: RowDesign,
  number: number,
  widths: readonly number[],
  spans: ReadonlyMap<string, number>,
): number {
  let height = row.height;
  if (height === undefined) {
    height = 0;
    for (const [index, cell] of row.cells.entries()) {
      if (!cell) continue;
      const text = typeof cell.value === 'string' ? cell.value : '';
      const columns = spans.get(cellAddress(number, index + 1)) ?? widths[index] ?? DEFAULT_WIDTH;
      height = Math.max(height, heightFor(cell.style, text, columns));
    }
  }
  return Math.min(height, LIMIT.height);
}

interface Merges {
  /** How wide the text of a merged range may run, by the address of its top left cell. */
  readonly spans: ReadonlyMap<string, number>;
  /** By row and column, the top left cell of the range that covers a cell. */
  readonly beneath: ReadonlyMap<number, ReadonlyMap<number, CellDesign>>;
}

function mergesOf({ merges = [], rows, widths }: SheetDesign): Merges {
  const spans = new Map<string, number>();
  const beneath = new Map<number, Map<number, CellDesign>>();
  for (const merge of merges) {
    const [from, to = from] = merge.split(':').map(addressOf);
    if (!from || !to) throw new Error(`not a range: ${merge}`);
    const { row: top, column: left } = from;
    const { row: bottom, column: right } = to;
    const master = rows[top - 1]?.cells[left - 1];
    let columns = 0;
    for (let column = left; column <= right; column += 1) columns += widths[column - 1] ?? DEFAULT_WIDTH;
    // The rows below give their height too, so as many more lines find room.
    spans.set(cellAddress(top, left), columns * (bottom - top + 1));
    for (let number = top; master && number <= bottom; number += 1) {
      const covered = beneath.get(number) ?? new Map<number, CellDesign>();
      beneath.set(number, covered);
      for (let column = left; column <= right; column += 1)
        if (number > top || column > left) covered.set(column, master);
    }
  }
  return { spans, beneath };
}

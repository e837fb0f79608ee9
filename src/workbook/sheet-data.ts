/**
 * Writes the rows of a designed sheet as the markup of its part, in one pass in which no more than one row is held. What else hangs
 * on cells, links and notes, is told on the way.
 */
import { columnLetters } from '../base/address.js';
import type { CellDesign, CellStyle, RowDesign, Rows, SheetDesign } from '../model/design.js';
import { figureOf, formatOf } from './content.js';
import { type Covered, DEFAULT_WIDTH } from './covered.js';
import { heightsIn, look } from './look.js';
import { LIMIT } from './stored-text.js';
import type { Style } from './style-markup.js';

/** What a sheet's cells are written with. */
export interface Setting {
  /** The number of a look among the formats of the file. */
  readonly formatNumber: (look: Style) => number;
  /** The rest of the element of a cell that holds a text. */
  readonly textCell: (text: string) => string;
  /** Takes the markup. */
  readonly write: (markup: string) => void;
  /** Told of every cell that is given a link or a note. */
  readonly marked: (cell: CellDesign, address: string, row: number, column: number) => void;
}

/** The rows of a sheet, without the element around them. */
export function writeRows(sheet: SheetDesign<Rows>, covered: Covered, setting: Setting): void {
  const heights = heightsOf(sheet.widths, covered);
  let number = 0;
  const next = (row: RowDesign): void => {
    number += 1;
    writeRow(row, number, covered.within(number, row), heights(row, number), setting);
  };
  for (const row of sheet.rows) next(row);
  while (number < covered.last) next(NOTHING);
}

/** Where a merged range goes on below the last row. */
const NOTHING: RowDesign = { cells: [] };

function writeRow(
  row: RowDesign,
  number: number,
  covered: ReturnType<Covered['within']>,
  height: number,
  setting: Setting,
): void {
  const { cells } = row;
  const end = covered ? Math.max(cells.length, ...covered.keys()) : cells.length;
  let markup = '';
  for (let column = 1; column <= end; column += 1) {
    const address = columnLetters(column) + number;
    // A cell that a merge covers holds nothing, but shows the border of the one that it belongs to.
    const master = covered?.get(column);
    const cell = cells[column - 1];
    if (master) markup += `<c r="${address}" s="${setting.formatNumber(lookOf(master))}"/>`;
    else if (cell) markup += cellOf(cell, address, setting);
    if (cell?.link || cell?.note) setting.marked(cell, address, number, column);
  }
  const tag = tagOf(row, height);
  if (markup === '' && tag === '') return;
  setting.write(`<row r="${number}"${tag} spans="1:${Math.max(1, end)}">${markup}</row>`);
}

function cellOf(cell: CellDesign, address: string, { formatNumber, textCell }: Setting): string {
  const start = `<c r="${address}" s="${formatNumber(lookOf(cell))}"`;
  const { value } = cell;
  if (value === null || value === '') return `${start}/>`;
  return start + (typeof value === 'string' ? textCell(value) : `><v>${figureOf(value)}</v></c>`);
}

/** The style of a cell; the same look is the same object. Only what opens another file when it is clicked must look so. */
function lookOf(cell: CellDesign): Style {
  return look(cell.style, formatOf(cell), cell.link !== undefined && !cell.link.startsWith('#'));
}

/** How a row is said to be high and hidden. A height that is only our estimate is not called the user's own: it may still grow. */
function tagOf({ height, hidden }: RowDesign, points: number): string {
  const high = points > 0 ? ` ht="${points}"` : '';
  return `${high}${high !== '' && height !== undefined ? ' customHeight="1"' : ''}${hidden ? ' hidden="1"' : ''}`;
}

/** How high a row is, in points; 0 leaves it to the program. */
function heightsOf(widths: readonly number[], { spans }: Covered): (row: RowDesign, number: number) => number {
  // The cells of a column are nearly always of one style.
  const latest: { readonly style: CellStyle | undefined; readonly heightOf: (text: string) => number }[] = [];
  const inColumn = (column: number, style: CellStyle | undefined): ((text: string) => number) => {
    const known = latest[column];
    if (known && known.style === style) return known.heightOf;
    const heightOf = heightsIn(style, widths[column] ?? DEFAULT_WIDTH);
    latest[column] = { style, heightOf };
    return heightOf;
  };
  return ({ height, cells }, number) => {
    if (height !== undefined) return Math.min(height, LIMIT.height);
    let most = 0;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (!cell) continue;
      const { value, style } = cell;
      const span = spans.size > 0 ? spans.get(columnLetters(column + 1) + number) : undefined;
      const heightOf = span === undefined ? inColumn(column, style) : heightsIn(style, span);
      most = Math.max(most, heightOf(typeof value === 'string' ? value : ''));
    }
    return Math.min(most, LIMIT.height);
  };
}

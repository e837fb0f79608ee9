/**
 * Reads the rows and cells of one sheet. Kept are cells that hold something, at the address the file gives them. An
 * address that stands twice, lies off the grid or contradicts its row is a fault; so is anything that is no cell where
 * one must be, for half a sheet must never pass for a whole one.
 */
import type { CellValue, SheetRow } from '../model/workbook.js';
import type { DateSystem } from './dates.js';
import { FormulaReader } from './formula.js';
import { columnOf, rowOf } from './lexical.js';
import { type Budget, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { Format } from './number-format.js';
import { PlainCell } from './plain-cell.js';
import { readString, unescaped } from './shared-strings.js';
import { damaged } from './unreadable.js';
import type { XmlScanner } from './xml.js';

/** What the sheets of one workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  /** How each cell format shows its number. */
  readonly formats: Uint8Array;
  readonly dates: DateSystem;
  readonly cells: Budget;
  readonly merges: Budget;
}

/** The names of a cell's attributes and its types are told apart by their only letter. */
const LETTER_B = 0x62;
const LETTER_D = 0x64;
const LETTER_E = 0x65;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
/** The types whose names are longer. */
const FORMULA_TEXT = 1;
const INLINE_TEXT = 2;
const TYPES: ReadonlyMap<string, number> = new Map([
  ['s', LETTER_S],
  ['n', LETTER_N],
  ['b', LETTER_B],
  ['d', LETTER_D],
  ['e', LETTER_E],
  ['str', FORMULA_TEXT],
  ['inlineStr', INLINE_TEXT],
]);
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
const UNCOMPUTED: CellValue = { kind: 'uncomputed' };

/** Reads the sheetData element that a scanner has stepped into. */
export class CellReader {
  readonly rows: SheetRow[] = [];
  private readonly xml: XmlScanner;
  private readonly shared: Shared;
  private readonly seenRows = new SeenNumbers();
  private readonly seenColumns = new SeenNumbers();
  /** The row and the column read last; what has no address of its own follows them. */
  private row = 0;
  private column = 0;
  /** What the current row holds: the first `count` of each, so that the room is used again for the next row. */
  private readonly columns: number[] = [];
  private readonly values: CellValue[] = [];
  private lastColumns: readonly number[] = [];
  private readonly formulas = new FormulaReader();
  private count = 0;
  private readonly plain = new PlainCell();
  private inOrder = true;

  constructor(xml: XmlScanner, shared: Shared) {
    this.xml = xml;
    this.shared = shared;
  }

  /** Reads all rows and leaves the element. */
  readRows(): void {
    const { rows, xml } = this;
    let rowsInOrder = true;
    while (xml.child()) {
      if (!xml.is('row')) throw damaged('something else than a row among the rows');
      const before = this.row;
      this.readRow();
      if (this.row < before) rowsInOrder = false;
    }
    if (!rowsInOrder) rows.sort((one, other) => one.number - other.number);
  }

  private readRow(): void {
    const { attributes } = this.xml;
    let number = this.row + 1;
    let hidden = false;
    for (let index = 0; index < attributes.count; index += 1) {
      if (attributes.letter(index) === LETTER_R) number = attributes.number(index);
      else if (attributes.is(index, 'hidden')) hidden = isTrue(attributes.text(index));
    }
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS) throw damaged('row off the grid');
    if (!this.seenRows.add(number)) throw damaged(`row ${number} stands twice`);
    this.row = number;
    this.column = 0;
    this.inOrder = true;
    this.seenColumns.clear();
    for (;;) {
      this.readPlainCells();
      if (!this.xml.child()) break;
      if (this.xml.is('c')) this.readCell();
      else if (this.xml.is('extLst')) this.xml.skip();
      else throw damaged(`something else than a cell in row ${number}`);
    }
    if (this.count > 0) this.keepRow(hidden);
  }

  private keepRow(hidden: boolean): void {
    const { formulas, row: number } = this;
    this.shared.cells.take(this.count);
    const columns = this.usedColumns();
    const values = this.values.slice(0, this.count);
    this.count = 0;
    const order = this.inOrder ? undefined : sortedOrder(columns);
    const row = {
      number,
      hidden,
      columns: order ? order.map((index) => columns[index] as number) : columns,
      values: order ? order.map((index) => values[index] as CellValue) : values,
    };
    this.rows.push(formulas.isEmpty() ? row : { ...row, ...formulas.take() });
  }

  /** The columns of the current row; rows that have the same ones share them. */
  private usedColumns(): readonly number[] {
    const { columns, count, lastColumns } = this;
    let isSame = lastColumns.length === count;
    for (let index = 0; isSame && index < count; index += 1) isSame = columns[index] === lastColumns[index];
    if (!isSame) this.lastColumns = columns.slice(0, count);
    return this.lastColumns;
  }

  private readPlainCells(): void {
    const { plain, xml } = this;
    let at = xml.position();
    if (at < 0) return;
    for (let end = plain.read(xml.bytes, at, this.row); end >= 0; end = plain.read(xml.bytes, at, this.row)) {
      at = end;
      this.place(plain.column);
      if (plain.isEmpty) continue;
      const value = this.valueOfNumber(plain.type, plain.number, plain.style);
      if (value !== '') this.keep(plain.column, value);
    }
    xml.resume(at);
  }

  private readCell(): void {
    const { xml } = this;
    const { attributes } = xml;
    let column = this.column + 1;
    let style = -1;
    let type = LETTER_N;
    for (let index = 0; index < attributes.count; index += 1) {
      const letter = attributes.letter(index);
      if (letter === LETTER_R) column = this.columnIn(attributes.address(index));
      else if (letter === LETTER_S) style = this.styleIn(attributes.number(index));
      else if (letter === LETTER_T) type = this.typeIn(index);
    }
    if (column > MAX_COLUMNS) throw damaged(`cell off the grid in row ${this.row}`);
    this.place(column);

    let value: CellValue | undefined;
    let isRead = false;
    let isFormula = false;
    while (xml.child()) {
      if (xml.is('f')) {
        isFormula = true;
        this.formulas.read(xml);
        continue;
      }
      if (xml.is('extLst')) {
        xml.skip();
        continue;
      }
      if (isRead) throw damaged(`a cell of row ${this.row} has two values`);
      isRead = true;
      if (xml.is('v') && type !== INLINE_TEXT) {
        xml.content();
        value = this.valueOf(type, style);
      } else if (xml.is('is') && type === INLINE_TEXT) value = readString(xml);
      else throw damaged(`a cell of row ${this.row} holds something unknown`);
    }
    if (isFormula) {
      if (value === undefined) value = UNCOMPUTED;
      else this.formulas.keep(column);
    } else if (value === undefined || value === '') return;
    this.keep(column, value);
  }

  private place(column: number): void {
    if (!this.seenColumns.add(column)) throw damaged(`a cell of row ${this.row} stands twice`);
    if (column < this.column) this.inOrder = false;
    this.column = column;
  }

  private keep(column: number, value: CellValue): void {
    this.columns[this.count] = column;
    this.values[this.count] = value;
    this.count += 1;
  }

  private columnIn(address: number): number {
    if (rowOf(address) !== this.row) throw damaged(`a cell of row ${this.row} has an address elsewhere`);
    return columnOf(address);
  }

  private styleIn(style: number): number {
    if (!(style >= 0)) throw damaged(`cell of unknown format in row ${this.row}`);
    return style;
  }

  private typeIn(index: number): number {
    const { attributes } = this.xml;
    const type = attributes.valueLetter(index) === LETTER_S ? LETTER_S : TYPES.get(attributes.text(index));
    if (type === undefined) throw damaged(`cell of unknown type in row ${this.row}`);
    return type;
  }

  /** The value of a cell by its content just read; undefined when that is empty. */
  private valueOf(type: number, style: number): CellValue | undefined {
    const { xml } = this;
    if (type === FORMULA_TEXT) return unescaped(xml.text());
    if (xml.isEmpty()) return undefined;
    if (type === LETTER_E) return { kind: 'error', text: xml.text() };
    if (type === LETTER_D) return this.shared.dates.ofText(xml.text(), this.formatOf(style));
    if (type === LETTER_B && WORDS.has(xml.text())) return WORDS.get(xml.text());
    return this.valueOfNumber(type, xml.number(), style);
  }

  /** The value of a cell that stores a number: an index, a truth or the number itself. */
  private valueOfNumber(type: number, number: number, style: number): CellValue {
    if (type === LETTER_S) {
      const string = this.shared.strings[number];
      if (string === undefined) throw damaged(`no shared string for a cell of row ${this.row}`);
      return string;
    }
    if (type === LETTER_B) {
      if (number !== 0 && number !== 1) throw damaged(`neither true nor false in row ${this.row}`);
      return number === 1;
    }
    if (Number.isNaN(number)) throw damaged(`not a number in row ${this.row}`);
    const format = this.formatOf(style);
    if (format === Format.General) return number;
    return format === Format.Percent ? { kind: 'percent', number } : this.shared.dates.ofSerial(number, format);
  }

  /** A cell that names no format has the first; one that names a format which does not exist may have been a date. */
  private formatOf(style: number): Format {
    const { formats } = this.shared;
    const format = style === -1 ? (formats[0] ?? Format.General) : formats[style];
    if (format === undefined) throw damaged(`no format for a cell of row ${this.row}`);
    return format as Format;
  }
}

/** Whether an attribute says yes; it says no where it is not given. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

/** Positions of these numbers in ascending order of the numbers. */
function sortedOrder(numbers: readonly number[]): number[] {
  return [...numbers.keys()].sort((one, other) => (numbers[one] as number) - (numbers[other] as number));
}

/** A set of small numbers, one bit each. */
class SeenNumbers {
  private bits = new Uint32Array(4);

  /** Adds a number; false when it is in the set already. */
  add(number: number): boolean {
    const word = number >>> 5;
    if (word >= this.bits.length) {
      const wider = new Uint32Array(Math.max(word + 1, 2 * this.bits.length));
      wider.set(this.bits);
      this.bits = wider;
    }
    const bit = 1 << (number & 31);
    const old = this.bits[word] as number;
    if ((old & bit) !== 0) return false;
    this.bits[word] = old | bit;
    return true;
  }

  clear(): void {
    this.bits.fill(0);
  }
}

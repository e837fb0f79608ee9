/**
 * Reads the rows and cells of one sheet. Kept are cells that hold something, at the address the file gives them. An
 * address that stands twice, lies off the grid or contradicts its row is a fault; so is anything that is no cell where
 * one must be, for half a sheet must never pass for a whole one.
 */
import type { CellValue } from '../model/workbook.js';
import type { DateSystem } from './dates.js';
import { Basis, basisWithin, SharedFormulas } from './formula.js';
import { columnOf, rowOf } from './lexical.js';
import { type Budget, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { Format } from './number-format.js';
import { PackedRows } from './packed-rows.js';
import { PlainCell } from './plain-cell.js';
import { RepeatedRow } from './repeated-row.js';
import { RowInHand } from './row-in-hand.js';
import { readString, unescaped } from './shared-strings.js';
import { damaged } from './unreadable.js';
import { widened } from './widened.js';
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
  readonly rows = new PackedRows();
  private readonly xml: XmlScanner;
  private readonly shared: Shared;
  private readonly seenRows = new SeenRows();
  /** The number of the row read last; one without a number follows it. */
  private row = 0;
  private readonly inHand = new RowInHand(this.rows);
  private readonly formulas = new SharedFormulas();
  private readonly plain: PlainCell;

  constructor(xml: XmlScanner, shared: Shared) {
    this.xml = xml;
    this.plain = new PlainCell(xml.bytes);
    this.shared = shared;
  }

  /** Reads all rows and leaves the element. */
  readRows(): void {
    const { rows, xml } = this;
    let rowsInOrder = true;
    const repeated = new RepeatedRow(xml.bytes);
    for (let hidden = false; ; ) {
      const before = this.row;
      const from = xml.position();
      const content = from < 0 ? -1 : repeated.read(from);
      if (content >= 0) {
        xml.enterAgain(content);
        this.row = repeated.number;
      } else {
        if (!xml.child()) break;
        if (!xml.is('row')) throw damaged('something else than a row among the rows');
        hidden = this.readRowTag();
        repeated.keep(from, xml.position());
      }
      this.readRow(hidden);
      if (this.row < before) rowsInOrder = false;
    }
    if (!rowsInOrder) rows.sort();
  }

  /** Reads the number of the row stepped into and answers whether it is hidden. */
  private readRowTag(): boolean {
    const { attributes } = this.xml;
    let number = this.row + 1;
    let hidden = false;
    for (let index = 0; index < attributes.count; index += 1) {
      if (attributes.letter(index) === LETTER_R) number = attributes.number(index);
      else if (attributes.is(index, 'hidden')) hidden = isTrue(attributes.text(index));
    }
    this.row = number;
    return hidden;
  }

  private readRow(hidden: boolean): void {
    const { row: number } = this;
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS) throw damaged('row off the grid');
    if (!this.seenRows.add(number)) throw damaged(`row ${number} stands twice`);
    this.inHand.begin(number);
    for (;;) {
      this.readPlainCells();
      if (!this.xml.child()) break;
      if (this.xml.is('c')) this.readCell();
      else if (this.xml.is('extLst')) this.xml.skip();
      else throw damaged(`something else than a cell in row ${number}`);
    }
    if (this.inHand.count === 0) return;
    this.shared.cells.take(this.inHand.count);
    this.inHand.finish(hidden);
  }

  private readPlainCells(): void {
    const { inHand, plain, xml } = this;
    let at = xml.position();
    if (at < 0) return;
    for (let end = plain.read(at, this.row); end >= 0; end = plain.read(at, this.row)) {
      at = end;
      inHand.place(plain.column);
      if (plain.isEmpty) continue;
      const value = this.valueOfNumber(plain.type, plain.number, plain.style);
      if (plain.isFormula) inHand.keepFormula(basisWithin(xml.bytes, plain.formulaStart, plain.formulaEnd));
      else if (value === '') continue;
      inHand.keep(value);
    }
    xml.resume(at);
  }

  private readCell(): void {
    const { inHand, xml } = this;
    const { attributes } = xml;
    let column = inHand.column + 1;
    let style = -1;
    let type = LETTER_N;
    for (let index = 0; index < attributes.count; index += 1) {
      const letter = attributes.letter(index);
      if (letter === LETTER_R) column = this.columnIn(attributes.address(index));
      else if (letter === LETTER_S) style = this.styleIn(attributes.number(index));
      else if (letter === LETTER_T) type = this.typeIn(index);
    }
    if (column > MAX_COLUMNS) throw damaged(`cell off the grid in row ${this.row}`);
    inHand.place(column);

    let value: CellValue | undefined;
    let isRead = false;
    let isFormula = false;
    let basis: Basis = Basis.Own;
    while (xml.child()) {
      if (xml.is('f')) {
        isFormula = true;
        basis = this.formulas.read(xml);
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
      else inHand.keepFormula(basis);
    } else if (value === undefined || value === '') return;
    inHand.keep(value);
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

/** The numbers of rows read, one bit each. */
class SeenRows {
  private bits = new Uint32Array(4);

  /** Adds a number; false when it is in the set already. */
  add(number: number): boolean {
    const word = number >>> 5;
    if (word >= this.bits.length) this.bits = widened(this.bits, word);
    const bit = 1 << (number & 31);
    const old = this.bits[word] as number;
    if ((old & bit) !== 0) return false;
    this.bits[word] = old | bit;
    return true;
  }
}

/**
 * Tells of a formula whether its stored value still holds when nobody has touched the file: one that asks for the day
 * or for chance gives another value tomorrow, one that draws on another file gives what that file once held. Formulas
 * are never computed, and texts within them say nothing.
 */
import type { SheetRow } from '../model/workbook.js';
import type { XmlScanner } from './xml.js';

/** What the stored value of a formula rests on: its own file, the day or chance, another file. */
const Basis = { Own: 0, Changing: 1, Linked: 2 } as const;
type Basis = (typeof Basis)[keyof typeof Basis];

const QUOTED = /"[^"]*"/g;
const CHANGING = /(?:^|[^\w.\p{L}]|_xlfn\.)(?:today|now|rand|randbetween|randarray)\s*\(/iu;
/** Another file by its number, as in [1]Sheet!A1. A column of a table may have a number too: Table[1], Table[[a],[1]]. */
const LINKED = /(?:^|[^\w\p{L}\][])\[\d+\][^\s\]:,)]/u;

/** Reads the formulas of one sheet and keeps, row by row, in which columns there are any. */
export class FormulaReader {
  /** What those that several cells share rest on, by their id. Only one of the cells spells them out. */
  private readonly shared = new Map<string, Basis>();
  private basis: Basis = Basis.Own;
  private readonly columns: number[] = [];
  private readonly changing: number[] = [];
  private readonly linked: number[] = [];

  /** Reads the formula that a scanner has stepped into, and leaves it. */
  read(xml: XmlScanner): void {
    const id = xml.attributes.get('si');
    const text = xml.readText();
    this.basis = text === '' && id !== undefined ? (this.shared.get(id) ?? Basis.Own) : basisOf(text);
    if (text !== '' && id !== undefined) this.shared.set(id, this.basis);
  }

  /** Notes that the formula read last gave the value of a column. */
  keep(column: number): void {
    this.columns.push(column);
    if (this.basis === Basis.Changing) this.changing.push(column);
    if (this.basis === Basis.Linked) this.linked.push(column);
  }

  isEmpty(): boolean {
    return this.columns.length === 0;
  }

  /** The columns of the current row, which ends here. */
  take(): Pick<SheetRow, 'formulas' | 'changing' | 'linked'> {
    const { columns, changing, linked } = this;
    return {
      formulas: ascending(columns),
      ...(changing.length > 0 ? { changing: ascending(changing) } : {}),
      ...(linked.length > 0 ? { linked: ascending(linked) } : {}),
    };
  }
}

/** Takes all of these numbers out, in ascending order. */
function ascending(numbers: number[]): number[] {
  return numbers.splice(0).sort((one, other) => one - other);
}

function basisOf(formula: string): Basis {
  const plain = formula.includes('"') ? formula.replace(QUOTED, '""') : formula;
  if (plain.includes('[') && LINKED.test(plain)) return Basis.Linked;
  return CHANGING.test(plain) ? Basis.Changing : Basis.Own;
}

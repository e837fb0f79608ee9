/**
 * Knows a row whose tag is that of the row before again, the number aside, as the rows of a table nearly always are. Its
 * attributes were read once and need not be read again; every other row is left to the scanner.
 */
const OPENING = Buffer.from('<row r="');
const ZERO = 0x30;
const NINE = 0x39;
/** The last row of the grid has seven. */
const MAX_DIGITS = 7;

export class RepeatedRow {
  number = 0;
  private readonly bytes: Buffer;
  /** What stands behind the number in the tag to be compared with, its closing quote and bracket included. */
  private start = 0;
  private end = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Keeps the tag of the row that begins here for comparison; its content begins at `end`. */
  keep(from: number, end: number): void {
    const behind = this.behindNumber(from);
    this.start = behind;
    this.end = behind < 0 ? behind : end;
  }

  /** Where the content of the row that begins here begins; -1 when its tag is another than the one kept. */
  read(from: number): number {
    const { bytes, start, end } = this;
    if (start >= end) return -1;
    const behind = this.behindNumber(from);
    if (behind < 0) return -1;
    for (let at = start, other = behind; at < end; at += 1, other += 1) {
      if (bytes[at] !== bytes[other]) return -1;
    }
    return behind + end - start;
  }

  /** Reads the number of the row that begins here and answers where it ends; -1 when no plain one stands first. */
  private behindNumber(from: number): number {
    const { bytes } = this;
    for (let index = 0; index < OPENING.length; index += 1) if (bytes[from + index] !== OPENING[index]) return -1;
    const first = from + OPENING.length;
    let at = first;
    let number = 0;
    for (let byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) {
      number = number * 10 + (byte - ZERO);
    }
    this.number = number;
    return at > first && at <= first + MAX_DIGITS ? at : -1;
  }
}

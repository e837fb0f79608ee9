/**
 * How much of a submitted file is read before it is refused. Every limit lies well above what an office sends and low
 * enough that a hostile file ends within seconds and half a gigabyte of memory.
 */
import { tooLarge } from './unreadable.js';

const MIB = 1024 * 1024;

/** A file as it was sent. What is larger is not read at all, so that it takes no memory. */
export const MAX_SENT_BYTES = 256 * MIB;
/** Entries in a package; a workbook with a thousand pasted photos stays below. */
export const MAX_ENTRIES = 10_000;
/** One part, inflated. 100,000 rows × 12 columns take about 50 MiB. */
export const MAX_PART_BYTES = 96 * MIB;
/** All parts that are read, inflated. */
export const MAX_FILE_BYTES = 128 * MIB;
/** One part in UTF-16, which must be rewritten before it is read. */
export const MAX_UTF16_BYTES = 32 * MIB;
/** Cells that hold something, merged ranges and shared strings of one file, each counted by itself. */
export const MAX_CELLS = 2_000_000;
/** Cells in rows that hold something over which the merged ranges of one sheet lie, so many columns of each at most. */
export const MAX_SPREAD = 1_000_000;
export const WIDEST = 256;
/** Characters of one text; spreadsheet programs keep at most 32,767 in a cell. */
export const MAX_TEXT_LENGTH = 65_536;
/** Cell formats; spreadsheet programs keep at most 65,490. */
export const MAX_FORMATS = 65_536;
/** Elements within one another, and attributes of one element. */
export const MAX_DEPTH = 256;
export const MAX_ATTRIBUTES = 128;
/** The grid of the file format. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** A text file as a whole, and the characters of one of its records. */
export const MAX_CSV_BYTES = 16 * MIB;
export const MAX_RECORD_LENGTH = MIB;

/** Counts what a file makes us keep and refuses the file when it is too much. */
export class Budget {
  private left: number;
  private readonly what: string;

  constructor(limit: number, what: string) {
    this.left = limit;
    this.what = what;
  }

  /** Takes an amount; throws when the file's share is used up. */
  take(amount: number): void {
    this.left -= amount;
    if (this.left < 0) throw tooLarge(`too many ${this.what}`);
  }
}

/**
 * Reads comma-, semicolon- or tab-separated text as a workbook of one sheet. Every value stays text. The encoding is
 * told by a byte order mark, else it is UTF-8 if the whole file is, else GB18030; text that fits two of them is refused.
 */
import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type { Sheet, SheetRow } from '../model/workbook.js';
import { Budget, MAX_CELLS, MAX_COLUMNS, MAX_CSV_BYTES, MAX_RECORD_LENGTH, MAX_ROWS } from './limits.js';
import { damaged, tooLarge, Unreadable } from './unreadable.js';

/** In the order in which they are preferred when the content does not decide. */
const DELIMITERS = [',', ';', '\t'] as const;
/** Excel's own first line that names the delimiter; not part of the data. */
const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?(?:\r\n|\n|\r|$)/iu;
/** How much of the text is looked at to find the delimiter. */
const SAMPLE_LENGTH = 65_536;

/** Reads a text file as one sheet of this name. */
export function readCsv(bytes: Buffer, name: string): Sheet {
  if (bytes.length > MAX_CSV_BYTES) throw tooLarge(`text file of ${bytes.length} bytes`);
  const text = decoded(bytes);
  if (text === '') throw new Unreadable('empty', 'nothing but a byte order mark');
  if (text.includes('\0')) throw new Unreadable('encoding', 'NUL in the text: binary, or UTF-16 without its mark');
  const separator = SEPARATOR_LINE.exec(text);
  const body = text.slice(separator?.[0].length ?? 0);
  return { name, hidden: false, rows: readRecords(body, separator?.[1] ?? delimiterOf(body)), merges: [] };
}

function readRecords(text: string, delimiter: string): SheetRow[] {
  const rows: SheetRow[] = [];
  const cells = new Budget(MAX_CELLS, 'cells');
  let number = 0;
  // Rows of the same columns share them.
  let shared: readonly number[] = [];
  // Every record is a row to the program that shows the file, a blank line too.
  const keep = (record: string[]): null => {
    number += 1;
    if (number > MAX_ROWS || record.length > MAX_COLUMNS) throw tooLarge('text beyond the grid');
    // A copy takes just the room it needs; what grew by one value at a time has room for more.
    const values = record.filter((value) => value !== '').slice();
    cells.take(values.length);
    if (values.length === 0) return null;
    const columns = record.flatMap((value, index) => (value === '' ? [] : [index + 1]));
    if (columns.length !== shared.length || columns.some((column, index) => column !== shared[index])) shared = columns;
    rows.push({ number, hidden: false, columns: shared, values });
    return null;
  };
  // Loaded for text alone: nearly all files are packages, and their readers need not wait for it.
  const { CsvError, parse } = createRequire(import.meta.url)('csv-parse/sync') as typeof import('csv-parse/sync');
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_RECORD_LENGTH,
      on_record: keep,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_MAX_RECORD_SIZE' ? tooLarge(error.message) : damaged(error.message);
  }
  return rows;
}

/** The text without a byte order mark; throws Unreadable where its encoding cannot be told. */
export function decoded(bytes: Buffer): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes);
  if (!isUtf8(bytes)) return strictly('gb18030', bytes);
  const text = strictly('utf-8', bytes);
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  if (!isMarked && isDoubtful(text)) throw new Unreadable('encoding', 'text may be UTF-8 or GB18030');
  return text;
}

/**
 * Text of accented, Greek or Cyrillic letters alone. These are two bytes each in UTF-8, and any such two are a Chinese
 * character in GB18030.
 */
function isDoubtful(text: string): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text);
}

function strictly(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable('encoding', `text is not ${encoding}`);
    throw error;
  }
}

/** The delimiter that stands equally often in the most records; where two do, the one that stands more often. */
function delimiterOf(text: string): string {
  const tallies = DELIMITERS.map((delimiter) => tallyOf(text.slice(0, SAMPLE_LENGTH), delimiter));
  const best = tallies.reduce((one, other) =>
    other.alike > one.alike || (other.alike === one.alike && other.total > one.total) ? other : one,
  );
  return best.delimiter;
}

interface Tally {
  readonly delimiter: string;
  /** How many records have it, and have it as often as the most of these. */
  readonly alike: number;
  readonly total: number;
}

function tallyOf(text: string, delimiter: string): Tally {
  const records = new Map<number, number>();
  let quoted = false;
  let count = 0;
  let total = 0;
  for (const char of `${text}\n`) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) count += 1;
    else if (char === '\n' || char === '\r') {
      if (count > 0) records.set(count, (records.get(count) ?? 0) + 1);
      total += count;
      count = 0;
    }
  }
  return { delimiter, alike: Math.max(0, ...records.values()), total };
}

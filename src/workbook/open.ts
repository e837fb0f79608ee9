/**
 * Opens a submitted file as a workbook. What a file is, is decided by its content; its name only says whether text may
 * be a table and whether macros were announced. Never throws for a file, whatever is in it: a file that cannot be
 * read whole is named with its fault, and nothing of it is returned.
 */
import type { FileFault, Opened, Sheet } from '../model/workbook.js';
import { compoundFault } from './compound.js';
import { readCsv } from './csv.js';
import { foreignFault, isText } from './foreign.js';
import { Unreadable } from './unreadable.js';
import { readXlsx } from './xlsx.js';

const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
/** The first bytes of a zip file; of an empty one; of one in several pieces. */
const ZIP = ['504b0304', '504b0506', '504b0708'];
const TEXT_EXTENSIONS = new Set(['csv', 'tsv', 'txt']);
const MACRO_EXTENSIONS = new Set(['xlsm', 'xltm']);
/** Reads a file's bytes as a workbook; `file` is its name as given. */
export function openWorkbook(file: string, bytes: Uint8Array): Opened {
  try {
    const sheets = readSheets(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { ok: true, workbook: { file, sheets } };
  } catch (error) {
    if (error instanceof Unreadable) return fault(error.fault, error.message);
    throw error;
  }
}

function fault(name: FileFault, detail: string): Opened {
  return { ok: false, fault: name, detail };
}

function readSheets(file: string, bytes: Buffer): Sheet[] {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (bytes.length === 0) throw new Unreadable('empty', 'no bytes');
  const start = bytes.toString('hex', 0, COMPOUND_FILE.length / 2);
  if (ZIP.some((signature) => start.startsWith(signature))) return readXlsx(bytes, MACRO_EXTENSIONS.has(extension));
  if (start === COMPOUND_FILE) throw compoundFault(bytes);
  const foreign = foreignFault(bytes);
  if (foreign) throw foreign;
  if (TEXT_EXTENSIONS.has(extension)) return [readCsv(bytes, name.slice(0, dot))];
  throw isText(bytes)
    ? new Unreadable('text-table', `text under the name .${extension}`)
    : new Unreadable('not-a-workbook', 'neither a zip package nor text');
}

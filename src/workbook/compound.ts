/**
 * Names what an OLE2 compound file is, without reading it: a workbook of Excel 97 or WPS, a password-protected
 * package, or another program's document. One pass over the places where a directory entry can stand.
 */
import type { FileFault } from '../model/workbook.js';
import { Unreadable } from './unreadable.js';

/** Directory entries are 128 bytes, in sectors of 512 or 4096 that begin after the 512-byte header. */
const ENTRY_SIZE = 128;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
const TYPE_STREAM = 2;

const STREAMS: readonly (readonly [name: string, fault: FileFault, detail: string])[] = [
  ['EncryptedPackage', 'encrypted', 'password-protected package'],
  ['WordDocument', 'document', 'Word document'],
  ['PowerPoint Document', 'document', 'PowerPoint document'],
];

/** The fault of a compound file; there is none that is read. */
export function compoundFault(bytes: Buffer): Unreadable {
  for (const [name, fault, detail] of STREAMS) if (hasStream(bytes, name)) return new Unreadable(fault, detail);
  return new Unreadable('legacy-xls', 'workbook of Excel 97–2003 or WPS (OLE2)');
}

function hasStream(bytes: Buffer, name: string): boolean {
  const needle = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 2)) {
    if (at % ENTRY_SIZE !== 0 || at + ENTRY_SIZE > bytes.length) continue;
    if (bytes.readUInt16LE(at + NAME_LENGTH_AT) === needle.length && bytes[at + TYPE_AT] === TYPE_STREAM) return true;
  }
  return false;
}

/**
 * Unwraps a WOFF 1.0 web font to the plain font inside it, in memory. pdfkit reads WOFF itself, but inflates a table
 * each time it looks into it: half a minute for a Chinese face instead of a tenth of a second.
 */
import { inflateSync } from 'node:zlib';
import { assembled } from './sfnt.js';

/** Bytes before the directory of a WOFF font, and of each entry in it. */
export const HEADER = 44;
export const ENTRY = 20;
/** No table of a font known to us comes near; a file that claims more is damaged or hostile. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What the directory says of a table. */
export interface Packed {
  readonly tag: string;
  /** Where its bytes lie in the file, and how many they are: fewer than its length where they are deflated. */
  readonly offset: number;
  readonly packed: number;
  readonly length: number;
  readonly checksum: number;
}

/** Whether bytes begin like a WOFF 1.0 font. */
export function isWoff(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOFF';
}

/** The entry at a place of the directory; throws RangeError where it claims too much. */
export function packedAt(directory: Buffer, at: number): Packed {
  const length = directory.readUInt32BE(at + 12);
  if (length > MOST_BYTES) throw new RangeError(`a font table of ${length} bytes`);
  return {
    tag: directory.toString('latin1', at, at + 4),
    offset: directory.readUInt32BE(at + 4),
    packed: directory.readUInt32BE(at + 8),
    length,
    checksum: directory.readUInt32BE(at + 16),
  };
}

/** A table from its bytes in the file; throws RangeError or a zlib error when they are damaged. */
export function unpacked(bytes: Buffer, length: number): Buffer {
  const data = bytes.length < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
  if (data.length !== length) throw new RangeError(`a font table of ${data.length} bytes that should have ${length}`);
  return data;
}

/** The font inside; throws RangeError or a zlib error when the file is damaged. */
export function unwrapped(woff: Uint8Array): Buffer {
  const from = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = from.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const { tag, offset, packed, length, checksum } = packedAt(from, HEADER + index * ENTRY);
    return { tag, checksum, data: unpacked(from.subarray(offset).subarray(0, packed), length) };
  });
  return assembled(from.readUInt32BE(4), tables);
}

/**
 * Unwraps a WOFF 1.0 web font to the plain font inside it, in memory. pdfkit reads WOFF itself, but inflates a table
 * each time it looks into it: half a minute for a Chinese face instead of a tenth of a second.
 */
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
/** No table of a font known to us comes near; a file that claims more is damaged or hostile. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Whether bytes begin like a WOFF 1.0 font. */
export function isWoff(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOFF';
}

/** The font inside; throws RangeError or a zlib error when the file is damaged. */
export function unwrapped(woff: Uint8Array): Buffer {
  const from = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = from.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + index * ENTRY;
    const packed = from.subarray(from.readUInt32BE(at + 4)).subarray(0, from.readUInt32BE(at + 8));
    const length = from.readUInt32BE(at + 12);
    if (length > MOST_BYTES) throw new RangeError(`a font table of ${length} bytes`);
    const data = packed.length < length ? inflateSync(packed, { maxOutputLength: length }) : packed;
    if (data.length !== length) throw new RangeError(`a font table of ${data.length} bytes that should have ${length}`);
    return { tag: from.readUInt32BE(at), checksum: from.readUInt32BE(at + 16), data };
  });
  const size = tables.reduce((total, { data }) => total + padded(data.length), 12 + 16 * count);
  const font = Buffer.alloc(size);
  from.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  const log = count > 0 ? Math.floor(Math.log2(count)) : 0;
  font.writeUInt16BE(2 ** log * 16, 6);
  font.writeUInt16BE(log, 8);
  font.writeUInt16BE(Math.max(0, count * 16 - 2 ** log * 16), 10);
  let offset = 12 + 16 * count;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = 12 + 16 * index;
    font.writeUInt32BE(tag, at);
    font.writeUInt32BE(checksum, at + 4);
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(data.length, at + 12);
    data.copy(font, offset);
    offset += padded(data.length);
  });
  return font;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

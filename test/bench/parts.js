// @ts-check
/**
 * The floor: reads a file, finds its zip entries and inflates, by the same function of node:zlib and in one piece as our
 * reader does, every part that our reader needs. Nothing is checked and nothing parsed. witness.js holds it to the same bytes.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const NEEDED =
  /^(_rels[/]\.rels|xl[/](_rels[/]workbook\.xml\.rels|(workbook|sharedStrings|styles|worksheets[/][^/]+)\.xml))$/;

/** The inflated bytes of all needed parts. @param {string} path */
export function inflateParts(path) {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let inflated = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    if (NEEDED.test(bytes.toString('latin1', at + 46, nameEnd))) {
      const size = bytes.readUInt32LE(at + 24);
      const header = bytes.readUInt32LE(at + 42);
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
      inflated += inflateRawSync(packed, {
        chunkSize: Math.max(64, size + 1),
        maxOutputLength: Math.max(1, size),
      }).length;
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return inflated;
}

/** Writes a zip package in which entries that were not touched keep their packed bytes. The same parts, the same bytes. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { archive } from '../archive.js';
import type { PackedEntry } from '../zip.js';

const DEFLATED = 8;

/** A part packed anew; the same library packs all that we write, so that it does not depend on the machine's. */
export function packedEntry(name: string, content: Uint8Array): PackedEntry {
  return {
    name,
    rawName: Buffer.from(name),
    isUtf8: true,
    method: DEFLATED,
    crc: crc32(content),
    size: content.length,
    packed: Buffer.from(deflateSync(content, { level: 6 })),
  };
}

export function archiveOf(entries: readonly PackedEntry[]): Buffer {
  return Buffer.concat([...archive(entries.map((entry) => ({ ...entry, packed: [entry.packed] })))]);
}

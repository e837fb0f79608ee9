/** Writes a zip package in which entries that were not touched keep their packed bytes. The same parts, the same bytes. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { PackedEntry } from '../zip.js';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** 1980-01-01 12:00 in the date and time of a zip file: written for all entries, for no clock may show in an output. */
const TIME = 0x6000;
const DATE = 0x0021;

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
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const common = commonFields(entry);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_HEADER);
    pieces.push(local, common, entry.rawName, entry.packed);
    directory.push(directoryHeader(common, at), entry.rawName);
    at += local.length + common.length + entry.rawName.length + entry.packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, listing, end]);
}

/** What the local header and the directory say alike, from the version to the length of the extra field. */
function commonFields({ rawName, isUtf8, method, crc, size, packed }: PackedEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(isUtf8 ? UTF8 : 0, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(TIME, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(rawName.length, 22);
  return fields;
}

function directoryHeader(common: Buffer, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(DIRECTORY_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  common.copy(header, 6);
  header.writeUInt32LE(at, 42);
  return header;
}

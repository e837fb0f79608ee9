/**
 * Reads a zip package by its central directory and trusts nothing else. Before a byte is inflated every entry has a
 * plain unique name, a local header that agrees, and a range of its own; then a part is inflated in one piece of the
 * declared size, not a byte more or less, and its CRC verified.
 */
import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { isSame } from './lexical.js';
import { Budget, MAX_ENTRIES, MAX_FILE_BYTES, MAX_PART_BYTES } from './limits.js';
import { damaged, tooLarge, Unreadable } from './unreadable.js';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const LOCAL_HEADER_SIZE = 30;
const DIRECTORY_HEADER_SIZE = 46;
const DIRECTORY_END_SIZE = 22;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIZE = 56;
const ZIP64_EXTRA = 0x0001;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_DESCRIPTOR = 0x0008;
const FLAG_UTF8 = 0x0800;
const FLAG_MASKED = 0x2000;
const STORED = 0;
const DEFLATED = 8;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
/** zlib takes no smaller piece. */
const MIN_PIECE = 64;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerStart: number;
  /** Where the packed bytes begin, known from the local header. */
  readonly dataStart: number;
}

/** An entry as it lies in the file, for copying it unread. */
export interface PackedEntry {
  readonly name: string;
  /** The name's own bytes, and whether they are said to be UTF-8. */
  readonly rawName: Buffer;
  readonly isUtf8: boolean;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Buffer;
}

/** The entries of a package by name. Names of parts are the same in either case. */
export class Archive {
  private readonly bytes: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly budget = new Budget(MAX_FILE_BYTES, 'bytes when inflated');

  constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>) {
    this.bytes = bytes;
    this.entries = entries;
  }

  /** The names of all entries, in lower case. */
  names(): Iterable<string> {
    return this.entries.keys();
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** All entries as they lie in the file, in the order of its directory. */
  *packedEntries(): Generator<PackedEntry> {
    const { bytes } = this;
    for (const { name, method, crc, size, packedSize, headerStart, dataStart } of this.entries.values()) {
      const nameStart = headerStart + LOCAL_HEADER_SIZE;
      yield {
        name,
        rawName: bytes.subarray(nameStart, nameStart + bytes.readUInt16LE(headerStart + 26)),
        isUtf8: (bytes.readUInt16LE(headerStart + 6) & FLAG_UTF8) !== 0,
        method,
        crc,
        size,
        packed: bytes.subarray(dataStart, dataStart + packedSize),
      };
    }
  }

  /** The inflated bytes of a part; undefined when the package has no such part. */
  part(name: string): Buffer | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.size > MAX_PART_BYTES) throw tooLarge(`${entry.name}: ${entry.size} bytes when inflated`);
    this.budget.take(entry.size);
    const packed = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
    const part = entry.method === STORED ? packed : inflated(packed, entry);
    if (part.length !== entry.size) throw damaged(`${entry.name}: ${part.length} bytes, declared ${entry.size}`);
    if (crc32(part) !== entry.crc) throw damaged(`${entry.name}: CRC does not match`);
    return part;
  }
}

/** Reads the directory of a package; throws Unreadable when it is cut short, contradictory or unsafe. */
export function openArchive(bytes: Buffer): Archive {
  const directory = directoryOf(bytes);
  if (directory.count > MAX_ENTRIES) throw tooLarge(`${directory.count} entries`);
  const entries = new Map<string, Entry>();
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + DIRECTORY_HEADER_SIZE > directory.end || bytes.readUInt32LE(at) !== DIRECTORY_HEADER) {
      throw damaged('zip directory is cut short');
    }
    const nameEnd = at + DIRECTORY_HEADER_SIZE + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const next = extraEnd + bytes.readUInt16LE(at + 32);
    if (next > directory.end) throw damaged('zip directory is cut short');
    const entry = entryAt(bytes, at, nameEnd, extraEnd);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw new Unreadable('unsafe', `two entries named ${entry.name}`);
    entries.set(key, entry);
    at = next;
  }
  if (at !== directory.end) throw damaged('zip directory is longer than its entries');
  refuseOverlaps([...entries.values()], directory.start);
  return new Archive(bytes, entries);
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** The directory must end where its own end record begins, so nothing can hide before or between them. */
function directoryOf(bytes: Buffer): Directory {
  const tail = endRecord(bytes);
  let count = bytes.readUInt16LE(tail + 10);
  let size = bytes.readUInt32LE(tail + 12);
  let start = bytes.readUInt32LE(tail + 16);
  let end = tail;
  const locator = tail - ZIP64_LOCATOR_SIZE;
  if (locator >= 0 && bytes.readUInt32LE(locator) === ZIP64_LOCATOR) {
    end = Number(bytes.readBigUInt64LE(locator + 8));
    if (end + ZIP64_END_SIZE > locator || bytes.readUInt32LE(end) !== ZIP64_END) throw damaged('zip64 end is lost');
    if (count === FULL_16) count = Number(bytes.readBigUInt64LE(end + 32));
    if (size === FULL_32) size = Number(bytes.readBigUInt64LE(end + 40));
    if (start === FULL_32) start = Number(bytes.readBigUInt64LE(end + 48));
  }
  if (start + size !== end) throw damaged('zip directory is not where the file says');
  return { start, end, count };
}

/** The end record is the last one whose comment reaches exactly to the end of the file. */
function endRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - DIRECTORY_END_SIZE - FULL_16);
  for (let at = bytes.length - DIRECTORY_END_SIZE; at >= first; at -= 1) {
    if (bytes[at] !== 0x50 || bytes.readUInt32LE(at) !== DIRECTORY_END) continue;
    if (at + DIRECTORY_END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw damaged('no zip directory: cut short');
}

function entryAt(bytes: Buffer, at: number, nameEnd: number, extraEnd: number): Entry {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const crc = bytes.readUInt32LE(at + 16);
  const nameStart = at + DIRECTORY_HEADER_SIZE;
  const name = nameIn(bytes, nameStart, nameEnd);
  if ((flags & (FLAG_ENCRYPTED | FLAG_MASKED)) !== 0) throw new Unreadable('encrypted', `${name} is encrypted`);
  const narrow: Fields = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const [size, packedSize, headerStart] = narrow.includes(FULL_32)
    ? wideFields(bytes, nameEnd, extraEnd, narrow)
    : narrow;
  if (method !== STORED && method !== DEFLATED) throw damaged(`${name}: packed by unknown method ${method}`);
  if (method === STORED && size !== packedSize) throw damaged(`${name}: stored with two sizes`);

  if (headerStart + LOCAL_HEADER_SIZE > bytes.length || bytes.readUInt32LE(headerStart) !== LOCAL_HEADER) {
    throw damaged(`${name}: its header is lost`);
  }
  const localNameStart = headerStart + LOCAL_HEADER_SIZE;
  const localNameEnd = localNameStart + bytes.readUInt16LE(headerStart + 26);
  const localFlags = bytes.readUInt16LE(headerStart + 6);
  const sized = (localFlags & FLAG_DESCRIPTOR) === 0;
  if (
    !isSame(bytes, localNameStart, localNameEnd, nameStart, nameEnd) ||
    bytes.readUInt16LE(headerStart + 8) !== method ||
    (sized && bytes.readUInt32LE(headerStart + 14) !== crc) ||
    (sized && differs(bytes.readUInt32LE(headerStart + 18), packedSize)) ||
    (sized && differs(bytes.readUInt32LE(headerStart + 22), size))
  ) {
    throw damaged(`${name}: its header and the directory differ`);
  }
  const dataStart = localNameEnd + bytes.readUInt16LE(headerStart + 28);
  if (dataStart + packedSize > bytes.length) throw damaged(`${name}: reaches beyond the file`);
  return { name, method, crc, packedSize, size, headerStart, dataStart };
}

/** A name in an encoding of its own must stay distinct from its neighbours; no part that is read has such a name. */
function nameIn(bytes: Buffer, start: number, end: number): string {
  let isAscii = true;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) isAscii = false;
  const isText = isAscii || !isUtf8(bytes.subarray(start, end));
  const name = bytes.toString(isText ? 'latin1' : 'utf8', start, end);
  refuseName(name);
  return name;
}

/** A local size may stand in the zip64 field instead. */
function differs(local: number, declared: number): boolean {
  return local !== declared && local !== FULL_32;
}

type Fields = [size: number, packedSize: number, headerStart: number];

/** The fields of a directory header with those that are too wide for it taken from its zip64 field, in their order. */
function wideFields(bytes: Buffer, from: number, to: number, narrow: Fields): Fields {
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > to) break;
    if (bytes.readUInt16LE(at) === ZIP64_EXTRA) {
      let field = at + 4 - 8;
      const wide = narrow.map((value) => {
        if (value !== FULL_32) return value;
        field += 8;
        return field + 8 <= end ? Number(bytes.readBigUInt64LE(field)) : Number.NaN;
      }) as Fields;
      if (wide.every(Number.isSafeInteger)) return wide;
    }
    at = end;
  }
  throw damaged('zip64 field is missing or cut short');
}

/** Parts are never unpacked to disk; a name that tries to leave its folder still says what the file is made for. */
function refuseName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (name === '' || /^[/]|^[a-z]:|[\\\x00-\x1f]|(^|[/])\.\.([/]|$)/i.test(name)) {
    throw new Unreadable('unsafe', `entry name "${name}"`);
  }
}

function refuseOverlaps(entries: Entry[], directoryStart: number): void {
  entries.sort((one, other) => one.headerStart - other.headerStart);
  let free = 0;
  for (const entry of entries) {
    if (entry.headerStart < free) throw new Unreadable('unsafe', `${entry.name} overlaps another entry`);
    free = entry.dataStart + entry.packedSize;
  }
  if (free > directoryStart) throw damaged('the last entry runs into the zip directory');
}

function inflated(packed: Buffer, entry: Entry): Buffer {
  try {
    // One byte of room beyond the declared size spares zlib a second piece and shows a part that goes on.
    return inflateRawSync(packed, {
      chunkSize: Math.max(MIN_PIECE, entry.size + 1),
      maxOutputLength: Math.max(1, entry.size),
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw damaged(`${entry.name}: more than its declared ${entry.size} bytes`);
    if (code.startsWith('Z_')) throw damaged(`${entry.name}: ${code}`);
    throw error;
  }
}

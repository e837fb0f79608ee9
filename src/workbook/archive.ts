/**
 * Writes a zip package from entries that are packed: in the order given, under one fixed time, with sizes before the bytes, for
 * not every reader takes them from behind. The same entries, the same bytes.
 */

export interface ArchiveEntry {
  readonly rawName: Uint8Array;
  readonly isUtf8: boolean;
  readonly method: number;
  readonly crc: number;
  /** Bytes before packing. */
  readonly size: number;
  readonly packed: readonly Uint8Array[];
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
/** 1980-01-01 12:00 in the date and time of a zip file: written for all entries, for no clock may show in an output. */
const TIME = 0x6000;
const DATE = 0x0021;
/** Pieces of fewer bytes are joined until a chunk has as many; others are chunks as they are. */
const CHUNK = 8192;

/** The package as chunks, to be written one after the other. */
export function* archive(entries: Iterable<ArchiveEntry>): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of piecesOf(entries)) {
    pieces.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield pieces.length === 1 ? piece : Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  yield Buffer.concat(pieces);
}

/** Chunks as one. */
export function joined(chunks: Iterable<Uint8Array>): Uint8Array {
  const all = [...chunks];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of all) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function* piecesOf(entries: Iterable<ArchiveEntry>): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const length = entry.packed.reduce((sum, piece) => sum + piece.length, 0);
    const common = commonFields(entry, length);
    directory.push(directoryHeader(common, at), entry.rawName);
    yield localHeader(common);
    yield entry.rawName;
    yield* entry.packed;
    at += LOCAL_LENGTH + entry.rawName.length + length;
  }
  const listing = Buffer.concat(directory);
  yield listing;
  yield directoryEnd(directory.length / 2, listing.length, at);
}

/** What the local header and the directory say alike, from the version to the length of the extra field. */
function commonFields({ rawName, isUtf8, method, crc, size }: ArchiveEntry, packed: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(isUtf8 ? UTF8 : 0, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(TIME, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(rawName.length, 22);
  return fields;
}

const LOCAL_LENGTH = 30;

function localHeader(common: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  common.copy(header, 4);
  return header;
}

function directoryHeader(common: Buffer, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(DIRECTORY_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  common.copy(header, 6);
  header.writeUInt32LE(at, 42);
  return header;
}

function directoryEnd(entries: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/**
 * A TrueType or WOFF file that is read in parts: its directory at once, a table or spans of one when they are asked for,
 * so that ten megabytes of outlines need not be held for the few hundred characters of a bulletin.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import * as sfnt from './sfnt.js';
import * as woff from './woff.js';

/** Part of a table: from a byte up to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface FontFile {
  /** The number with which the font begins. */
  readonly flavour: number;
  readonly isWoff: boolean;
  readonly entries: ReadonlyMap<string, woff.Packed>;
  /** A whole table; throws where it is damaged. */
  table(entry: woff.Packed): Buffer;
  /** Spans of a table, given and answered in the order in which they begin; throws where it is damaged. */
  spans(entry: woff.Packed, wanted: readonly Span[]): Promise<Buffer[]>;
}

/** Bytes that are inflated at a time. */
const CHUNK = 256 * 1024;
/** Each block is taken before the next is read: the pipe holds none back. */
const ONE_BY_ONE = { chunkSize: CHUNK, highWaterMark: 1 };

/** The file at a path; undefined when it is of another kind or its directory points beyond its end. */
export function fontFileAt(path: string): FontFile | undefined {
  return withFile(path, (read, size) => {
    if (size < woff.HEADER) return undefined;
    const start = read(0, woff.HEADER);
    const isWoff = woff.isWoff(start);
    const { HEADER, ENTRY } = isWoff ? woff : sfnt;
    const count = start.readUInt16BE(isWoff ? 12 : 4);
    if (HEADER + count * ENTRY > size) return undefined;
    const directory = read(HEADER, count * ENTRY);
    const entryAt = isWoff ? woff.packedAt : plainAt;
    const entries = Array.from({ length: count }, (_, index) => entryAt(directory, index * ENTRY));
    if (entries.some(({ offset, packed }) => offset + packed > size)) return undefined;
    return {
      flavour: start.readUInt32BE(isWoff ? 4 : 0),
      isWoff,
      entries: new Map(entries.map((entry) => [entry.tag, entry])),
      table: (entry) => withFile(path, (again) => woff.unpacked(again(entry.offset, entry.packed), entry.length)),
      spans: async (entry, wanted) =>
        entry.packed < entry.length
          ? inflatedSpans(path, entry, wanted)
          : withFile(path, (again) => wanted.map(({ from, to }) => again(entry.offset + from, to - from))),
    };
  });
}

/** Reads so many bytes from a place in a file; throws RangeError where it ends before. */
type Read = (offset: number, length: number) => Buffer;

function withFile<T>(path: string, work: (read: Read, size: number) => T): T {
  const file = openSync(path, 'r');
  try {
    const read: Read = (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      if (readSync(file, bytes, 0, length, offset) !== length) throw new RangeError(`no font table at ${offset}`);
      return bytes;
    };
    return work(read, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

function plainAt(directory: Buffer, at: number): woff.Packed {
  const [checksum, offset, length] = [4, 8, 12].map((field) => directory.readUInt32BE(at + field)) as [
    number,
    number,
    number,
  ];
  return { tag: directory.toString('latin1', at, at + 4), checksum, offset, packed: length, length };
}

/** The table is inflated from its beginning, and nothing of it kept but the spans. */
async function inflatedSpans(path: string, entry: woff.Packed, wanted: readonly Span[]): Promise<Buffer[]> {
  const found = wanted.map(({ from, to }) => Buffer.allocUnsafe(to - from));
  const { length } = entry;
  await pipeline(blocksOf(path, entry), createInflate(ONE_BY_ONE), async (chunks: AsyncIterable<Buffer>) => {
    let at = 0;
    let first = 0;
    for await (const chunk of chunks) {
      const end = at + chunk.length;
      if (end > length) throw new RangeError(`a font table of more than ${length} bytes`);
      for (let index = first; index < wanted.length; index += 1) {
        const { from, to } = wanted[index] as Span;
        if (from >= end) break;
        if (to <= at) continue;
        chunk.copy(found[index] as Buffer, Math.max(0, at - from), Math.max(0, from - at), Math.min(to, end) - at);
      }
      while (first < wanted.length && (wanted[first] as Span).to <= end) first += 1;
      at = end;
    }
    if (at !== length) throw new RangeError(`a font table of ${at} bytes that should have ${length}`);
  });
  return found;
}

/** The bytes of a table as they lie in the file, always in the same piece of memory. */
async function* blocksOf(path: string, { offset, packed }: woff.Packed): AsyncGenerator<Buffer> {
  const block = Buffer.allocUnsafe(Math.min(CHUNK, packed));
  const file = await open(path);
  try {
    for (let at = 0; at < packed; ) {
      const { bytesRead } = await file.read(block, 0, Math.min(block.length, packed - at), offset + at);
      if (bytesRead === 0) throw new RangeError(`no font table at ${offset + at}`);
      yield block.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

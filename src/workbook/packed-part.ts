/**
 * A part of a package that is packed while it is written: of a part as long as it may be, only what is packed of it is held.
 * The packing is the same on every machine.
 */
import { crc32 } from 'node:zlib';
import { Deflate, type DeflateOptions, deflateSync } from 'fflate';
import type { ArchiveEntry } from './archive.js';

/** A part that is whole. */
export interface PackedPart extends ArchiveEntry {
  readonly path: string;
}

/** How hard it is tried, up to 9; level 4 takes half the time of level 6, and comes out a tenth larger. */
export type Level = NonNullable<DeflateOptions['level']>;

export interface PartInHand {
  write(text: string): void;
  end(): PackedPart;
}

/** Bytes that are packed at once. */
const BLOCK = 131_072;
/** UTF-8 takes at most so many bytes for a unit of UTF-16. */
const WIDEST = 3;
/** 64 Ki places in which the packer remembers what it has seen: more take megabytes, and pack no better. */
const MEMORY = 4;

/** Begins a part whose length is not known. A short one is packed as a whole in the end: a packer takes half a megabyte. */
export function partInHand(path: string, level: Level): PartInHand {
  let start = '';
  let long: PartInHand | undefined;
  return {
    write(text) {
      if (long) return long.write(text);
      start += text;
      if (start.length * WIDEST <= BLOCK) return;
      long = longPart(path, level);
      long.write(start);
      start = '';
    },
    end: () => long?.end() ?? wholePart(path, Buffer.from(start), { level, mem: MEMORY }),
  };
}

function longPart(path: string, level: Level): PartInHand {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level, mem: MEMORY }, (bytes) => {
    if (bytes.length > 0) packed.push(bytes);
  });
  const block = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  let crc = 0;
  let size = 0;
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    crc = crc32(bytes, crc);
    size += bytes.length;
    deflate.push(bytes, isLast);
  };
  const flush = (isLast: boolean): void => {
    push(block.subarray(0, filled), isLast);
    filled = 0;
  };
  return {
    write(text) {
      const most = text.length * WIDEST;
      if (most > BLOCK - filled) flush(false);
      if (most > BLOCK) push(Buffer.from(text), false);
      else filled += block.write(text, filled);
    },
    end() {
      flush(true);
      return { path, ...named(path), crc, size, packed };
    },
  };
}

/** Packs a part that is there as a whole. */
export function packedPart(path: string, content: Uint8Array, level: Level): PackedPart {
  return wholePart(path, content, { level });
}

function wholePart(path: string, content: Uint8Array, how: DeflateOptions): PackedPart {
  const packed = [deflateSync(content, how)];
  return { path, ...named(path), crc: crc32(content), size: content.length, packed };
}

/** Packs a short part of text. */
export function packedText(path: string, text: string): PackedPart {
  return packedPart(path, Buffer.from(text), 6);
}

function named(path: string): Pick<ArchiveEntry, 'rawName' | 'isUtf8' | 'method'> {
  const rawName = Buffer.from(path);
  return { rawName, isUtf8: rawName.length > path.length, method: DEFLATED };
}

const DEFLATED = 8;

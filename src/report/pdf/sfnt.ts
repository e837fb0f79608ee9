/**
 * What TrueType fonts are made of: tables under names of four letters, and a directory of them. Puts tables together as
 * a font in memory; their checksums are those that they came with, if any, since nobody here holds them against these.
 */

export interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Buffer;
}

/** Bytes before the directory of a font, and of each entry in it. */
export const HEADER = 12;
export const ENTRY = 16;

/** A table made here. */
export function table(tag: string, data: Buffer): Table {
  return { tag, checksum: 0, data };
}

/** The font of these tables, in their order; `flavour` is the number with which it begins. */
export function assembled(flavour: number, tables: readonly Table[]): Buffer {
  const count = tables.length;
  const begin = HEADER + ENTRY * count;
  const font = Buffer.alloc(tables.reduce((size, { data }) => size + padded(data.length), begin));
  const log = count > 0 ? Math.floor(Math.log2(count)) : 0;
  font.writeUInt32BE(flavour, 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(2 ** log * ENTRY, 6);
  font.writeUInt16BE(log, 8);
  font.writeUInt16BE(Math.max(0, (count - 2 ** log) * ENTRY), 10);
  let offset = begin;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = HEADER + ENTRY * index;
    font.write(tag, at, 'latin1');
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

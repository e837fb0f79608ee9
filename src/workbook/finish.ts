/** The last step on a written file: its parts are packed, in the same order each time. */
import { archive } from './archive.js';
import { type PackedPart, packedPart } from './packed-part.js';

/** A part that is made when its turn comes, and let go of once it is packed. */
export type Part = () => string | Uint8Array;

/** Packs the parts of a file, named by their paths, into chunks to be written one after the other. */
export function packedChunks(parts: ReadonlyMap<string, Part>): Generator<Uint8Array> {
  return archive(packedInTurn(parts));
}

function* packedInTurn(parts: ReadonlyMap<string, Part>): Generator<PackedPart> {
  for (const { path, part } of inOrder([...parts].map(([path, part]) => ({ path, part })))) {
    const made = part();
    const bytes = typeof made === 'string' ? Buffer.from(made) : made;
    yield packedPart(path, bytes, bytes.length > LONG ? 4 : 6);
  }
}

/** A part of more bytes is packed in half the time, and comes out a tenth larger. */
const LONG = 1_000_000;

/** The order in which parts stand in a file. */
export function inOrder<T extends Pick<PackedPart, 'path'>>(parts: readonly T[]): T[] {
  return parts.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

/** The list of types comes first: some readers tell the kind of file by it. */
function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}

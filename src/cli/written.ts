/**
 * The files of a results folder as they are now, by hash. A name leads to a regular file within the folder or to nothing:
 * links are never followed, whatever the manifest or the folder says.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/hash.js';
import type { NamedFile } from '../compare/files.js';
import { isLeftBehind } from './listing.js';
import { readRegular } from './regular-file.js';

/** Those that are there; one that is no regular file, or cannot be read, is there without a hash. */
export function writtenFiles(folder: string, names: readonly string[]): NamedFile[] {
  return names.flatMap((file) => {
    const bytes = bytesWithin(folder, file.split('/'));
    if (bytes === 'none') return [];
    return bytes === 'unreadable' ? [{ file }] : [{ file, sha256: sha256(bytes) }];
  });
}

function bytesWithin(folder: string, parts: readonly string[]): Uint8Array | 'none' | 'unreadable' {
  let path = folder;
  try {
    for (const [at, part] of parts.entries()) {
      path = join(path, part);
      const entry = lstatSync(path, { throwIfNoEntry: false });
      if (!entry) return 'none';
      if (!(at === parts.length - 1 ? entry.isFile() : entry.isDirectory())) return 'unreadable';
    }
    return readRegular(path) ?? 'unreadable';
  } catch {
    // Whatever the system says, what stands there cannot be told.
    return 'unreadable';
  }
}

/** Files that lie beside these, or in their folders, and are none of them; hidden ones and what systems leave are not named. */
export function filesBesides(folder: string, names: readonly string[]): string[] {
  const known = new Set(names);
  const folders = new Set(names.flatMap((name) => foldersOf(name)));
  const found: string[] = [];
  const look = (below: string): void => {
    for (const entry of entriesOf(join(folder, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        // Below a folder of ours nothing is left out: what a run did not write there is somebody's.
        if (below !== '' || folders.has(name)) look(name);
      } else if (!known.has(name) && !entry.name.startsWith('.') && !isLeftBehind(entry.name)) found.push(name);
    }
  };
  look('');
  return found.toSorted();
}

function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What cannot be looked into was named where its files were asked for.
    return [];
  }
}

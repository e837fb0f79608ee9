/** What a run rests on, by hash: the pack with what it extends, the office's settings, and the files that were read. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { sha256 } from '../base/hash.js';
import { remembered } from '../base/remember.js';
import type { PackFile, Sources } from '../model/manifest.js';
import type { Gathered } from './files.js';
import { PACKS } from './packs.js';
import type { Workspace } from './workspace.js';

/** The texts that were loaded are hashed, not the files as they may be by now. */
export function sourcesOf(
  { root, loaded, settings }: Pick<Workspace, 'root' | 'loaded' | 'settings'>,
  { files, refused }: Pick<Gathered, 'files' | 'refused'>,
  cwd: string,
): Sources {
  return {
    pack: loaded.files.map(({ file, text }): PackFile => {
      const path = resolve(cwd, file);
      const below = within(PACKS, path);
      const hash = sha256(text);
      return below === undefined
        ? { file: slashed(relative(root ?? cwd, path)), sha256: hash }
        : { file: below, sha256: hash, isShipped: true };
    }),
    ...(settings ? { settings: { file: settings.name, sha256: sha256(settings.text) } } : {}),
    inputs: files.map(({ file, sha256: hash }) => ({ file, sha256: hash })),
    refused: refused.map(({ file }) => file),
  };
}

/**
 * The way from the results to the submissions, where both lie in one of these folders: then it is the same wherever that
 * folder is.
 */
export function wayBetween(results: string, submissions: string, folders: readonly string[]): string | undefined {
  const isWithin = (folder: string): boolean =>
    [results, submissions].every((path) => within(folder, path) !== undefined);
  if (!folders.some(isWithin)) return undefined;
  const way = relative(results, submissions);
  return way === '' || slashed(way).includes('\\') ? undefined : slashed(way);
}

/** The way from the results to a file that was read, in the same cases. */
export function waysTo(
  results: string,
  files: Gathered['files'],
  folders: readonly string[],
): (file: string) => string | undefined {
  const places = new Map(files.map(({ file, liesAt }) => [file, liesAt]));
  const ways = remembered((file: string) => {
    const place = places.get(file);
    return { way: place === undefined ? undefined : wayBetween(results, place, folders) };
  });
  return (file) => ways(file).way;
}

/** A path below a folder, with slashes; empty for the folder itself. */
function within(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  return isAbsolute(below) || below.split(sep)[0] === '..' ? undefined : slashed(below);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

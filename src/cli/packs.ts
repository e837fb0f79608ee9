/** Finds packs: those that come with the programme by name, others by path, and reads their texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../base/hash.js';
import { readChain } from '../measures/chain.js';
import { type Loaded, loadedFrom, type OfficeParameters } from '../measures/loaded.js';
import { problemLines } from '../measures/problem.js';
import type { Pack } from '../measures/schema.js';
import type { Measures } from '../model/measures.js';
import { Failure } from './failure.js';

/** Where the packs that come with the programme stand. */
export const PACKS = resolve(dirname(fileURLToPath(import.meta.url)), '../../templates');

/** Those packs as read and checked when the programme was built: doing that again is most of what starting takes. */
const SOUND = resolve(PACKS, '../dist/packs');

const FILE = 'measures.yaml';

/** Names of the packs that come with the programme. */
export function packNames(): string[] {
  return readdirSync(PACKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(PACKS, entry.name, FILE)))
    .map(({ name }) => name)
    .toSorted();
}

/** Whether a name means a pack that comes with the programme. */
function isShipped(name: string): boolean {
  return /^[a-z0-9-]+$/.test(name) && existsSync(join(PACKS, name, FILE));
}

/** Whether a name, or a path seen from a folder, leads to a pack. */
export function isPack(name: string, base: string): boolean {
  return existsSync(packPath(name, base));
}

/** How the pack that is named so in one folder is named in another. */
export function packNamedFrom(folder: string, name: string, base: string): string {
  if (isShipped(name) || isAbsolute(name)) return name;
  const path = relative(folder, resolve(base, name)).replaceAll('\\', '/') || '.';
  return path.startsWith('.') || isAbsolute(path) ? path : `./${path}`;
}

/** A pack by name, or by the path of its folder or file relative to where it is named. */
function packPath(name: string, base: string): string {
  if (isShipped(name)) return join(PACKS, name, FILE);
  const path = resolve(base, name);
  return /\.ya?ml$/.test(path) ? path : join(path, FILE);
}

export async function readPack(
  name: string,
  base: string,
  cwd: string,
  office: OfficeParameters = { values: {} },
): Promise<Loaded> {
  const shown = (path: string): string => {
    const near = relative(cwd, path);
    return near.startsWith('..') || isAbsolute(near) ? path : near;
  };
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(resolve(cwd, path), 'utf8');
    } catch {
      // Whatever the reason, there is no pack to read at that path; the problem names it.
      return undefined;
    }
  };
  const find = (next: string, namedIn?: string): string =>
    shown(packPath(next, namedIn === undefined ? base : dirname(resolve(cwd, namedIn))));
  const chain = readChain(name, read, find, soundPack);
  if (chain.sound) return loadedFrom(chain.files, chain.sound, office, true);
  const { loadChain } = await import('../measures/load.js');
  return loadChain(chain, office);
}

/** A pack by the hash of the text it was read from: a text changed since is read and checked anew. */
function soundPack(text: string): Pack | undefined {
  const path = join(SOUND, `${sha256(text)}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The measures, or a failure that shows every problem of the pack with file, line and caret. */
export function measuresOf(loaded: Loaded): Measures {
  if (loaded.measures) return loaded.measures;
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  throw new Failure(
    2,
    { zh: `考核办法有 ${errors.length} 处错误`, en: `the measures have ${errors.length} error(s)` },
    (lang) => errors.flatMap((problem) => problemLines(problem, lang)),
  );
}

/** A clause by its number in the source; one that the pack does not have stands for itself. */
export function clausesOf({ clauses }: Measures): (id: string) => string {
  return (id) => clauses.get(id)?.at ?? id;
}

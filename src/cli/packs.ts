/** Finds packs: those that come with the programme by name, others by path, and reads their texts. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loaded, loadPack, type OfficeParameters } from '../measures/load.js';
import { problemLines } from '../measures/problem.js';
import type { Measures } from '../model/measures.js';
import { Failure } from './failure.js';

/** Where the packs that come with the programme stand. */
export const PACKS = resolve(dirname(fileURLToPath(import.meta.url)), '../../templates');

/** Their content, parsed when the programme was built; parsing YAML is most of what starting takes. */
const TREES = resolve(PACKS, '../dist/packs');

const FILE = 'measures.yaml';

/** Names of the packs that come with the programme. */
export function packNames(): string[] {
  return readdirSync(PACKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(PACKS, entry.name, FILE)))
    .map(({ name }) => name)
    .toSorted();
}

/** A pack by name, or by the path of its folder or file relative to where it is named. */
function packPath(name: string, base: string): string {
  const known = join(PACKS, name, FILE);
  if (/^[a-z0-9-]+$/.test(name) && existsSync(known)) return known;
  const path = resolve(base, name);
  return /\.ya?ml$/.test(path) ? path : join(path, FILE);
}

export function readPack(name: string, base: string, cwd: string, office?: OfficeParameters): Loaded {
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
  return loadPack(
    name,
    read,
    (next, namedIn) => shown(packPath(next, namedIn === undefined ? base : dirname(resolve(cwd, namedIn)))),
    office,
    knownTree,
  );
}

/** Content by the hash of the text it was parsed from: a text changed since is parsed anew. */
function knownTree(text: string): unknown {
  const path = join(TREES, `${createHash('sha256').update(text).digest('hex')}.json`);
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

// @ts-check
/**
 * Part of the build: each pack that comes with the programme, read and checked, by the hash of its text, so that starting
 * need do neither. A pack with an error ends the build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack, problemLines } from '../dist/index.js';

const HERE = dirname(fileURLToPath(import.meta.url));

const PACKS = join(HERE, '../dist/packs');

const textOf = (/** @type {string} */ path) => readFileSync(path, 'utf8');
const pathOf = (/** @type {string} */ name) => join(HERE, name, 'measures.yaml');

rmSync(PACKS, { recursive: true, force: true });
mkdirSync(PACKS, { recursive: true });
for (const { name } of readdirSync(HERE, { withFileTypes: true })) {
  if (!existsSync(pathOf(name))) continue;
  const { measures, pack, problems } = loadPack(name, textOf, pathOf);
  if (!measures) throw new Error(problems.flatMap((problem) => problemLines(problem, 'en')).join('\n'));
  const hash = createHash('sha256')
    .update(textOf(pathOf(name)))
    .digest('hex');
  writeFileSync(join(PACKS, `${hash}.json`), JSON.stringify(pack));
}

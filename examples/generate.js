// @ts-check
/**
 * Writes the workbooks of every worked example from its office.yaml, by the library as built in dist. What stood in
 * office/ and submissions/ is removed first, so that the folders hold what the spec gives and nothing else.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as library from '../dist/index.js';
import { officeFiles } from './office.js';

const EXAMPLES = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(EXAMPLES);

for (const { name } of readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(EXAMPLES, name);
  if (existsSync(join(folder, 'office.yaml'))) await generate(folder);
}

/** @param {string} folder */
async function generate(folder) {
  const spec = parse(readFileSync(join(folder, 'office.yaml'), 'utf8'));
  const files = await officeFiles(spec, measuresOf(folder), library);
  for (const made of ['office', 'submissions']) rmSync(join(folder, made), { recursive: true, force: true });
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const kept = files.filter(({ path }) => path.startsWith('office/')).length;
  console.log(`${relative(ROOT, folder)}: ${kept} workbooks in office/, ${files.length - kept} in submissions/`);
}

/** The pack that the folder's assess.yaml names, with the office's own parameters in it. @param {string} folder */
function measuresOf(folder) {
  const file = join(folder, 'assess.yaml');
  const { office, parameters, problems } = library.loadOffice(file, readFileSync(file, 'utf8'));
  if (!office) throw new Error(said(problems));
  /** @param {string} path */
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  /** @param {string} name @param {string} [namedIn] */
  const find = (name, namedIn) => {
    const known = join(ROOT, 'templates', name, 'measures.yaml');
    return existsSync(known) ? known : resolve(namedIn ? dirname(namedIn) : folder, name, 'measures.yaml');
  };
  const loaded = library.loadPack(office.measures, read, find, { values: parameters });
  if (!loaded.measures) throw new Error(said(loaded.problems));
  return loaded.measures;
}

/** @param {readonly Parameters<typeof library.problemLines>[0][]} problems */
function said(problems) {
  return problems.flatMap((problem) => library.problemLines(problem, 'en')).join('\n');
}

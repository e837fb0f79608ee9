// @ts-check
/**
 * Writes the workbooks of every worked example from its office.yaml, by the library as built in dist; where there is a
 * faults.yaml, the messy files of that and their README. The folders that held them are removed first, so that they
 * hold what the specs give and nothing else.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { gather } from '../dist/cli/files.js';
import * as library from '../dist/index.js';
import { findingWords } from '../dist/words/finding.js';
import { messyFiles } from './messy.js';
import { foundAlone, foundBetween, readmePage } from './messy-readme.js';
import { officeFiles } from './office.js';

const EXAMPLES = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(EXAMPLES);

for (const { name } of readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(EXAMPLES, name);
  if (existsSync(join(folder, 'office.yaml'))) await generate(folder);
}

/** @param {string} folder */
async function generate(folder) {
  const spec = specIn(folder, 'office.yaml');
  const faults = existsSync(join(folder, 'faults.yaml')) ? specIn(folder, 'faults.yaml') : undefined;
  const { measures, office } = settingsOf(folder);
  const files = faults ? await messyFiles(spec, faults, measures, library) : await officeFiles(spec, measures, library);
  for (const made of ['office', 'submissions', 'month']) rmSync(join(folder, made), { recursive: true, force: true });
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  if (faults) writeFileSync(join(folder, 'README.md'), await messyReadme(folder, spec, faults, { measures, office }));
  const kept = files.filter(({ path }) => path.startsWith('office/')).length;
  console.log(`${relative(ROOT, folder)}: ${kept} workbooks in office/, ${files.length - kept} handed in`);
}

/** @param {string} folder @param {any} spec @param {any} faults @param {ReturnType<typeof settingsOf>} settings */
async function messyReadme(folder, spec, faults, { measures, office }) {
  const lib = { ...library, gather, findingWords };
  const { files: kept } = await gather([join(folder, 'office')], folder);
  const run = { period: `${spec.year}-01`, asOf: office.asOf ?? '', office };
  const found = new Map();
  for (const each of faults.groups.flatMap((/** @type {any} */ { files }) => files))
    found.set(each, await foundAlone(join(folder, 'submissions', each.file), kept, measures, lib));
  for (const each of faults.between)
    found.set(each, { findings: await foundBetween(spec, [each], measures, lib, run) });
  return readmePage(faults, found);
}

/** @param {string} folder @param {string} name */
function specIn(folder, name) {
  return parse(readFileSync(join(folder, name), 'utf8'));
}

/** The folder's assess.yaml, and the pack that it names with the office's own parameters in it. @param {string} folder */
function settingsOf(folder) {
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
  return { measures: loaded.measures, office };
}

/** @param {readonly Parameters<typeof library.problemLines>[0][]} problems */
function said(problems) {
  return problems.flatMap((problem) => library.problemLines(problem, 'en')).join('\n');
}

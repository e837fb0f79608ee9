// @ts-check
/**
 * Writes what is made from the packs: the JSON Schemas that are published, and beside each pack its blank workbooks. A test
 * keeps them in step; run `npm run templates` after a pack or the schema has changed.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as library from '../dist/index.js';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @type {Readonly<Record<string, object>>} */
const SCHEMAS = {
  measures: library.packJsonSchema(),
  results: library.resultJsonSchema(),
  manifest: library.manifestJsonSchema(),
  comparison: library.comparisonJsonSchema(),
  verification: library.verificationJsonSchema(),
};
for (const [name, schema] of Object.entries(SCHEMAS))
  writeFileSync(join(HERE, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);

for (const entry of readdirSync(HERE, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = join(HERE, entry.name);
  const { measures, problems } = library.loadPack(
    entry.name,
    (path) => readFileSync(path, 'utf8'),
    (name) => join(HERE, name, 'measures.yaml'),
  );
  if (!measures) throw new Error(problems.flatMap((problem) => library.problemLines(problem, 'en')).join('\n'));
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.xlsx'))) rmSync(join(folder, old));
  const workbooks = await library.blankWorkbooks(measures);
  for (const { name, bytes } of workbooks) writeFileSync(join(folder, name), bytes);
  console.log(`${entry.name}: ${workbooks.length} workbooks`);
}

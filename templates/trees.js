// @ts-check
/** Part of the build: the content of each pack, by the hash of its text, so that starting need not parse YAML. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @type {Record<string, unknown>} */
const trees = {};
for (const { name } of readdirSync(HERE, { withFileTypes: true })) {
  const path = join(HERE, name, 'measures.yaml');
  if (!existsSync(path)) continue;
  const text = readFileSync(path, 'utf8');
  trees[createHash('sha256').update(text).digest('hex')] = parse(text);
}
writeFileSync(join(HERE, '../dist/packs.json'), JSON.stringify(trees));

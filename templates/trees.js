// @ts-check
/** Part of the build: the content of each pack, by the hash of its text, so that starting need not parse YAML. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const HERE = dirname(fileURLToPath(import.meta.url));

const TREES = join(HERE, '../dist/packs');

rmSync(TREES, { recursive: true, force: true });
mkdirSync(TREES, { recursive: true });
for (const { name } of readdirSync(HERE, { withFileTypes: true })) {
  const path = join(HERE, name, 'measures.yaml');
  if (!existsSync(path)) continue;
  const text = readFileSync(path, 'utf8');
  const hash = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(TREES, `${hash}.json`), JSON.stringify(parse(text)));
}

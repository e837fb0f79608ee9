/** What is made from the packs stands beside them and is in step with them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankWorkbooks } from '../src/blank.js';
import { packJsonSchema } from '../src/measures/schema.js';
import { parseYaml } from '../src/measures/yaml.js';
import { measuresNamed } from './office/make.js';

const TEMPLATES = resolve(import.meta.dirname, '../templates');
const packs = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const MEND = 'run npm run templates';

describe('templates', () => {
  it('hold the JSON Schema of packs', () => {
    expect(JSON.parse(readFileSync(join(TEMPLATES, 'measures.schema.json'), 'utf8')), MEND).toEqual(packJsonSchema());
  });

  it.each(packs)('are built with the content of %s', (pack) => {
    const text = readFileSync(join(TEMPLATES, pack, 'measures.yaml'), 'utf8');
    const built = join(TEMPLATES, '../dist/packs', `${createHash('sha256').update(text).digest('hex')}.json`);
    expect(existsSync(built), 'run npm run build').toBe(true);
    expect(JSON.parse(readFileSync(built, 'utf8'))).toEqual(parseYaml(pack, text).yaml.tree);
  });

  it.each(packs)('hold the blank workbooks of %s, byte for byte', async (pack) => {
    const made = await blankWorkbooks(measuresNamed(pack));
    const kept = readdirSync(join(TEMPLATES, pack)).filter((name) => name.endsWith('.xlsx'));
    expect(kept.toSorted(), MEND).toEqual(made.map(({ name }) => name).toSorted());
    const changed = made
      .filter(({ name, bytes }) => !readFileSync(join(TEMPLATES, pack, name)).equals(bytes))
      .map(({ name }) => name);
    expect(changed, MEND).toEqual([]);
  });
});

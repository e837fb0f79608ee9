/** What is made from the packs stands beside them and is in step with them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankWorkbooks } from '../src/blank.js';
import { loadPack } from '../src/measures/load.js';
import { packJsonSchema } from '../src/measures/schema.js';
import { comparisonJsonSchema, verificationJsonSchema } from '../src/report/schema/comparison.js';
import { manifestJsonSchema } from '../src/report/schema/manifest.js';
import { resultJsonSchema } from '../src/report/schema/result.js';
import { measuresNamed } from './office/make.js';

const TEMPLATES = resolve(import.meta.dirname, '../templates');
const packs = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const MEND = 'run npm run templates';

describe('templates', () => {
  it.each([
    ['measures', packJsonSchema],
    ['results', resultJsonSchema],
    ['manifest', manifestJsonSchema],
    ['comparison', comparisonJsonSchema],
    ['verification', verificationJsonSchema],
  ])('hold the JSON Schema of %s, and the package gives it', (name, schema) => {
    const path = join(TEMPLATES, `${name}.schema.json`);
    expect(JSON.parse(readFileSync(path, 'utf8')), MEND).toEqual(schema());
    expect(createRequire(import.meta.url).resolve(`assess/${name}.schema.json`)).toBe(path);
  });

  it.each(packs)('are built with %s as it is loaded', (pack) => {
    const path = join(TEMPLATES, pack, 'measures.yaml');
    const text = readFileSync(path, 'utf8');
    const loaded = loadPack(
      pack,
      () => text,
      () => path,
    );
    const built = join(TEMPLATES, '../dist/packs', `${createHash('sha256').update(text).digest('hex')}.json`);
    expect(existsSync(built), 'run npm run build').toBe(true);
    expect(JSON.parse(readFileSync(built, 'utf8'))).toEqual(loaded.pack);
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

  it.each(packs)('of %s call nothing by a number that a parameter gives', (pack) => {
    const measures = measuresNamed(pack);
    const rules = [...[...measures.ladders.values()].flatMap((ladder) => ladder.rules), ...measures.consequences];
    const spelled = rules.filter(({ title, when }) => {
      const asked = when.names.flatMap((name) => measures.parameters.get(name) ?? []);
      const steps = asked.flatMap(({ value }) => {
        const bound = value && 'bound' in value ? value.bound : undefined;
        if (bound?.type !== 'step') return [];
        return measures.scales.get(bound.scale)?.steps.find(({ id }) => id === bound.value)?.title ?? [];
      });
      const isNumbered =
        /[二两三四五六七八九十\d]+(?=次|天|日|项|个)/u.test(title.zh) || /\d|twice|two|three/iu.test(title.en);
      const isStepped = steps.some(({ zh, en }) => title.zh.includes(zh) || title.en.toLowerCase().includes(en));
      return asked.length > 0 && (isNumbered || isStepped);
    });
    expect(spelled.map(({ id, title }) => [id, title])).toEqual([]);
  });
});

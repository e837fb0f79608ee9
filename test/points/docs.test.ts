/** docs/points.md tells every word of the language of points, and every word has a case. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packJsonSchema } from '../../src/measures/schema.js';
import { readYaml } from '../office/make.js';

const text = readFileSync(resolve(import.meta.dirname, '../../docs/points.md'), 'utf8');
const files = readdirSync(resolve(import.meta.dirname, 'cases'));
const cases = files.map((file) => readYaml<{ words: readonly string[] }>(`test/points/cases/${file}`));
const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, code = '']) => code);

/** Words of every entry of a pack; there is nothing about points to prove. */
const OF_ANY_ENTRY = ['zh', 'en', 'clause', 'subject', 'rules'];

interface Node {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly enum?: readonly string[];
  readonly const?: string;
}

/** Keys and fixed values under a part of the schema, what it refers to included. */
function wordsUnder(schema: Node): Set<string> {
  const words = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    const { $ref, properties, enum: values = [], const: value } = node as Node;
    for (const key of [...Object.keys(properties ?? {}), ...values, ...(value === undefined ? [] : [value])])
      words.add(key);
    if ($ref !== undefined) walk(at($ref));
    for (const part of Object.values(node)) walk(part);
  };
  walk(schema);
  return words;
}

const whole = packJsonSchema() as Node;

function at(ref: string): unknown {
  const path = ref.replace(/^#\/?/, '').split('/');
  return path.reduce<unknown>((node, key) => (key === '' ? node : (node as Record<string, unknown>)[key]), whole);
}

describe('docs/points.md', () => {
  const words = [...wordsUnder(whole.properties?.score ?? {})];

  it('is about a language that is there', () => {
    expect(words).toEqual(expect.arrayContaining(['items', 'deduct', 'pro_rata', 'highest-per-matter', 'exact']));
  });

  it('tells every word', () => {
    const code = new Set([...text.replace(/```.*?```/gs, '').matchAll(/`([^`]+)`/g)].map(([, word]) => word));
    expect(words.filter((word) => !code.has(word))).toEqual([]);
  });

  it('has a case for every word', () => {
    const proved = new Set(cases.flatMap((each) => each.words));
    expect(words.filter((word) => !proved.has(word) && !OF_ANY_ENTRY.includes(word))).toEqual([]);
  });

  it('names every case, and none that is not there', () => {
    const named = new Set([...text.matchAll(/cases\/([a-z-]+\.yaml)/g)].map(([, file = '']) => file));
    expect([...named].toSorted()).toEqual(files.toSorted());
  });

  it('gives examples that are YAML', () => {
    for (const code of examples) expect(parse(code)).toBeTypeOf('object');
  });
});

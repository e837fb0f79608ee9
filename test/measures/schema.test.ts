import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DERIVATIONS } from '../../src/measures/derivations.js';
import { packJsonSchema, packSchema } from '../../src/measures/schema.js';
import { TINY } from './packs.js';

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly items?: Node;
  readonly description?: string;
}
const schema = packJsonSchema() as Node;

function* nodes(node: Node): Generator<Node> {
  yield node;
  const below = [...Object.values(node.properties ?? {}), ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  for (const each of below) yield* nodes(each);
  if (node.additionalProperties) yield* nodes(node.additionalProperties);
  if (node.items) yield* nodes(node.items);
}

describe('the JSON Schema of a pack', () => {
  it('has every key of a pack', () => {
    expect(Object.keys(schema.properties ?? {}).toSorted()).toEqual(Object.keys(packSchema.shape).toSorted());
  });

  it('requires what has no default', () => {
    const required = [
      'bulletin',
      'clauses',
      'facts',
      'forms',
      'id',
      'parameters',
      'source',
      'subjects',
      'title',
      'version',
    ];
    expect(schema.required?.toSorted()).toEqual(required);
  });

  it('has every way to come by a fact', () => {
    const fact = schema.properties?.facts?.additionalProperties || {};
    expect(Object.keys(fact.properties ?? {})).toEqual(expect.arrayContaining([...DERIVATIONS]));
  });

  it('closes every object, so that an editor marks a misspelt key', () => {
    const objects = [...nodes(schema)].filter(({ type, properties }) => type === 'object' && properties);
    expect(objects.length).toBeGreaterThan(30);
    expect(objects.filter(({ additionalProperties }) => additionalProperties !== false)).toEqual([]);
  });

  it('explains names and conditions to whoever types them', () => {
    const said = [...nodes(schema)].flatMap(({ description }) => description ?? []);
    expect(said).toContain('A CEL expression over declared facts, columns and parameters');
  });

  it('knows the keys of every entry of the tiny pack', () => {
    const { parameters, facts, grades } = parse(TINY) as Record<string, Record<string, object>>;
    for (const [key, entries] of Object.entries({ parameters, facts, grades })) {
      const entry = schema.properties?.[key]?.additionalProperties || {};
      const known = Object.keys(entry.properties ?? {});
      const used = new Set(Object.values(entries ?? {}).flatMap((each) => Object.keys(each)));
      expect(known).toEqual(expect.arrayContaining([...used]));
    }
  });

  it('is what stands beside the packs', () => {
    const path = resolve(import.meta.dirname, '../../templates/measures.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
  });
});

/** What the documents say of the example is what comes of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHEMAS } from '../src/cli/commands/schema.js';
import type { Result } from '../src/model/result.js';
import { manifestJsonSchema } from '../src/report/schema/manifest.js';
import { assess, newFolder, remove } from './cli/shell.js';

const ROOT = resolve(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

describe('docs/results.md', () => {
  const page = readFileSync(join(ROOT, 'docs/results.md'), 'utf8');

  it('names every schema that is published', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: object };
    const published = Object.keys(exports).filter((name) => name.endsWith('.schema.json'));
    expect(published.map((name) => name.slice(2, -'.schema.json'.length)).toSorted()).toEqual(
      Object.keys(SCHEMAS).toSorted(),
    );
    for (const name of Object.keys(SCHEMAS)) {
      expect(page).toContain(`assess/${name}.schema.json`);
      expect(page).toContain(`assess schema ${name}`);
    }
  });

  it('tells every key of a manifest', () => {
    const { properties } = manifestJsonSchema() as { properties: object };
    for (const key of Object.keys(properties)) expect(page).toContain(`\`${key}\``);
  });
});

describe('docs/architecture.md', () => {
  let result: Result;
  beforeAll(async () => {
    const out = newFolder();
    const { out: json } = await assess(ROOT, [
      'quarter',
      '--dir',
      'examples/bureau/submissions',
      '--json',
      '--quiet',
      '--out',
      out,
    ]);
    result = JSON.parse(json) as Result;
    remove(out);
  });

  it('traces a grade that comes out so', () => {
    const unit = result.subjects.find(({ name }) => name === '特种设备安全监察科');
    const late = result.expected.find(
      ({ by, form, period }) => by === unit?.id && form === 'monthly-plan' && period === '2026-02',
    );
    expect(late).toMatchObject({ status: 'late', daysLate: 2 });
    const fact = result.facts.find(({ id, subject }) => id === 'late_reports' && subject === unit?.id);
    const told = [late?.due, late?.received, late?.place?.file, ...(fact?.cells.map(({ cell }) => cell) ?? [])];
    for (const each of told) expect(text).toContain(each);
    const grade = result.grades.find(({ subject }) => subject === unit?.id);
    expect(grade).toMatchObject({ state: 'awaiting', possible: ['up_to_standard', 'not_up_to_standard'] });
    expect(grade?.considered.find(({ rule }) => rule === 'late-reports')?.atoms[0]?.short).toBe('1');
  });

  it('names rooms that are there', () => {
    for (const [, room = ''] of text.matchAll(/\*\*`([a-z/-]+)`\*\*/g)) {
      expect(existsSync(join(ROOT, 'src', room)) || existsSync(join(ROOT, 'src', `${room}.ts`)), room).toBe(true);
    }
  });
});

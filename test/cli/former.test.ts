/** What counts as written by a run: by a manifest of ours, and by no other file of that name. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formerOutputs } from '../../src/cli/former.js';
import { manifestJson } from '../../src/report/manifest.js';
import { newFolder, put, remove } from './shell.js';

let folder = '';
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => remove(folder));

const HASH = 'a'.repeat(64);
const WRITTEN = manifestJson({
  version: '0.1.0',
  measures: { id: 'mine', version: '1' },
  period: '2026-Q1',
  asOf: '2026-04-10',
  lang: 'zh',
  pack: [],
  inputs: [],
  refused: [],
  outputs: [{ file: 'returned/甲.xlsx', sha256: HASH }],
} as unknown as Parameters<typeof manifestJson>[0]);

it('is what its manifest names', () => {
  put(folder, { 'manifest.json': WRITTEN });
  expect(formerOutputs(folder)).toEqual(new Map([['returned/甲.xlsx', HASH]]));
});

it.each([
  ['damaged', WRITTEN.replace('"outputs"', '"output"')],
  ['of another version', '{"format":99}'],
])('is not known by name where the manifest is %s', (_, text) => {
  put(folder, { 'manifest.json': text });
  expect(formerOutputs(folder)).toEqual(new Map());
});

it.each([
  ['cut off', WRITTEN.slice(0, 40)],
  ['that of another programme', '{"name":"site","icons":[]}'],
])('is nothing where the manifest is %s, or there is none', (_, text) => {
  expect(formerOutputs(folder)).toBeUndefined();
  put(folder, { 'manifest.json': text });
  expect(formerOutputs(folder)).toBeUndefined();
});

/** A worked example as a user runs it: assess.yaml, the folder of submissions, and what the office keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { assess } from '../../src/assess.js';
import type { Period } from '../../src/base/period.js';
import { gatherSubmissions, openWorkspace } from '../../src/cli/workspace.js';
import type { Office } from '../../src/model/office.js';
import type { Result } from '../../src/model/result.js';
import { takeIn } from '../../src/take-in.js';
import { readYaml, type Spec, sentFiles } from '../office/make.js';

export const EXAMPLES = resolve(import.meta.dirname, '../../examples');

/** The first quarter of 2026 of an example, by its own settings or with some of them changed. */
export async function firstQuarter(example: string, changed: Partial<Office> = {}): Promise<Result> {
  const folder = join(EXAMPLES, example);
  const workspace = await openWorkspace(join(folder, 'submissions'), folder, true);
  const silent = { doing: async () => undefined };
  const { files, refused, skipped } = await gatherSubmissions('submissions', folder, workspace, silent);
  expect([...refused, ...skipped]).toEqual([]);
  const { measures } = workspace;
  const office = { ...workspace.office, ...changed };
  if (!office.asOf) throw new Error('assess.yaml gives no day');
  return assess(takeIn(files, measures, office.counts), measures, {
    period: '2026-Q1' as Period,
    asOf: office.asOf,
    office,
  });
}

/** The workbooks of an example are those that its office.yaml gives, byte for byte, and no others. */
export async function expectAsGiven(example: string): Promise<void> {
  const folder = join(EXAMPLES, example);
  const made = ['office', 'submissions'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const { measures } = await openWorkspace(join(folder, 'submissions'), folder, true);
  const files = await sentFiles(readYaml<Spec>(join('examples', example, 'office.yaml')), measures);
  const given = new Map(files.map(({ file, bytes }) => [join(folder, file), bytes]));
  const remedy = 'the workbooks are not what office.yaml gives: run `npm run examples`';
  expect(made.toSorted(), remedy).toEqual([...given.keys()].toSorted());
  const stale = made.filter((path) => !readFileSync(path).equals(given.get(path)?.() ?? Buffer.alloc(0)));
  expect(stale, remedy).toEqual([]);
}

export function tally(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items.toSorted()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** A workspace speaks of the measures it is for: their rosters, their periods, their numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assess, newFolder, remove } from './shell.js';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => remove(folder));

const settings = (): string => readFileSync(join(folder, 'new/assess.yaml'), 'utf8');

it('names the rosters to fill in and a period of the forms handed in most often', async () => {
  const months = await assess(folder, ['init', 'new', '--lang', 'zh']);
  expect(months.out).toContain('请先填写科室名册、人员名册');
  expect(months.out).toMatch(/--period \d{4}-\d{2} /);
  expect(settings()).toMatch(/# parameters: .*\n# {3}annual_targets_due_day: 25 /);
});

it('asks for the numbers that only the office can give', async () => {
  const quarters = await assess(folder, ['init', 'new', '--lang', 'en', '--measures', 'sunshine-affairs']);
  expect(quarters.out).toContain('fill in first Units');
  expect(quarters.out).toMatch(/--period \d{4}-Q1 /);
  expect(settings()).toMatch(/# {3}converted_full: {3}# .*须填写/);
});

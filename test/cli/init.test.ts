/** A workspace speaks of the measures it is for: their rosters, their periods, their numbers. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PACKS } from '../../src/cli/packs.js';
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

it.each([
  ['new', './our', '../our'],
  ['.', 'our', './our'],
  ['our', './our', '.'],
])('names a pack of the office as it is found from %s', async (made, named, written) => {
  cpSync(join(PACKS, 'sunshine-affairs'), join(folder, 'our'), { recursive: true });
  expect((await assess(folder, ['init', made, '--measures', named])).code).toBe(0);
  expect(readFileSync(join(folder, made, 'assess.yaml'), 'utf8')).toContain(`measures: "${written}"\n`);
  // Its numbers that only the office can give are still asked for, which is said only once the pack is found.
  const told = await assess(folder, ['status', '--dir', join(made, 'submissions')]);
  expect(`${told.out}${told.err}`).not.toMatch(/找不到文件|cannot find/);
});

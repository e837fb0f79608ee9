/**
 * assess compare as it is typed: after a correction, under a revised pack, between two results. What it prints is held to
 * the files in test/cli/compare; ACCEPT=1 writes them anew.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/types.js';
import { comparisonSchema } from '../../src/report/schema/comparison.js';
import { openWorkbook } from '../../src/workbook/open.js';
import type { Spec } from '../office/make.js';
import { asPublished, assess, newFolder, OFFICE_YAML, officeFolder, put, remove, type Said } from './shell.js';

const LATE: Spec['changes'] = [
  { form: 'monthly-plan', unit: '计量科', period: '2026-02', received: '2026-01-29' },
  { form: 'monthly-plan', unit: '计量科', period: '2026-03', received: '2026-03-02' },
  { form: 'monthly-completion', unit: '办公室', period: '2026-01', where: { plan_no: '1' }, set: { done: '约四十' } },
];
const CORRECTED: Spec['changes'] = [
  ...LATE.slice(0, 1),
  {
    form: 'monthly-completion',
    unit: '计量科',
    period: '2026-02',
    where: { plan_no: '2' },
    set: { done: 10, status: '未完成', cause: '客观', reason: '停电', improvement: '补检' },
  },
];
const REVISED = [
  'id: local',
  'version: "2"',
  'extends: quality-bureau',
  'title: { zh: 本局办法, en: Local measures }',
  'source: { zh: 本局, en: local }',
  'parameters: { substandard_at: { value: 1 } }',
  'grades: { unit: { rules: { inefficiency: null } } }',
  '',
].join('\n');

let folder = '';
beforeAll(async () => {
  folder = await officeFolder(LATE);
  await assess(folder, ['quarter', '--dir', 'submissions', '--quiet']);
  const corrected = await officeFolder(CORRECTED);
  for (const part of ['submissions', 'office']) {
    rmSync(join(folder, part), { recursive: true });
    renameSync(join(corrected, part), join(folder, part));
  }
  remove(corrected);
  put(folder, { 'revised/measures.yaml': REVISED });
});
afterAll(() => remove(folder));

const run = (...argv: string[]): Promise<Said> => assess(folder, ['compare', ...argv]);
const data = async (...argv: string[]): Promise<Comparison> =>
  asPublished<Comparison>(JSON.parse((await run(...argv, '--json', '--quiet')).out), comparisonSchema);

function expectAsKept(name: string, text: string): void {
  const path = resolve(import.meta.dirname, 'compare', name);
  if (process.env.ACCEPT === '1') put(resolve(import.meta.dirname, 'compare'), { [name]: text });
  else expect(text, 'run with ACCEPT=1 and read it').toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

describe('assess compare', () => {
  it.each(['zh', 'en'])('tells what a correction changes, before anything is written, in %s', async (lang) => {
    const before = readFileSync(join(folder, 'results/2026-Q1/results.json'));
    const { code, out, err } = await run('results/2026-Q1', '--lang', lang);
    expect([code, err]).toEqual([0, '']);
    expectAsKept(`correction.${lang}.txt`, out);
    expect(readFileSync(join(folder, 'results/2026-Q1/results.json')).equals(before)).toBe(true);
  });

  it('tells what a revised pack changes', async () => {
    const { code, out } = await run('quality-bureau', './revised', '--dir', 'submissions');
    expect(code).toBe(0);
    expectAsKept('revision.zh.txt', out);
  });

  it('says the same of results written before and after, whichever way they are named', async () => {
    await assess(folder, ['quarter', '--dir', 'submissions', '--quiet', '--out', 'results/new']);
    const now = await data('results/2026-Q1');
    expect(await data('results/2026-Q1', 'results/new')).toEqual(now);
    expect(await data('results/2026-Q1/results.json', join(folder, 'results/new/results.json'))).toEqual(now);
    expect(now.pack).toEqual([]);
    const back = await data('results/new', 'results/2026-Q1');
    expect(back.changed.map(({ subject }) => subject)).toEqual(now.changed.map(({ subject }) => subject));
    expect(back.changed[0]?.grades[0]?.before).toEqual(now.changed[0]?.grades[0]?.after);
    const same = await run('results/new');
    expect(same.out).toContain('两边的结果相同。');
  });

  it('grades what is there now for the period of the results, unless another is named', async () => {
    const march = await data('results/2026-Q1', '--period', '2026-03', '--as-of', '2026-04-11');
    expect([march.after.period, march.after.asOf, march.apart]).toEqual(['2026-03', '2026-04-11', ['period', 'day']]);
    const { out } = await run('results/2026-Q1', '--period', '2026-03');
    expect(out).toContain('期间不同：只列出两期结果的差别，不作为更正，也不说明原因');
    expect(out).not.toContain('新出现的问题');
    const february = await data('quality-bureau', 'revised', '--dir', 'submissions', '--period', '2026-02');
    expect([february.before.period, february.after.period]).toEqual(['2026-02', '2026-02']);
  });

  it('says how to compare as of the day of the results, where that of the run is another', async () => {
    const settings = readFileSync(join(folder, 'assess.yaml'), 'utf8');
    put(folder, { 'assess.yaml': settings.replace(/^as_of: .*$/m, 'as_of: "2026-04-20"') });
    const { err } = await run('results/2026-Q1');
    const named = await run('results/2026-Q1', '--as-of', '2026-04-11');
    const english = await run('results/2026-Q1', '--lang', 'en');
    put(folder, { 'assess.yaml': settings });
    expect(err).toContain('请加 --as-of 2026-04-10');
    expect(english.err).toContain('add --as-of 2026-04-10');
    expect([named.err, (await run('results/2026-Q1')).err]).toEqual(['', '']);
    expect((await run('quality-bureau', './revised', '--dir', 'submissions')).err).toBe('');
  });

  it('writes a workbook of all of it', async () => {
    const { err } = await run('results/2026-Q1', '--out', 'out/变动.xlsx');
    expect(err).toContain('结果写入');
    const bytes = readFileSync(join(folder, 'out/变动.xlsx'));
    const opened = openWorkbook('变动.xlsx', bytes);
    if (!opened.ok) throw new Error(opened.fault);
    expect(opened.workbook.sheets.map(({ name }) => name)).toEqual([
      '概况',
      '变动',
      '数据',
      '对象',
      '办法',
      '文件',
      '问题',
    ]);
    const rows = Array.from(opened.workbook.sheets[1]?.rows ?? [], ({ values }) => values.join(' | '));
    expect(rows.find((row) => row.includes('通报批评'))).toMatch(
      /科室 \| 计量科 \| 奖惩 .*本年未按时上报.*2次 → 1次.*− office/s,
    );
    await run('results/2026-Q1', '--out', 'out/变动.xlsx', '--as-of', '2026-04-10');
    expect(readFileSync(join(folder, 'out/变动.xlsx')).equals(bytes)).toBe(true);
    expect((await run('results/2026-Q1', '--period', '2026-03', '--out', 'out/x.xlsx')).code).toBe(0);
  });

  it('passes by a manifest that speaks of other results', async () => {
    put(folder, {
      'lone/results.json': readFileSync(join(folder, 'results/2026-Q1/results.json')),
      'lone/manifest.json': readFileSync(join(folder, 'results/2026-Q1/manifest.json'), 'utf8').replace(
        /[0-9a-f]{64}/g,
        '0'.repeat(64),
      ),
    });
    expect((await data('lone', 'results/2026-Q1')).pack).toBeUndefined();
    expect(await run('lone')).toMatchObject({ code: 2, err: expect.stringContaining('请用 --dir 指明') });
    expect((await data('lone', '--dir', 'submissions')).pack).toBeUndefined();
  });

  it.each<[string[], number, string]>([
    [['nowhere'], 2, '没有名为 nowhere 的结果或办法'],
    [['office', 'results/2026-Q1'], 2, 'office 中既没有 results.json，也没有 measures.yaml'],
    [['none.json'], 3, 'none.json'],
    [['results/2026-Q1', 'results/2026-Q1', '--dir', 'submissions'], 2, '用不上'],
    [['results/2026-Q1', '--period', '去年'], 2, '--period'],
    [['results/2026-Q1', '--out', 'x.pdf'], 2, '--out 应为 .xlsx 文件'],
    [['results/2026-Q1', '--out', 'results/2026-Q1/ranking.xlsx'], 2, '会覆盖'],
    [['quality-bureau', './broken', '--dir', 'submissions'], 2, '考核办法有'],
    [['results/2026-Q1', '--dir', 'away'], 3, 'ENOENT'],
  ])('refuses %j and says why', async (argv, exit, why) => {
    put(folder, { 'broken/measures.yaml': REVISED.replace('substandard_at', 'nothing_at') });
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([exit, expect.stringContaining(why)]);
  });

  it('says which parameter of the office a pack does not have', async () => {
    const other = newFolder();
    put(other, {
      'assess.yaml': `${OFFICE_YAML}parameters: { no_such_day: 3 }\n`,
      'submissions/x.csv': 'a,b\n1,2\n',
    });
    const { code, err } = await assess(other, [
      'compare',
      'quality-bureau',
      'sunshine-affairs',
      '--dir',
      'submissions',
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('no_such_day')]);
    remove(other);
  });

  it('shows names from results instead of obeying them', async () => {
    const text = readFileSync(join(folder, 'results/2026-Q1/results.json'), 'utf8');
    put(folder, { 'evil/results.json': text.replaceAll('计量科', '\\u001b[31m计量科') });
    writeFileSync(join(folder, 'evil/manifest.json'), '{}');
    for (const argv of [
      ['evil', 'results/2026-Q1'],
      ['results/2026-Q1', 'evil'],
    ]) {
      const { code, out } = await run(...argv);
      expect(code).toBe(0);
      expect(out).toContain('\\u{1b}[31m');
      expect(out).not.toContain('\u001b');
    }
  });
});

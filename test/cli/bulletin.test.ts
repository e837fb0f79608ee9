import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess, newFolder, OFFICE_YAML, officeFolder, put, remove } from './shell.js';

const made: string[] = [];
let folder = '';
const read = (...path: string[]): Buffer => readFileSync(join(folder, ...path));

beforeAll(async () => {
  folder = await officeFolder([], `${OFFICE_YAML}number: 云质监办〔2026〕9号\n`);
  made.push(folder);
  await assess(folder, ['quarter', '--dir', './submissions']);
});
afterAll(() => {
  for (const path of made) remove(path);
});

describe('assess bulletin', () => {
  it('gives the bytes of the run again, from the results alone', async () => {
    const former = ['bulletin.pdf', 'bulletin.docx'].map((name) => read('results/2026-Q1', name));
    const alone = newFolder();
    made.push(alone);
    put(alone, { 'kept/results.json': read('results/2026-Q1/results.json') });
    const { code, out, err } = await assess(alone, ['bulletin', '--results', 'kept', '--docx', '--quiet']);
    expect([code, out, err]).toEqual([0, 'kept/bulletin.pdf\nkept/bulletin.docx\n', '']);
    const again = ['bulletin.pdf', 'bulletin.docx'].map((name) => readFileSync(join(alone, 'kept', name)));
    expect(again.map((bytes, at) => bytes.equals(former[at] as Buffer))).toEqual([true, true]);
    expect(readdirSync(join(alone, 'kept')).toSorted()).toEqual(['bulletin.docx', 'bulletin.pdf', 'results.json']);
  });

  it('writes the PDF alone unless Word is asked for, and takes the only results there are', async () => {
    const { code, out } = await assess(folder, ['bulletin', '--out', 'printed']);
    expect([code, out]).toEqual([0, 'printed/bulletin.pdf\n']);
    expect(readdirSync(join(folder, 'printed'))).toEqual(['bulletin.pdf']);
  });

  it.each([
    ['通报.docx', 'PK'],
    ['out/通报.PDF', '%PDF'],
  ])('writes one file where --out names one: %s', async (name, start) => {
    const { code, out } = await assess(folder, ['bulletin', '--out', name]);
    expect([code, out]).toEqual([0, `${name}\n`]);
    expect(read(name).toString('latin1').startsWith(start)).toBe(true);
  });

  it('tells what it wrote as data, and says which fonts were wanting', async () => {
    const { out, err } = await assess(folder, ['bulletin', '--out', 'json', '--docx', '--json', '--lang', 'en']);
    expect(JSON.parse(out)).toEqual({ written: ['json/bulletin.pdf', 'json/bulletin.docx'] });
    expect(err === '' || /font was found/.test(err)).toBe(true);
    const zh = read('results/2026-Q1/bulletin.docx');
    expect(read('json/bulletin.docx').equals(zh)).toBe(false);
  });

  it.each([
    [['--out', 'x.html'], /--out 应为文件夹，或 .pdf、.docx 文件/],
    [['--out', 'x.pdf', '--docx'], /--docx 与 .pdf 文件名不能并用/],
    [['--results', 'nowhere'], /无法读取 .*nowhere/],
  ] as const)('refuses %j', async (options, reason) => {
    const { code, out, err } = await assess(folder, ['bulletin', ...options]);
    expect(code).toBeGreaterThan(1);
    expect(out).toBe('');
    expect(err).toMatch(reason);
    expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  });

  it('takes fonts and language of the office from the results’ own assess.yaml, and leaves what is there when it fails', async () => {
    const other = newFolder();
    made.push(other);
    put(other, {
      'office/assess.yaml': `${OFFICE_YAML}lang: en\nfonts: { fang: fonts/no.ttf }\n`,
      'office/results/q/results.json': read('results/2026-Q1/results.json'),
      'office/results/q/bulletin.pdf': 'former',
    });
    const { code, err } = await assess(other, ['bulletin', '--results', 'office/results/q']);
    expect(code).toBe(2);
    expect(err).toContain(`The configured font file cannot be used: ${join(other, 'office/fonts/no.ttf')}`);
    expect(readFileSync(join(other, 'office/results/q/bulletin.pdf'), 'utf8')).toBe('former');
    const word = await assess(other, ['bulletin', '--results', 'office/results/q', '--out', 'a.docx']);
    expect([word.code, word.out]).toEqual([0, 'a.docx\n']);
  });
});

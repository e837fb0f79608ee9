/** Results as the command line reads them: by their schema, which it also gives away. */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultJson } from '../../src/report/json.js';
import { aResult } from '../report/result.js';
import { assess, newFolder, put, remove } from './shell.js';

let folder = '';
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => remove(folder));

const explain = (...more: string[]) => assess(folder, ['explain', '一组', '--results', 'r', ...more]);

describe('results.json', () => {
  it('is read as it was written', async () => {
    put(folder, { 'r/results.json': resultJson(aResult()) });
    expect(await explain()).toMatchObject({ code: 0, err: '' });
  });

  it('that was changed by hand is refused, each place with its path', async () => {
    const [first, ...rest] = aResult().grades;
    put(folder, { 'r/results.json': JSON.stringify({ ...aResult(), grades: [{ ...first, state: 'fine' }, ...rest] }) });
    const { code, out, err } = await explain();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'grades[0].state：应为"determined", "proposed", "awaiting", "undetermined" 之一，实为 "fine"',
    );
    expect(err).toContain('r/results.json 有 1 处不合格式，可能被改动过；请重新计算');
    const english = await explain('--lang', 'en');
    expect(english.err).toContain('grades[0].state: must be one of "determined"');
  });

  it('with much wrong in it is told by its first places, and the rest is counted', async () => {
    put(folder, { 'r/results.json': '{"format":2}' });
    const { err } = await explain('--lang', 'en');
    expect(err).toContain('office: must be an object, and is nothing');
    expect(err).toMatch(/and \d+ more/);
    expect(err.split('\n').length).toBeLessThan(15);
  });

  it('of another version says which, and what is none says why', async () => {
    put(folder, { 'r/results.json': '{"format":1}' });
    expect(await explain('--lang', 'en')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has format 1, and this version reads 2'),
    });
    put(folder, { 'r/results.json': '{"a":\u001b[31m' });
    const { code, err } = await explain();
    expect([code, err]).toEqual([2, expect.stringContaining('不是本程序的结果')]);
    expect(err).not.toContain('\u001b');
  });

  it('is a file: no link is followed, no pipe waited for, no folder taken for one', async () => {
    put(folder, {
      'r/results.json': resultJson(aResult()),
      'piped/x': '',
      'nested/results.json/x': '',
      'linked/x': '',
    });
    symlinkSync(join(folder, 'r/results.json'), join(folder, 'linked/results.json'));
    if (platform() !== 'win32') execFileSync('mkfifo', [join(folder, 'piped/results.json')]);
    for (const [name, why] of [
      ['linked', 'it is a link'],
      ['piped', platform() === 'win32' ? 'ENOENT' : 'no regular file'],
      ['nested', 'no regular file'],
    ] as const) {
      const { code, err } = await assess(folder, ['explain', '一组', '--results', name, '--lang', 'en']);
      expect([code, err], name).toEqual([3, expect.stringContaining(why)]);
    }
  });

  it('never lets a text from it command the terminal', async () => {
    put(folder, { 'r/results.json': JSON.stringify({ ...aResult(), period: '\u009b31m\u202e' }) });
    const { err } = await explain();
    expect(err).toContain('\\u{9b}31m\\u{202e}');
  });
});

describe('assess schema', () => {
  it.each(['measures', 'results', 'manifest', 'comparison', 'verification'])(
    'prints that of %s as it is published',
    async (name) => {
      const { code, out } = await assess(folder, ['schema', name]);
      const path = resolve(import.meta.dirname, `../../templates/${name}.schema.json`);
      expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(readFileSync(path, 'utf8'))]);
    },
  );

  it('knows no other', async () => {
    writeFileSync(join(folder, 'x'), '');
    expect(await assess(folder, ['schema', 'x'])).toMatchObject({ code: 2, err: expect.stringContaining('measures') });
  });
});

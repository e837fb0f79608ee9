/** Outputs in the place of former ones: all or none, and a folder as a whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replaceOutputs } from '../../src/cli/replace.js';
import { newFolder, put, remove } from './shell.js';

/** The renames that are refused, by what their source ends in. */
const refused = vi.hoisted(() => ({ from: '' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const rename: typeof real.rename = (from, to) =>
    refused.from !== '' && String(from).endsWith(refused.from)
      ? Promise.reject(Object.assign(new Error('no'), { code: 'EIO' }))
      : real.rename(from, to);
  return { ...real, rename };
});

let folder = '';
beforeEach(() => {
  folder = newFolder();
  put(folder, { 'out/a.txt': 'old', 'out/returned/甲/x.xlsx': 'old', 'out/mine.txt': 'mine' });
});
afterEach(() => {
  refused.from = '';
  remove(folder);
});

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const content = (text: string): Uint8Array => Buffer.from(text);

describe('outputs', () => {
  it('replace files one by one and a folder as a whole, and leave the rest', async () => {
    const returned = new Map([['乙/y.xlsx', content('new')]]);
    await replaceOutputs(join(folder, 'out'), [
      ['a.txt', 'new'],
      ['deep/b.txt', 'new'],
      ['returned', returned],
    ]);
    expect([read('a.txt'), read('deep/b.txt'), read('returned/乙/y.xlsx'), read('mine.txt')]).toEqual([
      'new',
      'new',
      'new',
      'mine',
    ]);
    expect(readdirSync(join(folder, 'out/returned'))).toEqual(['乙']);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('take away what is not made any more', async () => {
    await replaceOutputs(join(folder, 'out'), [
      ['a.txt', undefined],
      ['returned', new Map()],
      ['never', new Map()],
    ]);
    expect(readdirSync(join(folder, 'out'))).toEqual(['mine.txt']);
  });

  it('change nothing when the former folder cannot be set aside', async () => {
    refused.from = 'out/returned';
    const outputs = replaceOutputs(join(folder, 'out'), [['returned', new Map([['z.xlsx', content('new')]])]]);
    await expect(outputs).rejects.toMatchObject({ exitCode: 3 });
    expect(read('returned/甲/x.xlsx')).toBe('old');
  });

  it('put the former folder back when only the last step fails', async () => {
    refused.from = `.out.${process.pid}/returned`;
    const outputs = replaceOutputs(join(folder, 'out'), [['returned', new Map([['z.xlsx', content('new')]])]]);
    await expect(outputs).rejects.toMatchObject({ exitCode: 3, text: { zh: expect.stringContaining('原有结果未动') } });
    expect(read('returned/甲/x.xlsx')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('change nothing when they cannot all be made', async () => {
    const outputs = replaceOutputs(join(folder, 'out'), [
      ['a.txt', 'new'],
      ['x'.repeat(300), 'new'],
    ]);
    await expect(outputs).rejects.toMatchObject({ exitCode: 3 });
    expect(read('a.txt')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

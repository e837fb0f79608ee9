/** A folder among the outputs that is replaced as a whole, with all others or not at all. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, replaceWithFolder } from '../../src/cli/whole-folder.js';
import { newFolder, put, remove } from './shell.js';

let folder = '';
beforeEach(() => {
  folder = newFolder();
  put(folder, { 'out/a.txt': 'old', 'out/returned/甲/x.xlsx': 'old', 'out/mine.txt': 'mine' });
});
afterEach(() => remove(folder));

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const files = (...names: string[]): Folder => new Map(names.map((name) => [name, Buffer.from('new')]));

describe('a folder of ours', () => {
  it('holds what this run made and nothing of a former one; the rest stays', async () => {
    await replaceWithFolder(join(folder, 'out'), [['a.txt', 'new']], 'returned', files('乙/y.xlsx', '乙/丙/z.xlsx'));
    expect([read('a.txt'), read('returned/乙/y.xlsx'), read('returned/乙/丙/z.xlsx'), read('mine.txt')]).toEqual([
      'new',
      'new',
      'new',
      'mine',
    ]);
    expect(readdirSync(join(folder, 'out/returned'))).toEqual(['乙']);
  });

  it('goes when nothing is made any more, and is not made for nothing', async () => {
    await replaceWithFolder(join(folder, 'out'), [], 'returned', files());
    await replaceWithFolder(join(folder, 'out'), [], 'never', files());
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['a.txt', 'mine.txt']);
  });

  it('stays where it was when the others cannot be replaced', async () => {
    mkdirSync(join(folder, 'out/full'), { recursive: true });
    put(folder, { 'out/full/within': '' });
    const outputs = replaceWithFolder(join(folder, 'out'), [['full', 'new']], 'returned', files('甲/x.xlsx'));
    await expect(outputs).rejects.toMatchObject({ exitCode: 3 });
    expect([read('returned/甲/x.xlsx'), read('a.txt')]).toEqual(['old', 'old']);
  });
});

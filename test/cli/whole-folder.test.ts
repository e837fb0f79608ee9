/** A folder among the outputs that is replaced as a whole, with all others or not at all. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/hash.js';
import type { Failure } from '../../src/cli/failure.js';
import { type Folder, type Formerly, replaceWithFolder } from '../../src/cli/whole-folder.js';
import { newFolder, put, remove } from './shell.js';

let folder = '';
beforeEach(() => {
  folder = newFolder();
  put(folder, { 'out/a.txt': 'old', 'out/returned/甲/x.xlsx': 'old', 'out/mine.txt': 'mine' });
});
afterEach(() => remove(folder));

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const sha = (name: string): string => sha256(readFileSync(join(folder, 'out', name)));
/** What a former run is said to have written: these, as they are. */
const wrote =
  (...names: string[]) =>
  () =>
    new Map(names.map((name) => [name, sha(name)]));
const FORMER = ['a.txt', 'returned/甲/x.xlsx'];
const files = (...names: string[]): Folder => new Map(names.map((name) => [name, Buffer.from('new')]));

describe('a folder of ours', () => {
  it('holds what this run made and nothing of a former one; the rest stays', async () => {
    await replaceWithFolder(
      join(folder, 'out'),
      [['a.txt', 'new']],
      'returned',
      files('乙/y.xlsx', '乙/丙/z.xlsx'),
      [],
      wrote(...FORMER),
    );
    expect([read('a.txt'), read('returned/乙/y.xlsx'), read('returned/乙/丙/z.xlsx'), read('mine.txt')]).toEqual([
      'new',
      'new',
      'new',
      'mine',
    ]);
    expect(readdirSync(join(folder, 'out/returned'))).toEqual(['乙']);
  });

  it('goes when nothing is made any more, and is not made for nothing', async () => {
    await replaceWithFolder(join(folder, 'out'), [], 'returned', files(), [], wrote(...FORMER));
    await replaceWithFolder(join(folder, 'out'), [], 'never', files(), [], wrote('a.txt'));
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['a.txt', 'mine.txt']);
  });

  it('stays where it was when the others cannot be replaced', async () => {
    mkdirSync(join(folder, 'out/full'), { recursive: true });
    put(folder, { 'out/full/within': '' });
    const outputs = replaceWithFolder(
      join(folder, 'out'),
      [['full', 'new']],
      'returned',
      files('甲/x.xlsx'),
      [],
      wrote(...FORMER),
    );
    await expect(outputs).rejects.toMatchObject({ exitCode: 3 });
    expect([read('returned/甲/x.xlsx'), read('a.txt')]).toEqual(['old', 'old']);
  });
});

describe('what no run wrote', () => {
  const out = (): string => join(folder, 'out');
  const everything = (): string[] => readdirSync(folder, { recursive: true }).map(String).toSorted();
  const refused = async (former: Formerly, made: Folder, outputs: readonly [string, string][] = []): Promise<void> => {
    const before = everything();
    const work = replaceWithFolder(out(), outputs, 'returned', made, [], former);
    await expect(work).rejects.toMatchObject({ exitCode: 2 });
    expect(everything()).toEqual(before);
    expect([read('returned/甲/x.xlsx'), read('mine.txt')]).toEqual(['old', 'mine']);
  };

  it('stays beside what is replaced, and is never taken away', async () => {
    put(folder, { 'out/returned/我的/签发稿.txt': 'mine' });
    await replaceWithFolder(out(), [], 'returned', files('乙/y.xlsx'), [], wrote('a.txt'));
    expect([read('returned/我的/签发稿.txt'), read('returned/甲/x.xlsx')]).toEqual(['mine', 'old']);
  });

  it('is not written over', async () => {
    await refused(wrote('a.txt'), files('甲/x.xlsx'));
    await refused(() => undefined, files(), [['a.txt', 'new']]);
  });

  it('is what was changed since, too', async () => {
    const former = wrote(...FORMER)();
    put(folder, { 'out/returned/甲/x.xlsx': 'mended' });
    for (const made of [files('甲/x.xlsx'), files()]) {
      await expect(replaceWithFolder(out(), [], 'returned', made, [], () => former)).rejects.toMatchObject({
        exitCode: 2,
      });
      expect(read('returned/甲/x.xlsx')).toBe('mended');
    }
  });

  it('is what lies behind a link', async () => {
    put(folder, { 'sent/y.xlsx': 'sent' });
    symlinkSync('../../sent', join(out(), 'returned/乙'));
    await refused(wrote(...FORMER), files('甲/x.xlsx', '乙/y.xlsx'));
    rmSync(join(out(), 'returned'), { recursive: true });
    symlinkSync('../sent', join(out(), 'returned'));
    const through = replaceWithFolder(out(), [], 'returned', files('y.xlsx'), [], wrote('returned/y.xlsx'));
    await expect(through).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(join(folder, 'sent/y.xlsx'), 'utf8')).toBe('sent');
  });

  it('is what a manifest names elsewhere', async () => {
    put(folder, { 'sent.xlsx': 'sent' });
    const hash = sha256('sent');
    const former = (): Map<string, string> =>
      new Map([
        ['returned/../../sent.xlsx', hash],
        ['../sent.xlsx', hash],
      ]);
    await replaceWithFolder(out(), [['a.txt', 'new']], 'returned', files(), [], former);
    expect(readFileSync(join(folder, 'sent.xlsx'), 'utf8')).toBe('sent');
  });

  it('is told, and no more than ten by name', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${String(at).padStart(2, '0')}.xlsx`);
    put(folder, Object.fromEntries(names.map((name) => [`out/returned/${name}`, 'mine'])));
    const work = replaceWithFolder(out(), [], 'returned', files(...names), [], wrote('a.txt'));
    const failure = await work.then(
      () => undefined,
      (error: unknown) => error as Failure,
    );
    const lines = failure?.lines('zh') ?? [];
    expect([lines[0], lines.length, lines.at(-1)]).toEqual(['returned/00.xlsx', 11, '另有 2 个']);
  });
});

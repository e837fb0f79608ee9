/** Outputs are drafted beside those that stand, piece by piece, and nothing is left of a draft that did not come to be one. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/hash.js';
import { drafting } from '../../src/cli/draft.js';
import { replaceTogether } from '../../src/cli/place.js';
import { newFolder, put, remove } from './shell.js';

let folder = '';
const made: string[] = [];
beforeEach(() => {
  const root = newFolder();
  made.push(root);
  folder = join(root, 'results', 'out');
});
afterAll(() => made.forEach(remove));

function* pieces(): Generator<string | Uint8Array> {
  yield '名次';
  yield Buffer.from('，');
  yield '完成率';
}

describe('a draft', () => {
  it('holds all pieces, is told by their hash, and moves into place', async () => {
    await drafting(folder, async (draft) => {
      const drafted = await draft.write(pieces());
      expect(drafted.sha256).toBe(sha256('名次，完成率'));
      expect(readFileSync(drafted.path, 'utf8')).toBe('名次，完成率');
      await replaceTogether(folder, [['a.txt', drafted]]);
    });
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('名次，完成率');
  });

  it('is made piece by piece, and others are heard in between', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('heard'));
    const telling = function* (): Generator<string> {
      for (const piece of ['a', 'b']) {
        order.push(piece);
        yield piece.repeat(100_000);
      }
    };
    await drafting(folder, async (draft) => void (await draft.write(telling())));
    expect(order).toEqual(['a', 'heard', 'b']);
  });

  it('takes its folders with it when nothing came of it', async () => {
    const work = drafting(folder, async (draft) => {
      await draft.write('a');
      throw new Error('a fault of ours');
    });
    await expect(work).rejects.toThrow('a fault of ours');
    expect(existsSync(join(folder, '..'))).toBe(false);
    expect(process.listenerCount('exit')).toBe(0);
  });

  it('passes a fault of what it writes on as it is: it is no fault of the disk', async () => {
    const fault = new TypeError('a fault of ours');
    const faulty = function* (): Generator<string> {
      yield 'a';
      throw fault;
    };
    await expect(drafting(folder, (draft) => draft.write(faulty()))).rejects.toBe(fault);
    expect(existsSync(join(folder, '..'))).toBe(false);
  });

  it('says what could not be written to, and leaves what stands there', async () => {
    put(join(folder, '..'), { out: 'a file' });
    await expect(drafting(folder, (draft) => draft.write('a'))).rejects.toThrow(/cannot write to .*out: .*untouched/);
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  it('takes away what runs that were killed have left, and nothing of those that are at work', async () => {
    // No process has this number: it is beyond what systems give.
    const [dead, alive] = ['.writing-999999999', `.writing-${process.ppid}`];
    for (const name of [dead, alive]) mkdirSync(join(folder, name), { recursive: true });
    put(folder, { [`${dead}/1`]: 'left', '.writing-x': 'mine' });
    await drafting(folder, async (draft) => void (await draft.write('a')));
    expect(readdirSync(folder).toSorted()).toEqual([alive, '.writing-x'].toSorted());
  });
});

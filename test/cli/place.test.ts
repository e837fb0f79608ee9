/** Outputs are all replaced or none, whatever call fails; what a killed run left is finished or dropped by the next. */
import { spawnSync } from 'node:child_process';
import type * as Fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropHalves, writeWhole } from '../../src/cli/durable.js';
import { Failure } from '../../src/cli/failure.js';
import { type Output, replaceTogether } from '../../src/cli/place.js';
import { newFolder, put, remove } from './shell.js';

/** Which call fails, counted from 1 over all that change something on the disk below a path. */
const fault = vi.hoisted(() => ({ at: 0, andAfter: false, calls: 0, path: '' }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  const failing = <A extends unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      if (String(args[0]).includes(fault.path)) fault.calls++;
      else return call(...args);
      if (fault.calls === fault.at || (fault.andAfter && fault.at > 0 && fault.calls > fault.at))
        throw Object.assign(new Error('no'), { code: 'EIO' });
      return call(...args);
    };
  };
  const { mkdirSync, openSync, writeFileSync, fsyncSync, copyFileSync, renameSync, rmSync, linkSync } = real;
  const changing = { mkdirSync, openSync, writeFileSync, fsyncSync, copyFileSync, renameSync, rmSync, linkSync };
  const faulty = Object.fromEntries(Object.entries(changing).map(([name, call]) => [name, failing(call as never)]));
  return { ...real, ...faulty, default: { ...real, ...faulty } };
});

const FORMER = { 'a.xlsx': 'former a', 'b.pdf': 'former b', 'c.json': 'former c', 'mine.txt': 'mine' };
const NEW: readonly Output[] = [
  ['a.xlsx', 'new a'],
  ['b.pdf', undefined],
  ['c.json', 'new c'],
  ['d.txt', 'new d'],
];
const AFTER = { 'a.xlsx': 'new a', 'c.json': 'new c', 'd.txt': 'new d', 'mine.txt': 'mine' };

/** What a run writes first, once the folder inside is its own. */
const OWNER = join('.writing', 'owner');

let root = '';
let folder = '';
const made: string[] = [];

beforeEach(() => {
  fault.at = 0;
  fault.andAfter = false;
  root = newFolder();
  made.push(root);
  folder = join(root, 'out');
});
afterAll(() => {
  for (const path of made) remove(path);
});

function content(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Runs with one fault; the failure, if it came to one. */
async function withFault(at: number, andAfter = false, path = ''): Promise<Failure | undefined> {
  Object.assign(fault, { at, andAfter, calls: 0, path });
  const failure = await replaceTogether(folder, NEW).then(
    () => undefined,
    (error: unknown) => error,
  );
  Object.assign(fault, { at: 0, andAfter: false, path: '' });
  if (failure !== undefined && !(failure instanceof Failure)) throw failure;
  return failure;
}

describe('replaceTogether', () => {
  it('replaces all, removes what is not made any more, and leaves what is not its own', async () => {
    put(folder, FORMER);
    expect(await withFault(0)).toBeUndefined();
    expect([content(), readdirSync(folder).length]).toEqual([AFTER, 4]);
  });

  it('leaves all as it was if any one call fails, until a run passes untouched', async () => {
    let failed = 0;
    for (let at = 1; ; at++) {
      put(folder, FORMER);
      const failure = await withFault(at);
      if (failure === undefined && fault.calls < at) break;
      if (failure) {
        failed++;
        expect([failure.exitCode, failure.text.en], `call ${at}`).toEqual([3, expect.stringContaining(folder)]);
        expect(failure.text.en).toContain('(EIO); the former results are untouched');
        expect(content(), `call ${at}`).toEqual(FORMER);
      } else expect(content(), `call ${at}`).toEqual(AFTER);
      // Only clearing away can be left over, and the next run does it.
      expect(await withFault(0)).toBeUndefined();
      expect([content(), existsSync(join(folder, '.writing'))]).toEqual([AFTER, false]);
      remove(folder);
    }
    expect(failed).toBeGreaterThan(15);
  });

  it('makes no folder if it can make nothing in it', async () => {
    for (let at = 1; at < 12; at++) {
      folder = join(root, `deep/er${at}`);
      const failure = await withFault(at);
      expect(failure?.text.zh, `call ${at}`).toContain('原有结果未动');
      expect(existsSync(join(root, 'deep')), `call ${at}`).toBe(false);
    }
  });

  it('says when former and new ones are mixed because nothing works any more, and the next run finishes', async () => {
    const mixed: string[] = [];
    for (let at = 1; ; at++) {
      put(folder, FORMER);
      const failure = await withFault(at, true);
      if (failure?.text.en.includes('mixed')) mixed.push(JSON.stringify(content()));
      else if (failure) expect(content(), `call ${at}`).toEqual(FORMER);
      if (failure === undefined && fault.calls < at) break;
      expect(await withFault(0)).toBeUndefined();
      expect([content(), existsSync(join(folder, '.writing'))]).toEqual([AFTER, false]);
      remove(folder);
    }
    expect(mixed.length).toBeGreaterThan(2);
  });

  it('finishes what a killed run had ready before it does its own, and drops what was not', async () => {
    put(folder, {
      ...FORMER,
      '.writing/owner': String(deadRun()),
      '.writing/new/c.json': 'killed c',
      '.writing/ready': '',
    });
    // Its own first file fails, so that what stands there afterwards is the killed run's.
    expect((await withFault(1, false, OWNER))?.text.en).toContain('untouched');
    expect(content()).toEqual({ ...FORMER, 'c.json': 'killed c' });
    put(folder, { '.writing/owner': String(deadRun()), '.writing/new/c.json': 'half' });
    expect((await withFault(1, false, OWNER))?.text.en).toContain('untouched');
    expect(content()).toEqual({ ...FORMER, 'c.json': 'killed c' });
  });

  it('finds its way where a run was killed while it cleared away', async () => {
    put(folder, { ...FORMER, '.writing/owner': String(deadRun()), '.writing/ready': 'c.json' });
    expect(await withFault(0)).toBeUndefined();
    expect([content(), existsSync(join(folder, '.writing'))]).toEqual([AFTER, false]);
  });

  it('asks what to replace once what a killed run had ready is in place', async () => {
    put(folder, { '.writing/owner': String(deadRun()), '.writing/ready': 'k', '.writing/new/k': 'killed' });
    let seen: string[] = [];
    await replaceTogether(folder, () => {
      seen = Object.keys(content());
      return [['k', undefined]];
    });
    expect([seen, content()]).toEqual([['k'], {}]);
  });

  it('puts new ones in place in the order given, also for a run that was killed', async () => {
    const before = (names: readonly string[]) =>
      names.map((name) => [name, name === 'here' ? undefined : `new ${name}`] as const);
    // A folder stands where a file must go: what comes before it is in place already, what comes after is not.
    mkdirSync(join(folder, 'c', 'full'), { recursive: true });
    const seen: string[][] = [];
    for (const names of [
      ['b', 'a', 'c', 'd'],
      ['d', 'c', 'b', 'a'],
    ]) {
      put(folder, { '.writing/owner': String(deadRun()), '.writing/ready': names.join('\n') });
      for (const name of names) put(folder, { [`.writing/new/${name}`]: 'killed' });
      await expect(replaceTogether(folder, before(['here']))).rejects.toThrow(/cannot write/);
      seen.push(readdirSync(folder).filter((name) => !['.writing', 'c'].includes(name)));
      for (const name of ['a', 'b', 'd', '.writing']) remove(join(folder, name));
    }
    expect(seen).toEqual([['a', 'b'], ['d']]);
  });

  it('waits for a run that is at it, and does not wait for ever', async () => {
    put(folder, { '.writing/owner': String(process.ppid) });
    const waiting = replaceTogether(folder, NEW);
    setTimeout(() => remove(join(folder, '.writing')), 250);
    await waiting;
    expect(content()).toEqual({ ...AFTER, 'mine.txt': undefined });
    put(folder, { '.writing/owner': String(process.ppid), '.writing/new/a.xlsx': 'theirs' });
    await expect(replaceTogether(folder, NEW)).rejects.toThrow(/another run is writing/);
    expect(readFileSync(join(folder, '.writing/new/a.xlsx'), 'utf8')).toBe('theirs');
  });

  it('takes over where a run was killed before it could say who it is', async () => {
    mkdirSync(join(folder, '.writing'), { recursive: true });
    await replaceTogether(folder, NEW);
    expect(existsSync(join(folder, '.writing'))).toBe(false);
  });

  it('lets runs that start together do one after the other', async () => {
    const all = Array.from({ length: 8 }, (_, at) => ['a', 'b', 'c'].map((name) => [name, `of ${at}`] as const));
    await Promise.all(all.map((outputs) => replaceTogether(folder, outputs)));
    expect(new Set(Object.values(content())).size).toBe(1);
  });
});

/** The number of a run that is over. */
function deadRun(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('writeWhole', () => {
  it('writes a file whole or not at all, whatever call fails, and leaves nothing half written', () => {
    for (const over of [true, false]) {
      for (let at = 1; ; at++) {
        const path = join(root, `${over}${at}/x.xlsx`);
        if (over) put(root, { [`${over}${at}/x.xlsx`]: 'former' });
        Object.assign(fault, { at, calls: 0 });
        let error: unknown;
        try {
          writeWhole(path, 'new', { over });
        } catch (caught) {
          error = caught;
        }
        const isOver = fault.calls < at;
        fault.at = 0;
        if (isOver) break;
        if (error) expect((error as Failure).text.en).toBe(`cannot write ${path}: the disk failed (EIO)`);
        const there = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
        expect(['new', over ? 'former' : undefined], `call ${at}`).toContain(there);
      }
    }
  });

  it('does not write over what is there unless told, also on a disk that knows no links', () => {
    const path = join(root, 'x.xlsx');
    writeFileSync(path, 'filled in');
    expect(writeWhole(path, 'blank', { over: false })).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('filled in');
    expect(readdirSync(root)).toEqual(['x.xlsx']);
    expect(writeWhole(path, 'blank', { over: true })).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('blank');
  });

  it('clears away what killed runs have left, and nothing else', () => {
    put(root, { [`.assess-${deadRun()}`]: 'half', [`.assess-${process.ppid}`]: 'theirs', '.assess-x': 'other' });
    dropHalves(root);
    expect(readdirSync(root).toSorted()).toEqual([`.assess-${process.ppid}`, '.assess-x'].toSorted());
    expect(() => dropHalves(join(root, 'nowhere'))).not.toThrow();
  });
});

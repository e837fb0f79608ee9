/** The built programme, killed or refused at every call with which it puts its results in place: the former ones stay. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { officeFolder, remove } from './shell.js';

const BIN = resolve(import.meta.dirname, '../../bin/assess.js');
const KILLING = resolve(import.meta.dirname, 'killing.js');
let folder = '';

function run(argv: readonly string[], env: Record<string, string> = {}) {
  const call = env.CALL === undefined ? [BIN] : ['--import', KILLING, BIN];
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'en', ...env } } as const;
  const { status, signal, stderr } = spawnSync(process.execPath, [...call, ...argv], options);
  return { status, signal, stderr };
}

const quarter = (asOf: string, env: Record<string, string> = {}) =>
  run(['quarter', '--dir', 'submissions', '--out', 'out', '--as-of', asOf, '--quiet'], env);

/** Files of the results by name; what is not named like an output is there too. */
const content = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.writing'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );

let [former, later]: Record<string, string>[] = [];

beforeAll(async () => {
  folder = await officeFolder();
  quarter('2026-04-11');
  later = content();
  rmSync(join(folder, 'out'), { recursive: true });
  quarter('2026-04-10');
  former = content();
  cpSync(join(folder, 'out'), join(folder, 'kept'), { recursive: true });
}, 120_000);
afterAll(() => remove(folder));
beforeEach(() => {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  cpSync(join(folder, 'kept'), join(folder, 'out'), { recursive: true });
});

describe('a run that is killed', () => {
  it.each(['fsyncSync', 'renameSync'])(
    'at any %s leaves every file whole, and the next run makes all of one piece',
    (name) => {
      let killed = 0;
      for (let nth = 1; ; nth += 1) {
        const { signal } = quarter('2026-04-11', { CALL: `${name}:${nth}` });
        if (signal === null) break;
        killed += 1;
        expect(signal).toBe('SIGKILL');
        const left = content();
        expect(Object.keys(left)).toEqual(Object.keys(former ?? {}));
        for (const [path, bytes] of Object.entries(left)) expect([former?.[path], later?.[path]]).toContain(bytes);
        expect(run(['explain', '计量科', '--results', 'out']).status).toBe(0);
      }
      expect(killed).toBeGreaterThan(0);
      // The last run was not killed: it has found what the one before it left.
      expect(content()).toEqual(later);
      expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    300_000,
  );
});

describe('a run that is stopped', () => {
  it('at any write ends with the former results or with its own, and nothing else is left', () => {
    const ends = new Set<string>();
    for (let nth = 1; ; nth += 1) {
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      cpSync(join(folder, 'kept'), join(folder, 'out'), { recursive: true });
      const { status, stderr } = quarter('2026-04-11', { CALL: `writeFileSync:${nth}`, FAULT: 'stop' });
      if (!stderr.includes('stopped')) break;
      const left = content();
      const isFormer = JSON.stringify(left) === JSON.stringify(former);
      ends.add(isFormer ? 'former' : 'later');
      // All may be over before a signal is heard.
      expect(isFormer ? [143] : [0, 143]).toContain(status);
      expect([former, later]).toContainEqual(left);
      expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    // Before outputs are moved into place a signal is heard, while they are it waits.
    expect([...ends]).toEqual(['former', 'later']);
  }, 300_000);
});

describe('a call that fails', () => {
  it.each([
    ['writeFileSync', 'ENOSPC'],
    ['renameSync', 'EACCES'],
  ])(
    'leaves the former results as they were, says so and ends with 3 (%s, %s)',
    (name, fault) => {
      let failed = 0;
      for (let nth = 1; ; nth += 1) {
        const { status, stderr } = quarter('2026-04-11', { CALL: `${name}:${nth}`, FAULT: fault });
        if (status !== 3) break;
        failed += 1;
        expect(stderr).toContain(join(folder, 'out'));
        expect(stderr).toContain('the former results are untouched');
        expect(content()).toEqual(former);
        expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
      }
      expect(failed).toBeGreaterThan(0);
      expect(content()).toEqual(later);
    },
    300_000,
  );

  it.skipIf(process.platform !== 'linux')('is told of a file that may not grow any further', () => {
    const script = `ulimit -f 4; exec "$0" "$@"`;
    const argv = [BIN, 'quarter', '--dir', 'submissions', '--out', 'out', '--as-of', '2026-04-11', '--quiet'];
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en' },
    });
    expect([status, stderr]).toEqual([3, expect.stringContaining('the former results are untouched')]);
    expect(content()).toEqual(former);
  });
});

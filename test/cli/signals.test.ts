/** The built programme, ended from outside at many moments, and with streams that take nothing: nothing is half done. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeFolder, remove } from './shell.js';

const BIN = resolve(import.meta.dirname, '../../bin/assess.js');
const QUARTER = ['quarter', '--dir', 'submissions', '--out', 'out'];
let folder = '';

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

/** Runs until its end, or sends a signal after so many milliseconds. */
async function run(
  argv: readonly string[],
  given: { signal?: NodeJS.Signals; after?: number; stdout?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...argv], {
    cwd: folder,
    stdio: ['ignore', given.stdout ?? 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const ended = new Promise<Ended>((done) => child.on('close', (code, signal) => done({ code, signal, err })));
  if (given.signal) {
    await setTimeout(given.after ?? 0);
    child.kill(given.signal);
  }
  return ended;
}

const content = (): string[] =>
  readdirSync(join(folder, 'out'))
    .toSorted()
    .map((name) => `${name} ${readFileSync(join(folder, 'out', name), 'base64')}`);

const NUMBERS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

let [former, later]: string[][] = [];
let took = 0;

beforeAll(async () => {
  folder = await officeFolder();
  await run([...QUARTER, '--as-of', '2026-04-11']);
  later = content();
  const start = performance.now();
  await run(QUARTER);
  took = performance.now() - start;
  former = content();
}, 120_000);
afterAll(() => remove(folder));

describe('a signal', () => {
  it.each([
    ['SIGINT', 8],
    ['SIGTERM', 3],
    ['SIGHUP', 3],
  ] as const)(
    '%s ends a run at any of %i moments: the results are all former or all new, and nothing else is there',
    async (signal, moments) => {
      expect(later).not.toEqual(former);
      const codes = new Set<number | null>();
      for (let at = 0; at < moments; at++) {
        const { code, signal: died } = await run([...QUARTER, '--as-of', '2026-04-11'], {
          signal,
          after: (took * at) / moments,
        });
        // Before the programme has begun there is nobody to answer for it but the system.
        expect([NUMBERS[signal], 0, died === signal ? null : -1], `moment ${at}`).toContain(code);
        codes.add(code);
        const now = content();
        expect([former, later], `moment ${at}`).toContainEqual(now);
        if (JSON.stringify(now) !== JSON.stringify(former)) await run(QUARTER);
      }
      expect(codes).toContain(NUMBERS[signal]);
    },
    120_000,
  );

  it('leaves no half workspace that could not be made again', async () => {
    for (const after of [120, 250, 400]) {
      await run(['init', `made${after}`], { signal: 'SIGINT', after });
      const { code, err } = await run(['init', `made${after}`]);
      if (code === 2) expect(err).toContain('已存在');
      expect(existsSync(join(folder, `made${after}/assess.yaml`))).toBe(true);
      expect(readdirSync(join(folder, `made${after}`)).toSorted()).toEqual([
        'assess.yaml',
        'office',
        'submissions',
        'templates',
      ]);
      const all = readdirSync(join(folder, `made${after}`), { recursive: true }).map(String);
      expect(all.filter((name) => name.includes('.assess-'))).toEqual([]);
    }
  }, 120_000);
});

describe('standard output that is full', () => {
  const COMMANDS = [
    QUARTER,
    ['month', '--dir', 'submissions', '--period', '2026-02', '--out', 'feb'],
    ['status', '--dir', 'submissions'],
    ['check', 'submissions'],
    ['check', 'submissions', '--format', 'sarif'],
    ['check', '--codes'],
    ['explain', '计量科', '--results', 'out'],
    ['template', '--all', '--out', 'blank', '--force'],
    ['init', 'full'],
    ['verify', 'out'],
    ['compare', 'out'],
    ['schema', 'results'],
    ['measures', 'list'],
    ['measures', 'show'],
    ['measures', 'lint'],
    ['measures', 'schema'],
    ['--help'],
    ['--version'],
    ['quarter', '--help'],
  ];

  it.runIf(existsSync('/dev/full')).each(COMMANDS.map((argv) => [argv.join(' '), argv] as const))(
    'ends %s with 3 and is named',
    async (_, argv) => {
      const full = openSync('/dev/full', 'w');
      const { code, err } = await run(argv, { stdout: full });
      closeSync(full);
      expect([code, err]).toEqual([3, expect.stringContaining('ENOSPC')]);
    },
  );
});

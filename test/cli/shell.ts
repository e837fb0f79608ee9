/** A terminal for tests: the same commands, with folders of their own and streams that can be read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Day } from '../../src/base/day.js';
import { progressOn } from '../../src/cli/progress.js';
import { run } from '../../src/cli/run.js';
import type { Stream, System } from '../../src/cli/system.js';
import type { Schema } from '../../src/report/schema/exact.js';
import { misfitsOf } from '../../src/report/schema/misfit.js';
import { measuresNamed, readYaml, type Spec, sentFiles } from '../office/make.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface ShellOptions {
  readonly env?: Record<string, string>;
  readonly today?: string;
  readonly tty?: boolean;
  /** The error with which standard output refuses to be written. */
  readonly broken?: string;
  /** Standard error is a terminal of so many columns, and the clock tells these milliseconds whenever it is asked. */
  readonly watched?: { readonly columns: number; readonly elapsed: () => number };
}

function memory(tty: boolean, broken?: string, columns?: number): { stream: Stream; text: () => string } {
  const parts: string[] = [];
  const stream: Stream = {
    isTTY: tty,
    ...(columns === undefined ? {} : { columns }),
    write: (text, done) => {
      parts.push(text);
      done(broken === undefined ? null : Object.assign(new Error(broken), { code: broken }));
    },
  };
  return { stream, text: () => parts.join('') };
}

export async function assess(cwd: string, argv: readonly string[], options: ShellOptions = {}): Promise<Said> {
  const out = memory(options.tty ?? false, options.broken);
  const { watched } = options;
  const err = memory(watched !== undefined, undefined, watched?.columns);
  const system: System = {
    cwd,
    env: { LANG: 'zh_CN.UTF-8', ...options.env },
    stdout: out.stream,
    stderr: err.stream,
    progress: progressOn(err.stream, watched?.elapsed ?? (() => 0), watched !== undefined),
    today: () => (options.today ?? '2026-04-10') as Day,
  };
  const code = await run(argv, system);
  return { code, out: out.text(), err: err.text() };
}

/** What was printed as JSON, if it is as its published schema says. */
export function asPublished<T>(printed: unknown, schema: Schema<T>): T {
  expect(misfitsOf(printed, schema)).toEqual([]);
  return printed as T;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'assess-'));
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

export const OFFICE_YAML =
  'measures: quality-bureau\nname: 云岭州质量技术监督局\nread: [office]\nas_of: "2026-04-10"\n';

/** A folder with the clean office of the cases, changed as asked. */
export async function officeFolder(changes: Spec['changes'] = [], office = OFFICE_YAML): Promise<string> {
  const folder = newFolder();
  const spec = { ...readYaml<Spec>('test/cases/office.yaml'), changes };
  const files = await sentFiles(spec as Spec, measuresNamed('quality-bureau'));
  put(folder, { 'assess.yaml': office, ...Object.fromEntries(files.map(({ file, bytes }) => [file, bytes() ?? ''])) });
  return folder;
}

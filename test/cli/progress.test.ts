/** What stands on the terminal for a while: shown to who waits, as wide as the terminal, and gone without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';
import { progressOn } from '../../src/cli/progress.js';
import { assess, officeFolder, remove, type Said, type ShellOptions } from './shell.js';

let folder = '';

beforeAll(async () => {
  folder = await officeFolder();
}, 60_000);
afterAll(() => remove(folder));

const watched = (columns: number, step: number): ShellOptions => {
  let now = 0;
  const elapsed = (): number => {
    now += step;
    return now;
  };
  return { watched: { columns, elapsed } };
};
const QUARTER = ['quarter', '--dir', 'submissions'];
const quarter = (more: readonly string[], options: ShellOptions): Promise<Said> =>
  assess(folder, [...QUARTER, ...more], options);

/** What a terminal shows after each write: a line that goes back to its start is written over. */
function shown(err: string): string[] {
  return err
    .split('\r')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** What stands on a terminal in the end. */
function left(err: string): string {
  return err
    .split('\n')
    .map((line) => {
      let cells = '';
      for (const part of line.split('\r')) cells = part + cells.slice(part.length);
      return cells.trimEnd();
    })
    .join('\n');
}

describe('progress', () => {
  it('says what is done to which file, what is checked and what is written', async () => {
    const { err, code } = await quarter([], watched(200, 1000));
    const lines = shown(err);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^载入 1\/\d+ {2}.+\.xlsx$/);
    const of = /^读取 1\/(\d+) /m.exec(lines.join('\n'))?.[1];
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^读取 ${of}/${of} {2}office/.+`)));
    expect(lines).toEqual(expect.arrayContaining(['检查、评定', '写结果']));
  });

  it('leaves nothing on the terminal but what was said', async () => {
    const { err } = await quarter([], watched(60, 1000));
    const quiet = await quarter([], {});
    expect(left(err)).toBe(quiet.err);
  });

  it.each([40, 2])('stays within %i columns, Chinese characters taking two', async (columns) => {
    const { err } = await quarter(['--lang', 'en'], watched(columns, 1000));
    const during = err.slice(0, err.lastIndexOf('\r'));
    expect(during.split('\r').filter((line) => width(line) >= Math.max(2, columns))).toEqual([]);
    expect(during).toContain(columns === 40 ? 'Reading 1 of ' : '…');
  });

  it.each([
    ['a run shorter than a second', [], watched(80, 0.1)],
    ['--quiet', ['--quiet'], watched(80, 1000)],
    ['what is no terminal', [], {}],
  ] as const)('shows nothing to %s', async (_, flags, options) => {
    expect((await quarter(flags, options)).err).not.toMatch(/\r|读取/);
  });

  it('has no colour and no escape, and leaves standard output alone', async () => {
    const { err, out } = await quarter(['--json'], watched(80, 1000));
    expect(err).not.toContain('\u001b');
    expect(out).toBe((await quarter(['--json'], {})).out);
  });

  it('looks at the same work again only after a while, and at other work at once', async () => {
    const parts: string[] = [];
    const stream = { write: (text: string) => parts.push(text.trim()), columns: 30, isTTY: true };
    let now = 1000;
    const progress = progressOn(stream, () => now, true);
    await progress.show('1', false);
    now += 50;
    await progress.show('2', false);
    await progress.show('other', true);
    now += 100;
    await progress.show('3', false);
    progress.clear();
    progress.clear();
    expect(parts.filter((part) => part !== '')).toEqual(['1', 'other', '3']);
  });

  it('goes before a failure is told', async () => {
    const { err, code } = await quarter(['--period', '2026-03'], watched(80, 1000));
    expect(code).toBe(2);
    expect(left(err)).toMatch(/^--period 应为季度/);
  });

  it.each([
    [['status', '--dir', 'submissions'], '检查、评定'],
    [['check', 'submissions'], '检查'],
    [['template', '--all', '--period', '2026-Q2', '--out', 'blank'], /^写模板 1\/\d+ {2}.+/],
    [['init', 'made'], /^写模板 2\/\d+ {2}.+/],
  ])('is shown by %j', async (argv, what) => {
    const { err } = await assess(folder, argv, watched(120, 1000));
    expect(shown(err)).toContainEqual(typeof what === 'string' ? what : expect.stringMatching(what));
  });
});

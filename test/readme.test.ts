/** What the READMEs show is what the programme prints. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assess, newFolder, remove } from './cli/shell.js';

const ROOT = resolve(import.meta.dirname, '..');
const out = newFolder();
afterAll(() => remove(out));

describe.each([
  ['README.md', 'en'],
  ['README.zh.md', 'zh'],
])('%s', (file, lang) => {
  const text = readFileSync(join(ROOT, file), 'utf8');

  it('shows the ranked table as it is printed', async () => {
    const dir = join(ROOT, 'examples/bureau/submissions');
    const { out: printed, code } = await assess(ROOT, [
      'quarter',
      '--dir',
      dir,
      '--lang',
      lang,
      '--quiet',
      '--out',
      out,
    ]);
    expect(code).toBe(0);
    const table = printed.slice(printed.indexOf('┌'), printed.indexOf('┘') + 1);
    expect(text).toContain(`${printed.split('\n')[0]}\n${table}`);
  });

  it('names only commands and options that there are', async () => {
    const commands = [...text.matchAll(/npx assess ([a-z]+)([^`\n]*)/g)].map(([, name = '', rest = '']) => ({
      name,
      options: rest.match(/--[a-z-]+/g) ?? [],
    }));
    expect(commands.length).toBeGreaterThan(6);
    for (const { name, options } of commands) {
      const help = await assess(ROOT, [name, ...(name === 'measures' ? ['show'] : []), '--help']);
      expect(help.code, name).toBe(0);
      for (const option of options) expect(help.out, `${name} ${option}`).toContain(option);
    }
  });

  it('points to files that are there', () => {
    for (const [, path = ''] of text.matchAll(/\]\((?!http)([^)]+)\)/g))
      expect(() => readFileSync(join(ROOT, path)), path).not.toThrow();
  });
});

/** docs/reading.md names tests that are there, so that it promises nothing that is not held. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_CELLS, MAX_FILE_BYTES, MAX_PART_BYTES } from '../src/workbook/limits.js';

const ROOT = resolve(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'docs/reading.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!what )[^-]/.test(line));
const cited = rows.map((row) => /\| `([a-z/-]+)`: \*(.+)\* \|$/.exec(row)?.slice(1) ?? ['', row]);

describe('docs/reading.md', () => {
  it.each(cited)('%s has a test: %s', (file, title) => {
    const path = join(ROOT, 'test', `${file}.test.ts`);
    expect(existsSync(path), path).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(`'${title}'`);
  });

  it('says the limits that are in force', () => {
    const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`;
    expect(cited.length).toBeGreaterThan(30);
    expect(page).toContain(
      `${mib(MAX_PART_BYTES)} a part, ${mib(MAX_FILE_BYTES)} a file, ${MAX_CELLS.toLocaleString('en')} cells`,
    );
  });

  it('names codes that are listed', () => {
    const codes = readFileSync(join(ROOT, 'docs/findings.md'), 'utf8');
    for (const [code] of page.matchAll(/A\d{3}/g)) expect(codes).toContain(`## ${code}`);
  });
});

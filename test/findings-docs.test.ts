/** docs/findings.md is what the tables of findings and the cases give now; every code is its own and has its examples. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOf, readCases } from '../docs/examples.js';
import { findingsPage, SHOWN_BY_TESTS } from '../docs/page.js';
import { listOfCodes } from '../src/cli/show/codes.js';
import { FINDINGS } from '../src/index.js';

const ROOT = resolve(import.meta.dirname, '..');
const codes = listOfCodes();
const cases = readCases(ROOT);

describe('docs/findings.md', () => {
  it('is in step with the tables and the cases', () => {
    const page = readFileSync(join(ROOT, 'docs/findings.md'), 'utf8');
    expect(page === findingsPage(codes, cases), 'docs/findings.md is out of date: npm run docs').toBe(true);
  });

  it('points to files that are there', () => {
    const links = [...findingsPage(codes, cases).matchAll(/\]\((?!#)([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(codes.length);
    for (const path of new Set(links)) expect(() => readFileSync(join(ROOT, 'docs', path)), path).not.toThrow();
  });

  it('says both languages of every code, and leaves nothing unsaid', () => {
    for (const { code, title, wordings } of codes) {
      expect(wordings.length, code).toBeGreaterThan(0);
      const said = [title, ...wordings.flatMap(({ means, remedy }) => [means, remedy])];
      for (const text of said.flatMap(({ zh, en }) => [zh, en])) expect(text, code).toMatch(/^(?!.*undefined).+$/);
    }
  });
});

describe('codes', () => {
  it('belong to one kind each', () => {
    expect(codes.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(FINDINGS).toSorted());
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(codes.filter(({ code }) => !/^A[0-9]{3}$/.test(code))).toEqual([]);
  });

  it.each(codes.filter(({ code }) => !(code in SHOWN_BY_TESTS)))('$code has a bad and a good example', (code) => {
    const example = exampleOf(code, cases);
    const has = (line: string): boolean => line.startsWith(`${code.code} `);
    expect(example?.bad.lines.some(has)).toBe(true);
    expect(example?.line).toSatisfy(has);
    // Without a good variant the clean office is named; it must be one of those that are there.
    if (example?.good) expect(example.good.lines.some(has)).toBe(false);
    else expect(cases.map(({ office }) => office)).toContain(example?.of.office);
  });

  it('without a case are shown by a test of that name', () => {
    for (const { file, bad, good } of Object.values(SHOWN_BY_TESTS)) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const name of [bad, good]) expect(text).toContain(`it('${name}'`);
    }
  });

  it('take the clean office where no variant of the case is without the finding', () => {
    const office = 'sunshine.yaml';
    const only = {
      folder: 'x',
      title: { zh: '', en: '' },
      about: [],
      office,
      variants: [{ name: 'v', lines: ['A201 error'] }],
    };
    const page = findingsPage(
      codes.filter(({ code }) => code === 'A201'),
      [only],
    );
    expect(page).toContain('[sunshine.yaml](../test/cases/sunshine.yaml)');
    expect(() => findingsPage(codes, [only])).toThrow('A001 has no example in test/cases');
  });
});

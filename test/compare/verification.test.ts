/** Results against what is there now, as data; and where two pieces of data first differ. */
import { describe, expect, it } from 'vitest';
import { compareFiles } from '../../src/compare/files.js';
import { firstDifference } from '../../src/compare/first-difference.js';
import { type Found, verify } from '../../src/compare/verification.js';
import type { Manifest } from '../../src/model/manifest.js';
import { manifestJson, parseManifest } from '../../src/report/manifest.js';
import { day, period } from '../report/result.js';

const hash = (digit: string): string => digit.repeat(64);
const MANIFEST: Manifest = {
  format: 1,
  version: '1.0.0',
  measures: { id: 'small', version: '1' },
  period: period('2026-Q1'),
  asOf: day('2026-04-10'),
  lang: 'zh',
  submissions: '../../sent',
  pack: [{ file: 'small/measures.yaml', sha256: hash('a'), isShipped: true }],
  settings: { file: 'assess.yaml', sha256: hash('b') },
  inputs: [{ file: '甲.xlsx', sha256: hash('c') }],
  refused: ['乙.xlsx'],
  outputs: [{ file: 'returned/甲.xlsx', sha256: hash('d') }],
};
const { pack, settings, inputs, refused } = MANIFEST;
const SAME: Found = {
  version: '1.0.0',
  outputs: MANIFEST.outputs,
  besides: [],
  sources: { pack, inputs, refused, ...(settings ? { settings } : {}) },
};

describe('a manifest', () => {
  it('is read back as it was written, its keys in one order', () => {
    const text = manifestJson(MANIFEST);
    expect(parseManifest(text)).toEqual(MANIFEST);
    const { outputs, format: _, ...rest } = MANIFEST;
    expect(manifestJson({ outputs, ...rest })).toBe(text);
  });

  it('is refused with what is wrong in it', () => {
    expect(parseManifest(JSON.stringify({ ...MANIFEST, lang: 'fr' }))).toMatchObject({
      problem: 'misfits',
      misfits: [{ path: 'lang', found: '"fr"' }],
    });
    expect(parseManifest(JSON.stringify({ ...MANIFEST, inputs: [{ file: 'x', sha256: 'ABC' }] }))).toMatchObject({
      misfits: [{ path: 'inputs[0].sha256' }],
    });
  });
});

describe('verify', () => {
  it('matches when every file is as it was, refused ones included', () => {
    const found = verify(MANIFEST, SAME);
    expect(found.matches).toBe(true);
    expect(found.sources?.inputs.map(({ file, state }) => [file, state])).toEqual([
      ['甲.xlsx', 'unchanged'],
      ['乙.xlsx', 'unchanged'],
    ]);
  });

  it.each<[string, Partial<Found>]>([
    ['an output is another', { outputs: [{ file: 'returned/甲.xlsx', sha256: hash('0') }] }],
    ['an output is gone', { outputs: [] }],
    ['an input came', { sources: { pack, inputs: [...inputs, { file: '丙.xlsx', sha256: hash('1') }], refused } }],
    ['the settings are gone', { sources: { pack, inputs, refused } }],
    [
      'the pack is an own one of the same name',
      {
        sources: {
          pack: pack.map(({ isShipped: _, ...each }) => each),
          inputs,
          refused,
          ...(settings ? { settings } : {}),
        },
      },
    ],
    ['graded again it comes out differently', { again: { same: false, at: 'facts[0]' } }],
  ])('does not match when %s', (_, change) => {
    expect(verify(MANIFEST, { ...SAME, ...change }).matches).toBe(false);
  });

  it('says nothing of sources that were not found, and matches by the outputs alone', () => {
    const found = verify(MANIFEST, { ...SAME, sources: undefined });
    expect([found.matches, 'sources' in found]).toEqual([true, false]);
  });
});

describe('files', () => {
  it('are unchanged, changed, gone, new or no longer readable', () => {
    const then = ['a', 'b', 'c', 'd', 'e'].map((file) => ({ file, ...(file === 'e' ? {} : { sha256: '1' }) }));
    const now = [
      { file: 'a', sha256: '1' },
      { file: 'b', sha256: '2' },
      { file: 'd' },
      { file: 'e', sha256: '1' },
      { file: 'f' },
    ];
    expect(compareFiles(then, now).map(({ file, state }) => `${file} ${state}`)).toEqual([
      'a unchanged',
      'b changed',
      'c gone',
      'd unreadable',
      'e changed',
      'f new',
    ]);
  });
});

describe('the first difference', () => {
  it.each<[unknown, unknown, string | undefined]>([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, undefined],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'a[1].b'],
    [{ a: 1 }, { a: 1, b: undefined }, 'b'],
    [[1], [1, 2], '[1]'],
    [{ a: [] }, { a: {} }, 'a'],
    [1, null, ''],
    [undefined, {}, ''],
  ])('of %j and %j is at %j', (a, b, at) => {
    expect(firstDifference(a, b)).toBe(at);
  });
});

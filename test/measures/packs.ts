/**
 * Packs for tests: a tiny one from a file, others as text laid over it. Where a test writes «so», the fault is expected
 * to be shown: the marks are taken out and their place is remembered.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadPack } from '../../src/measures/load.js';
import type { Loaded, OfficeParameters } from '../../src/measures/loaded.js';
import { type Problem, problemLines, type Spot } from '../../src/measures/problem.js';
import { parseYaml } from '../../src/measures/yaml.js';
import type { Measures } from '../../src/model/measures.js';

export const TINY = readFileSync(resolve(import.meta.dirname, 'tiny.yaml'), 'utf8');

/** Loads `pack.yaml` of these texts; the tiny pack is there too. */
export function loaded(texts: Readonly<Record<string, string>>, office?: OfficeParameters): Loaded {
  const files: Readonly<Record<string, string>> = { 'tiny.yaml': TINY, ...texts };
  return loadPack(
    'pack.yaml',
    (path) => files[path],
    (name) => name,
    office,
  );
}

/** The tiny pack with differences, which must be right. */
export function tiny(over = '', parameters: Readonly<Record<string, unknown>> = {}): Measures {
  const { measures, problems } = loaded({ 'pack.yaml': `extends: tiny.yaml\n${over}` }, { values: parameters });
  if (!measures) throw new Error(problems.flatMap((problem) => problemLines(problem, 'en')).join('\n'));
  return measures;
}

/** An office file's parameters as a run has them, with the place of each. */
export function officeSays(text: string): OfficeParameters {
  const { yaml } = parseYaml('assess.yaml', text);
  return { values: (yaml.tree as { parameters: Record<string, unknown> }).parameters, yaml };
}

/** A text without its marks, and where they stood. */
export function marked(file: string, text: string): { text: string; spot: Spot } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  if (start < 0 || end < start) throw new Error('mark the fault with « and »');
  const plain = text.replace(/[«»]/g, '');
  const before = plain.slice(0, start).split('\n');
  return {
    text: plain,
    spot: {
      file,
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      length: end - start,
      text: plain.split('\n')[before.length - 1] ?? '',
    },
  };
}

/** What is shown of a problem: its kind, where it stands and what it underlines. */
export function shownAt({ kind, spot }: Problem): [string, Spot] {
  return [kind, spot];
}

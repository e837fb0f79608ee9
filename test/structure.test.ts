/** The rooms of src and the one direction in which they may ask each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Measures } from '../src/model/measures.js';
import { itemsOf, rulesOf } from '../src/model/score.js';
import { measuresNamed } from './office/make.js';

const SRC = resolve(import.meta.dirname, '../src');

/** Rooms from the ground up; a room may import from those below it, stages not from each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['base'],
  ['model'],
  ['rows'],
  ['measures', 'workbook', 'forms', 'intake', 'check', 'facts', 'score', 'grade', 'rank'],
  ['words'],
  ['take-in.ts'],
  ['assess.ts', 'blank.ts'],
  ['compare', 'explain'],
  ['report'],
  ['index.ts', 'cli'],
];

/** Packages that only one room may know. */
const OWNED: Readonly<Record<string, readonly string[]>> = {
  exceljs: ['workbook'],
  fflate: ['workbook'],
  'csv-parse/sync': ['workbook'],
  pdfkit: ['report'],
  commander: ['cli'],
  chalk: ['cli'],
  'cli-table3': ['cli'],
  '@marcbachmann/cel-js': ['measures'],
  yaml: ['measures'],
  // The shape of packs, and of what is written down and read again.
  zod: ['measures', 'report'],
  'decimal.js': ['base'],
  'chinese-days': ['base'],
  'chinese-conv': ['base'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = files.flatMap((name) =>
  [...readFileSync(join(SRC, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    from: name.split(sep).join('/'),
    to,
  })),
);

const roomOf = (file: string): string => file.split('/')[0] ?? file;
const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));

/** Names of a pack that no mechanism could have by chance: made of several words, or clauses. */
function idsIn({ clauses, facts, forms, ladders, scores, consequences }: Measures): string[] {
  const ids = [
    ...facts.keys(),
    ...forms.keys(),
    ...ladders.flatMap(({ grades, rules }) => [...grades, ...rules].map(({ id }) => id)),
    ...scores.flatMap((score) => [...itemsOf(score), ...rulesOf(score)].map(({ id }) => id)),
    ...consequences.map(({ id }) => id),
  ];
  const cited = [...clauses.values()].flatMap(({ id, at }) => [id, at]).filter((text) => text.length > 2);
  return [...ids.filter((id) => /[-_]/.test(id)), ...cited];
}

describe('rooms', () => {
  it('are all on a floor', () => {
    expect(files.map((file) => roomOf(file.split(sep).join('/'))).filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  it('ask only rooms below them', () => {
    const upward = imports.flatMap(({ from, to }) => {
      if (!to.startsWith('.')) return [];
      const target = roomOf(
        relative(SRC, resolve(SRC, dirname(from), to))
          .split(sep)
          .join('/')
          .replace(/\.js$/, '.ts'),
      );
      const [here, there] = [roomOf(from), target];
      if (here === there || target.startsWith('..')) return [];
      return floorOf(there) < floorOf(here) || (floorOf(here) === floorOf('cli') && there === 'index.ts')
        ? []
        : [`${from} → ${to}`];
    });
    expect(upward).toEqual([]);
  });

  it('keep packages to themselves', () => {
    const strangers = imports.filter(({ from, to }) => to in OWNED && !OWNED[to]?.includes(roomOf(from)));
    expect(strangers).toEqual([]);
  });

  it('touch clock, console and environment in cli alone', () => {
    const touching = files.filter(
      (name) =>
        roomOf(name.split(sep).join('/')) !== 'cli' &&
        /Date\.now|new Date\(\)|Math\.random|console\.|process\.(env|exit|stdout|stderr|cwd)/.test(
          readFileSync(join(SRC, name), 'utf8'),
        ),
    );
    expect(touching).toEqual([]);
  });

  it('know no pack, form, grade or clause by name', () => {
    const packs = resolve(SRC, '../templates');
    const names = readdirSync(packs, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const knowing = files.filter((name) =>
      names.some((pack) => new RegExp(`['"\`]${pack}['"\`]`).test(readFileSync(join(SRC, name), 'utf8'))),
    );
    // The default pack is named once, and as the default of command options.
    expect(knowing.map((name) => name.split(sep).join('/')).toSorted()).toEqual(['measures/office.ts']);
  });

  it('quote nothing that only a pack says: forms, facts, items, rules, grades and clauses', () => {
    const said = readdirSync(resolve(SRC, '../templates'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => idsIn(measuresNamed(name)));
    const quoted = files.flatMap((name) =>
      [...readFileSync(join(SRC, name), 'utf8').matchAll(/'([^'\n]+)'/g)].flatMap(([, text = '']) =>
        said.includes(text) ? [`${name}: ${text}`] : [],
      ),
    );
    expect(quoted).toEqual([]);
  });

  it('start every file with what it guarantees', () => {
    expect(files.filter((name) => !readFileSync(join(SRC, name), 'utf8').startsWith('/**'))).toEqual([]);
  });

  it('keep files short', () => {
    const long = files.filter((name) => readFileSync(join(SRC, name), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});

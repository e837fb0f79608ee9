/** The messy files: in each, alone and all together, just what its spec lists is found, and what is merely untidy is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Between, type Faults, type MessyFile, messyFiles } from '../../examples/messy.js';
import {
  type Found,
  foundAlone,
  foundBetween,
  type Outcome,
  ofTheMonth,
  readmePage,
} from '../../examples/messy-readme.js';
import type { Bureau } from '../../examples/office.js';
import { assess as run } from '../../src/assess.js';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { gather } from '../../src/cli/files.js';
import { gatherSubmissions, openWorkspace } from '../../src/cli/workspace.js';
import { takeIn } from '../../src/take-in.js';
import { findingWords } from '../../src/words/finding.js';
import { assess } from '../cli/shell.js';
import { readYaml, remembering } from '../office/make.js';
import { EXAMPLES } from './folder.js';

const FOLDER = join(EXAMPLES, 'messy');
const SUBMISSIONS = join(FOLDER, 'submissions');
const lib = { ...remembering, gather, findingWords };
const office = readYaml<Bureau>('examples/messy/office.yaml');
const faults = readYaml<Faults>('examples/messy/faults.yaml');
const messy = faults.groups.flatMap(({ files }) => files);
const workspace = await openWorkspace(SUBMISSIONS, FOLDER, true);
const { measures } = workspace;
const settings = {
  period: '2026-01' as Period,
  asOf: '2026-02-10' as Day,
  office: workspace.office,
};

/** The outcome of every spec alone, for all that follows. */
const outcomes = new Map<MessyFile | Between, Outcome>();
beforeAll(async () => {
  const { files: kept } = await gather([join(FOLDER, 'office')], FOLDER);
  for (const spec of messy) outcomes.set(spec, await foundAlone(join(SUBMISSIONS, spec.file), kept, measures, lib));
  for (const spec of faults.between)
    outcomes.set(spec, { findings: await foundBetween(office, [spec], measures, lib, settings) });
});

const found = (spec: MessyFile | Between): readonly Found[] => outcomes.get(spec)?.findings ?? [];

/** "A202 完成月工作目标情况表 D7": a finding by its code and where it is. */
function told({ code, place: { sheet = '', cell = '' } }: Pick<Found, 'code' | 'place'>): string {
  return `${code} ${sheet} ${cell}`.trim();
}

function expected({ of, finds = [] }: MessyFile): string[] {
  const own = measures.forms.get(of?.form ?? '')?.title.zh ?? '';
  const isWhole = (code: string): boolean => code === 'A001' || code === 'A002';
  return finds.map(({ code, sheet = isWhole(code) ? '' : own, cell = '' }) =>
    told({ code, place: { file: '', sheet, cell } }),
  );
}

/** The values that were read from a file's cells, by address; merged ones stand in the first cell. */
function valuesOf({ file }: MessyFile, { intake }: Outcome): Map<string, string> {
  const own = (intake as ReturnType<typeof takeIn>).inspected.filter(({ submission }) => submission.file === file);
  const readings = own.flatMap(({ submission: { fields, rows } }) =>
    [fields, ...rows.map((row) => row.readings)].flatMap((each) => [...each.values()]),
  );
  return new Map(readings.map(({ cell, value }) => [cell, String(value?.value)]));
}

describe('the files of examples/messy', () => {
  it('are those that office.yaml and faults.yaml give, byte for byte, and no others', async () => {
    const given = await messyFiles(office, faults, measures, lib);
    const there = ['office', 'submissions', 'month'].flatMap((part) =>
      readdirSync(join(FOLDER, part), { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const remedy = 'the files are not what the specs give: run `npm run examples`';
    expect(there.toSorted(), remedy).toEqual(given.map(({ path }) => join(FOLDER, path)).toSorted());
    const stale = given.filter(({ path, bytes }) => !readFileSync(join(FOLDER, path)).equals(bytes));
    expect(
      stale.map(({ path }) => path),
      remedy,
    ).toEqual([]);
  });

  it('are at least forty, each with a name of its own and told in both languages', () => {
    expect(messy.length).toBeGreaterThanOrEqual(40);
    expect(new Set(messy.map(({ file }) => file)).size).toBe(messy.length);
    for (const { zh, en } of [...messy, ...faults.between]) expect([zh, en]).not.toContain(undefined);
  });

  it('stand in the README with what is found in them', () => {
    const page = readmePage(faults, outcomes);
    expect(readFileSync(join(FOLDER, 'README.md'), 'utf8'), 'run `npm run examples`').toBe(page);
  });
});

describe('a messy file alone', () => {
  it.each(messy.map((spec) => [spec.file, spec] as const))('%s', (_, spec) => {
    expect(found(spec).map(told).toSorted()).toEqual(expected(spec).toSorted());
    const values = valuesOf(spec, outcomes.get(spec) ?? { findings: [] });
    for (const [cell, value] of Object.entries(spec.reads ?? {}))
      expect(`${cell} ${values.get(cell)}`).toBe(`${cell} ${value}`);
  });
});

describe('the messy files together', () => {
  it('are each named where something is wrong, and none where nothing is', async () => {
    const paths = readdirSync(SUBMISSIONS).map((name) => join(SUBMISSIONS, name));
    const { code, out } = await assess(FOLDER, ['check', ...paths, '--json', '--quiet']);
    expect(code).toBe(1);
    const named = new Set((JSON.parse(out) as { findings: Found[] }).findings.map(({ place }) => place.file));
    const wrong = messy.filter(({ finds = [] }) => finds.length > 0).map(({ file }) => `submissions/${file}`);
    expect([...named].toSorted()).toEqual(wrong.toSorted());
  });
});

describe('a fault between files', () => {
  const places = (findings: readonly Found[]): string[] =>
    findings.map((each) => `${each.place.file} ${each.code} ${each.place.cell ?? ''}`.trim()).toSorted();
  const listed = (specs: readonly Between[]): string[] =>
    specs.flatMap(({ finds }) => finds.map(({ file, code, cell = '' }) => `${file} ${code} ${cell}`.trim())).toSorted();

  it('is none in the month as it should be', async () => {
    expect(await foundBetween(office, [], measures, lib, settings)).toEqual([]);
  });

  it.each(faults.between.map((spec) => [spec.en, spec] as const))('%s', (_, spec) => {
    expect(places(found(spec))).toEqual(listed([spec]));
  });

  it('is found beside all the others in the month that stands in the folder', async () => {
    const { files } = await gatherSubmissions('month', FOLDER, workspace, { doing: async () => undefined });
    const { findings } = run(takeIn(files, measures), measures, settings);
    const all = ofTheMonth(findings).map((each) => ({ ...each, ...findingWords(each) }) as Found);
    expect(all.map(({ code }) => code).toSorted()).toEqual(
      faults.between.flatMap(({ finds }) => finds.map(({ code }) => code)).toSorted(),
    );
  });
});

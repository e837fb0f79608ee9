/**
 * One folder a case: a readable spec of what was handed in, and what must come of it. Run with ACCEPT=1 to write what
 * comes now; a case without its expected file fails.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Text } from '../../src/base/text.js';
import { explain, FINDINGS, type Finding, type Result } from '../../src/index.js';
import type { Measures } from '../../src/model/measures.js';
import type { Place } from '../../src/model/value.js';
import type { Opened, Workbook } from '../../src/model/workbook.js';
import { parseResult, resultJson } from '../../src/report/json.js';
import { placeText } from '../../src/words/value.js';
import { type PartOfSpec, type RunOptions, readYaml, resultOf, type Spec } from '../office/make.js';

// Most workbooks of most cases are the same, so each is opened and recognised once, as it is written once.
vi.mock(import('../../src/workbook/open.js'), async (original) => {
  const real = await original();
  const opened = new WeakMap<Uint8Array, Map<string, Opened>>();
  return {
    ...real,
    openWorkbook: (file, bytes) => {
      const byName = opened.get(bytes) ?? new Map<string, Opened>();
      const workbook = byName.get(file) ?? real.openWorkbook(file, bytes);
      opened.set(bytes, byName.set(file, workbook));
      return workbook;
    },
  };
});
vi.mock(import('../../src/forms/recognise.js'), async (original) => {
  const real = await original();
  const recognised = new WeakMap<Workbook, Map<Measures, ReturnType<typeof real.recognise>>>();
  return {
    ...real,
    recognise: (workbook, measures) => {
      const byPack = recognised.get(workbook) ?? new Map<Measures, ReturnType<typeof real.recognise>>();
      const sheets = byPack.get(measures) ?? real.recognise(workbook, measures);
      recognised.set(workbook, byPack.set(measures, sheets));
      return sheets;
    },
  };
});

/** What was handed in and how it is looked at: for all variants of a case, or for one. */
type Given = PartOfSpec & RunOptions;

interface Case extends Given {
  readonly title: Text;
  /** The rules and facts of this clause are shown; all findings, grades and consequences always are. */
  readonly clause: string;
  /** Ids of the subjects shown; a variant may show others. */
  readonly about: readonly string[];
  /** One of times.yaml. */
  readonly at?: string;
  /** The clean office that is changed, if not office.yaml; it may be one of other measures. */
  readonly base?: string;
  readonly variants: Readonly<Record<string, Given & Partial<Pick<Case, 'about' | 'at'>>>>;
}

const HERE = import.meta.dirname;
const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const OFFICE = 'office.yaml';
const times = readYaml<Record<string, Given>>('test/cases/times.yaml');
const accept = process.env.ACCEPT === '1';

/** Found while a folder is looked through, before anything is taken in. */
const FOUND_ELSEWHERE = ['file-skipped'];

describe.each(folders)('%s', (folder) => {
  const read = readYaml<Case>(join('test/cases', folder, 'case.yaml'));
  const path = join(HERE, folder, 'expected.yaml');
  const expected = expectedOf(folder);
  const found: Record<string, unknown> = {};

  it.each(Object.keys(read.variants))('%s', async (variant) => {
    const { spec, options } = givenTo(read, variant);
    const result = await resultOf(spec, options);
    expect(parseResult(resultJson(result))).toEqual(result);
    found[variant] = summary(result, read.clause, read.variants[variant]?.about ?? read.about);
    if (accept) writeFileSync(path, stringify(found, { lineWidth: 0 }));
    else expect(found[variant]).toEqual(expected[variant] ?? 'no expected result; run with ACCEPT=1 and read it');
  });

  it('expects nothing that no variant gives', () => {
    if (!accept) expect(Object.keys(expected)).toEqual(Object.keys(read.variants));
  });
});

it('shows every kind of finding in some case', () => {
  const shown = new Set(folders.flatMap((folder) => Object.values(expectedOf(folder)).flatMap(codesOf)));
  const codes = Object.entries(FINDINGS).filter(([kind]) => !FOUND_ELSEWHERE.includes(kind));
  expect(codes.map(([, { code }]) => code).filter((code) => !shown.has(code))).toEqual([]);
});

function expectedOf(folder: string): Record<string, unknown> {
  const path = join(HERE, folder, 'expected.yaml');
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}

function codesOf(expected: unknown): string[] {
  return (expected as { findings: string[] }).findings.map((each) => each.slice(0, 4));
}

/** The clean office at the time of the case, with what the case says of all variants, then of this one. */
function givenTo(read: Case, variant: string): { spec: Spec; options: RunOptions } {
  const { title: _, clause: __, about: ___, variants, at, base = OFFICE, ...all } = read;
  const { at: own = at, about: ____, ...one } = variants[variant] ?? {};
  const changes = [...(all.changes ?? []), ...(one.changes ?? [])];
  const office = readYaml<Given>(join('test/cases', base));
  const given = { ...office, ...(own ? times[own] : {}), ...all, ...one, changes };
  const { period, asOf, office: says, parameters, measures, ...spec } = given;
  const options = { period, asOf, office: says, parameters, measures };
  return {
    spec: spec as Spec,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
}

function summary(result: Result, clause: string, about: readonly string[]): object {
  const at = result.words.clauses[clause]?.at ?? clause;
  return {
    findings: result.findings.map(line),
    subjects: Object.fromEntries(
      about.map((id) => {
        const subject = result.subjects.find((each) => each.id === id);
        if (!subject) return [id, 'not on the roster'];
        const { grades, scores, standings, consequences, facts } = explain(result, subject, 'zh');
        return [
          `${id} ${subject.name}`,
          {
            ...(standings.length > 0
              ? {
                  rank: standings
                    .map(({ group, rank, owed }) => [...(group ? [group] : []), rank, ...owed].join('；'))
                    .join(),
                }
              : {}),
            ...(scores.length > 0 ? { score: scores.flatMap(scoreLines) } : {}),
            grade: grades.map(({ grade, possible }) => [grade, ...possible].join(' ')).join(),
            rules: grades.flatMap(({ rules }) => rules.filter((rule) => rule.clause === at).map(ruleLine)),
            facts: facts.filter((fact) => fact.clause === at).map(factLine),
            ...(consequences.length > 0 ? { consequences: consequences.map(({ text }) => text) } : {}),
          },
        ];
      }),
    ),
    ...(at === result.words.clauses[result.seats[0]?.clause ?? '']?.at
      ? { seats: result.seats.map(({ seats, takingPart, share }) => `${seats} of ${takingPart} (${share})`) }
      : {}),
  };
}

type Explained = ReturnType<typeof explain>;

function ruleLine({ outcome, title, atoms, owed, cells }: Explained['grades'][number]['rules'][number]): string {
  return `${outcome} ${title}：${[...atoms.map(({ text }) => text), ...owed].join('；')}${outcome === 'true' ? fromCells(cells) : ''}`;
}

function factLine({ title, value, owed, cells }: Explained['facts'][number]): string {
  return `${title} ${[value, ...owed].join('；')}${fromCells(cells)}`;
}

/** What it comes to, then every item that is not as it began and what took or added points, with what does not count. */
function scoreLines({ points, sum, items, owed }: Explained['scores'][number]): string[] {
  return [said(points, [sum, ...owed]), ...items.flatMap(itemLines)];
}

type Item = Explained['scores'][number]['items'][number];

function itemLines({ title, points, sum, cut, why, self, rules, items }: Item): string[] {
  const within = [
    ...rules.flatMap(({ code, title: rule, points: come, cut: off, why: aside, products }) => [
      said(`- ${code} ${rule} ${come}`, [off, aside]),
      ...products.map(({ text, why: out, owed, cells }) => `-- ${said(text, [out, ...owed])}${fromCells(cells)}`),
    ]),
    ...items.flatMap(itemLines),
  ];
  return within.length > 0 || self ? [said(`${title} ${points}`, [sum, cut, why, self?.text]), ...within] : [];
}

function said(what: string, more: readonly (string | undefined)[]): string {
  const told = more.filter((each) => each !== undefined);
  return told.length > 0 ? `${what}：${told.join('；')}` : what;
}

/** The cells it rests on, or the first of many. */
function fromCells(cells: readonly Place[]): string {
  const shown = cells.slice(0, 3).map(placeText);
  if (cells.length > shown.length) shown.push(`…（共${cells.length}处）`);
  return shown.length > 0 ? ` ← ${shown.join(' ')}` : '';
}

function line(finding: Finding): string {
  const words = FINDINGS[finding.kind] as { code: string; says(data: never): Text };
  const row = finding.row === undefined ? '' : ` [${finding.row}]`;
  return `${words.code} ${finding.severity} ${placeText(finding.place)}${row} ${words.says(finding as never).zh}`;
}

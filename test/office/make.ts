/** Offices for tests: a spec made into workbooks once, and run through the whole flow. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type Bureau, type Listed, officeFiles, type Spec } from '../../examples/office.js';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import * as library from '../../src/index.js';
import { loadPack } from '../../src/measures/load.js';
import { problemLines } from '../../src/measures/problem.js';
import type { WorkbookDesign } from '../../src/model/design.js';
import type { Measures } from '../../src/model/measures.js';
import type { Office } from '../../src/model/office.js';
import type { Result } from '../../src/model/result.js';
import type { SentFile } from '../../src/take-in.js';

export type { Spec };

/** What can be said of an office, whether its forms are made up or listed one by one. */
export type PartOfSpec = Partial<Omit<Bureau, 'sheets'>> & Partial<Pick<Listed, 'sheets'>>;

const ROOT = resolve(import.meta.dirname, '../..');

// Compiling a pack takes longer than weighing a small office by it.
const compiled = new Map<string, Measures>();

/** A pack that comes with the programme, or one of a test by its path, with an office's parameters in it. */
export function measuresNamed(name: string, parameters: Readonly<Record<string, unknown>> = {}): Measures {
  const key = JSON.stringify([name, parameters]);
  const known = compiled.get(key);
  if (known) return known;
  const read = (path: string): string => readFileSync(path, 'utf8');
  const loaded = loadPack(name, read, packPath, { values: parameters });
  if (!loaded.measures) throw new Error(loaded.problems.flatMap((problem) => problemLines(problem, 'en')).join('\n'));
  compiled.set(key, loaded.measures);
  return loaded.measures;
}

function packPath(name: string): string {
  return name.endsWith('.yaml') ? resolve(ROOT, name) : resolve(ROOT, 'templates', name, 'measures.yaml');
}

export function readYaml<T>(path: string): T {
  return parse(readFileSync(resolve(ROOT, path), 'utf8')) as T;
}

// Most workbooks of most cases are the same; each is written once.
const written = new Map<string, Promise<Uint8Array>>();
export const remembering = {
  ...library,
  writeWorkbook: (design: WorkbookDesign): Promise<Uint8Array> => {
    const key = createHash('sha256').update(JSON.stringify(design)).digest('hex');
    const bytes = written.get(key) ?? library.writeWorkbook(design);
    written.set(key, bytes);
    return bytes;
  },
};

export async function sentFiles(spec: Spec, measures: Measures): Promise<SentFile[]> {
  const files = await officeFiles(spec, measures, remembering);
  return files.map(({ path, bytes }) => ({
    file: path,
    bytes: () => bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}

export const OFFICE: Office = {
  name: '云岭州质量技术监督局',
  issuer: '云岭州质量技术监督局办公室',
  attachments: [],
  measures: 'quality-bureau',
  read: [],
  counts: [],
  shift: 'none',
  severities: {},
  confirmed: [],
  fonts: {},
};

export interface RunOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly office?: Partial<Office>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly measures?: string;
}

/** The result of an office under a pack, from its workbooks. */
export async function resultOf(spec: Spec, options: RunOptions = {}): Promise<Result> {
  const measures = measuresNamed(options.measures ?? 'quality-bureau', options.parameters);
  const office = { ...OFFICE, ...options.office };
  const sent = await sentFiles(spec, measures);
  const isKept = (file: string): boolean => office.read.some((folder) => file.startsWith(`${folder}/`));
  const files = sent.map((each) => (isKept(each.file) ? { ...each, isKept: true as const } : each));
  const intake = library.takeIn(files, measures, office.counts);
  return library.assess(intake, measures, {
    period: (options.period ?? '2026-Q1') as Period,
    asOf: (options.asOf ?? '2026-04-10') as Day,
    office,
  });
}

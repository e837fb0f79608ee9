/** assess check --format sarif: the shape that SARIF 2.1.0 requires, and nothing of the machine in it. */
import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sarif } from '../../src/cli/show/sarif.js';
import { assess, newFolder, put, remove } from './shell.js';

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly Run[];
}
interface Run {
  readonly tool: { readonly driver: { name: string; version: string; language: string; rules: readonly Rule[] } };
  readonly language: string;
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly results: readonly SarifResult[];
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly (Location & { readonly id: number })[];
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
}

const HEAD =
  '完成月工作目标情况表\n填报科室：办公室,月份：2026年1月\n目标序号,工作内容,完成情况,完成数量,计划数量,备用\n';
const FILE = '计量科/1月 #1%.csv';

let folder = '';
beforeAll(() => {
  folder = newFolder();
  put(folder, { [FILE]: `${HEAD}1,任务,\u001b[31m\u009b红\u202e,多,1,\n`, 'good/空.xlsx': '' });
});
afterAll(() => remove(folder));

async function logOf(
  argv: readonly string[],
  cwd = folder,
): Promise<{ log: Log; run: Run; out: string; code: number }> {
  const { out, code } = await assess(cwd, ['check', '--format', 'sarif', '--quiet', ...argv]);
  const log = JSON.parse(out) as Log;
  return { log, run: log.runs[0] as Run, out, code };
}

describe('assess check --format sarif', () => {
  it('has what the format requires', async () => {
    const { log, run, code } = await logOf([FILE, 'good/空.xlsx']);
    expect(code).toBe(1);
    expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
    const { driver } = run.tool;
    expect(driver).toMatchObject({ name: 'assess', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    for (const { language } of [run, driver]) expect(language).toMatch(/^[a-z]{2}-[A-Z]{2}$/);
    expect(run.results.length).toBeGreaterThan(3);
    for (const result of run.results) {
      expect(['error', 'warning', 'note', 'none']).toContain(result.level);
      expect(driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
    }
  });

  it('has every kind met as a rule, once, with its help', async () => {
    const { run } = await logOf([FILE, 'good/空.xlsx']);
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(run.results.map(({ ruleId }) => ruleId))].toSorted());
    for (const { shortDescription, fullDescription, help, defaultConfiguration } of run.tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/。$/);
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level);
    }
  });

  it('says file and cell', async () => {
    const { run } = await logOf([FILE]);
    const uri = '%E8%AE%A1%E9%87%8F%E7%A7%91/1%E6%9C%88%20%231%25.csv';
    expect(decodeURIComponent(uri)).toBe(FILE);
    expect(run.artifacts.map(({ location }) => location.uri)).toEqual([uri]);
    const unread = run.results.find(({ ruleId, message }) => ruleId === 'A202' && message.text.includes('完成数量'));
    expect(unread?.message.text).toMatch(/^“完成数量”填的是“多”，应为数.*。改为数.*。$/);
    expect(unread?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri } },
        logicalLocations: [{ fullyQualifiedName: expect.stringMatching(/!D4$/), kind: 'cell' }],
      },
    ]);
  });

  it('says which cell it disagrees with', async () => {
    put(folder, { '重.csv': `${HEAD}1,任务,完成,1,1,\n1,又一项,完成,1,1,\n` });
    const { run } = await logOf(['重.csv']);
    const repeated = run.results.filter(({ relatedLocations }) => relatedLocations);
    expect(repeated.map(({ ruleId }) => ruleId)).toEqual(['A302']);
    expect(repeated[0]?.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: { artifactLocation: { uri: encodeURIComponent('重.csv') } },
        logicalLocations: [{ fullyQualifiedName: '重!A4', kind: 'cell' }],
      },
    ]);
  });

  it('speaks English when asked', async () => {
    const { run } = await logOf([FILE, '--lang', 'en']);
    expect(run.language).toBe('en-US');
    expect(run.results.map(({ message }) => message.text).join()).toContain('says "多"; expected a number');
  });

  it('shows control characters instead of holding them, as --json does', async () => {
    const { out } = await logOf([FILE]);
    expect(out).toContain('\\\\u{1b}[31m');
    const json = await assess(folder, ['check', '--json', FILE]);
    for (const text of [out, json.out]) expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(json.out).findings.map(({ raw }: { raw?: string }) => raw)).toContain('\u001b[31m\u009b红\u202e');
  });

  it('tells no path of the machine, from wherever it is asked', async () => {
    const deep = join(folder, 'a/b');
    mkdirSync(deep, { recursive: true });
    const absolute = await logOf([join(folder, FILE), join(folder, 'good/空.xlsx')], deep);
    const uris = absolute.run.artifacts.map(({ location }) => decodeURIComponent(location.uri));
    expect(uris).toEqual([FILE, 'good/空.xlsx']);
    const single = await logOf([`../../${FILE}`], deep);
    expect(single.run.artifacts[0]?.location.uri).toBe('1%E6%9C%88%20%231%25.csv');
    for (const { out } of [absolute, single]) {
      for (const part of [folder.split(sep).at(-1) ?? '', '../', 'file:']) expect(out).not.toContain(part);
    }
  });

  it('is a run without results where nothing is found, and copes with half a character in a name', () => {
    const log = sarif({ findings: [], files: ['\ud800.csv'], base: '/x', version: '1.0.0' }, 'zh') as Log;
    expect(log.runs[0]).toMatchObject({ results: [], artifacts: [{ location: { uri: '%EF%BF%BD.csv' } }] });
  });

  it('has no place for what stands in no file', () => {
    const finding = { kind: 'calendar-unknown', severity: 'warning', place: { file: '' }, year: 2099 } as const;
    const log = sarif({ findings: [finding], files: [], base: '/x', version: '1.0.0' }, 'en') as Log;
    expect(log.runs[0]?.results[0]).toMatchObject({ ruleId: 'A602', locations: [] });
  });
});

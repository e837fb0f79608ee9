import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namer } from '../../src/cli/file-name.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { assess, newFolder, OFFICE_YAML, put, remove } from './shell.js';

const one = (...parts: string[]): string => namer('.xlsx')(parts, 'unit:1');
const HASHED = /~[0-9a-f]{8}\.xlsx$/;

describe('names of files', () => {
  it('are the parts as they are where every system takes them', () => {
    expect(one('月工作目标计划表', '计量科', '2026年4月')).toBe('月工作目标计划表-计量科-2026年4月.xlsx');
    expect(one('plan of a unit')).toBe('plan of a unit.xlsx');
  });

  it.each([
    'CON',
    'nul',
    'com1',
    'LPT9.txt',
    'aux.',
    'a/b',
    '..',
    '../../x',
    '.hidden',
    '~$x',
    '-rf',
    'x.',
    'x ',
    ' x',
    'a\nb',
    'a\u202eb',
    'a\u0000b',
    'a:b',
    '',
    '长'.repeat(100),
  ])('are changed and told by a hash where they would not do: %j', (wish) => {
    const name = one(wish);
    expect(name).toMatch(HASHED);
    expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[\s.~-]|[\s.]\.xlsx$/u);
    expect(name).not.toMatch(/^(con|nul|com1|lpt9|aux)[.~]/i);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(one(wish)).toBe(name);
  });

  it('are different for different wishes, also on disks that fold letters and accents together', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('a', 'A', 'é', 'e\u0301', 'É', 'a/b', 'a_b', 'a:b', 'con', 'ß', 'SS'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 12 }), (wishes) => {
        const name = namer('.xlsx');
        const names = wishes.map((wish, at) => name([wish], `unit:${at}`));
        expect(new Set(names.map((each) => each.normalize('NFC').toUpperCase())).size).toBe(wishes.length);
        expect(names.filter((each) => Buffer.byteLength(each) > 255 || /[\\/]/.test(each))).toEqual([]);
      }),
    );
  });

  it('are different for two who bear one name', () => {
    const name = namer('.xlsx');
    expect(name(['李敏'], 'staff:1')).toBe('李敏.xlsx');
    expect(name(['李敏'], 'staff:2')).toMatch(HASHED);
  });
});

describe('units of any name', () => {
  let folder = '';
  const FORMULA = '=HYPERLINK("http://x.invalid";"y")';
  const NAMES = [
    'CON',
    '计量科',
    '计量科.',
    FORMULA,
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '../../上层',
    'abc',
    'ABC',
    '长'.repeat(120),
  ];

  beforeAll(async () => {
    folder = newFolder();
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    put(folder, {
      'assess.yaml': OFFICE_YAML,
      'office/科室名册.csv': `科室名册\n科室编号,科室名称,简称,分管局领导,参加考核\n${NAMES.map((name, at) => `${at + 1},${quoted(name)},,${quoted(FORMULA)},是`).join('\n')}\n`,
      'office/人员名册.csv': `人员名册\n工号,姓名,所在科室,职务,工勤人员,参加考核\n0101,${quoted(FORMULA)},计量科,${quoted('+1')},否,是\n`,
      'submissions/计划.csv': `月工作目标计划表\n填报科室：计量科,月份：2026年1月\n目标序号,工作目标,责任人\n1,${quoted(FORMULA)},${quoted('-1+1')}\n`,
    });
  });
  afterAll(() => remove(folder));

  it('get templates inside the folder, each its own, that read back as theirs', async () => {
    const argv = ['template', 'monthly-plan', '--all', '--period', '2026-04', '--out', 'blank'];
    const { code, out } = await assess(folder, argv);
    const names = readdirSync(join(folder, 'blank'));
    expect([code, names.length, new Set(out.trim().split('\n')).size]).toEqual([0, NAMES.length, NAMES.length]);
    expect(readdirSync(folder).toSorted()).toEqual(['assess.yaml', 'blank', 'office', 'submissions']);
    const again = await assess(folder, argv);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--force')]);
    expect((await assess(folder, [...argv, '--force'])).code).toBe(0);
  });

  it('and any text stand in workbooks as text, never as formulas or links', async () => {
    await assess(folder, ['quarter', '--dir', 'submissions', '--period', '2026-Q1', '--out', 'results/q', '--quiet']);
    await assess(folder, ['status', '--dir', 'submissions', '--out', 'results/status.xlsx', '--quiet']);
    const blank = readdirSync(join(folder, 'blank')).map((name) => `blank/${name}`);
    for (const path of ['results/q/ranking.xlsx', 'results/status.xlsx', ...blank]) {
      const bytes = readFileSync(join(folder, path));
      expect(openWorkbook(path, bytes).ok, path).toBe(true);
      const parts = Object.entries(unzipSync(bytes));
      const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/'));
      const text = sheets.map(([, part]) => Buffer.from(part).toString()).join('');
      expect(text.match(/<f[ >]|ddeLink|t="str"/g), path).toBeNull();
      expect(
        parts.map(([name]) => name).filter((name) => /externalLink|vba|embeddings/i.test(name)),
        path,
      ).toEqual([]);
      const links = parts.filter(([name]) => name.endsWith('.rels')).map(([, part]) => Buffer.from(part).toString());
      const outward = [...links.join('').matchAll(/Target="([^"]*)" TargetMode="External"/g)];
      const targets = outward.map(([, target = '']) => decodeURIComponent(target));
      expect(links.join('').match(/TargetMode="External"/g)?.length ?? 0, path).toBe(targets.length);
      // Only the ranked workbook leads out, and only to the files that were read.
      const isRead = (target: string): boolean => /^\.\.\/\.\.\/(submissions|office)\//.test(target);
      expect(
        targets.filter((target) => !isRead(target) || !existsSync(join(folder, 'results/q', target))),
        path,
      ).toEqual([]);
      expect(targets.length > 0, path).toBe(path === 'results/q/ranking.xlsx');
    }
    const ranking = openWorkbook('ranking.xlsx', readFileSync(join(folder, 'results/q/ranking.xlsx')));
    expect(JSON.stringify(ranking.ok && ranking.workbook.sheets)).toContain(JSON.stringify(FORMULA).slice(1, -1));
  });
});

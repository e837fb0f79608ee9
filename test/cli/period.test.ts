import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.js';
import type { Status } from '../../src/report/status/types.js';
import { assess, newFolder, OFFICE_YAML, officeFolder, put, remove } from './shell.js';

const OUTPUTS = ['results.json', 'ranking.xlsx', 'bulletin.pdf', 'bulletin.docx', 'report.html', 'manifest.json'];
let folder = '';
const made: string[] = [];
const office = async (...args: Parameters<typeof officeFolder>): Promise<string> => {
  const path = await officeFolder(...args);
  made.push(path);
  return path;
};

beforeAll(async () => {
  folder = await office([
    {
      form: 'monthly-completion',
      unit: '计量科',
      period: '2026-02',
      where: { plan_no: '2' },
      set: { done: 10, status: '未完成', cause: '客观', reason: '停电', improvement: '补检' },
    },
    { form: 'monthly-plan', unit: '计量科', period: '2026-02', received: '2026-01-29' },
  ]);
});
afterAll(() => {
  for (const path of made) remove(path);
});

describe('assess quarter', () => {
  it('ranks the quarter and writes everything, with nothing but the folder', async () => {
    const { code, out, err } = await assess(folder, ['quarter', '--dir', './submissions']);
    expect(err).toContain('results/2026-Q1');
    expect(code).toBe(0);
    expect(out).toContain('云岭州质量技术监督局 2026年第一季度');
    expect(out).toMatch(/│\s+1 │ 办公室 │\s+6 │\s+6 │ 100\.0% │/);
    expect(out).toMatch(/│\s+2 │ 计量科 │\s+6 │\s+5 │\s+83\.3% │/);
    expect(out).toContain('错误 0');
    expect(readdirSync(join(folder, 'results/2026-Q1')).toSorted()).toEqual([
      'bulletin.docx',
      'bulletin.pdf',
      'manifest.json',
      'ranking.xlsx',
      'report.html',
      'results.json',
    ]);
    expect(readdirSync(join(folder, 'results'))).toEqual(['2026-Q1']);
  });

  it('gives the same bytes again', async () => {
    const read = (name: string): Buffer => readFileSync(join(folder, 'results/2026-Q1', name));
    const before = OUTPUTS.map(read);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    await assess(folder, ['quarter', '--dir', './submissions'], { today: '2027-01-01' });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(OUTPUTS.filter((name, index) => !read(name).equals(before[index] as Buffer))).toEqual([]);
  });

  it('leads from the ranked workbook to the files that it read, if the way is the same on every machine', async () => {
    const targets = (out: string): string[] =>
      Object.entries(unzipSync(readFileSync(join(out, 'ranking.xlsx'))))
        .filter(([name]) => name.endsWith('.rels'))
        .flatMap(([, part]) => [...strFromU8(part).matchAll(/Target="([^"]*)" TargetMode="External"/g)])
        .map(([, target = '']) => decodeURIComponent(target));
    const results = join(folder, 'results/2026-Q1');
    await assess(folder, ['quarter', '--dir', './submissions', '--quiet']);
    const found = targets(results);
    expect(found.filter((target) => !existsSync(join(results, target)))).toEqual([]);
    expect(found.some((target) => target.startsWith('../../submissions/计量科/'))).toBe(true);
    expect(found).toContain('../../office/材料收文登记表.xlsx');
    const elsewhere = newFolder();
    made.push(elsewhere);
    await assess(folder, ['quarter', '--dir', './submissions', '--out', elsewhere, '--quiet']);
    expect(targets(elsewhere)).toEqual([]);
  });

  it('speaks English when asked or when the locale does', async () => {
    const flagged = await assess(folder, [
      'quarter',
      '--dir',
      './submissions',
      '--lang',
      'en',
      '--out',
      'en',
      '--quiet',
    ]);
    expect(flagged.out).toContain('the first quarter of 2026');
    expect(flagged.out).toMatch(/Rank.*unit.*Targets planned/);
    expect(flagged.err).toBe('');
    const plain = newFolder();
    made.push(plain);
    put(plain, { 'submissions/notes.csv': 'a,b\n1,2\n' });
    const located = await assess(plain, ['quarter', '--dir', 'submissions'], { env: { LC_ALL: 'en_US.UTF-8' } });
    expect(located.err).toContain('no roster was found');
  });

  it('gives the whole result as JSON', async () => {
    const { out } = await assess(folder, ['quarter', '--dir', './submissions', '--json', '--quiet']);
    const result = JSON.parse(out) as { format: number; period: string; standings: unknown[] };
    expect(result).toMatchObject({ format: 2, period: '2026-Q1' });
    expect(result.standings).toHaveLength(2);
  });

  it('grades a month as well', async () => {
    const { code, out } = await assess(folder, [
      'month',
      '--dir',
      './submissions',
      '--period',
      '2026年2月',
      '--out',
      'feb',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('2026年2月');
    expect(out).toMatch(/│ 计量科 │\s+2 │\s+1 │\s+50\.0% │/);
  });

  it('lists the periods when there are several', async () => {
    const { code, err } = await assess(folder, ['month', '--dir', './submissions']);
    expect(code).toBe(2);
    expect(err).toContain('2026-01, 2026-02, 2026-03');
  });

  it.each([
    [['quarter', '--dir', './submissions', '--period', '2026-03'], '--period 应为季度'],
    [['quarter', '--dir', './submissions', '--as-of', '2026-02-30'], '--as-of 应为日期'],
    [['quarter', '--dir', './empty'], '没有表格文件'],
    [['quarter', '--dir', './submissions', '--out', './submissions'], '--out 不能写在'],
    [['quarter', '--dir', './submissions', '--out', './office/2026'], '可写到 results/2026-Q1'],
    [['quarter', '--lang', 'fr'], 'Allowed choices are zh, en'],
    [['grade'], 'unknown command'],
  ])('refuses %j and says why', async (argv, why) => {
    put(folder, { 'empty/.keep': '' });
    const { code, err } = await assess(folder, argv);
    expect(err).toContain(why);
    expect(code).toBe(2);
  });

  it('needs a roster, and says which forms it is', async () => {
    const path = await office([], 'measures: quality-bureau\nname: 某局\n');
    const { code, err } = await assess(path, ['quarter', '--dir', './submissions']);
    expect([code, err]).toEqual([2, expect.stringContaining('科室名册、人员名册')]);
    const checked = await assess(path, ['check', 'submissions/计量科/完成月工作目标情况表-计量科-2026年1月.xlsx']);
    expect([checked.code, checked.out]).toEqual([0, '没有发现问题。\n']);
  });

  it('asks for the period when nothing that was sent tells it', async () => {
    put(folder, { 'notes/notes.csv': 'a,b\n1,2\n' });
    const { code, err } = await assess(folder, ['quarter', '--dir', './notes', '--lang', 'en']);
    expect([code, err]).toEqual([2, expect.stringContaining('--period')]);
  });

  it('says that a folder is not there', async () => {
    const { code, err } = await assess(folder, ['quarter', '--dir', './nowhere']);
    expect(err).toContain('ENOENT');
    expect(code).toBe(3);
  });

  it('goes on when one file is bad, names it, and exits with 1', async () => {
    put(folder, {
      'submissions/计量科/坏文件.xlsx': 'PK\u0003\u0004 but cut short',
      'submissions/~$临时.xlsx': 'x',
      'submissions/说明.docx': 'x',
    });
    const { code, out } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'bad']);
    rmSync(join(folder, 'submissions/计量科/坏文件.xlsx'));
    rmSync(join(folder, 'submissions/~$临时.xlsx'));
    expect(code).toBe(1);
    expect(out).toContain('A001 错误  计量科/坏文件.xlsx');
    expect(out).toMatch(/│\s+1 │ 办公室 │/);
    expect(out).toContain('提示 2');
  });

  it('keeps the former results when it cannot write the new ones', async () => {
    put(folder, { blocked: 'a file where a folder should be' });
    const { code, err } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'blocked/2026-Q1']);
    expect(code).toBe(3);
    expect(err).toContain('原有结果未动');
    expect(existsSync(join(folder, 'results/2026-Q1/results.json'))).toBe(true);
  });

  it('leaves the former results as they were when one of the new ones cannot be put in place', async () => {
    put(folder, {
      'mixed/results.json/here.txt': 'a folder where a file should be',
      'mixed/ranking.xlsx': 'former',
      'mixed/manifest.json': '{"format":0}',
    });
    const { code, err } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'mixed']);
    expect([code, err]).toEqual([3, expect.stringContaining('原有结果未动')]);
    expect(readdirSync(join(folder, 'mixed')).toSorted()).toEqual(['manifest.json', 'ranking.xlsx', 'results.json']);
    expect(readFileSync(join(folder, 'mixed/ranking.xlsx'), 'utf8')).toBe('former');
  });

  it('writes over nothing that no run has written', async () => {
    put(folder, { 'mine/report.html': 'mine', 'mine/returned/x.xlsx': 'mine' });
    const { code, err } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'mine']);
    expect([code, err]).toEqual([2, expect.stringContaining('没有覆盖')]);
    expect(readdirSync(join(folder, 'mine'), { recursive: true }).toSorted()).toEqual([
      'report.html',
      'returned',
      join('returned', 'x.xlsx'),
    ]);
    expect(readFileSync(join(folder, 'mine/report.html'), 'utf8')).toBe('mine');
  });

  it('leaves no former bulletin beside new results when it cannot print one, and fails even when quiet', async () => {
    put(folder, { 'other/assess.yaml': `${OFFICE_YAML}fonts: { fang: ./no.ttf }\n` });
    put(folder, { 'other/results/bulletin.pdf': 'of a former run', 'other/results/manifest.json': '{"format":0}' });
    cpSync(join(folder, 'submissions'), join(folder, 'other/submissions'), { recursive: true });
    cpSync(join(folder, 'office'), join(folder, 'other/office'), { recursive: true });
    const path = join(folder, 'other');
    const { code, err } = await assess(path, ['quarter', '--dir', 'submissions', '--out', 'results', '--quiet']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^配置的字体文件不能使用：.*no\.ttf/)]);
    expect(readdirSync(join(path, 'results')).toSorted()).toEqual([
      'bulletin.docx',
      'manifest.json',
      'ranking.xlsx',
      'report.html',
      'results.json',
    ]);
  });

  it('notices that standard output takes nothing', async () => {
    const { code, err } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'full'], {
      broken: 'ENOSPC',
    });
    expect(code).toBe(3);
    expect(err).toContain('ENOSPC');
  });

  it('colours a terminal, unless it asks for none', async () => {
    const { out } = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'tty'], { tty: true });
    expect(out).toContain('\u001b[1m');
    const plain = await assess(folder, ['quarter', '--dir', './submissions', '--out', 'tty'], {
      tty: true,
      env: { NO_COLOR: '1' },
    });
    expect(plain.out).not.toContain('\u001b');
  });
});

describe('assess.yaml', () => {
  it('is refused with line and caret when a key is misspelt', async () => {
    const path = await office([], 'measures: quality-bureau\nname: 某局\nnumbr: 1\n');
    const { code, err } = await assess(path, ['quarter', '--dir', './submissions']);
    expect(code).toBe(2);
    expect(err).toContain('assess.yaml:3:');
    expect(err).toContain('^');
  });

  it('is refused when it is no YAML, with the place', async () => {
    const path = newFolder();
    made.push(path);
    put(path, { 'assess.yaml': 'measures: [\n' });
    const { code, err } = await assess(path, ['quarter']);
    expect(code).toBe(2);
    expect(err).toContain('assess.yaml:');
  });

  it('changes a number of the measures, and a wrong one is shown where it stands', async () => {
    const path = await office(
      [{ form: 'monthly-plan', unit: '计量科', period: '2026-02', received: '2026-01-29' }],
      'measures: quality-bureau\nname: 某局\nread: [office]\nas_of: "2026-04-10"\nparameters: { plan_due_day: 29 }\n',
    );
    const { out } = await assess(path, ['quarter', '--dir', './submissions']);
    expect(out).toContain('迟报 0');
    writeFileSync(
      join(path, 'assess.yaml'),
      'measures: quality-bureau\nname: 某局\nparameters: { plan_due_day: 40 }\n',
    );
    const { code, err } = await assess(path, ['quarter', '--dir', './submissions']);
    expect(code).toBe(2);
    expect(err).toMatch(/assess\.yaml:3:\d+: .*31/);
  });

  it('names a pack that is not there', async () => {
    const path = newFolder();
    made.push(path);
    put(path, { 'assess.yaml': 'measures: ./nothing\nname: 某局\n' });
    const { code, err } = await assess(path, ['quarter']);
    expect(code).toBe(2);
    expect(err).toContain('nothing/measures.yaml');
  });

  it('says which required parameters are unset, and with --strict refuses to go on', async () => {
    const path = await office([], 'measures: ./pack\nname: 某局\nread: [office]\nas_of: "2026-04-10"\n');
    put(path, {
      'pack/measures.yaml': [
        'id: local',
        'version: "1"',
        'extends: quality-bureau',
        'title: { zh: 本局办法, en: Local measures }',
        'source: { zh: 本局, en: local }',
        'parameters:',
        '  sick_year_over: { origin: required, value: null, type: integer }',
        '',
      ].join('\n'),
    });
    const { code, out } = await assess(path, ['quarter', '--dir', './submissions', '--quiet', '--json']);
    const { findings } = JSON.parse(out) as { findings: { kind: string; parameter?: string }[] };
    expect(findings.filter(({ kind }) => kind === 'parameter-unset')).toMatchObject([{ parameter: 'sick_year_over' }]);
    expect(code).toBe(0);
    const strict = await assess(path, ['quarter', '--dir', './submissions', '--strict']);
    expect(strict.code).toBe(2);
    expect(strict.err).toContain('sick_year_over');
  });
});

describe('the day of the run', () => {
  it.each(['2038-01-19', '9999-01-01', '9999-12-31'])(
    'may be %s: everything is due, and nothing is later',
    async (day) => {
      const { code, out } = await assess(folder, ['status', '--dir', './submissions', '--as-of', day, '--json']);
      expect(code).toBe(0);
      const { forms, upcoming } = JSON.parse(out) as Status;
      const states = forms.flatMap(({ states: own }) => own['not-due']);
      expect(states.every((count) => count === 0)).toBe(true);
      expect(upcoming.every(({ due }) => due >= day && due <= '9999-12-31')).toBe(true);
    },
  );

  it('may lie in the last period there is', async () => {
    const argv = [
      'quarter',
      '--dir',
      './submissions',
      '--period',
      '9999-Q4',
      '--as-of',
      '9999-12-31',
      '--out',
      'end',
      '--json',
    ];
    const { code, out } = await assess(folder, argv);
    expect(code).toBe(0);
    const { expected } = JSON.parse(out) as Result;
    const december = expected.filter(({ period, form }) => period === '9999-12' && form === 'monthly-completion');
    expect(december.map(({ due, status }) => `${due} ${status}`)).toEqual(['9999-12-31 not-due', '9999-12-31 not-due']);
  });

  it('and a locale change no byte', async () => {
    const read = (name: string): string[] => OUTPUTS.map((file) => readFileSync(join(folder, name, file), 'base64'));
    await assess(folder, ['quarter', '--dir', './submissions', '--lang', 'zh', '--out', 'zh']);
    const turkish = { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, today: '9999-12-31' };
    await assess(folder, ['quarter', '--dir', './submissions', '--lang', 'zh', '--out', 'tr'], turkish);
    expect(read('tr')).toEqual(read('zh'));
  });
});

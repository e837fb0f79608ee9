import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';
import type { CellValue } from '../../src/model/workbook.js';
import type { Status } from '../../src/report/status/types.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { assess, newFolder, officeFolder, put, remove, type Said, type ShellOptions } from './shell.js';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');
let folder = '';
const made: string[] = [];

beforeAll(async () => {
  folder = await officeFolder([{ form: 'monthly-plan', unit: '计量科', period: '2026-02', received: '2026-01-29' }]);
  made.push(folder);
});
afterAll(() => {
  for (const path of made) remove(path);
});

const status = (argv: readonly string[] = [], options: ShellOptions = {}): Promise<Said> =>
  assess(folder, ['status', '--dir', './submissions', ...argv], options);
const row = (out: string, title: string, name: string): string =>
  out
    .slice(out.indexOf(`\n${title}\n`))
    .split('\n')
    .find((line) => line.startsWith(name)) ?? '';

describe('assess status', () => {
  it('shows the year so far without being told a period, and writes nothing', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const { code, out, err } = await status();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('2026年度');
    expect(row(out, '月工作目标计划表', '计量科')).toMatch(/计量科 +✓ +✓\+1 +✓ +–$/);
    expect(row(out, '完成月工作目标情况表', '办公室')).toMatch(/办公室 +✓ +✓ +✓ +·$/);
    expect(out).toMatch(
      /现在欠材料的（2）\n {2}办公室、计量科\n {4}– 月工作目标计划表 2026年4月：未报；应于2026年3月28日，已过13天/,
    );
    expect(out).toMatch(/2026-04-28 {2}月工作目标计划表 2026年5月：应报 2/);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  it('keeps to a period that is named, and refuses what is none', async () => {
    const { out } = await status(['--period', '2026年第一季度', '--lang', 'en']);
    expect(row(out, 'Monthly plan', '计量科')).toMatch(/计量科 +✓ +✓\+1 +✓$/);
    expect(out).toContain('Nobody owes anything now.');
    expect(await status(['--period', 'soon'])).toMatchObject({ code: 2, err: expect.stringContaining('soon') });
  });

  it('ends with 1 when something is returned, and shows what: a bad file, two files of which none is chosen', async () => {
    const sent = join(folder, 'submissions/计量科');
    put(folder, {
      'submissions/计量科/坏文件.xlsx': 'PK\u0003\u0004 but cut short',
      'submissions/计量科/再报一次.csv':
        '月工作目标计划表\n填报科室：,计量科,所属月份：,2026年1月\n目标序号,工作内容,目标性质,责任人\n1,检定,非量化,李敏\n',
    });
    const { code, out } = await status();
    rmSync(join(sent, '坏文件.xlsx'));
    rmSync(join(sent, '再报一次.csv'));
    expect(code).toBe(1);
    expect(row(out, '月工作目标计划表', '计量科')).toMatch(/计量科 +=/);
    expect(out).toContain('= 两份并存，待选定');
    expect(out).toMatch(/表中没有列出的来件[\s\S]*坏文件\.xlsx：不能识别/);
  });

  it('says that a receipt is entered without a file', async () => {
    const sent = join(folder, 'submissions/计量科');
    const plan = readdirSync(sent).find((name) => name.includes('月工作目标计划表') && name.includes('2月')) ?? '';
    renameSync(join(sent, plan), join(folder, 'aside.xlsx'));
    const { out } = await status();
    renameSync(join(folder, 'aside.xlsx'), join(sent, plan));
    expect(row(out, '月工作目标计划表', '计量科')).toMatch(/计量科 +✓ +□\+1/);
    expect(out).toContain('□+1 月工作目标计划表 2026年2月：有收到登记无文件，迟1天');
  });

  it('gives plain data', async () => {
    const { code, out } = await status(['--json']);
    const data = JSON.parse(out) as Status;
    expect(code).toBe(0);
    expect(data).toMatchObject({ format: 1, period: '2026', asOf: '2026-04-10', besides: [] });
    const plan = data.forms.find(({ form }) => form === 'monthly-plan');
    expect(plan?.periods[1]).toEqual({ period: '2026-02', due: '2026-01-28' });
    expect(plan?.outcomes).toMatchObject({ accepted: 6, missing: 2, returned: 0 });
    const late = plan?.submitters.find(({ name }) => name.zh === '计量科')?.entries[1];
    expect(late).toMatchObject({ outcome: 'accepted', state: 'late', received: '2026-01-29', daysLate: 1 });
  });

  it('writes the same as a workbook, the same bytes each time', async () => {
    const { err } = await status(['--out', 'results/status.xlsx']);
    expect(err).toContain('results/status.xlsx');
    const bytes = readFileSync(join(folder, 'results/status.xlsx'));
    const opened = openWorkbook('status.xlsx', bytes);
    const names = opened.ok ? opened.workbook.sheets.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(['月工作目标计划表', '清单', '现欠', '到期']));
    await status(['--out', 'again.xlsx', '--quiet'], { today: '2027-01-01' });
    expect(readFileSync(join(folder, 'again.xlsx')).equals(bytes)).toBe(true);
  });

  it.each(['submissions/status.xlsx', 'office/status.xlsx', 'submissions/计量科/x.xlsx', 'status.pdf'])(
    'does not write to %s',
    async (out) => {
      expect((await status(['--out', out])).code).toBe(2);
      expect(existsSync(join(folder, out))).toBe(false);
    },
  );

  it('tells the day by the register, an .xlsx or a .csv alike, or else by the date on the form', async () => {
    const register = 'office/材料收文登记表.xlsx';
    const xlsx = readFileSync(join(folder, register));
    const days = async (): Promise<(string | undefined)[][]> => {
      const { forms } = JSON.parse((await status(['--json'])).out) as Status;
      const entries = forms.flatMap(({ submitters }) => submitters.flatMap(({ entries: own }) => own));
      return entries.flatMap((each) => (each?.dated ? [[each.file, each.received, each.state, each.dated.by]] : []));
    };
    const before = await days();
    expect(new Set(before.map(([, , , by]) => by))).toEqual(new Set(['register']));

    const opened = openWorkbook(register, xlsx);
    const rows = opened.ok ? [...(opened.workbook.sheets[0]?.rows ?? [])] : [];
    const cell = (value: CellValue): string =>
      typeof value === 'object' && 'day' in value ? value.day : String(value);
    const csv = rows.map(({ columns, values }) => {
      const cells: string[] = [];
      for (const [at, column] of columns.entries()) cells[column - 1] = cell(values[at] ?? '');
      return Array.from(cells, (text) => text ?? '').join(',');
    });
    rmSync(join(folder, register));
    put(folder, { 'office/材料收文登记表.csv': `${csv.join('\n')}\n` });
    expect(await days()).toEqual(before);
    const { out } = await status();
    expect(out).toMatch(
      /迟了的（1）\n {2}计量科 月工作目标计划表 2026年2月：通过，迟1天；2026年1月29日，据收文登记\n? +office\/材料收文登记表\.csv › /,
    );

    rmSync(join(folder, 'office/材料收文登记表.csv'));
    expect(new Set((await days()).map(([, , , by]) => by))).toEqual(new Set(['form']));
    put(folder, { [register]: xlsx });
  });

  it('needs a roster', async () => {
    const plain = newFolder();
    made.push(plain);
    put(plain, { 'notes.csv': 'a,b\n1,2\n' });
    expect(await assess(plain, ['status'])).toMatchObject({ code: 2, err: expect.stringContaining('名册') });
  });

  it('colours what asks for attention on a terminal', async () => {
    const { out } = await status([], { tty: true });
    expect(out).toContain('\u001b[33m✓+1');
    expect(out).toContain('\u001b[31m–');
  });
});

describe.each([
  ['bureau', 'zh'],
  ['bureau', 'en'],
  ['sunshine', 'zh'],
  ['sunshine', 'en'],
])('the status of %s in %s', (name, lang) => {
  it.each([[[]], [['--period', '2026', '--as-of', '2026-12-31']]])('fits 100 columns with %j', async (more) => {
    const dir = join(EXAMPLES, name, 'submissions');
    const { code, out } = await assess(EXAMPLES, ['status', '--dir', dir, '--lang', lang, ...more]);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => width(line) > 100)).toEqual([]);
  });

  it('tells what was done from what was only reported', async () => {
    const dir = join(EXAMPLES, 'sunshine/submissions');
    const { out } = await assess(EXAMPLES, ['status', '--dir', dir, '--lang', 'zh']);
    expect(out).toMatch(/县自然资源局 +!–/);
    expect(out).toMatch(/县林业局 +!\+1/);
    expect(out).toContain('已报送，尚未完成');
  });
});

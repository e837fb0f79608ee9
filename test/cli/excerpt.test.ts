/** The row of a finding on the terminal. */
import { afterAll, describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';
import { assess, newFolder, put, remove } from './shell.js';

const folder = newFolder();
afterAll(() => remove(folder));

const HEAD = '完成月工作目标情况表\n填报科室：办公室,月份：2026年1月\n';

/** What is shown of the first finding of a code, from beneath its place to the sentence that says what is wrong. */
async function excerpt(code: string, table: string, argv: readonly string[] = []): Promise<string[]> {
  put(folder, { '表.csv': `${HEAD}${table}\n` });
  const { out } = await assess(folder, ['check', '表.csv', ...argv]);
  const lines = out.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${code} `)) + 1;
  return lines.slice(at, lines[at]?.includes('│') ? at + 3 : at + 1);
}

describe('the row of a finding', () => {
  it('is shown under its headings, with a mark under what stands in the cell', async () => {
    expect(await excerpt('A202', '目标序号,工作内容,计划数量,完成数量,完成情况\n1,发文,12,约5,完成')).toEqual([
      '      │ 目标序号 │ 工作内容 │ 计划数量 │ 完成数量 │ 完成情况',
      '    4 │ 1        │ 发文     │ 12       │ 约5      │ 完成',
      '                                         ^^^',
    ]);
  });

  it('is in the order of the sheet, and in the language asked for', async () => {
    expect(await excerpt('A202', '完成情况,完成数量,目标序号,工作内容\n完成,约5,1,发文', ['--lang', 'en'])).toEqual([
      '      │ State │ Done │ No. │ Task',
      '    4 │ 完成  │ 约5  │ 1   │ 发文',
      '                ^^^',
    ]);
  });

  it('keeps to the width of a line: the marked column, those that tell rows apart, then the nearest', async () => {
    const long = '很长的内容'.repeat(8);
    const table = `目标序号,工作内容,计划数量,完成数量,完成情况,未完成原因,改进措施,原因类别\n1,${long},12,1,完成,${long},${long},${'哪一类'.repeat(10)}`;
    const [headings = '', row = '', mark = ''] = await excerpt('A202', table);
    for (const line of [headings, row, mark]) expect(width(line)).toBeLessThanOrEqual(100);
    expect(headings).toContain('目标序号');
    expect(row).toContain('…');
    // 19 characters of two columns and the ellipsis.
    expect(mark.trim()).toBe('^'.repeat(39));
  });

  it('of a field above the table is that field alone', async () => {
    put(folder, {
      '期.csv': '完成月工作目标情况表\n填报科室：办公室,月份：何月\n目标序号,工作内容,完成情况\n1,发文,完成\n',
    });
    const { out } = await assess(folder, ['check', '期.csv']);
    expect(out.split('\n').slice(1, 4)).toEqual(['      │ 所属月份', '    2 │ 何月', '        ^^^^']);
  });

  it('obeys nothing that stands in a cell', async () => {
    const [, row = ''] = await excerpt('A202', '目标序号,工作内容,完成情况\n1,\u001b[31m红,多半');
    expect(row).toContain('\\u{1b}');
    expect(row).not.toContain('\u001b');
  });

  it('is not shown for what stands in no row', async () => {
    expect(await excerpt('A101', '目标序号,工作内容,计划数量,完成数量\n1,发文')).toEqual([
      expect.stringContaining('缺少“完成情况”一列'),
    ]);
  });
});

it('the row that it repeats is shown as well', async () => {
  put(folder, { '重.csv': `${HEAD}目标序号,工作内容,完成情况\n1,发文,完成\n1,收文,完成\n` });
  const { out } = await assess(folder, ['check', '重.csv']);
  expect(out).toContain(
    [
      '  = 另见 重.csv › 重 › A4',
      '      │ 目标序号 │ 工作内容 │ 完成情况',
      '    4 │ 1        │ 发文     │ 完成',
      '        ^',
    ].join('\n'),
  );
});

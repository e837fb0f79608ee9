import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/base/text.js';
import type { Result } from '../../../src/model/result.js';
import { openWorkbook } from '../../../src/workbook/open.js';
import { writeWorkbook } from '../../../src/workbook/write.js';
import { aResult } from '../result.js';
import { DUTY, reckoned, SCORE_WORDS, scored, scoredItem, scoredResult, scoredRule } from '../scores.js';
import { cell, lines, ranking, sheet, texts } from './sheets.js';

const LANGS: readonly Lang[] = ['zh', 'en'];
const rows = (result: Result, lang: Lang = 'zh') =>
  lines(sheet(result, lang, { zh: '班组百分考核', en: 'Score of the teams' }[lang])).slice(2);

describe('the sheet of a score', () => {
  it('has everyone’s tree line by line in order of standing', () => {
    const found = rows(scoredResult());
    expect(found[0]).toBe(
      '班组 | 组别 | 行别 | 项目 | 编号 | 规定 | 条款 | 满分 | 次数 | 每次分值 | 比例 | 得分 | 未计分值 | 未计原因 | 日期 | 情况 | 文件 | 工作表 | 单元格 | 自评 | 自评差额 | 尚缺',
    );
    expect(found.slice(1, 3)).toEqual([
      '二组 | 一线 | 总分 |  |  |  | 甲(一) | #100 |  |  |  | #100 |  |  |  |  |  |  |  |  |  | ',
      '二组 | 一线 | 项目 | 现场秩序 |  |  | 甲(一) | #60 |  |  |  | #60 |  |  |  |  | 材料中没有应计入的记载 |  |  |  |  | ',
    ]);
    const first = found.filter((line) => line.startsWith('一组'));
    expect(first.slice(1, 4)).toEqual([
      '一组 | 一线 | 项目 | 现场秩序 |  |  | 甲(一) | #60 |  |  |  | #40 |  |  |  |  |  |  |  | #60 | #20 | ',
      '一组 | 一线 | 规定 | 现场秩序 | 1(1) | 现场不整洁 | 甲(二) |  |  |  |  | #-20 |  |  |  |  |  |  |  |  |  | ',
      '一组 | 一线 | 记录 | 现场秩序 | 1(1) | 现场不整洁 | 甲(二) |  | #2 | #10 |  | #-20 |  |  | 2026年2月3日 | =通道堆物 | 考评办/扣分登记.xlsx | 扣分登记 | D4 |  |  | ',
    ]);
    expect(first.some((line) => line.includes('　保管 |'))).toBe(true);
    expect(first.at(-1)).toContain('| #1 | #5 | %0.8 | #4 |');
    expect(found.at(-1)).toBe('班组百分考核（甲(一)）');
  });

  it('says what was cut off, why something does not count and what is owed', () => {
    const found = rows(scoredResult());
    expect(found.find((line) => line.startsWith('三组 | 后勤 | 项目 | 现场秩序'))).toContain(
      '| #0 | #-10 | 扣完本项为止，多扣的10分不计 |',
    );
    expect(found.find((line) => line.startsWith('三组 | 后勤 | 记录'))).toContain(
      '| 三组.xlsx | 交班 | B2、B3、B4、B5 |',
    );
    expect(found.find((line) => line.includes('D6'))).toContain(
      '| #0 |  | 同一事项只计最高的一次，见 考评办/扣分登记.xlsx › 扣分登记 › D4 |',
    );
    expect(found.find((line) => line.startsWith('四组 | 后勤 | 总分'))).toMatch(
      /\| 90–100 \|.*\| 考评办\/扣分登记.xlsx › 扣分登记 › F12 无法读取$/,
    );
    expect(found.find((line) => line.startsWith('四组 | 后勤 | 记录'))).toContain('| #10 |  | 待定 |  | 尚不能确定 |');
  });

  it('needs no columns for groups, self-scores and what is owed where there are none', () => {
    const clean = scoredResult({ scores: [scored('team:二组', '100', [scoredItem('order', '60')])], standings: [] });
    expect(rows(clean, 'en')[0]).toBe(
      'Team | Line | Item | Code | Rule | Clause | Full | Times | Points each | Share | Points | Cut off | Why not counted | Date | What | File | Sheet | Cell',
    );
    expect(rows(clean, 'en')[2]).toMatch(/^二组 \| item \| Order/);
  });

  it('tells a self-score’s cell, and no difference while the points are open', () => {
    const design = sheet(scoredResult(), 'zh', '班组百分考核');
    const own = design.rows.flatMap(({ cells }) => cells).find((each) => each?.note);
    expect(own?.note).toBe('一组自评.xlsx › 自评 › C3');
    const { points: _, ...open } = scoredItem('order', '0', {
      least: '0',
      most: '60',
      self: { points: '50', place: { file: 'a.xlsx' } },
    });
    const found = rows(scoredResult({ scores: [scored('team:二组', '1', [open])] }));
    expect(found[2]).toMatch(/\| 0–60 \|.*\| #50 \| $/);
  });

  it('shows a quota as a share, and no factor as nothing while it is not known', () => {
    const records = [
      reckoned('D4', '3', '1', { ratio: { part: '1', of: '3' }, shown: [] }),
      reckoned('D4', '3', '1', { ratio: { part: '1', of: '4' }, share: '0.5', shown: [] }),
      reckoned('', '0', '0', {
        times: '0',
        aside: { kind: 'unset', parameter: 'quota' },
        cells: [{ file: '' }],
        shown: [],
      }),
    ];
    const one = scored('team:二组', '50', [scoredItem('order', '50', { rules: [scoredRule('model', '1', records)] })]);
    const found = rows(scoredResult({ scores: [one], standings: [] })).filter((line) => line.includes('记录'));
    expect(found[0]).toContain('|  | #3 | %0.3333333333333333333333333333333333333333 | #1 |');
    expect(found[1]).toContain('| %0.125 |');
    expect(found[2]).toContain('| 待定 | 待定 |  | #0 |  | 参数“优秀比例”未设定，本条未适用 |');
    expect(found[2]).toContain('| （没有收到文件） |');
    const said = lines(sheet(scoredResult({ scores: [one] }), 'zh', '未适用')).find((line) =>
      line.includes('优秀比例'),
    );
    expect(said).toMatch(/\| 作典型推广（甲\(二\)）$/);
  });

  it('shades totals and items above their rules, and keeps numbers numbers', () => {
    const { rows: all, freeze, merges } = sheet(scoredResult(), 'zh', '班组百分考核');
    const styles = (kind: string) =>
      new Set(all.filter(({ cells }) => cells[2]?.value === kind).map(({ cells }) => cells[0]?.style));
    expect([...styles('总分'), ...styles('项目'), ...styles('规定'), ...styles('记录')]).toEqual([
      'total',
      'given',
      'text',
      'text',
    ]);
    expect(freeze).toEqual({ rows: 3, columns: 4 });
    expect(merges?.[0]).toMatch(/^A1:/);
    expect(cell(sheet(scoredResult(), 'zh', '班组百分考核'), '二组', '得分')).toEqual({
      value: { number: '100' },
      style: 'totalNumber',
      link: "#'班组百分考核'!L5:L7",
    });
  });

  it.each(LANGS)('stands in the workbook where there are scores, and there alone (%s)', async (lang) => {
    const names = (result: Result) => ranking(result, lang).sheets.map(({ name }) => name);
    expect(names(aResult())).not.toContain(DUTY.title[lang]);
    expect(names(scoredResult())[2]).toBe(DUTY.title[lang]);
    expect(texts(ranking(scoredResult(), lang)).join('\n')).not.toMatch(/undefined|NaN|\[object|[{}]/);
    const nobody = ranking(scoredResult({ scores: [], standings: [] }), lang).sheets[0];
    expect(nobody && lines(nobody)[3]?.split(' | ')[0]).toBe({ zh: '无', en: 'none' }[lang]);
    const long = {
      ...DUTY,
      title: { zh: '很长的考核名称/'.repeat(6), en: 'A very long title of a score: '.repeat(4) },
    };
    const words = { ...SCORE_WORDS, scores: { duty: long } };
    const opened = openWorkbook('ranking.xlsx', await writeWorkbook(ranking(scoredResult({ words }), lang)));
    expect(opened.ok && opened.workbook.sheets[2]?.name.length).toBeLessThanOrEqual(31);
  });
});

describe('the order', () => {
  it('has a column for groups that are ranked apart', () => {
    const zh = sheet(scoredResult(), 'zh', '排名');
    expect(lines(zh).slice(2, 7)).toEqual([
      '组别 | 名次 | 班组 | 得分\n（分） | 等次 | 认定依据 | 表扬、批评和其他后果 | 未排名次，尚缺',
      '一线 | #1 | 二组 | #100 |  |  | 迟报3次（依据甲(二)） | ',
      '一线 | #2 | 一组 | #79 |  |  | 全部完成（依据甲(二)） | ',
      '后勤 | #1 | 三组 | #40 |  |  | 全部完成（依据甲(二)） | ',
      '后勤 | — | 四组 | 至少90 |  |  |  | 考评办/扣分登记.xlsx › 扣分登记 › F12 无法读取',
    ]);
    expect(zh.freeze?.columns).toBe(3);
    expect(lines(sheet(scoredResult({}, false), 'zh', '排名'))[2]).toMatch(/^名次/);
  });
});

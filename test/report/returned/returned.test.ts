/** What goes into a returned file: which findings mark a cell, how comments and the list word them. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/base/day.js';
import { finding } from '../../../src/check/inspection.js';
import type { Finding } from '../../../src/model/finding.js';
import { isList } from '../../../src/model/returned.js';
import { type About, isToReturn } from '../../../src/report/returned/about.js';
import { listAlone } from '../../../src/report/returned/list.js';
import { markupFor } from '../../../src/report/returned/markup.js';
import { REASONS } from '../../../src/report/returned/reasons.js';
import { openWorkbook } from '../../../src/workbook/open.js';
import { writeWorkbook } from '../../../src/workbook/write.js';

const FILE = '计量科/3月.xlsx';
const column = { zh: '完成数量', en: 'Done' };
const at = { file: FILE, sheet: "O'Brien 表" };
const unreadable = finding(
  'cell-unreadable',
  { place: { ...at, cell: 'D7' }, row: '2', raw: '=HYPERLINK("x")', clause: '4.2.1' },
  { column, expected: { zh: '数字', en: 'a number' } },
);
const empty = finding('cell-missing', { place: { ...at, cell: 'E7' }, raw: '' }, { column });
const missing = finding('heading-missing', { place: at }, { column, candidates: [] });
const extra = finding('heading-unknown', { place: { ...at, cell: 'K5' }, raw: '备注' }, { heading: '备注' });
const rule = finding(
  'row-rule-broken',
  { place: { ...at, cell: 'D7' }, severity: 'warning' },
  { rule: 'r', message: { zh: '不一致', en: 'it differs' } },
);
const ALL: readonly Finding[] = [missing, extra, unreadable, rule, empty];

const about = (lang: 'zh' | 'en', office = '某局'): About => ({
  lang,
  office,
  date: '2026-04-10' as Day,
  clauseAt: (id) => `第${id}条`,
});
const values = (rows: ReturnType<typeof markupFor>['list']['rows']) =>
  rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));

describe('marks', () => {
  it('stand on every cell with an error or warning, and on no other', () => {
    const { marks } = markupFor(FILE, ALL, about('zh'));
    expect(marks.map(({ sheet, cell, severity }) => [sheet, cell, severity])).toEqual([
      ["O'Brien 表", 'D7', 'error'],
      ["O'Brien 表", 'D7', 'warning'],
      ["O'Brien 表", 'E7', 'error'],
    ]);
  });

  it('say code, fault, what stands there, how to mend it and the clause', () => {
    const text = (lang: 'zh' | 'en') => markupFor(FILE, ALL, about(lang)).marks.map((mark) => mark.text);
    expect(text('zh')).toEqual([
      'A202 错误：“完成数量”填的是“=HYPERLINK("x")”，应为数字\n原填：=HYPERLINK("x")\n→ 改为数字\n条款：第4.2.1条',
      'A301 警告：不一致\n→ 核对本行后更正',
      'A201 错误：“完成数量”没有填写\n原填：（空）\n→ 补填',
    ]);
    expect(text('en')[2]).toBe('A201 error: "Done" is empty\nStands there: (empty)\n→ fill it in');
  });
});

describe('the list', () => {
  it('has every finding in order, with a link where there is a cell', () => {
    const { list } = markupFor(FILE, ALL, about('zh'));
    const rows = values(list.rows);
    expect(rows[1]).toEqual(['问题清单']);
    expect(rows[2]).toEqual(['某局　3月.xlsx　错误 3、警告 1、提示 1']);
    expect(rows.slice(5).map(([code, severity, , cell]) => [code, severity, cell])).toEqual([
      ['A101', '错误', ''],
      ['A103', '提示', 'K5'],
      ['A202', '错误', 'D7'],
      ['A301', '警告', 'D7'],
      ['A201', '错误', 'E7'],
    ]);
    expect(list.rows.slice(5).map(({ cells }) => cells[3]?.link)).toEqual([
      undefined,
      "#'O''Brien 表'!K5",
      "#'O''Brien 表'!D7",
      "#'O''Brien 表'!D7",
      "#'O''Brien 表'!E7",
    ]);
  });

  it('heads itself in the language of the run, with or without an office', () => {
    const { list } = markupFor(FILE, [missing], about('en', ''));
    expect(list.name).toBe('Findings');
    expect(values(list.rows)[2]).toEqual(['3月.xlsx　error 1']);
    expect(values(list.rows)[4]?.slice(0, 4)).toEqual(['Code', 'Severity', 'Sheet', 'Cell']);
    expect(new Set(list.rows.slice(4).map(({ cells }) => cells.length))).toEqual(new Set([list.widths.length]));
  });

  it.each(['zh', 'en'] as const)(
    'alone is a workbook that says why, without links, and knows itself (%s)',
    async (lang) => {
      const design = listAlone(FILE, ALL, REASONS.links, about(lang));
      const opened = openWorkbook('x.xlsx', await writeWorkbook(design));
      const sheet = opened.ok ? opened.workbook.sheets[0] : undefined;
      expect(sheet && isList(sheet)).toBe(true);
      expect(sheet?.rows.at(0)?.hidden).toBe(true);
      expect(sheet?.rows.at(3)?.values[0]).toContain(REASONS.links[lang]);
      expect(design.sheets[0]?.rows.some(({ cells }) => cells.some((cell) => cell?.link))).toBe(false);
    },
  );
});

describe('a file', () => {
  it('goes back for errors and warnings, not for notes', () => {
    expect(ALL.filter(isToReturn)).toHaveLength(4);
  });
});

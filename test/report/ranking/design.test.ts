import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/base/text.js';
import type { Result } from '../../../src/model/result.js';
import { designRanking } from '../../../src/report/ranking/design.js';
import { openWorkbook } from '../../../src/workbook/open.js';
import { writeWorkbook } from '../../../src/workbook/write.js';
import { aResult } from '../result.js';
import { scoredResult } from '../scores.js';
import { lines, ranking, texts } from './sheets.js';

const LANGS: readonly Lang[] = ['zh', 'en'];
const EMPTY: Partial<Result> = {
  files: [],
  expected: [],
  findings: [],
  facts: [],
  grades: [],
  standings: [],
  consequences: [],
  seats: [],
  subjects: [],
};

describe('the ranked workbook', () => {
  it('has its sheets in the language of the run', () => {
    const names = (lang: Lang) => ranking(aResult(), lang).sheets.map(({ name }) => name);
    expect(names('zh')).toEqual(['排名', '图表', '班组', '组员', '依据', '材料', '问题', '未适用']);
    expect(names('en')).toEqual([
      'Order',
      'Chart',
      'Team',
      'Member',
      'Sources',
      'Submissions',
      'Findings',
      'Not applied',
    ]);
  });

  it('is of the office and of its day', () => {
    expect(ranking(aResult(), 'zh')).toMatchObject({
      title: '考核办法　2026年第一季度',
      author: '考核办',
      date: '2026-04-08',
    });
    expect(ranking(aResult(), 'en').title).toBe('Rules of assessment, the first quarter of 2026');
  });

  it.each(LANGS)('says how many rows a sheet has, and makes the same ones each time (%s)', (lang) => {
    for (const result of [aResult(), aResult(EMPTY), scoredResult()]) {
      for (const { name, rows } of designRanking(result, lang).sheets) {
        expect([...rows].length, name).toBe(rows.length);
        expect([...rows], name).toEqual([...rows]);
      }
    }
  });

  it.each(LANGS)('can be printed, filtered and scrolled on every sheet (%s)', (lang) => {
    for (const { rows, widths, freeze, filter, print, merges, chart } of ranking(aResult(), lang).sheets) {
      if (chart) continue;
      expect(freeze?.rows).toBe(3);
      expect(print).toMatchObject({ landscape: true, repeat: [3, 3] });
      expect(filter).toMatch(/^A3:[A-Z]+\d+$/);
      expect(rows[2]?.cells.length).toBe(widths.length);
      expect(rows[2]?.cells.every((each) => each?.style === 'heading')).toBe(true);
      expect(merges?.slice(0, 2).every((range) => /^A[12]:[B-Z]+[12]$/.test(range))).toBe(true);
      const last = Number(/\d+$/.exec(filter ?? '')?.[0]);
      expect(rows.slice(3, last).every(({ cells }) => cells.length === widths.length)).toBe(true);
    }
  });

  it.each(LANGS)('says so where there is nothing (%s)', (lang) => {
    const { sheets } = ranking(aResult({ ...EMPTY, words: { ...aResult().words, parameters: {} } }), lang);
    expect(sheets).toHaveLength(6);
    for (const sheet of sheets) expect(lines(sheet)[3]?.split(' | ')[0]).toBe({ zh: '无', en: 'none' }[lang]);
  });

  it.each(LANGS)('leaves no placeholder and nothing undefined (%s)', (lang) => {
    for (const result of [aResult(), aResult(EMPTY)]) {
      expect(texts(ranking(result, lang)).join('\n')).not.toMatch(/undefined|NaN|\[object|[{}]/);
    }
  });

  it.each(LANGS)('is the same from the written result as from the result itself (%s)', (lang) => {
    const result = aResult();
    expect(ranking(JSON.parse(JSON.stringify(result)) as Result, lang)).toEqual(ranking(result, lang));
  });

  it('becomes a file that opens again, its text as text', async () => {
    const opened = openWorkbook('ranking.xlsx', await writeWorkbook(ranking(aResult(), 'zh')));
    expect(opened.ok && opened.workbook.sheets.map(({ name }) => name)).toContain('未适用');
    const cells = opened.ok
      ? opened.workbook.sheets.flatMap(({ rows }) => [...rows].flatMap(({ values }) => values))
      : [];
    expect(cells).toContain('=1+1');
    expect(cells).toContain('1（并列）');
  });
});

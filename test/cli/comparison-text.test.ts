/** A comparison in words, on the terminal and in the workbook: people who came or left, long lists, other periods. */
import { describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';
import { comparisonText } from '../../src/cli/show/comparison.js';
import { type Paint, paintFor } from '../../src/cli/show/paint.js';
import type { System } from '../../src/cli/system.js';
import { compare } from '../../src/compare/compare.js';
import { gradeName } from '../../src/model/measures.js';
import type { Result } from '../../src/model/result.js';
import { designComparison } from '../../src/report/comparison/workbook.js';
import { aResult, at, atom, fact, grade, line, num, period, ranked, subject } from '../report/result.js';
import { reckoned, SCORE_WORDS, scored, scoredItem, scoredRule } from '../report/scores.js';

const PLAIN: Paint = paintFor({ write: () => undefined }, { env: {} } as System);
const NAMED = { before: { zh: '甲', en: 'a' }, after: { zh: '乙', en: 'b' } };
const bare = { facts: [], grades: [], standings: [], consequences: [] };

const found = (before: Partial<Result>, after: Partial<Result>) =>
  compare({ result: aResult({ ...bare, ...before }) }, { result: aResult({ ...bare, ...after }) });
const text = (before: Partial<Result>, after: Partial<Result>, lang: 'zh' | 'en' = 'zh'): string =>
  comparisonText(found(before, after), NAMED, lang, PLAIN);

describe('people', () => {
  const [one, two] = [subject('team:一组'), subject('team:二组')];

  it('who came, left or were moved are told by name', () => {
    const moved = subject('member:01', { name: '甲', within: 'team:一组' });
    const was = { subjects: [one, moved, subject('team:旧组')] };
    const is = { subjects: [one, two, { ...moved, within: 'team:二组' }] };
    expect(text(was, is)).toContain(
      [
        '只在后者中（不作比较） 1：二组',
        '只在前者中（不作比较） 1：旧组',
        '名册有变动 1：甲（所属：一组 → 二组）',
      ].join('\n'),
    );
    expect(text(was, is, 'en')).toContain('Moved on the roster 1: 甲 (belongs to: 一组 → 二组)');
    const sheet = designComparison(found(was, is), aResult(is), 'zh').sheets.find(({ name }) => name === '对象');
    const rows = sheet?.rows.slice(3).map(({ cells }) => cells.map((cell) => cell?.value).join('|'));
    expect(rows).toEqual(['只在后者中|班组|二组|', '只在前者中|班组|旧组|', '名册有变动|组员|甲|所属：一组 → 二组']);
  });
});

describe('much that has changed', () => {
  const teams = Array.from({ length: 70 }, (_, at) => subject(`team:${at + 1}组`));
  const all = (shift: number): Partial<Result> => ({
    subjects: teams,
    standings: teams.map(({ id }, at) => ranked(id, at + 1 + shift, '1')),
    facts: teams.map(({ id }) => fact(id, 'given', num(String(shift)))),
    findings: Array.from({ length: shift === 0 ? 0 : 9 }, (_, at) => ({
      kind: 'heading-unknown',
      severity: 'note',
      place: { file: `${at}.xlsx` },
      heading: '备注',
    })),
  });

  it('is cut and counted, and stands whole in the workbook', () => {
    const told = text(all(0), all(1));
    expect(told).toContain('有变动 70（名次 70）');
    expect(told.match(/^│ \d+组/gm)).toHaveLength(60);
    expect(told).toContain('另有 10 项，见 --out 的工作簿或 --json');
    expect(told.match(/^ {2}\d+组$/gm)).toHaveLength(20);
    expect(told).toContain('另有 50 项');
    expect(told).toContain('新出现的问题（9）');
    expect(told).toContain('A103 另有 6 处');
    const design = designComparison(found(all(0), all(1)), aResult(all(1)), 'zh');
    const rows = Object.fromEntries(design.sheets.map(({ name, rows: own }) => [name, own.length]));
    expect(rows).toMatchObject({ 变动: 3 + 70 + 1, 数据: 3 + 70 + 1, 问题: 3 + 9 });
  });

  it('keeps to a hundred columns', () => {
    const wide = text(all(0), all(1)).split('\n');
    for (const line of wide) expect(width(line), line).toBeLessThanOrEqual(100);
  });
});

describe('points', () => {
  const untidy = (points: string, own: Parameters<typeof scoredRule>[2]): Partial<Result> => ({
    words: SCORE_WORDS,
    facts: [fact('team:一组', 'total', num(String(100 + Number(points))))],
    scores: [
      scored('team:一组', String(100 + Number(points)), [
        scoredItem('order', String(60 + Number(points)), { rules: [scoredRule('untidy', points, own)] }),
      ]),
    ],
  });
  const was = untidy('-20', [reckoned('D4', '10', '-20', { times: '2' })]);
  const is = untidy('-10', [reckoned('D4', '10', '-10', { times: '1' })]);

  it('are told down to the line of the arithmetic and its cell; the figure that is the score is not told twice', () => {
    expect(text(was, is)).toContain(
      [
        '    班组百分考核（甲(一)）：80分 → 90分',
        '      · 现场秩序（甲(一)）：40分 → 50分',
        '      · 1(1) 现场不整洁（甲(二)）：-20分 → -10分',
        '        · 原计：2次×10分＝-20分',
        '          − 考评办/扣分登记.xlsx › 扣分登记 › D4',
        '        · 现计：1次×10分＝-10分',
        '          + 考评办/扣分登记.xlsx › 扣分登记 › D4',
        '    得分（甲(一)）：80分 → 90分',
        '',
        '− 原依据的单元格　+ 现依据的单元格　≠ 仍依据的单元格，所在文件有改动，所填内容可能已变',
      ].join('\n'),
    );
    expect(text(was, is, 'en')).toContain('      · 1(1) Untidy (甲(二)): -20 points → -10 points');
  });

  it('stand in the workbook with the same reasons and cells', () => {
    const [, changes] = designComparison(found(was, is), aResult(is), 'zh').sheets;
    const row = changes?.rows[3]?.cells.map((cell) => cell?.value);
    expect(row).toEqual([
      '班组',
      '一组',
      '得分',
      '班组百分考核',
      '甲(一)',
      '80分',
      '90分',
      '现场秩序（甲(一)）：40分 → 50分\n1(1) 现场不整洁（甲(二)）：-20分 → -10分\n　原计：2次×10分＝-20分\n　现计：1次×10分＝-10分',
      '− 考评办/扣分登记.xlsx › 扣分登记 › D4\n+ 考评办/扣分登记.xlsx › 扣分登记 › D4',
    ]);
  });
});

describe('a row of the workbook', () => {
  const considered = (outcome: 'true' | 'false') => [
    { rule: 'tardy', clause: 'c2', outcome, atoms: [atom('reaches(tardy, tardy_at)', ['tardy'], outcome)], owed: [] },
  ];
  const of = 'team:二组';
  const was: Partial<Result> = {
    facts: [fact(of, 'tardy', num('1'), { cells: [at('C3')] })],
    grades: [grade(of, 'team', { considered: considered('false') })],
  };
  const decided = { state: 'determined', grade: 'poor', decidedBy: ['tardy'], considered: considered('true') } as const;
  const is: Partial<Result> = {
    facts: [fact(of, 'tardy', num('2'), { cells: [at('C3'), at('C9')] })],
    grades: [grade(of, 'team', decided)],
    consequences: [
      line('criticised', of, 'criticise', '通报批评'),
      { ...line('warned', of, 'notice', '诫勉谈话'), atoms: [atom('team_grade == "poor"', [gradeName('team')])] },
    ],
  };

  it('has all of its cells, also where a row before it has them', () => {
    const [, changes] = designComparison(found(was, is), aResult(is), 'zh').sheets;
    const rows = changes?.rows.slice(3, 6).map(({ cells }) => [2, 4, 8].map((column) => cells[column]?.value));
    const cells = '+ 二组-2月.xlsx › 月报 › C9';
    expect(rows).toEqual([
      ['等次', '甲(二)', cells],
      ['奖惩', '甲(二)', cells],
      ['奖惩', '甲(二)', cells],
    ]);
    expect(text(was, is).split(cells)).toHaveLength(2);
  });

  it('of a place has the cells of the points by which the order goes', () => {
    const points = (earned: string, cell: string, rank: number): Partial<Result> => ({
      words: SCORE_WORDS,
      facts: [fact('team:一组', 'rate', num(earned))],
      scores: [
        scored('team:一组', earned, [
          scoredItem('order', earned, { rules: [scoredRule('untidy', '-20', [reckoned(cell, '10', '-20')])] }),
        ]),
      ],
      standings: [ranked('team:一组', rank, earned)],
    });
    const [before, after] = [points('80', 'D4', 2), points('90', 'D5', 1)];
    const [, changes] = designComparison(found(before, after), aResult(after), 'zh').sheets;
    const row = changes?.rows.slice(3).find(({ cells }) => cells[2]?.value === '名次');
    expect(row?.cells[8]?.value).toBe('− 考评办/扣分登记.xlsx › 扣分登记 › D4\n+ 考评办/扣分登记.xlsx › 扣分登记 › D5');
  });
});

describe('figures alone', () => {
  it('are told apart from outcomes', () => {
    const given = (count: string) => ({ facts: [fact('team:一组', 'given', num(count))] });
    const told = text(given('1'), given('2'));
    expect(told).toContain('有变动 1（仅数据 1）');
    expect(told).not.toContain('┌');
    expect(told).toContain(['结果未变、数据有变的', '  一组', '    任务（甲(一)）：1件 → 2件'].join('\n'));
  });
});

describe('another period', () => {
  it('is said first, and neither figures nor files nor findings are held against each other', () => {
    const next = { period: period('2026-Q2'), standings: [ranked('team:一组', 2, '1')] };
    const told = text({ standings: [ranked('team:一组', 1, '1')] }, next);
    expect(told.split('\n')[4]).toBe('! 期间不同：只列出两期结果的差别，不作为更正，也不说明原因');
    expect(told).not.toContain('\n原因\n');
    const sheets = designComparison(found({}, next), aResult(next), 'zh').sheets;
    expect(sheets.map(({ name }) => name)).toEqual(['概况', '变动', '对象', '办法']);
    expect(sheets[0]?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value))).toContain(
      '期间不同：只列出两期结果的差别，不作为更正，也不说明原因',
    );
  });
});

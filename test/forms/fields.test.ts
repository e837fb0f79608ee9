/** Values that stand outside a form's table: found by their labels, wherever people put them. */
import { describe, expect, it } from 'vitest';
import { tiny } from '../measures/packs.js';
import { type Drawn, day, readSheet, sheet } from './sheets.js';

const MEASURES = tiny();
const HEADINGS = ['序号', '工作内容', '完成数量', '完成情况'];
const ROW = ['1', '收发公文', 40, '完成'];

/** The fields of a report with these rows above its table and these below: value and cell. */
function fields(above: Drawn, below: Drawn = []): Record<string, unknown> {
  const { fields: found } = readSheet(MEASURES, sheet([...above, HEADINGS, ROW, ...below]));
  return Object.fromEntries([...found].map(([id, { value, cell, raw }]) => [id, [value?.value ?? raw, cell]]));
}

describe('a field', () => {
  it.each<[string, Drawn, string]>([
    ['beside its label', [['填报科室：', '办公室']], 'B1'],
    ['some cells away from it', [['填报科室：', null, null, '办公室']], 'D1'],
    ['in one cell with it', [['填报科室：办公室']], 'A1'],
    ['in one cell, with a narrow colon', [['填报科室: 办公室 ']], 'A1'],
    ['by another name', [['科室', '办公室']], 'B1'],
    ['by its English name', [['Unit:', '办公室']], 'B1'],
    ['by its id', [['unit', '办公室']], 'B1'],
    ['with blanks in its label', [['填 报\n科 室 ：', '办公室']], 'B1'],
    ['under a title', [['完成情况表'], [], [null, '填报科室：', '办公室']], 'C3'],
    ['after another in the same row', [['所属月份：', '2026年3月', '填报科室：', '办公室']], 'D1'],
    ['after one that is left empty', [['所属月份：', null, '填报科室：', '办公室']], 'D1'],
  ])('is found %s', (_, above, cell) => {
    expect(fields(above).unit).toEqual(['办公室', cell]);
  });

  it('is found below the table', () => {
    expect(fields([], [['填报科室：办公室', '填报日期：2026-4-2']])).toEqual({
      unit: ['办公室', 'A3'],
      filed_on: ['2026-04-02', 'B3'],
    });
  });

  it('is found below the table beside its label', () => {
    expect(fields([], [['填报日期：', day('2026-04-02')]])).toEqual({ filed_on: ['2026-04-02', 'B3'] });
  });

  it('has the first value that stands there', () => {
    expect(
      fields([
        ['科室：', '办公室'],
        ['填报科室：', '计量科'],
      ]).unit,
    ).toEqual(['办公室', 'B1']);
  });

  it('takes no other label for its value', () => {
    expect(fields([['填报科室：', '填报日期：', '2026-4-2']])).toEqual({ filed_on: ['2026-04-02', 'C1'] });
    expect(fields([['填报科室：', '联系电话：', '8801']])).toEqual({});
    expect(fields([['填报科室：', '填报日期：2026-4-2']])).toEqual({ filed_on: ['2026-04-02', 'B1'] });
  });

  it('is not there when its value is not', () => {
    expect(fields([['填报科室：', null], ['填报日期：']])).toEqual({});
  });

  it('that cannot be read keeps what stands there', () => {
    expect(fields([['填报日期：', '月初']])).toEqual({ filed_on: ['月初', 'B1'] });
  });

  it('may be a number', () => {
    expect(fields([['科室：', 12]]).unit).toEqual(['12', 'B1']);
  });

  it('is not a number that stands before it', () => {
    expect(fields([[1, '填报科室：', '办公室']]).unit).toEqual(['办公室', 'C1']);
  });
});

describe('the period of a form', () => {
  it.each<[string, Drawn, string]>([
    ['in its field', [['所属月份：', '2026年3月']], 'B1'],
    ['in its title', [['云岭州2026年3月完成情况表']], 'A1'],
    ['in its title, in full width', [['２０２６年３月份完成情况']], 'A1'],
    ['twice in its title, the same', [['2026年3月完成情况（2026年3月）']], 'A1'],
    ['in its title, with the year beside', [['2026年度'], ['2026年3月完成情况']], 'A2'],
    ['in its field rather than its title', [['2026年2月完成情况'], ['月份：', '2026-03']], 'B2'],
  ])('is found %s', (_, above, cell) => {
    expect(fields(above).month).toEqual(['2026-03', cell]);
    expect(readSheet(MEASURES, sheet([...above, HEADINGS, ROW])).period).toBe('2026-03');
  });

  it.each<[string, Drawn]>([
    ['there is none', [['完成情况表']]],
    ['the title names two', [['2026年2月至2026年3月']]],
    ['the title names one of another kind', [['2026年第一季度完成情况']]],
    ['the title names a year alone', [['2026年度完成情况']]],
    ['the field cannot be read', [['月份：', '本月']]],
  ])('is not guessed when %s', (_, above) => {
    expect(readSheet(MEASURES, sheet([...above, HEADINGS, ROW]))).not.toHaveProperty('period');
  });

  it('gives its year to a date that has none, wherever both stand', () => {
    expect(fields([['填报日期：4月2日', '月份：2025年3月']]).filed_on).toEqual(['2025-04-02', 'A1']);
  });

  it('of any kind may stand in the title where the field takes any', () => {
    const over = 'forms:\n  report: { fields: { month: { period: any } } }';
    const read = readSheet(tiny(over), sheet([['2026年第一季度完成情况'], HEADINGS, ROW]));
    expect(read.period).toBe('2026-Q1');
  });
});

describe('the cell of a day that nobody has filled in', () => {
  const DONE = tiny(`forms:
  report:
    done: [first_on, second_on]
    fields:
      first_on: { zh: 对外完成日期, en: First done on, type: date }
      second_on: { zh: 对内完成日期, en: Second done on, type: date }`);

  function empty(above: Drawn, merges: readonly string[] = []): Record<string, string> {
    const { undated = new Map() } = readSheet(DONE, sheet([...above, HEADINGS, ROW], { merges }));
    return Object.fromEntries([...undated].map(([id, { cell }]) => [id, cell]));
  }

  it.each<[string, Drawn, readonly string[], Record<string, string>]>([
    ['is beside its label', [['对外完成日期：', null, '对内完成日期：', '2026-4-2']], [], { first_on: 'B1' }],
    ['is that of each', [['对外完成日期', null, '对内完成日期']], [], { first_on: 'B1', second_on: 'D1' }],
    ['is beyond a merged label', [['对外完成日期：']], ['A1:B1'], { first_on: 'C1' }],
    [
      'is the label where another follows',
      [['对外完成日期：', '对内完成日期：']],
      [],
      { first_on: 'A1', second_on: 'C1' },
    ],
    ['is not told without a label', [['填报科室：', '办公室']], [], {}],
  ])('%s', (_, above, merges, cells) => {
    expect(empty(above, merges)).toEqual(cells);
  });

  it('is none of a day that stands there', () => {
    expect(empty([['对外完成日期：2026-4-1', '对内完成日期：', '2026-4-2']])).toEqual({});
  });
});

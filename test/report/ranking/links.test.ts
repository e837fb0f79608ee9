/** Where the figures of the ranked workbook lead: to the files as they were sent, to what they are made of, to what decided. */
import { describe, expect, it } from 'vitest';
import type { CellDesign, SheetDesign } from '../../../src/model/design.js';
import { aResult, at, day, expected, fact, num } from '../result.js';
import { reckoned, scored, scoredItem, scoredResult, scoredRule } from '../scores.js';
import { cell, lines, ranking, sheet, shown } from './sheets.js';

const wayTo = (file: string) => (file === '四组.xlsx' ? undefined : `../../submissions/${file}`);

/** The cells of a sheet that open a file, as text with where they lead. */
function opened({ rows }: SheetDesign): string[] {
  const found = rows.flatMap(({ cells }) => cells.flatMap((each) => (each?.place === undefined ? [] : [each])));
  return found.map((each) => `${shown(each)} ${each.link}#${each.place}`);
}

describe('what was sent', () => {
  it('is a click away wherever a file and a sheet of it are named', () => {
    const [figures, reports, found] = ['依据', '材料', '问题'].map((name) => sheet(aResult(), 'zh', name, wayTo));
    expect(figures && opened(figures)[0]).toBe("打开 ../../submissions/二组-2月.xlsx#'月报'!B2");
    expect(reports && opened(reports)).toEqual(["打开 ../../submissions/一组.xlsx#'月报'!A1"]);
    expect(found && opened(found)).toEqual([
      "打开 ../../submissions/二组-2月.xlsx#'月报'!C5",
      "打开 ../../submissions/二组-2月.xlsx#'月报'!G1",
    ]);
    expect(lines(sheet(aResult(), 'en', 'Findings', wayTo)).at(-1)).toContain('"open" leads to the cell');
  });

  it('is a click away from every record and own score', () => {
    const score = sheet(scoredResult(), 'zh', '班组百分考核', wayTo);
    const record = score.rows.find(({ cells }) => cells.some((each) => shown(each) === 'D4'));
    expect(record?.cells.filter((each) => each?.place).map((each) => [each?.link, each?.place])).toEqual([
      ['../../submissions/考评办/扣分登记.xlsx', "'扣分登记'!D4"],
    ]);
    expect(opened(score).some((each) => each.startsWith('#60 '))).toBe(true);
  });

  it('is a click away from the day of receipt', () => {
    const place = { file: '收文.xlsx', sheet: '登记', cell: 'D4' };
    const owed = [expected('team:一组', '2026-02', 'on-time', { received: day('2026-02-03'), place })];
    expect(opened(sheet(aResult({ expected: owed }), 'zh', '材料', wayTo))).toEqual([
      "2026-02-03 ../../submissions/收文.xlsx#'登记'!D4",
    ]);
  });

  it('keeps a name with apostrophes one name', () => {
    const facts = [fact('team:一组', 'given', num('1'), { cells: [at('B2', '一组.xlsx', "o'clock")] })];
    expect(opened(sheet(aResult({ facts }), 'zh', '依据', wayTo))).toEqual([
      "打开 ../../submissions/一组.xlsx#'o''clock'!B2",
    ]);
  });

  it('is not led to where the way is not known, or where it could not be read as a table', () => {
    const facts = [
      fact('team:四组', 'given', num('1'), { cells: [at('B2', '四组.xlsx')] }),
      fact('team:一组', 'given', num('1'), { cells: [{ file: '一组.xlsx' }] }),
    ];
    const figures = sheet(aResult({ facts }), 'zh', '依据', wayTo);
    expect(opened(figures)).toEqual([]);
    expect(shown(figures.rows[2]?.cells[10])).toBe('原文件');
    const nowhere = ranking(aResult(), 'zh');
    expect(nowhere.sheets.flatMap(opened)).toEqual([]);
    expect(nowhere.sheets.flatMap(lines).join('\n')).not.toMatch(/原文件|打开/);
  });
});

describe('the points of a line', () => {
  const bare = scoredItem('files', '40');
  const late = { cells: [at('B2')], fact: { fact: 'tardy', value: num('3') } };
  const order = scoredItem('order', '30', {
    rules: [
      scoredRule('untidy', '-20', [reckoned('D4', '10', '-20', { times: '2' })]),
      scoredRule('late', '-10', [reckoned('', '10', '-10', late)]),
    ],
  });
  const result = scoredResult({
    facts: [fact('team:二组', 'given', num('1')), fact('team:二组', 'tardy', num('3'))],
    scores: [scored('team:二组', '70', [order, bare])],
    standings: [],
  });
  const points = (kind: string): (string | undefined)[] => {
    const { rows } = sheet(result, 'zh', '班组百分考核');
    const column = rows[2]?.cells.findIndex((each) => shown(each) === '得分') ?? -1;
    return rows.filter(({ cells }) => shown(cells[1]) === kind).map(({ cells }) => cells[column]?.link);
  };

  it('lead to the lines that they are made of', () => {
    expect(points('总分')).toEqual(["#'班组百分考核'!K5:K10"]);
    expect(points('项目')[0]).toBe("#'班组百分考核'!K6:K9");
    expect(points('规定')).toEqual(["#'班组百分考核'!K7", "#'班组百分考核'!K9"]);
  });

  it('lead from a record to its place, or to the figure it was reckoned from', () => {
    const [record, counted] = points('记录');
    expect(record).toBe("#'班组百分考核'!P7:R7");
    const row = Number(/D(\d+)$/.exec(counted ?? '')?.[1]);
    expect(sheet(result, 'zh', '依据').rows[row - 1]?.cells.slice(1, 3).map(shown)).toEqual(['二组', '迟报']);
  });

  it('lead where nothing was found to where that is said', () => {
    expect(points('项目')[1]).toBe("#'班组百分考核'!P10:R10");
    expect(shown(sheet(result, 'zh', '班组百分考核').rows[9]?.cells[15])).toBe('材料中没有应计入的记载');
  });
});

describe('a grade in the order', () => {
  it('has its rule with the clause beside it, and leads to the figure that decided', () => {
    const order = sheet(aResult(), 'zh', '排名');
    expect(cell(order, '三组', '认定依据')?.value).toBe('名额之内（乙(二)）');
    const { link = '' } = cell(order, '三组', '等次') as CellDesign;
    const row = sheet(aResult(), 'zh', '依据').rows[Number(/D(\d+)$/.exec(link)?.[1]) - 1];
    expect(row?.cells.slice(1, 3).map(shown)).toEqual(['三组', '完成率']);
    expect(cell(order, '一组', '等次')?.link).toBeUndefined();
  });
});

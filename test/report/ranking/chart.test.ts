/** The order as bars: drawn from the cells of the order's sheet, and none where there is nothing to compare. */
import { describe, expect, it } from 'vitest';
import { designRanking } from '../../../src/report/ranking/design.js';
import { aResult, fact, num, ranked, subject } from '../result.js';
import { scoredResult } from '../scores.js';
import { ranking, sheet } from './sheets.js';

const charted = (...given: Parameters<typeof aResult>) =>
  designRanking(aResult(...given), 'zh').sheets.filter(({ chart }) => chart);

describe('the chart of an order', () => {
  it('has a bar for each whose figure is known, over the cells of names and figures', () => {
    const { chart, name } = sheet(aResult(), 'zh', '图表');
    expect(chart).toMatchObject({
      title: '完成率',
      names: "'排名'!B4:B6",
      values: "'排名'!E4:E6",
      show: 'share',
      alternative: '条形图，完成率：一组 100.0%、三组 100.0%、二组 50.0%',
    });
    expect(name).toBe('图表');
    const order = sheet(aResult(), 'zh', '排名');
    expect(order.rows.slice(3, 6).map(({ cells }) => [cells[1]?.value, cells[4]?.value])).toEqual([
      ['一组', { share: '1' }],
      ['三组', { share: '1' }],
      ['二组', { share: '0.5' }],
    ]);
  });

  it('says the same in English', () => {
    expect(sheet(aResult(), 'en', 'Chart').chart).toMatchObject({
      names: "'Order'!B4:B6",
      alternative: 'Bars of Completion: 一组 100.0%, 三组 100.0%, 二组 50.0%',
    });
  });

  it('is left out where one figure alone is known, or more than a page can show', () => {
    const order = (count: number) => {
      const subjects = Array.from({ length: count }, (_, index) => subject(`team:${index}`));
      return {
        subjects,
        standings: subjects.map(({ id }, index) => ranked(id, index + 1, '1')),
        facts: subjects.map(({ id }) => fact(id, 'rate', num('1'))),
      };
    };
    expect(charted(order(1))).toHaveLength(0);
    expect(charted(order(2))).toHaveLength(1);
    expect(charted(order(100))).toHaveLength(1);
    expect(charted(order(101))).toHaveLength(0);
    expect(charted({ facts: [] })).toHaveLength(0);
  });

  it('ends its scale of shares at all of it, unless somebody did more', () => {
    const over = aResult().facts.map((each) =>
      each.id === 'rate' && each.value ? { ...each, value: num('1.2') } : each,
    );
    expect(sheet(aResult(), 'zh', '图表').chart?.end).toBe(1);
    expect(sheet(aResult({ facts: over }), 'zh', '图表').chart?.end).toBeUndefined();
  });

  it('leaves room for every bar', () => {
    const rows = (count: number) => {
      const subjects = Array.from({ length: count }, (_, index) => subject(`team:${index}`));
      const standings = subjects.map(({ id }, index) => ranked(id, index + 1, '1'));
      const facts = subjects.map(({ id }) => fact(id, 'rate', num('1')));
      return Number(/\d+$/.exec(charted({ subjects, standings, facts })[0]?.chart?.to ?? '')?.[0]);
    };
    expect(rows(2)).toBeLessThan(rows(12));
    expect((rows(100) - 4) * 20).toBeGreaterThan(100 * 14);
  });

  it('is one for each group that is ranked apart, with the group named', () => {
    const { sheets } = ranking(scoredResult(), 'zh');
    const charts = sheets.filter(({ chart }) => chart);
    expect(charts.map(({ name, chart }) => [name, chart?.names])).toEqual([['图表 一线', "'排名'!C4:C5"]]);
    expect(charts[0]?.rows[0]?.cells[0]?.value).toMatch(/（一线）$/);
    const known = scoredResult().facts.map((each) =>
      each.id === 'total' && !each.value ? { ...each, value: num('1') } : each,
    );
    const both = ranking(scoredResult({ facts: known }), 'zh').sheets.flatMap(({ chart }) => chart?.names ?? []);
    expect(both).toEqual(["'排名'!C4:C5", "'排名'!C6:C7"]);
  });
});

import { describe, expect, it } from 'vitest';
import { pagesOf, type Row } from '../../../src/report/pdf/flow.js';
import { AREA, EM, PITCH, type RuleItem } from '../../../src/report/typesetting/page.js';

/** A row that shows its name as the thickness of a rule. */
function row(name: number, more: Partial<Row> = {}): Row {
  const item: RuleItem = { kind: 'rule', x: 0, y: 0, toX: 0, toY: 0, thickness: name, red: false };
  return { items: [item], height: PITCH, seen: EM, grid: true, ...more };
}

const rows = (count: number, more: Partial<Row> = {}): Row[] =>
  Array.from({ length: count }, (_, at) => row(at + 1, more));
const namesOn = (all: readonly Row[], foot?: Row): number[][] =>
  pagesOf(all, foot).map(({ items }) => items.map((item) => (item as RuleItem).thickness));
const topsOn = (all: readonly Row[]): number[] =>
  pagesOf(all, undefined).flatMap(({ items }) => items.map((item) => (item as RuleItem).y - AREA.top));

describe('pages', () => {
  it('take 22 lines', () => {
    expect(namesOn(rows(45)).map((page) => page.length)).toEqual([22, 22, 1]);
    expect(topsOn(rows(22)).at(-1)).toBeCloseTo(AREA.height - EM);
    expect(pagesOf(rows(23), undefined).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('do not end with a row that must stay with the next', () => {
    const all = rows(24);
    all[20] = row(21, { keep: true });
    all[21] = row(22, { keep: true });
    expect(namesOn(all)[1]).toEqual([21, 22, 23, 24]);
  });

  it('go on when rows that stay together fill more than a page', () => {
    expect(namesOn(rows(30, { keep: true })).map((page) => page.length)).toEqual([22, 8]);
  });

  it('begin where a row asks for it, without empty lines', () => {
    const all = [row(1), row(2, { newPage: true, blank: true }), row(3)];
    expect(namesOn(all)).toEqual([[1], [3]]);
    expect(namesOn([row(1, { blank: true })])).toEqual([[1]]);
    expect(namesOn([])).toEqual([]);
  });

  it('hold a row that is higher than themselves', () => {
    expect(namesOn([row(1), row(2, { height: 900, seen: 900 }), row(3)])).toEqual([[1], [2], [3]]);
  });

  it('repeat the heading of a table that goes on', () => {
    const heading = row(99, { height: 20, seen: 20, grid: false });
    const all = [heading, ...rows(60, { height: 20, seen: 20, grid: false, repeated: [heading] })];
    const pages = namesOn(all);
    expect(pages.map((page) => page[0])).toEqual([99, 99]);
    expect(pages.flat().filter((name) => name !== 99)).toHaveLength(60);
  });

  it('return to the grid below a table', () => {
    const all = [row(1), row(2, { height: 20, seen: 20, grid: false }), row(3)];
    expect(topsOn(all).map((top) => top / PITCH)).toEqual([0, 1, 2].map((line) => expect.closeTo(line)));
  });
});

describe('the foot', () => {
  const foot = row(100, { height: 72, seen: 72, grid: false });

  it('lies on the bottom edge of the last page', () => {
    const item = pagesOf(rows(3), foot)[0]?.items.at(-1) as RuleItem;
    expect(item.y).toBeCloseTo(AREA.top + AREA.height - 72);
  });

  it('takes a page of its own where it does not fit', () => {
    expect(namesOn(rows(22), foot).map((page) => page.length)).toEqual([22, 1]);
    expect(namesOn([], foot)).toEqual([[100]]);
  });
});

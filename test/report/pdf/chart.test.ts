import { describe, expect, it } from 'vitest';
import type { Bar, ChartBlock } from '../../../src/model/bulletin.js';
import { reachOf, scaleOf } from '../../../src/report/scale.js';
import { AREA, type BoxItem, type Page } from '../../../src/report/typesetting/page.js';
import { laidOut, lines, linesOn, paragraph, texts } from './sample.js';

const known = (name: string, value: string): Bar => ({ name, text: value, least: value, most: value });
const chart = (bars: readonly Bar[], more: Partial<ChartBlock> = {}): ChartBlock => ({
  kind: 'chart',
  caption: '各单位得分',
  alt: '条形图：各单位得分。',
  isShare: false,
  bars,
  ...more,
});
const pagesWith = (block: ChartBlock) => laidOut({ blocks: [block], attachments: [] }).pages;
const boxes = (page: Page | undefined): BoxItem[] =>
  (page?.items ?? []).filter((item): item is BoxItem => item.kind === 'box');
/** Without the piece of the axis that every row has. */
const barsOn = (page: Page | undefined): BoxItem[] => boxes(page).filter(({ width }) => width > 1);
const axisOn = (page: Page | undefined): BoxItem | undefined => boxes(page).find(({ width }) => width < 1);

describe('the bars of a chart', () => {
  it('are as long as their figures say, from one line, the longest as far as there is room', () => {
    const page = pagesWith(chart([known('甲', '100'), known('乙乙', '50'), known('丙', '25.5')]))[0];
    const bars = barsOn(page);
    const longest = bars[0]?.width ?? 0;
    expect(bars.map(({ width }) => (width / longest).toFixed(4))).toEqual(['1.0000', '0.5000', '0.2550']);
    for (const bar of bars) expect(bar.x).toBeCloseTo((axisOn(page)?.x ?? 0) + 0.35);
    for (const { x, width, filled } of bars) {
      expect(x + width).toBeLessThanOrEqual(AREA.left + AREA.width - 2 * 14);
      expect(filled).toBe(true);
    }
  });

  it('of shares end at the whole', () => {
    const page = pagesWith(chart([known('甲', '0.5'), known('乙', '0.25')], { isShare: true }))[0];
    const [half] = barsOn(page);
    const right = AREA.left + AREA.width - Math.max(...['0.5', '0.25'].map(({ length }) => 0.5 * 14 * length)) - 6;
    expect(half?.width).toBeCloseTo((right - (half?.x ?? 0)) / 2);
  });

  it('have their name before them and their figure behind', () => {
    const page = pagesWith(chart([known('甲', '100'), known('乙乙', '50')]))[0];
    for (const [at, name] of ['甲', '乙乙'].entries()) {
      const line = texts(page).find(({ text }) => text === name);
      expect((line?.x ?? 0) + name.length * 14 + 6).toBeCloseTo((axisOn(page)?.x ?? 0) + 0.35);
      const bar = barsOn(page)[at];
      const figure = texts(page).find(({ text, x }) => x > (bar?.x ?? 0) && text === ['100', '50'][at]);
      expect(figure?.x).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) + 6);
    }
  });

  it('are filled as far as is sure and an outline beyond; without a figure there is none, but its text', () => {
    const open: Bar = { name: '丙', text: '20–40', least: '20', most: '40' };
    const page = pagesWith(chart([known('甲', '80'), open, { name: '丁', text: '待定' }]))[0];
    const [whole, sure, possible, ...rest] = barsOn(page);
    expect([sure?.filled, possible?.filled]).toEqual([true, false]);
    expect((sure?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.25);
    expect(possible?.x).toBeCloseTo((sure?.x ?? 0) + (sure?.width ?? 0));
    expect((possible?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.25);
    expect(rest).toEqual([]);
    expect(texts(page).some(({ text }) => text === '待定')).toBe(true);
  });

  it('go to the left of the line below zero', () => {
    const page = pagesWith(chart([known('甲', '10'), known('乙', '-10')]))[0];
    const [more, less] = barsOn(page);
    expect(more?.width).toBeCloseTo(less?.width ?? 0);
    expect((less?.x ?? 0) + (less?.width ?? 0)).toBeCloseTo(more?.x ?? 0);
  });

  it('wrap a name that is too long, and are nothing where there are none', () => {
    const name = '考核工作领导小组办公室'.repeat(3);
    const page = pagesWith(chart([known(name, '1'), known('乙', '2')]))[0];
    const parts = texts(page).filter(({ text }) => name.includes(text) && text.length > 3);
    expect(new Set(parts.map(({ y }) => y)).size).toBeGreaterThan(1);
    expect(boxes(pagesWith(chart([]))[0])).toEqual([]);
  });
});

describe('a chart', () => {
  it('is a figure that says in words what it shows, with all that belongs to it', () => {
    const { root, pages } = laidOut({ blocks: [chart([known('甲', '100'), known('乙', '50')])], attachments: [] });
    const [figure, ...more] = root.children.filter(({ role }) => role === 'Figure');
    expect(figure).toMatchObject({ alt: '条形图：各单位得分。', children: [] });
    expect(more).toEqual([]);
    for (const box of boxes(pages[0])) expect(box.node).toBe(figure);
    expect(texts(pages[0]).find(({ text }) => text === '各单位得分')?.node).toBe(figure);
  });

  it('stays on one page with its caption while it is lower than half of one', () => {
    const bars = Array.from({ length: 12 }, (_, at) => known(`第${at}科`, String(90 - at)));
    for (let before = 1; before < 22; before += 1) {
      const { pages } = laidOut({ blocks: [lines(before), chart(bars)], attachments: [] });
      const own = pages.filter((page) => boxes(page).length > 0);
      expect(own).toHaveLength(1);
      expect(linesOn(own[0]).some(({ text }) => text === '各单位得分')).toBe(true);
    }
  });

  it('that is longer than a page goes on under its caption, to the same scale', () => {
    const bars = Array.from({ length: 70 }, (_, at) => known(`第${at}科`, at < 60 ? '100' : '50'));
    const pages = pagesWith(chart(bars)).filter((page) => boxes(page).length > 0);
    expect(pages.length).toBeGreaterThan(1);
    expect(linesOn(pages[1])[0]).toMatchObject({ text: '各单位得分（续图）', item: { node: undefined } });
    const [first, last] = [barsOn(pages[0])[0], barsOn(pages.at(-1)).at(-1)];
    expect((last?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(0.5);
    expect(pages.flatMap(barsOn)).toHaveLength(70);
    for (const { y, height } of pages.flatMap(barsOn)) expect(y + height).toBeLessThan(AREA.top + AREA.height);
  });

  it('leaves room to the text below', () => {
    const page = laidOut({ blocks: [chart([known('甲', '1'), known('乙', '2')]), paragraph('正文。')] }).pages[0];
    const bottom = Math.max(...boxes(page).map(({ y, height }) => y + height));
    const text = linesOn(page).find((line) => line.text === '正文。');
    expect((text?.item.y ?? 0) - bottom).toBeGreaterThan(11);
  });
});

describe('the scale', () => {
  it('has zero within it and is never nothing', () => {
    expect(scaleOf({ bars: [known('甲', '40'), known('乙', '60')], isShare: false })).toEqual({ from: 0, to: 60 });
    expect(scaleOf({ bars: [known('甲', '-40')], isShare: false })).toEqual({ from: -40, to: 0 });
    expect(scaleOf({ bars: [known('甲', '0')], isShare: false })).toEqual({ from: 0, to: 1 });
    expect(scaleOf({ bars: [known('甲', '1.2')], isShare: true })).toEqual({ from: 0, to: 1.2 });
  });

  it('tells what is sure from what is possible, in the figures themselves', () => {
    const reach = (least?: string, most?: string) =>
      reachOf({ name: '', text: '', ...(least ? { least } : {}), ...(most ? { most } : {}) });
    expect(reach('88.123456789', '88.123456789')).toEqual({ sure: '88.123456789' });
    expect(reach('82', '90')).toEqual({ sure: '82', above: '90' });
    expect(reach('-9', '-2')).toEqual({ sure: '-2', below: '-9' });
    expect(reach('-9', '2')).toEqual({ sure: '0', above: '2', below: '-9' });
    expect(reach(undefined, '5')).toEqual({ sure: '0', above: '5' });
    expect(reach('5')).toEqual({ sure: '5' });
    expect(reach()).toEqual({});
  });
});

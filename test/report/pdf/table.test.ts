import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/report/typesetting/columns.js';
import { AREA, EM } from '../../../src/report/typesetting/page.js';
import { setterOf } from '../../../src/report/typesetting/setting.js';
import { laidOut, linesOn, rules, squares, table, texts } from './sample.js';

const setter = setterOf(squares, 'zh');
const shape = (...given: Parameters<typeof table>) => shapeOf(table(...given), setter);
const column = (title: string, width: number) => ({ title, width, align: 'left' as const });
const pagesOf = (block: ReturnType<typeof table>) => laidOut({ blocks: [block], attachments: [] }).pages;

describe('columns', () => {
  it('fill the type area', () => {
    for (const rows of [[['1', '市财政局']], [['长'.repeat(80), '短', '12']], [['']]]) {
      expect(shape(rows).widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(AREA.width);
    }
  });

  it('are set in 四号, crammed in 小四', () => {
    expect(shape([['1', '市财政局']]).size).toBe(14);
    expect(shape([['1', '长'.repeat(60)]]).size).toBe(14);
    expect(shape([['2026年10月31日', '长'.repeat(300)]]).size).toBe(12);
  });

  it('share the width so that the table is as low as it can be', () => {
    const columns = [column('甲', 1), column('乙', 3)];
    const given = table([['长'.repeat(50), '长'.repeat(120)]], { columns });
    const { widths, size } = shapeOf(given, setter);
    const height = (at: readonly number[]): number =>
      Math.max(...[50, 120].map((count, index) => Math.ceil(count / Math.floor(((at[index] ?? 0) - 10) / size))));
    const others = Array.from({ length: 40 }, (_, step) => [50 + 8 * step, AREA.width - 50 - 8 * step]);
    expect(height(widths)).toBe(Math.min(...others.map(height)));
  });

  it('are neither set smaller nor squeezed to two characters a line for one long cell', () => {
    const columns = [
      ...[column('科室', 3), column('期间', 2), column('序号', 1), column('工作内容', 4)],
      ...[column('类别', 1), column('未完成原因', 4), column('改进措施', 4)],
    ];
    const usual = [
      '特种设备安全监察科',
      '2026年1月',
      '4',
      '作业人员考核发证',
      '主观',
      '考核安排偏晚，7人未能参加',
      '二月加考一场',
    ];
    for (const long of ['长'.repeat(40), '长'.repeat(300), 'abcdefghij'.repeat(3), '12345678'.repeat(8)]) {
      for (const at of [3, 5]) {
        const odd = usual.map((text, index) => (index === at ? long : text));
        const { widths, size } = shape([usual, usual, odd, usual], { columns });
        expect(size).toBeGreaterThanOrEqual(12);
        expect(widths[0]).toBeGreaterThanOrEqual(3 * size + 10);
      }
    }
    const dates = Array.from({ length: 4 }, () => '2026年12月25日');
    expect(shape([['abcdefghij'.repeat(2), ...dates]]).size).toBeGreaterThanOrEqual(12);
  });

  it('keep short cells on one line at the cost of long ones', () => {
    const names = ['人事教育科', '特种设备科', '计量监督科'];
    const { widths, size } = shape(names.map((name) => [name, '长'.repeat(60), '待评定', '短'.repeat(40)]));
    expect(widths[0]).toBeGreaterThanOrEqual(5 * size + 10);
    expect(widths[2]).toBeGreaterThanOrEqual(3 * size + 10);
  });

  it('are set smaller where that saves much of a crammed table', () => {
    const row = [
      '特种设备安全监察科',
      '2025年12月25日',
      '完成月工作目标情况表',
      '2026年12月25日',
      '2025年12月',
      '12345',
    ];
    expect(shape([row, row]).size).toBe(12);
  });

  it('are set smaller where short names would stand in pieces', () => {
    const form = ['月工作目标计划表', '2026年1月', '2025年12月28日', '2026年2月9日', '4'];
    const names = ['综合科', '计量科', '特种设备科'].map((name) => [name, ...form]);
    const { widths, size } = shape(names);
    expect(size).toBe(12);
    expect(widths[0]).toBeGreaterThanOrEqual(3 * size + 10);
  });

  it('follow what they hold where the wanted shares waste the page', () => {
    const { widths } = shape([['长'.repeat(90), '长'.repeat(90)]], { columns: [column('甲', 1), column('乙', 3)] });
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(1);
  });

  it('make room for whole numbers and leave none unused', () => {
    const columns = [column('甲', 1), column('乙', 20)];
    const { widths, size } = shape([['1,284,500.75', '长'.repeat(90)]], { columns });
    expect(widths[0]).toBeGreaterThanOrEqual(6 * size);
    const wide = shape([['1', '长'.repeat(90)]], { columns: [column('甲', 5), column('乙', 1)] });
    expect(wide.widths[0]).toBeLessThan(60);
  });

  it('tear no word for a column that could use more', () => {
    const columns = [
      column('班组', 40),
      ...['指标甲（15）', '指标乙（10）', '指标丙（60）'].map((title) => column(title, 4)),
    ];
    const rows = [['长'.repeat(14), ...columns.slice(1).map(() => '123456789012345678')]];
    const { widths, size } = shape(rows, { columns });
    for (const width of widths.slice(1)) expect(width).toBeGreaterThanOrEqual(9 * size + 10);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(AREA.width);
  });

  it('break headings by sense for the good of the others', () => {
    const columns = [
      column('目标任务', 2),
      column('重点工作', 2),
      column('单位', 4),
      column('服务质效', 2),
      column('总分', 2),
      column('等次', 2),
    ];
    const rows = [['58.10', '24.11', '市人力资源和社会保障局', '14.50', '96.71', '优秀']];
    const page = pagesOf(table([...rows, ...rows], { columns }))[0];
    expect(linesOn(page).map(({ text }) => text)).toContain('市人力资源和社会保障局');
  });

  it('go down to 五号 only where columns of words find room in it alone', () => {
    const row = Array.from({ length: 5 }, () => '12345678901234');
    const { size, widths } = shape([row]);
    expect(size).toBe(10.5);
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(7 * size + 10);
    const tight = Array.from({ length: 14 }, () => '12345678901234');
    expect(shape([tight]).size).toBe(10.5);
    const columns = [column('甲', 0), column('乙', 0)];
    expect(shape([['长'.repeat(99), '长'.repeat(99)]], { columns }).widths[0]).toBeCloseTo(AREA.width / 2);
  });
});

describe('cells', () => {
  it('stand as their column wants, in the middle of their row', () => {
    const columns = (['left', 'center', 'right'] as const).map((align) => ({ title: align, width: 1, align }));
    const page = pagesOf(
      table(
        [
          ['甲甲', '乙乙', '1.5'],
          ['长'.repeat(40), '短', ''],
        ],
        { columns },
      ),
    )[0];
    const at = (text: string) => linesOn(page).find((line) => line.text === text);
    const lineX = [
      ...new Set(
        rules(page)
          .filter((rule) => rule.x === rule.toX)
          .map((rule) => rule.x - AREA.left),
      ),
    ].sort((a, b) => a - b);
    expect((at('甲甲')?.x ?? 0) - (lineX[0] ?? 0)).toBeCloseTo(5);
    expect((at('乙乙')?.x ?? 0) + 14 - ((lineX[1] ?? 0) + (lineX[2] ?? 0)) / 2).toBeCloseTo(0);
    expect((lineX[3] ?? 0) - (at('1.5')?.x ?? 0)).toBeCloseTo(5 + 1.5 * 14);
  });

  it('keep line breaks and forgive a short row', () => {
    const page = pagesOf(table([['甲\n乙', '丙'], ['丁']]))[0];
    expect(linesOn(page).map(({ text }) => text)).toEqual(expect.arrayContaining(['甲', '乙', '丙', '丁']));
  });

  it('have digits of one width', () => {
    const uneven = setterOf(
      (cluster, face, form) => ({ ...squares(cluster, face, form), advance: cluster === '1' ? 0.4 : 0.5 }),
      'zh',
    );
    const style = { face: 'song', size: 10 } as const;
    expect(uneven.measure(style)('1')).toBe(4);
    expect(uneven.measure({ ...style, tabular: true })('1')).toBe(5);
  });
});

describe('a table', () => {
  it('repeats its heading and says that it goes on', () => {
    const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), '市财政局']);
    const pages = pagesOf(table(rows, { caption: '表1 得分' }));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1, -1)) {
      const [caption, first, second] = linesOn(page);
      expect(caption).toMatchObject({ text: '表1 得分（续表）', item: { node: undefined } });
      expect([first?.text, second?.text].join()).toContain('列1');
    }
    expect(pages.flatMap((page) => linesOn(page)).filter(({ text }) => text === '市财政局')).toHaveLength(60);
    const bare = pagesOf(table(rows))[1];
    expect(linesOn(bare)[0]?.text).toBe('（续表）');
  });

  it('parts a row that is higher than a page', () => {
    const long = '原因'.repeat(900);
    const pages = pagesOf(table([['市财政局', long]]));
    const shown = pages
      .flatMap((page) => texts(page))
      .map(({ text }) => text)
      .join('');
    expect(shown.match(/原因/g)?.length ?? 0).toBeGreaterThanOrEqual(870);
    expect(shown.replace(/[^原因]/g, '')).toBe(long);
  });

  it('keeps its caption and heading with its first row', () => {
    for (let before = 1; before < 20; before += 1) {
      const { pages } = laidOut({
        blocks: [{ kind: 'paragraph', text: '考'.repeat(28 * before) }, table([['甲', '乙']], { caption: '表1' })],
      });
      const page = pages.find((each) => linesOn(each).some(({ text }) => text === '表1'));
      expect(linesOn(page).map(({ text }) => text)).toContain('甲');
    }
  });

  it('leaves room to the text below and is nothing without columns', () => {
    const page = laidOut({ blocks: [table([['甲', '乙']]), { kind: 'paragraph', text: '正文。' }] }).pages[0];
    const bottom = Math.max(
      ...rules(page)
        .filter(({ thickness }) => thickness === 0.5)
        .map(({ toY }) => toY),
    );
    const text = linesOn(page).find((line) => line.text === '正文。');
    expect((text?.item.y ?? 0) - 0.88 * EM - bottom).toBeGreaterThan(6.9);
    expect(laidOut({ blocks: [table([], { columns: [] })] }).pages[0]?.items.length).toBeGreaterThan(0);
  });
});

/** What a row below the headings is: data, unless what stands in it says otherwise. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/model/workbook.js';
import { tiny } from '../measures/packs.js';
import { type Drawn, readSheet, sheet, UNCOMPUTED, valuesOf } from './sheets.js';

const TINY = tiny();
const FIELDS = ['科室：办公室', '月份：2026年3月'];
const HEADINGS = ['序号', '工作内容', '完成数量', '完成情况', '未完成原因'];
const FIRST = ['1', '收发', 1, '完成', null];

const report = (rows: Drawn, merges: string[] = []): ReturnType<typeof readSheet> =>
  readSheet(TINY, sheet([FIELDS, HEADINGS, FIRST, ...rows], { merges }));
const rowsOf = (...rows: Drawn): number => report(rows).rows.length - 1;

describe('a row that is no data', () => {
  it.each<[string, (CellValue | null)[]]>([
    ['a sum', ['合计：', null, 40]],
    ['a sum of the page', ['本页小计', null, 40]],
    ['a sum with its unit', ['合计（件）', null, 40]],
    ['a sum behind a number', ['9', '合 计', 40]],
    ['a signature', ['审核人：秦岚']],
    ['signatures', ['单位负责人（签字）：', '秦岚', null, '联系电话：8801']],
    ['a signature that is left open', ['审核人：', null, null, '（盖章）：']],
    ['a note', ['说明：本表一式两份']],
    ['a note by its word alone', ['备注']],
    ['a note with a number', ['注1：数量按件计']],
    ['the end', ['以下空白']],
    ['marks that say nothing', ['/', '无', '—', '-', 'N/A']],
    ['nothing, and a 0', ['无', null, 0, null, null]],
    ['a number alone at the end', ['2']],
  ])('is %s', (_, row) => {
    const read = report([row]);
    expect([read.rows.length, read.passed]).toEqual([1, []]);
  });

  it('is a line of a note that goes on, while it does', () => {
    expect(rowsOf(['说明：'], ['1.一式两份'], ['（2）按时报送'])).toBe(0);
    expect(rowsOf(['说明：'], ['1.一式两份'], ['2', '归档', 1, '完成'], ['3.另行通知'])).toBe(2);
  });

  it('is a remark over the whole table, which is told', () => {
    const { rows, passed } = report([['以上情况属实']], ['A4:E4']);
    expect([rows.length, passed]).toEqual([1, [{ sheet: '表', cell: 'A4', raw: '以上情况属实', isLikeData: false }]]);
  });

  it('is a row of labels that nobody knows, which is told', () => {
    expect(report([['甲：一', '乙：二']]).passed).toMatchObject([{ cell: 'A4', raw: '甲：一' }]);
  });

  it('stands above the headings, which is told where it looks like data', () => {
    const { rows, passed } = readSheet(TINY, sheet([FIELDS, ['0', '收发', 4, '完成'], HEADINGS, FIRST]));
    expect([rows.length, passed]).toEqual([1, [{ sheet: '表', cell: 'A2', raw: '0', isLikeData: true }]]);
  });
});

describe('a row of data', () => {
  it.each<[string, (CellValue | null)[]]>([
    ['whose task is called like a note', ['2', '说明', 1, '完成']],
    ['whose task has a colon', [null, '专项检查：二十户', 20, '完成']],
    ['with a colon by itself', [null, '专项检查：二十户']],
    ['of which one cell is filled', [null, '以上情况属实']],
    ['with a sum among its words', ['2', '核对合计', 1, '完成']],
    ['whose cells are not all marks', ['/', '归档', '/', '/']],
    ['with a formula that nobody computed', [null, null, UNCOMPUTED]],
    ['of zeros', [null, null, 0]],
  ])('is one %s', (_, row) => {
    expect(rowsOf(row)).toBe(1);
  });

  it('is one after any number of blank rows', () => {
    expect(rowsOf(...Array.from({ length: 60 }, () => []), ['2', '归档', 1, '完成'])).toBe(1);
  });

  it('is one after sums, notes and signatures', () => {
    expect(rowsOf(['合计', null, 1], ['说明：无'], ['审核人：秦岚'], ['2', '归档', 1, '完成'])).toBe(1);
  });

  it('is a number alone where rows follow', () => {
    expect(rowsOf(['2'], ['3', '归档', 1, '完成'])).toBe(2);
  });

  it('is a name alone, where nothing else must stand', () => {
    const drawn = [FIELDS, ['姓名', '病假天数', '迟到次数'], ['何静'], ['陈立']];
    expect(readSheet(TINY, sheet(drawn)).rows).toHaveLength(2);
  });
});

describe('marks in a cell', () => {
  const cell = (id: string, ...rows: Drawn): unknown => report(rows).rows.at(-1)?.readings.get(id);

  it('that say nothing leave it empty, with what stands there', () => {
    expect(cell('done', ['2', '归档', '/', '完成'])).toEqual({ cell: 'C4', raw: '/', state: 'blank' });
    expect(cell('task', ['2', '—', 1, '完成'])).toEqual({ cell: 'B4', raw: '—', state: 'blank' });
    expect(cell('task', ['2', '无', 1, '完成'])).toMatchObject({ state: 'value', value: { value: '无' } });
  });

  it('take what an empty cell stands for', () => {
    const drawn = [FIELDS, ['姓名', '病假天数', '迟到次数'], ['陈立', '无', '/']];
    expect(valuesOf(readSheet(TINY, sheet(drawn)))).toEqual([{ person: '陈立', sick: '0', late: '0' }]);
  });

  it('that say as above take what stands there, and say from where', () => {
    expect(cell('task', ['2', '同上', 1, '完成'])).toEqual({
      cell: 'B4',
      raw: '同上',
      state: 'value',
      value: { type: 'text', value: '收发' },
      above: 'B3',
    });
    expect(cell('task', ['2', '〃', 1, '完成'], [], ['3', '″', 1, '完成'])).toMatchObject({
      value: { value: '收发' },
      above: 'B4',
    });
  });

  it('that say as above say nothing where nothing can be taken', () => {
    expect(cell('reason', ['2', '归档', 1, '完成', '同上'])).toEqual({ cell: 'E4', raw: '同上', state: 'unreadable' });
    const drawn = [FIELDS, HEADINGS, ['1', '同上', 1, '完成']];
    expect(readSheet(TINY, sheet(drawn)).rows[0]?.readings.get('task')?.state).toBe('unreadable');
  });
});

describe('a number', () => {
  const done = (heading: string, written: CellValue, ...beside: CellValue[]): unknown => {
    const drawn = [
      FIELDS,
      ['序号', heading, '完成情况', ...beside.map(() => '计量单位')],
      ['1', written, '完成', ...beside],
    ];
    return valuesOf(readSheet(TINY, sheet(drawn)))[0]?.done;
  };

  it('has the measure of its heading, or of its row', () => {
    expect(done('完成数量（件）', '5件')).toBe('5');
    expect(done('完成数量（件）', '5次')).toBeUndefined();
    expect(done('完成数量', '5台件', '台件')).toBe('5');
    expect(done('完成数量', '5台件')).toBeUndefined();
    expect(done('完成数量', '1.2万', '万元')).toBeUndefined();
  });
});

describe('columns without a heading', () => {
  it('are told where rows of data hold something in them', () => {
    const { unheaded } = report([
      ['2', '归档', 1, '完成', null, '已核'],
      ['3', '检查', 1, '完成', null, '待核'],
      ['审核人：秦岚', null, null, null, null, '章'],
    ]);
    expect(unheaded).toEqual([{ sheet: '表', cell: 'F4', raw: '已核', count: 2 }]);
  });
});

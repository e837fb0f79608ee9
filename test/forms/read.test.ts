/** Reading rows as people fill them in: addresses hold, nothing is lost and nothing is made up. */
import { describe, expect, it } from 'vitest';
import { MARKER_SHEET } from '../../src/model/recognised.js';
import type { Reading } from '../../src/model/submission.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { tiny } from '../measures/packs.js';
import { type Drawn, day, ERROR, percent, readSheet, sheet, UNCOMPUTED, valuesOf } from './sheets.js';

const MEASURES = tiny();
const REPORT = ['序号', '工作内容', '完成数量', '完成情况', '未完成原因'];
const FIELDS = ['科室：办公室', '月份：2026年3月'];

const report = (...rows: Drawn): ReturnType<typeof readSheet> => readSheet(MEASURES, sheet([FIELDS, REPORT, ...rows]));
const cellsOf = ({ rows }: ReturnType<typeof readSheet>, column: string): (Reading | undefined)[] =>
  rows.map(({ readings }) => readings.get(column));

describe('a filled form', () => {
  it('is read with its file, sheet, form and period', () => {
    const { file, sheet: name, form, period, rows } = report(['1', '收发', 40, '完成', null]);
    expect([file, name, form, period, rows.length]).toEqual(['a.xlsx', '表', 'report', '2026-03', 1]);
  });

  it('has every value by its column', () => {
    expect(valuesOf(report(['1', '收发', '40件', '未完成', '人手不足']))).toEqual([
      { no: '1', task: '收发', done: '40', status: 'unfinished', reason: '人手不足' },
    ]);
  });

  it('keeps address and raw text of every cell', () => {
    expect(cellsOf(report(['1', ' 收 发', '４０', '已完成', null]), 'done')).toEqual([
      { cell: 'C3', raw: '４０', state: 'value', value: { type: 'number', value: '40' } },
    ]);
  });

  it('has what does not convert as unreadable, with its text', () => {
    const read = report(['1', '收发', '约40', '差不多', null], ['2', '收发', ERROR, percent(0.5), null]);
    expect(cellsOf(read, 'done')).toEqual([
      { cell: 'C3', raw: '约40', state: 'unreadable' },
      { cell: 'C4', raw: '#DIV/0!', state: 'unreadable' },
    ]);
    expect(cellsOf(read, 'status')).toEqual([
      { cell: 'D3', raw: '差不多', state: 'unreadable' },
      { cell: 'D4', raw: '50%', state: 'unreadable' },
    ]);
  });

  it('has an empty cell as blank, at its own address', () => {
    const read = report(['1', null, '  ', '完成', '']);
    expect(cellsOf(read, 'task')).toEqual([{ cell: 'B3', raw: '', state: 'blank' }]);
    expect(cellsOf(read, 'done')).toEqual([{ cell: 'C3', raw: '', state: 'blank' }]);
  });

  it('has nothing for a column that is not on the sheet', () => {
    const read = readSheet(MEASURES, sheet([FIELDS, ['序号', '工作内容', '完成情况'], ['1', '收发', '完成']]));
    expect([...(read.rows[0]?.readings.keys() ?? [])]).toEqual(['no', 'task', 'status']);
  });

  it('reads columns in whatever order they stand', () => {
    const drawn = [FIELDS, ['完成情况', '序号', '备注', '完成数量'], ['完成', '1', '好', 3]];
    expect(valuesOf(readSheet(MEASURES, sheet(drawn)))).toEqual([{ no: '1', done: '3', status: 'finished' }]);
  });

  it('reads nothing twice where a heading stands twice', () => {
    const drawn = [FIELDS, ['序号', '完成数量', '完成情况', '完成数量'], ['1', 3, '完成', 4]];
    expect(valuesOf(readSheet(MEASURES, sheet(drawn)))).toEqual([{ no: '1', done: '3', status: 'finished' }]);
  });
});

describe('an empty cell that stands for something', () => {
  const attendance = (...rows: Drawn): ReturnType<typeof readSheet> =>
    readSheet(MEASURES, sheet([FIELDS, ['姓名', '病假天数', '迟到次数'], ...rows]));

  it('stands for what the form says', () => {
    const [sick] = cellsOf(attendance(['陈立', null, 1]), 'sick');
    expect(sick).toEqual({ cell: 'B3', raw: '', state: 'blank', value: { type: 'number', value: '0' } });
  });

  it('does not make a row of an empty one', () => {
    expect(attendance(['陈立', null, 1], [null, null, null], []).rows).toHaveLength(1);
  });

  it('does not stand for what cannot be read', () => {
    const [sick] = cellsOf(attendance(['陈立', UNCOMPUTED, 1]), 'sick');
    expect(sick).toEqual({ cell: 'B3', raw: '', state: 'unreadable' });
  });
});

describe('rows', () => {
  it('that are blank are passed over and shift no address', () => {
    const read = report(
      ['1', '收发', 1, '完成', null],
      [],
      [null, ' ', null, null, null],
      ['2', '检查', 2, '完成', null],
    );
    expect(read.rows.map(({ number }) => number)).toEqual([3, 6]);
    expect(cellsOf(read, 'no').map((reading) => reading?.cell)).toEqual(['A3', 'A6']);
  });

  it.each(['合计', '合 计', '小计', '总计', '共计', 'Total', 'SUBTOTAL', 'Sum'])('of sums (%s) are no rows', (word) => {
    expect(report(['1', '收发', 1, '完成', null], [word, null, 1, null, null]).rows).toHaveLength(1);
  });

  it('of sums may have their word in a later cell', () => {
    expect(report(['1', '收发', 1, '完成', null], [null, '合计', 1, null, null]).rows).toHaveLength(1);
  });

  it('are rows when the word is only part of what stands there', () => {
    expect(report(['1', '合计数核对', 1, '完成', null]).rows).toHaveLength(1);
  });

  it('of fields below the table are no rows', () => {
    const read = report(['1', '收发', 1, '完成', null], ['填报日期：', day('2026-04-02')], ['填报日期：4月3日']);
    expect(read.rows).toHaveLength(1);
    expect(read.fields.get('filed_on')?.value?.value).toBe('2026-04-02');
  });

  it('that only begin like a field are rows', () => {
    expect(report(['科室', '收发', 1, '完成', null]).rows).toHaveLength(1);
  });

  it('below two rows of headings begin after both', () => {
    const drawn = [FIELDS, REPORT, ['No.', 'Task', 'Done', 'State', 'Reason'], ['1', '收发', 1, '完成', null]];
    expect(readSheet(MEASURES, sheet(drawn)).rows.map(({ number }) => number)).toEqual([4]);
  });

  it('with nothing but a remark beside the table are no rows', () => {
    const drawn = [FIELDS, ['序号', '完成数量', '完成情况', '备注'], ['1', 3, '完成', null], [null, null, null, '完']];
    expect(readSheet(MEASURES, sheet(drawn)).rows).toHaveLength(1);
  });
});

describe('merged cells', () => {
  it('hold for every row they cover, each with the cell it stands in', () => {
    const drawn = [FIELDS, REPORT, ['1', '收发', 40, '完成', null], [null, '检查', null, '完成', null]];
    const read = readSheet(MEASURES, sheet(drawn, { merges: ['A3:A4', 'C3:C4'] }));
    expect(cellsOf(read, 'no').map((reading) => [reading?.raw, reading?.cell])).toEqual([
      ['1', 'A3'],
      ['1', 'A3'],
    ]);
    expect(cellsOf(read, 'done').map((reading) => [reading?.value?.value, reading?.cell])).toEqual([
      ['40', 'C3'],
      ['40', 'C3'],
    ]);
  });

  it('in a title do not hide what stands below', () => {
    const drawn = [['完成情况表'], FIELDS, REPORT, ['1', '收发', 40, '完成', null]];
    expect(readSheet(MEASURES, sheet(drawn, { merges: ['A1:E1'] })).rows).toHaveLength(1);
  });

  it('of headings over two rows are headings once', () => {
    const drawn = [FIELDS, REPORT, [null, '（写明）', null, null, null], ['1', '收发', 40, '完成', null]];
    const read = readSheet(MEASURES, sheet(drawn, { merges: ['A2:A3', 'C2:C3', 'D2:D3'] }));
    expect(read.rows.map(({ number }) => number)).toEqual([4]);
  });

  it('around a field keep its value', () => {
    const drawn = [['填报科室：', null, '办公室', null], REPORT, ['1', '收发', 40, '完成', null]];
    const read = readSheet(MEASURES, sheet(drawn, { merges: ['A1:B1', 'C1:D1'] }));
    expect(read.fields.get('unit')).toMatchObject({ cell: 'C1', value: { value: '办公室' } });
  });
});

describe('formulas', () => {
  it('give the value stored with them', () => {
    const drawn = [FIELDS, REPORT, ['1', '收发', 40, '完成', null]];
    expect(valuesOf(readSheet(MEASURES, sheet(drawn, { formulas: ['C3'] })))).toMatchObject([{ done: '40' }]);
  });

  it('without a stored value are missing, not 0', () => {
    expect(cellsOf(report(['1', '收发', UNCOMPUTED, '完成', null]), 'done')).toEqual([
      { cell: 'C3', raw: '', state: 'unreadable' },
    ]);
  });

  it('without a stored value are a row nevertheless', () => {
    expect(report([null, null, UNCOMPUTED, null, null]).rows).toHaveLength(1);
  });
});

describe('dates in rows', () => {
  const leave = (above: string[], written: string): unknown => {
    const drawn = [above, ['姓名', '起始日期', '截止日期', '天数'], ['陈立', written, written, 1]];
    return valuesOf(readSheet(MEASURES, sheet(drawn)))[0]?.first;
  };

  it('without a year are of the form’s own', () => {
    expect(leave(['月份：2025年3月'], '3月5日')).toBe('2025-03-05');
  });

  it('without a year and a period are unreadable', () => {
    expect(leave(['科室：办公室'], '3月5日')).toBeUndefined();
  });

  it('take the year of the period the template was issued for', () => {
    const marker = sheet(
      [
        ['measures', 'tiny'],
        ['version', '1.0.0'],
        ['form', 'leave'],
        ['period', '2024-02'],
      ],
      { name: MARKER_SHEET, hidden: true },
    );
    const drawn = [
      ['姓名', '起始日期', '截止日期', '天数'],
      ['陈立', '2月29日', '2月29日', 1],
    ];
    const read = readSheet(MEASURES, sheet(drawn), marker);
    expect(read.period).toBe('2024-02');
    expect(valuesOf(read)).toMatchObject([{ first: '2024-02-29' }]);
  });
});

describe('a period without a year', () => {
  it('takes that of the period the template was issued for', () => {
    const marker = sheet(
      [
        ['measures', 'tiny'],
        ['version', '1.0.0'],
        ['form', 'report'],
        ['period', '2024-02'],
      ],
      { name: MARKER_SHEET, hidden: true },
    );
    const above = ['填报科室：', '办公室', '所属月份：', '三月'];
    const drawn = sheet([above, REPORT, ['1', '收发', 1, '完成', null]]);
    expect(readSheet(MEASURES, drawn, marker).period).toBe('2024-03');
    expect(readSheet(MEASURES, drawn)).not.toHaveProperty('period');
  });
});

describe('a text file', () => {
  const csv = (text: string): ReturnType<typeof readSheet> => {
    const opened = openWorkbook('3月.csv', Buffer.from(text));
    if (!opened.ok) throw new Error(opened.detail);
    return readSheet(MEASURES, ...opened.workbook.sheets);
  };

  it('is read like a sheet', () => {
    const read = csv(
      '填报科室：,办公室\n所属月份：,2026年3月\n序号,工作内容,完成数量,完成情况\n1,收发公文,40件,完成\n',
    );
    expect([read.form, read.period, read.fields.get('unit')?.cell]).toEqual(['report', '2026-03', 'B1']);
    expect(valuesOf(read)).toEqual([{ no: '1', task: '收发公文', done: '40', status: 'finished' }]);
  });

  it('counts its blank lines', () => {
    const read = csv('2026年3月完成情况表\n\n序号,完成数量,完成情况\n\n1,"1,040",完成\n');
    expect(read.rows.map(({ number, readings }) => [number, readings.get('done')?.value?.value])).toEqual([
      [5, '1040'],
    ]);
  });

  it('keeps what is quoted in one cell', () => {
    expect(valuesOf(csv('月份：2026年3月,,\n序号;完成情况\n序号,工作内容,完成情况\n1,"收发,\n归档",完成\n'))).toEqual([
      { no: '1', task: '收发, 归档', status: 'finished' },
    ]);
  });
});

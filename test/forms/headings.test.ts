/** Headings as people retype them, in one row or two, and tables on several pages, sheets and below each other. */
import { describe, expect, it } from 'vitest';
import { headingNames } from '../../src/forms/heading.js';
import { read } from '../../src/forms/read.js';
import { recognise } from '../../src/forms/recognise.js';
import type { Submission } from '../../src/model/submission.js';
import type { Sheet } from '../../src/model/workbook.js';
import { tiny } from '../measures/packs.js';
import { book, type Drawn, form, isForm, readSheet, sheet, valuesOf } from './sheets.js';

const TINY = tiny();
const HEADINGS = ['序号', '工作内容', '完成数量', '完成情况', '未完成原因'];
const ROW = ['1', '收发公文', 40, '完成', null];
const FIELDS = ['填报科室：', '办公室', '所属月份：', '2026年3月'];

function columnsOf(headings: readonly (string | null)[]): unknown {
  return Object.fromEntries(form(TINY, sheet([headings, ['1', '收发', 3, '完成']])).columns);
}

/** Everything read from sheets: form, period, numbers of the rows. */
function allRead(...sheets: readonly Sheet[]): Submission[] {
  return recognise(book(...sheets), TINY).flatMap((each) => (isForm(each) ? [read('a.xlsx', each, TINY)] : []));
}
const told = (submissions: readonly Submission[]): unknown[] =>
  submissions.map(({ form: id, period, rows }) => [id, period, rows.map(({ readings }) => readings.get('no')?.raw)]);

describe('a heading', () => {
  it.each([
    '完成数量（件）',
    '完成数量(件)',
    '完成数量【件】',
    '完成数量（件）*',
    '*完成数量（必填）：',
    '（必填）完成数量',
    '3.完成数量',
    '3、完成数量',
    '（3）完成数量',
    '三、完成数量',
    '（三）完成数量',
    '③完成数量',
    '※完成数量',
    '完 成\n数 量 （件）',
    '实际完成（台件）',
    'Done (pieces)',
  ])('%j is known', (heading) => {
    expect(columnsOf(['序号', '工作内容', heading, '完成情况'])).toMatchObject({ done: 3 });
  });

  it.each(['完成', '数量', '完成数量差', '2026年完成数量', '未完成数量'])('%j is another', (heading) => {
    expect(columnsOf(['序号', '工作内容', heading, '完成情况'])).not.toHaveProperty('done');
  });

  it('is taken as it stands before anything is taken off', () => {
    const over = `forms:
  pair: { zh: 对照表, en: Pair, clause: "1", from: unit, every: month, columns: {
    no: { zh: 序号, en: No., type: text, required: true },
    staff: { zh: 处分（行政）, en: Sanction (staff), type: text }, party: { zh: 处分（党内）, en: Sanction (party), type: text } } }`;
    const measures = tiny(over);
    const drawn = (...headings: string[]): Sheet => sheet([['对照表'], ['序号', ...headings], ['1', '甲', '乙']]);
    expect(Object.fromEntries(form(measures, drawn('处分(党内)', '处分(行政)')).columns)).toEqual({
      no: 1,
      party: 2,
      staff: 3,
    });
    // Without what tells the two apart it may be either, and is neither.
    expect(form(measures, drawn('处分', '处分（党内）')).unknown).toEqual([{ heading: '处分', cell: 'B2' }]);
  });

  it('is no long text', () => {
    expect(headingNames('长'.repeat(61))).toEqual([]);
  });
});

describe('headings over two rows', () => {
  const below = ['1', '收发公文', 40, '完成', '无'];

  it('are told by the lower row, with what is merged over both', () => {
    const drawn = [['序号', '工作内容', '完成', null, '未完成原因'], [null, null, '完成数量', '完成情况', null], below];
    const merges = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'];
    expect(valuesOf(readSheet(TINY, sheet(drawn, { merges })))).toEqual([
      { no: '1', task: '收发公文', done: '40', status: 'finished', reason: '无' },
    ]);
  });

  it('are told by the group and the part together', () => {
    const over = `forms:
  both: { zh: 对比表, en: Both, clause: "1", from: unit, every: month, columns: {
    no: { zh: 序号, en: No., type: text, required: true },
    planned: { zh: 计划数量, en: Planned, type: decimal, required: true }, got: { zh: 实际数量, en: Got, type: decimal, required: true } } }`;
    const measures = tiny(over);
    const drawn = [
      ['序号', '计划', '实际'],
      [null, '数量', '数量'],
      ['1', 3, 4],
    ];
    const found = form(measures, sheet(drawn, { merges: ['A1:A2'] }));
    expect([found.form.id, found.headingRow, found.headingEnd, found.unknown]).toEqual(['both', 1, 2, []]);
    expect(valuesOf(readSheet(measures, sheet(drawn, { merges: ['A1:A2'] })))).toEqual([
      { no: '1', planned: '3', got: '4' },
    ]);
  });

  it('are told where nothing is merged', () => {
    const drawn = [['序号', '工作内容', '完成', null, '未完成原因'], [null, null, '完成数量', '完成情况', null], below];
    expect(valuesOf(readSheet(TINY, sheet(drawn)))).toHaveLength(1);
  });

  it('are not what a first row of data is', () => {
    const drawn = [
      ['序号', '完成情况', '备注'],
      ['1', '完成', '未完成原因'],
      ['2', '完成', null],
    ];
    expect(valuesOf(readSheet(TINY, sheet(drawn)))).toHaveLength(2);
  });
});

describe('a heading merged over two columns', () => {
  const drawn = (...row: (string | number | null)[]): Sheet =>
    sheet([['序号', '工作内容', null, '完成情况'], row], { merges: ['B1:C1'] });

  it.each([
    [['1', '收发', null, '完成'], '收发'],
    [['1', null, '归档', '完成'], '归档'],
  ])('holds what stands in either', (row, task) => {
    expect(valuesOf(readSheet(TINY, drawn(...row)))).toMatchObject([{ task }]);
  });

  it('holds nothing certain where both do', () => {
    const [row] = readSheet(TINY, drawn('1', '收发', '归档', '完成')).rows;
    expect(row?.readings.get('task')).toEqual({ cell: 'B2', raw: '收发 归档', state: 'unreadable' });
  });
});

describe('the same headings once more on a sheet', () => {
  it('go on with the table, in whatever order they stand', () => {
    const read = allRead(sheet([FIELDS, HEADINGS, ROW, HEADINGS.toReversed(), [null, '完成', 3, '归档', '2']]));
    expect(told(read)).toEqual([['report', '2026-03', ['1', '2']]]);
    expect(read[0]?.rows[1]?.readings.get('done')).toMatchObject({ cell: 'C5', raw: '3' });
  });

  it('go on with it below the same unit and period, as on a printed page', () => {
    const page = [['完成情况表'], FIELDS, HEADINGS];
    expect(told(allRead(sheet([...page, ROW, [], ...page, ['2', '归档', 1, '完成']])))).toEqual([
      ['report', '2026-03', ['1', '2']],
    ]);
  });

  it.each([
    ['another period', ['填报科室：', '办公室', '所属月份：', '2026年4月'], '2026-04'],
    ['another unit', ['填报科室：', '计量科', '所属月份：', '2026年3月'], '2026-03'],
  ])('begin another table below %s', (_, fields, period) => {
    const read = allRead(
      sheet([FIELDS, HEADINGS, ROW, [], ['完成情况表'], fields, HEADINGS, ROW, ['2', '归档', 1, '完成']]),
    );
    expect(told(read)).toEqual([
      ['report', '2026-03', ['1']],
      ['report', period, ['1', '2']],
    ]);
    expect(read.map(({ fields: own }) => own.get('unit')?.raw)).toEqual(['办公室', fields[1]]);
    expect(read.map(({ heading }) => heading)).toEqual([2, 7]);
  });

  it('leave what is signed below the first to the first', () => {
    const drawn = [FIELDS, HEADINGS, ROW, ['填报日期：', '2026-4-2'], ['2026年4月完成情况表'], HEADINGS, ROW];
    const read = allRead(sheet(drawn, { merges: ['A5:E5'] }));
    expect(read.map(({ period, fields }) => [period, fields.get('filed_on')?.raw])).toEqual([
      ['2026-03', '2026-4-2'],
      ['2026-04', undefined],
    ]);
  });

  it('keep the last row before them, also one with a name alone', () => {
    const headings = ['姓名', '病假天数', '迟到次数'];
    const read = allRead(sheet([FIELDS, headings, ['何静'], headings, ['陈立']]));
    expect(read.flatMap(({ rows }) => rows.map(({ readings }) => readings.get('person')?.raw))).toEqual([
      '何静',
      '陈立',
    ]);
  });

  it('lack what they lack where they stand', () => {
    const [found] = recognise(
      book(sheet([FIELDS, HEADINGS, ROW, ['序号', '完成情况', '完成数量'], ['2', '完成', 1]])),
      TINY,
    );
    expect(isForm(found) && found.more.map(({ headingRow, columns }) => [headingRow, columns.has('task')])).toEqual([
      [4, false],
    ]);
  });
});

describe('two forms on a sheet', () => {
  const leave = ['姓名', '起始日期', '截止日期', '天数'];

  it('are both read, each with its own rows', () => {
    const drawn = [
      FIELDS,
      HEADINGS,
      ROW,
      ['合计', null, 40],
      [],
      ['请假登记表'],
      FIELDS,
      leave,
      ['何静', '3.5', '3.6', '2天'],
    ];
    const read = allRead(sheet(drawn));
    expect(read.map(({ form: id, rows }) => [id, rows.length])).toEqual([
      ['report', 1],
      ['leave', 1],
    ]);
    expect(read.flatMap(({ passed }) => passed)).toEqual([]);
  });

  it('are both read where the greater is the lower one', () => {
    expect(allRead(sheet([['姓名', '病假天数'], ['何静', 1], [], HEADINGS, ROW])).map(({ form: id }) => id)).toEqual([
      'attendance',
      'report',
    ]);
  });

  it('are one where a row of data only names headings', () => {
    const read = allRead(sheet([FIELDS, HEADINGS, ROW, ['2', '姓名', null, '完成', '天数']]));
    expect(told(read)).toEqual([['report', '2026-03', ['1', '2']]]);
  });
});

describe('a table that goes on on a further sheet', () => {
  const first = sheet([FIELDS, HEADINGS, ROW], { name: 'Sheet1' });
  const next = (name: string, ...above: Drawn): Sheet =>
    sheet([...above, HEADINGS, ['2', '归档', 1, '完成']], { name });

  it.each<[string, Sheet]>([
    ['by the name of the sheet', next('续表')],
    ['by a name that says nothing', next('Sheet2')],
    ['by the name before with a number', next('Sheet1(2)')],
    ['by its title', next('其二', ['完成情况表（续）'], FIELDS)],
  ])('is told %s', (_, further) => {
    const [read, ...others] = allRead(first, further);
    expect(others).toEqual([]);
    expect(read?.rows.map(({ readings }) => [readings.get('no')?.raw, readings.get('no')?.sheet])).toEqual([
      ['1', undefined],
      ['2', further.name],
    ]);
  });

  it.each<[string, Sheet]>([
    ['by its own name', next('4月')],
    ['by its own unit and period, though they are the same', next('Sheet2', FIELDS)],
    ['by its own title, in which 续 is part of a word', next('Contract', ['继续教育手续完成情况表'], FIELDS)],
    ['by another period', next('续表', ['填报科室：', '办公室', '所属月份：', '2026年4月'])],
  ])('is another table %s', (_, further) => {
    expect(allRead(first, further)).toHaveLength(2);
  });

  it('lends its first row nothing from the sheet before', () => {
    const further = sheet([HEADINGS, ['2', '同上', 1, '完成']], { name: '续表' });
    const [read] = allRead(first, further);
    const ditto = read?.rows.flatMap(({ readings }) => [...readings.values()]).find(({ raw }) => raw === '同上');
    expect(ditto).toMatchObject({ state: 'unreadable', sheet: '续表', cell: 'B2' });
  });

  it('has the fields at its end', () => {
    const end = sheet([HEADINGS, ['2', '归档', 1, '完成'], ['填报日期：4月2日']], { name: 'Sheet2' });
    expect(allRead(first, end)[0]?.fields.get('filed_on')).toMatchObject({
      cell: 'A3',
      sheet: 'Sheet2',
      value: { value: '2026-04-02' },
    });
  });
});

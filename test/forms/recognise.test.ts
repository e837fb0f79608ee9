/** Telling which form a sheet is by what stands on it, as people really fill forms in. */
import { describe, expect, it } from 'vitest';
import { GUIDE_SHEET, readMarker } from '../../src/forms/marker.js';
import { recognise } from '../../src/forms/recognise.js';
import { MARKER_SHEET } from '../../src/model/recognised.js';
import { LIST_MARK } from '../../src/model/returned.js';
import type { Sheet } from '../../src/model/workbook.js';
import { tiny } from '../measures/packs.js';
import { book, type Drawn, form, isForm, sheet } from './sheets.js';

const TINY = tiny();
const HEADINGS = ['序号', '工作内容', '完成数量', '完成情况', '未完成原因'];
const ENGLISH = ['No.', 'Task', 'Done', 'State', 'Reason'];
const ROW = ['1', '收发公文', 40, '完成', null];

/** The list of findings that went back with a file; its headings may be those of a form. */
const LIST = sheet([[LIST_MARK], HEADINGS, ROW], { name: '问题清单' });

const marker = (said: Readonly<Record<string, string>>): Sheet =>
  sheet(Object.entries(said), { name: MARKER_SHEET, hidden: true });
const MARK = { measures: 'tiny', version: '1.0.0', form: 'report' };

/** Which form, at which row, with which column where. */
function told(drawn: Drawn): unknown {
  const { form: found, headingRow, headingEnd, columns } = form(TINY, sheet(drawn));
  return [found.id, headingRow, headingEnd, Object.fromEntries(columns)];
}

const PLACES = { no: 1, task: 2, done: 3, status: 4, reason: 5 };

describe('the list of findings of an earlier return', () => {
  it('is never a form, nor an unknown one', () => {
    const found = recognise(book(LIST, sheet([HEADINGS, ROW], { name: '一月' })), TINY);
    expect(found.map(({ sheet: { name } }) => name)).toEqual(['一月']);
    expect(recognise(book(LIST), TINY)).toEqual([]);
  });

  it('is known by its first cell alone', () => {
    const quoted = sheet([[null, LIST_MARK], HEADINGS, ROW], { name: '问题清单' });
    expect(recognise(book(quoted), TINY).map(isForm)).toEqual([true]);
  });
});

describe('a form is told by its headings', () => {
  it.each<[string, Drawn, number]>([
    ['in the first row', [HEADINGS, ROW], 1],
    ['below a title', [['完成情况表'], [], HEADINGS, ROW], 3],
    ['below a title, an office and fields', [['某局'], ['2026年3月'], ['科室：', '办公室'], HEADINGS, ROW], 4],
    ['in English', [ENGLISH, ROW], 1],
    ['by their ids', [['no', 'task', 'done', 'status', 'reason'], ROW], 1],
    ['by other names', [['序号', '工作内容', '实际完成', '完成情况', '未完成原因'], ROW], 1],
    ['in full width', [['Ｎｏ．', 'Ｔａｓｋ', 'ＤＯＮＥ', 'Ｓｔａｔｅ', 'Ｒｅａｓｏｎ'], ROW], 1],
    [
      'with blanks and line breaks',
      [['序 号', '工作\n内容', '完成\r\n数量', ' 完成情况 ', '未完成\u3000原因'], ROW],
      1,
    ],
    ['with marks', [['*序号', '工作内容：', '完成数量 *', '完成情况*', '未完成原因:'], ROW], 1],
  ])('%s', (_, drawn, row) => {
    expect(told(drawn)).toEqual(['report', row, row, PLACES]);
  });

  it('wherever each stands', () => {
    const drawn = [
      [null, '未完成原因', '完成情况', null, '序号', '完成数量', '工作内容'],
      [null, null, '完成', null, '1', 3, '收发'],
    ];
    expect(told(drawn)).toEqual(['report', 1, 1, { reason: 2, status: 3, no: 5, done: 6, task: 7 }]);
  });

  it('also where some are missing', () => {
    expect(told([['序号', '完成数量', '完成情况'], ROW])).toEqual(['report', 1, 1, { no: 1, done: 2, status: 3 }]);
  });

  it('in the first row that has the most of them', () => {
    expect(told([['序号', '完成情况'], HEADINGS, ROW, HEADINGS])).toEqual(['report', 2, 2, PLACES]);
  });

  it('not by the name of the file', () => {
    const found = recognise({ file: '工作计划.xlsx', sheets: [sheet([HEADINGS, ROW])] }, TINY);
    expect(found.map((each) => isForm(each) && each.form.id)).toEqual(['report']);
  });

  it('no further down than the fortieth row that holds something', () => {
    const notes = Array.from({ length: 39 }, (_, index) => [`说明${index}`]);
    expect(told([...notes, HEADINGS])).toEqual(['report', 40, 40, PLACES]);
    expect(isForm(recognise(book(sheet([...notes, ['又'], HEADINGS])), TINY)[0])).toBe(false);
  });
});

describe('headings in two languages', () => {
  it('are two rows of headings', () => {
    expect(told([HEADINGS, ENGLISH, ROW])).toEqual(['report', 1, 2, PLACES]);
  });

  it('are not what a row of data that looks like one heading is', () => {
    expect(told([HEADINGS, ['1', 'Task', 3, '完成', null]])).toEqual(['report', 1, 1, PLACES]);
  });

  it('are not what a row of data with nothing but such a word is', () => {
    expect(told([HEADINGS, [null, 'Task']])).toEqual(['report', 1, 1, PLACES]);
  });

  it('only where the second stands straight below', () => {
    expect(told([HEADINGS, [], ENGLISH])).toEqual(['report', 1, 1, PLACES]);
  });
});

describe('headings that do not fit', () => {
  it('beyond the form are kept with their cells', () => {
    const { unknown } = form(TINY, sheet([['序号', '备注', '完成数量', '完成情况', '领导签字', ' '], ROW]));
    expect(unknown).toEqual([
      { heading: '备注', cell: 'B1' },
      { heading: '领导签字', cell: 'E1' },
    ]);
  });

  it('twice over are told with both cells, and the first counts', () => {
    const { columns, repeated } = form(TINY, sheet([['序号', '完成数量', '实际完成', '完成情况'], ROW]));
    expect(columns.get('done')).toBe(2);
    expect(repeated.map(({ column, first, again }) => [column.id, first, again])).toEqual([['done', 'B1', 'C1']]);
  });
});

describe('which of two forms', () => {
  it('is told by the title, where the headings are alike', () => {
    const headings = ['序号', '工作内容'];
    expect(told([['工作计划'], headings, ['1', '收发']])).toMatchObject(['plan', 2, 2, {}]);
  });

  it('is told by the name of the sheet as well', () => {
    const found = form(
      TINY,
      sheet(
        [
          ['序号', '工作内容'],
          ['1', '收发'],
        ],
        { name: '3月工作计划' },
      ),
    );
    expect(found.form.id).toBe('plan');
  });

  it('is told by the fields above', () => {
    const over = `forms:
  logbook: { zh: 日志, en: Log, clause: "1", from: unit, every: standing, fields: {
    keeper: { zh: 记录人, en: Keeper, type: text } }, columns: {
    no: { zh: 序号, en: No., type: text, required: true }, task: { zh: 工作内容, en: Task, type: text, required: true } } }`;
    const found = form(
      tiny(over),
      sheet([
        ['记录人：', '陈立'],
        ['序号', '工作内容'],
        ['1', '收发'],
      ]),
    );
    expect(found.form.id).toBe('logbook');
  });

  it('is not guessed', () => {
    const over = `forms:
  twin: { zh: 甲, en: Twin, clause: "1", from: unit, every: month, columns: {
    no: { zh: 序号, en: No., type: text, required: true, key: true }, task: { zh: 工作内容, en: Task, type: text, required: true },
    quantity: { zh: 计划数量, en: Quantity, type: decimal } } }`;
    const [found] = recognise(
      book(
        sheet([
          ['序号', '工作内容', '计划数量'],
          ['1', '收发', 2],
        ]),
      ),
      tiny(over),
    );
    expect(isForm(found)).toBe(false);
  });
});

describe('a sheet that is no form', () => {
  it('is said to be none, with the nearest and what it lacks', () => {
    const [found] = recognise(
      book(
        sheet([
          ['决定月份', '文号'],
          ['3月', '1号'],
        ]),
      ),
      TINY,
    );
    expect(found && !isForm(found) && [found.nearest?.id, found.missing.map(({ id }) => id)]).toEqual([
      'sanctions',
      ['person'],
    ]);
  });

  it('has no nearest when a heading of many is there by chance', () => {
    const found = recognise(
      book(
        sheet([
          ['认定', '文号'],
          ['是', '1号'],
        ]),
      ),
      TINY,
    );
    expect(found.map((each) => !isForm(each) && [each.nearest, each.missing.length])).toEqual([[undefined, 3]]);
  });

  it('has no nearest when nothing on it is known', () => {
    const found = recognise(book(sheet([['会议通知'], ['请准时参加']])), TINY);
    expect(found.map((each) => !isForm(each) && [each.nearest, each.missing])).toEqual([[undefined, []]]);
  });

  it('needs more than half of what is required', () => {
    const over = `forms:
  wide: { zh: 宽表, en: Wide, clause: "1", from: unit, every: month, columns: {
    a: { zh: 甲, en: A, type: text, required: true }, b: { zh: 乙, en: B, type: text, required: true },
    c: { zh: 丙, en: C, type: text, required: true }, d: { zh: 丁, en: D, type: text }, e: { zh: 戊, en: E, type: text } } }`;
    const tell = (...headings: string[]): boolean => isForm(recognise(book(sheet([headings])), tiny(over))[0]);
    expect(tell('甲', '丁', '戊')).toBe(false);
    expect(tell('甲', '乙', '丁')).toBe(true);
  });
});

describe('several sheets', () => {
  const report = sheet([HEADINGS, ROW], { name: '3月' });
  const names = (...sheets: Sheet[]): unknown[] =>
    recognise(book(...sheets), TINY).map((each) => [each.sheet.name, isForm(each)]);

  it('are each a form where they are', () => {
    expect(names(report, sheet([HEADINGS, ROW], { name: '4月' }))).toEqual([
      ['3月', true],
      ['4月', true],
    ]);
  });

  it('beside a form are notes', () => {
    const guide = sheet([['填表说明'], ['序号', '填什么'], ['工作内容', '文字']], { name: '说明' });
    expect(names(guide, report)).toEqual([['3月', true]]);
  });

  it('that are no form are named once', () => {
    expect(names(sheet([['a']], { name: '一' }), sheet([['b']], { name: '二' }))).toEqual([['一', false]]);
  });

  it('that are empty are passed over', () => {
    expect(names(report, sheet([]), sheet([[' ', null]], { name: 'Sheet3' }))).toEqual([['3月', true]]);
    expect(names(sheet([]), sheet([['']]))).toEqual([]);
  });

  it('that are hidden are no forms, and are named when they look like one', () => {
    const old = sheet([HEADINGS, ROW], { name: '旧', hidden: true });
    const lists = sheet([['办公室'], ['计量科']], { name: '清单', hidden: true });
    expect(names(report, old, lists)).toEqual([
      ['3月', true],
      ['旧', false],
    ]);
    expect(names(old)).toEqual([['旧', false]]);
  });

  it('beside a form that hold more than words are named', () => {
    const more = sheet([['3', '收发公文', 40]], { name: '接上页' });
    expect(names(report, more)).toEqual([
      ['3月', true],
      ['接上页', false],
    ]);
  });
});

describe('the marker of a template', () => {
  it('says which form it is, whatever else the headings fit', () => {
    const twoHeadings = sheet([['工作计划'], ['序号', '工作内容', '完成情况'], ['1', '收发', '完成']]);
    expect(form(TINY, twoHeadings, marker(MARK))).toMatchObject({ form: { id: 'report' }, marker: MARK });
  });

  it('of other measures says nothing', () => {
    const found = form(TINY, sheet([['工作计划'], ['序号', '工作内容']]), marker({ ...MARK, measures: 'other' }));
    expect(found.form.id).toBe('plan');
  });

  it('of other measures is kept with its version alone: whom it was made for are others’ units', () => {
    const other = { ...MARK, measures: 'other', form: 'weekly', by: 'unit:01', period: '2026-03' };
    expect(form(TINY, sheet([HEADINGS, ROW]), marker(other)).marker).toEqual({
      measures: 'other',
      version: '1.0.0',
      form: 'weekly',
    });
  });

  it('says for whom it was made also under a pack that has the form from these measures', () => {
    const own = tiny('id: own\nversion: "2"\nforms: { plan: { en: Scheme } }');
    const mark = { ...MARK, by: 'unit:01' };
    expect(form(own, sheet([HEADINGS, ROW]), marker(mark)).marker).toEqual(mark);
    const { marker: others } = form(own, sheet([HEADINGS, ROW]), marker({ ...mark, form: 'plan' }));
    expect(others).not.toHaveProperty('by');
  });

  it('says nothing of another form on the same sheet', () => {
    const drawn = [HEADINGS, ROW, [], ['姓名', '病假天数', '迟到次数'], ['何静', 1, 0]];
    const found = recognise(book(sheet(drawn), marker({ ...MARK, by: 'unit:01' })), TINY);
    expect(found.map((each) => isForm(each) && [each.form.id, each.marker?.by])).toEqual([
      ['report', 'unit:01'],
      ['attendance', undefined],
    ]);
  });

  it('says whose the form is and for when', () => {
    const said = { ...MARK, by: 'unit:01', period: '2026-03' };
    expect(readMarker(book(sheet([['x']]), marker(said)))).toEqual(said);
  });

  it.each(['measures', 'version', 'form'])('without %s is none', (key) => {
    const said = Object.fromEntries(Object.entries(MARK).filter(([name]) => name !== key));
    expect(readMarker(book(marker(said)))).toBeUndefined();
  });

  it('is not there in a workbook of one’s own', () => {
    expect(readMarker(book(sheet([['x']])))).toBeUndefined();
    expect(form(TINY, sheet([HEADINGS, ROW]))).not.toHaveProperty('marker');
  });

  it('keeps the guide of a template apart, also where it lists the one heading of the form', () => {
    const single = tiny(
      'forms: { single: { zh: 名单, en: List, clause: "1", from: office, every: standing, columns: { who: { zh: 对象, en: Who, type: text } } } }',
    );
    const guide = sheet(
      [
        ['栏目', '填什么'],
        ['对象', '姓名'],
      ],
      { name: GUIDE_SHEET },
    );
    const mark = { ...MARK, form: 'single' };
    const found = recognise(book(sheet([['名单'], ['对象'], ['何静']]), guide, marker(mark)), single);
    expect(found.map((each) => isForm(each) && each.sheet.name)).toEqual(['表']);
    // Somebody's own sheet of that name is read like any other.
    expect(recognise(book(sheet([HEADINGS, ROW], { name: GUIDE_SHEET })), TINY).map(isForm)).toEqual([true]);
  });

  it('does not make a form of a sheet that has none of its headings', () => {
    const found = recognise(book(sheet([['会议通知']]), marker(MARK)), TINY);
    expect(found.map(isForm)).toEqual([false]);
  });
});

/** The sheet that says how to fill a form in: when it is due in words, and what each column takes. */
import { describe, expect, it } from 'vitest';
import { guideSheet } from '../../src/forms/guide.js';
import { tiny } from '../measures/packs.js';

/** The second cell of the row that begins so. */
function says(label: string, form = 'report', over = ''): unknown {
  const measures = tiny(over);
  const found = measures.forms.get(form);
  if (!found) throw new Error(`no form ${form}`);
  const rows = guideSheet(found, { measures, office: '某局' }).rows.map(({ cells }) =>
    cells.map((cell) => cell?.value),
  );
  return rows.find(([first]) => first === label)?.[1];
}

const column = (rest: string): string => `forms:\n  report:\n    columns:\n      mine: { zh: 我栏, en: Mine, ${rest} }`;

describe('the guide', () => {
  it('gives the clause in both languages', () => {
    expect(says('依据')).toBe('一(一) 按时上报');
    expect(says('Clause')).toBe('Reports on time');
  });

  it('has the form’s own note, where there is one', () => {
    expect(says('说明', 'attendance')).toBe('留空即为0 empty means 0');
    expect(says('说明')).toBeUndefined();
  });

  it('names every field and column, and whether it is required', () => {
    const form = tiny().forms.get('report');
    if (!form) throw new Error('no form');
    const { rows } = guideSheet(form, { measures: tiny(), office: '' });
    const table = rows.slice(-8).map(({ cells }) => [cells[0]?.value, cells[2]?.value, cells[3]?.value]);
    expect(table).toEqual([
      ['填报科室', 'Unit', '是'],
      ['所属月份', 'Month', '是'],
      ['填报日期', 'Filed on', ''],
      ['序号', 'No.', '是'],
      ['工作内容', 'Task', ''],
      ['完成数量', 'Done', ''],
      ['完成情况', 'State', '是'],
      ['未完成原因', 'Reason', ''],
    ]);
  });

  it.each([
    ['report', '', '由科室报送，每月，次月5日前'],
    ['plan', '', '由科室报送，每月，上月28日前'],
    ['targets', '', '由科室报送，每年，上年12月25日前'],
    ['judgements', '', '办公室掌握，每年，次年1月10日前'],
    ['attendance', '', '由科室报送，每月，期满后5个工作日内'],
    ['leave', '', '由科室报送，每月'],
    ['incidents', '', '办公室掌握，随时登记'],
    ['plan', 'forms: { plan: { due: { months: 0 } } }', '由科室报送，每月，当月28日前'],
    ['report', 'forms: { report: { due: { months: 0 } } }', '由科室报送，每月，当月5日前'],
    ['report', 'forms: { report: { due: { months: 2 } } }', '由科室报送，每月，期间末月起第2个月5日前'],
    [
      'report',
      'forms: { report: { every: quarter, fields: { month: { period: quarter } } } }',
      '由科室报送，每季度，次月5日前',
    ],
    [
      'report',
      'forms: { report: { every: half, fields: { month: { period: half } } } }',
      '由科室报送，每半年，次月5日前',
    ],
    ['targets', 'forms: { targets: { due: { months: 5, day: 20 } } }', '由科室报送，每年，6月20日前'],
    ['judgements', 'forms: { judgements: { due: { months: 0 } } }', '办公室掌握，每年，12月10日前'],
    [
      'report',
      'parameters: { due_day: { origin: required, value: null, type: integer } }',
      '由科室报送，每月，次月（待定）日前',
    ],
  ])('says when %s falls due %s: %s', (form, over, words) => {
    expect(says('报送', form, over)).toBe(words);
  });

  it.each([
    ['type: text', '文字'],
    ['type: integer', '整数'],
    ['type: integer, min: 0, max: 31', '整数；0 到 31'],
    ['type: decimal, min: 0', '数字'],
    ['type: decimal, blank: 0', '数字；留空即为0'],
    ['type: date', '日期，如 2026-03-05'],
    ['type: yesno', '是或否'],
    ['type: yesno, blank: true', '是或否；留空即为是'],
    ['type: yesno, blank: false', '是或否；留空即为否'],
    ['type: subject, subject: unit', '名册中的名称'],
    ['type: period, period: any', '期间，如 2026年3月'],
    ['type: form', '材料名称'],
    ['type: step, scale: sanction', '选填：警告、记过、开除'],
    ['type: choice, choices: { a: { zh: 甲, en: a }, b: { zh: 乙, en: b } }', '选填：甲、乙'],
    ['type: choice, choices: { a: { zh: 甲, en: a }, b: { zh: 乙, en: b } }, blank: b', '选填：甲、乙；留空即为乙'],
    ['type: text, hint: { zh: 逐项写清, en: item by item }', '文字；逐项写清'],
  ])('says what a column of %s takes: %s', (rest, words) => {
    expect(says('我栏', 'report', column(rest))).toBe(words);
  });
});

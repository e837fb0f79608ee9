/** The written table of conversions, row by row: what becomes a value, and what never does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, parseDecimal } from '../../src/base/decimal.js';
import { type Period, type PeriodKind, periodOf, periodText } from '../../src/base/period.js';
import { convert, periodIn } from '../../src/forms/convert.js';
import type { Column, ColumnType } from '../../src/model/form.js';
import type { Value } from '../../src/model/value.js';
import type { CellValue } from '../../src/model/workbook.js';
import { day, ERROR, percent, UNCOMPUTED } from './sheets.js';

const SETTING = {
  period: '2026' as Period,
  forms: [{ id: 'plan', title: { zh: '月工作计划', en: 'Monthly plan' }, aliases: ['计划表'] }],
};
const CHOICES = [
  { id: 'finished', title: { zh: '完成', en: 'finished' }, aliases: ['已完成'] },
  { id: 'unfinished', title: { zh: '未完成（部分）', en: 'not finished' }, aliases: [] },
];

function column(type: ColumnType, more: Partial<Column> = {}): Column {
  const title = { zh: '栏', en: 'column' };
  return { id: 'it', title, aliases: [], type, required: false, key: false, choices: [], ...more };
}

const COLUMNS: Readonly<Record<string, Column>> = {
  text: column('text'),
  subject: column('subject'),
  integer: column('integer'),
  decimal: column('decimal'),
  date: column('date'),
  yesno: column('yesno'),
  choice: column('choice', { choices: CHOICES }),
  form: column('form'),
  step: column('step', { scale: 'sanction', choices: CHOICES }),
  month: column('period', { period: 'month' }),
  quarter: column('period', { period: 'quarter' }),
  half: column('period', { period: 'half' }),
  year: column('period', { period: 'year' }),
  any: column('period', { period: 'any' }),
  free: column('period'),
};

const two = (part: number): string => String(part).padStart(2, '0');
const NAMES = '零一二三四五六七八九';
const name = (part: number): string =>
  part < 10
    ? `${NAMES[part]}`
    : `${part < 20 ? '' : NAMES[Math.floor(part / 10)]}十${part % 10 === 0 ? '' : NAMES[part % 10]}`;
const read = (year: number): string => [...String(year)].map((digit) => NAMES[Number(digit)]).join('');

/** Every way of writing a day in docs/values.md. */
const SPELLINGS: readonly ((year: number, month: number, date: number) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => ` ${y} 年 ${m} 月 ${d} 号`,
  (y, m, d) => `${y}年${m}月${d}`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${read(y)}年${name(m)}月${name(d)}日`,
  (y, m, d) => `${read(y).replaceAll('零', '〇')}年${name(m)}月${name(d)}号`,
  (y, m, d) => `${y}-${two(m)}-${two(d)} 09:30`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}T09:30:15`,
  (_, m, d) => `${m}月${d}日`,
  (_, m, d) => `${name(m)}月${name(d)}日`,
  (_, m, d) => `${m}.${d}`,
  (_, m, d) => `${m}/${two(d)}`,
];

function converted(cell: CellValue, kind: string): Value['value'] | undefined {
  return convert(cell, COLUMNS[kind] ?? column('text'), SETTING)?.value;
}

const time: CellValue = { kind: 'time', seconds: 34_200 };

describe('numbers', () => {
  it.each([
    [5, '5'],
    [-2.5, '-2.5'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    ['5', '5'],
    ['５', '5'],
    ['2.50', '2.5'],
    ['+3', '3'],
    ['-3', '-3'],
    [' 5 ', '5'],
    ['1,234', '1234'],
    ['１，２３４，５６７．５', '1234567.5'],
    ['5天', '5'],
    ['5 天', '5'],
    ['2.5个工作日', '2.5'],
    ['3次', '3'],
    ['2项', '2'],
    ['4人次', '4'],
    ['12份', '12'],
    ['300元', '300'],
    ['95%', '95'],
    ['100％', '100'],
    [percent(0.95), '95'],
    [percent(0.07), '7'],
  ] satisfies [CellValue, string][])('%j is %s', (cell, value) => {
    expect(converted(cell, 'decimal')).toBe(value);
  });

  it.each<CellValue>([
    '',
    '无',
    '一',
    '约5',
    '5左右',
    '5-6',
    '1,23',
    '12,34,567',
    '1e3',
    '.5',
    '5.',
    '0x10',
    '5次半',
    '5天天',
    '5 6',
    '５\u3000６天',
    '==5',
    'NaN',
    true,
    day('2026-03-05'),
    time,
    ERROR,
    UNCOMPUTED,
  ])('%j is none', (cell) => {
    expect(converted(cell, 'decimal')).toBeUndefined();
  });

  it.each<CellValue>(['2.5', 2.5, '2.5天', percent(0.025)])('%j is no whole number', (cell) => {
    expect(converted(cell, 'integer')).toBeUndefined();
  });

  it.each([
    ['3.0', '3'],
    [3, '3'],
    ['3次', '3'],
    [percent(0.5), '50'],
  ] satisfies [CellValue, string][])('%j is the whole number %s', (cell, value) => {
    expect(converted(cell, 'integer')).toBe(value);
  });

  it('are what they were, in half or full width and with any counting word', () => {
    const written = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 999 }))
      .map(([a, b]) => `${a}.${b}`);
    fc.assert(
      fc.property(written, fc.boolean(), fc.constantFrom('', '天', '次', ' 项', '个', '%'), (text, isWide, word) => {
        const wide = text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        const expected = parseDecimal(text);
        expect(converted(`${isWide ? wide : text}${word}`, 'decimal')).toBe(expected && canonical(expected));
      }),
    );
  });
});

describe('numbers that are none', () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'0123456789,.-+()%²③½٥Ⅷ五十百两万亿半天次约≥~－．， '),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  const UNIT = '(天|次|个|分|元|日|项|人|名|件)';
  const TABLE = new RegExp(
    [
      `^['’‘]?共?[+\\-−]?\\d[\\d,]*(\\.\\d+)?([万亿]?${UNIT}?|天半|%)$`,
      `^['’‘]?共?(半天|[零〇○一二两三四五六七八九十百千万]+(天半|${UNIT})?)$`,
    ].join('|'),
    'u',
  );

  it('never become one: what is taken is written as the table says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = converted(text, 'decimal');
        if (value === undefined) return;
        const plain = text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
        expect(plain.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '')).toMatch(TABLE);
        expect(Number.isFinite(Number(value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('with thousands are the number, in any width', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.nat({ max: 99 }), fc.boolean(), (whole, cents, isWide) => {
        const text = `${whole.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`;
        const wide = text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        const expected = parseDecimal(text.replaceAll(',', ''));
        expect(converted(isWide ? wide : text, 'decimal')).toBe(expected && canonical(expected));
      }),
    );
  });

  it('are not a percentage of a column of days', () => {
    const setting = { ...SETTING, measured: { heading: '天' } };
    expect(convert(percent(0.5), column('decimal'), setting)).toBeUndefined();
    expect(convert('50%', column('decimal'), setting)).toBeUndefined();
  });
});

describe('dates', () => {
  it.each([
    [day('2026-03-05'), '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['２０２６．３．５', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年3月5号', '2026-03-05'],
    ['2026年3月5', '2026-03-05'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    [20_260_305, '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['12月31号', '2026-12-31'],
    ['2月28日', '2026-02-28'],
  ] satisfies [CellValue, string][])('%j is %s', (cell, value) => {
    expect(converted(cell, 'date')).toBe(value);
  });

  it.each<CellValue>([
    '',
    '2026-02-30',
    '2月29日',
    '2026-13-01',
    '2026年3月',
    '3月',
    '3-5',
    '16-3-5',
    '2026-3',
    '2026-3-5 上午',
    '5/3/2026',
    '昨天',
    46_086,
    46_086.5,
    true,
    time,
    percent(0.5),
    ERROR,
    UNCOMPUTED,
  ])('%j is none', (cell) => {
    expect(converted(cell, 'date')).toBeUndefined();
  });

  it.each(['3月5日', '3.5', '26.3.5'])('such as %s have no year of their own when the form has none', (text) => {
    expect(convert(text, column('date'), { forms: [] })).toBeUndefined();
  });

  it.each([
    [3.5, '2026-03-05'],
    [12.31, '2026-12-31'],
    [3.1, undefined],
    [3.2, undefined],
    [3.3, undefined],
    ['3.1', '2026-03-01'],
    ['3.10', '2026-03-10'],
  ] satisfies [CellValue, string | undefined][])(
    'typed as %j are %s: a number may have lost its last 0',
    (cell, value) => {
      expect(converted(cell, 'date')).toBe(value);
    },
  );

  describe('without a year', () => {
    const of = (period: string, text: string, isOutside = false): unknown =>
      convert(text, column('date'), { period: period as Period, forms: [], isOutside })?.value;

    it.each([
      ['2026-03', '3月5日', '2026-03-05'],
      ['2026-03', '4月2日', '2026-04-02'],
      ['2026-12', '1月4日', undefined],
      ['2026-03', '9月30日', undefined],
      ['2026-Q1', '5月30日', '2026-05-30'],
      ['2026', '12月31日', '2026-12-31'],
      ['2024-02', '2月29日', '2024-02-29'],
    ])('in a row of a form for %s %s is %s', (period, text, value) => {
      expect(of(period, text)).toBe(value);
    });

    it.each([
      ['2026-03', '4月2日', '2026-04-02'],
      ['2026-01', '12月26日', '2025-12-26'],
      ['2025-12', '1月4日', '2026-01-04'],
      ['2026', '6月30日', '2026-06-30'],
      ['2026', '12月25日', undefined],
      ['2026', '1月5日', undefined],
    ])('above the table of a form for %s %s is %s', (period, text, value) => {
      expect(of(period, text, true)).toBe(value);
    });
  });

  it('are the day they name, however they are typed', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...SPELLINGS), fc.boolean(), (date, spelling, isWide) => {
        const written = date.toISOString().slice(0, 10);
        const [year = 0, month = 0, dated = 0] = written.split('-').map(Number);
        const text = spelling(year, month, dated);
        const wide = text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        const setting = { period: `${year}` as Period, forms: [] };
        expect(convert(isWide ? wide : text, column('date'), setting)?.value).toBe(written);
      }),
    );
  });
});

describe('periods', () => {
  it.each([
    ['2026年3月', 'month', '2026-03'],
    ['2026年03月份', 'month', '2026-03'],
    ['２０２６年３月', 'month', '2026-03'],
    ['2026-03', 'month', '2026-03'],
    ['2026/3', 'month', '2026-03'],
    ['2026.12', 'month', '2026-12'],
    ['202603', 'month', '2026-03'],
    [202_603, 'month', '2026-03'],
    ['3月', 'month', '2026-03'],
    ['12月份', 'month', '2026-12'],
    [day('2026-03-31'), 'month', '2026-03'],
    ['2026年第一季度', 'quarter', '2026-Q1'],
    ['2026年第1季度', 'quarter', '2026-Q1'],
    ['2026年二季度', 'quarter', '2026-Q2'],
    ['三季度', 'quarter', '2026-Q3'],
    ['第四季', 'quarter', '2026-Q4'],
    ['2026-Q1', 'quarter', '2026-Q1'],
    ['2026q2', 'quarter', '2026-Q2'],
    [day('2026-08-01'), 'quarter', '2026-Q3'],
    ['2026年上半年', 'half', '2026-H1'],
    ['下半年', 'half', '2026-H2'],
    ['2026-H2', 'half', '2026-H2'],
    [day('2026-06-30'), 'half', '2026-H1'],
    ['2026', 'year', '2026'],
    [2026, 'year', '2026'],
    ['2026年', 'year', '2026'],
    ['2026年度', 'year', '2026'],
    [day('2026-06-30'), 'year', '2026'],
    ['2026年度', 'any', '2026'],
    ['2026年3月', 'any', '2026-03'],
    ['一季度', 'any', '2026-Q1'],
    [day('2026-06-30'), 'any', '2026-06'],
    ['2026年3月', 'free', '2026-03'],
  ] satisfies [CellValue, string, string][])('%j is, as a %s, %s', (cell, kind, value) => {
    expect(converted(cell, kind)).toBe(value);
  });

  it.each([
    ['', 'any'],
    ['13月', 'any'],
    ['0月', 'any'],
    ['2026年13月', 'any'],
    ['202613', 'any'],
    ['五季度', 'any'],
    ['第0季度', 'any'],
    ['2026-Q5', 'any'],
    ['2026-H3', 'any'],
    ['半年', 'any'],
    ['0012', 'any'],
    ['3', 'any'],
    ['2026年3月', 'quarter'],
    ['2026', 'month'],
    ['一季度', 'month'],
    [true, 'any'],
    [time, 'any'],
    [percent(0.5), 'any'],
    [ERROR, 'any'],
    [UNCOMPUTED, 'any'],
  ] satisfies [CellValue, string][])('%j is none, as a %s', (cell, kind) => {
    expect(converted(cell, kind)).toBeUndefined();
  });

  it.each(['3月', '一季度', '上半年'])('%s without a year is none', (text) => {
    expect(periodIn(text)).toBeUndefined();
  });

  it('stored as 2026.1 may be January or October, and is neither', () => {
    expect(converted(2026.1, 'month')).toBeUndefined();
    expect(converted('2026.1', 'month')).toBe('2026-01');
    expect(converted('2026.10', 'month')).toBe('2026-10');
    expect(converted(2026.3, 'month')).toBe('2026-03');
  });

  it('are read as documents write them', () => {
    const kinds = fc.constantFrom<PeriodKind>('month', 'quarter', 'half', 'year');
    const years = fc.integer({ min: 1900, max: 9999 });
    fc.assert(
      fc.property(kinds, years, fc.integer({ min: 1, max: 12 }), (kind, year, month) => {
        const period: Period = periodOf(kind, year, month);
        expect(converted(periodText(period).zh, kind)).toBe(period);
        expect(converted(period, kind)).toBe(period);
        expect(periodIn(periodText(period).zh)).toEqual({ kind, period });
      }),
    );
  });
});

describe('yes and no', () => {
  it.each<CellValue>([
    '是',
    '有',
    '对',
    '√',
    '✓',
    '✔',
    '✔\ufe0f',
    '☑',
    'Y',
    'y',
    'Yes',
    'TRUE',
    'ＹＥＳ',
    ' 是 ',
    true,
    1,
    '1',
  ])('%j is yes', (cell) => {
    expect(converted(cell, 'yesno')).toBe(true);
  });

  it.each<CellValue>(['否', '无', '没有', '不是', '×', 'X', '✗', '✘', 'N', 'no', 'FALSE', false, 0, '0'])(
    '%j is no',
    (cell) => {
      expect(converted(cell, 'yesno')).toBe(false);
    },
  );

  it.each<CellValue>(['', '是否', '可能', '2', 2, 'ok', '-', day('2026-03-05'), percent(1), ERROR, UNCOMPUTED])(
    '%j is neither',
    (cell) => {
      expect(converted(cell, 'yesno')).toBeUndefined();
    },
  );
});

describe('choices', () => {
  it.each([
    ['完成', 'finished'],
    ['已完成', 'finished'],
    ['Finished', 'finished'],
    ['finished', 'finished'],
    [' 完 成 ', 'finished'],
    ['未完成(部分)', 'unfinished'],
    ['Not Finished', 'unfinished'],
    ['unfinished', 'unfinished'],
  ])('%s is %s', (text, id) => {
    expect(converted(text, 'choice')).toBe(id);
  });

  it.each<CellValue>(['', '完', '未完成', '完成了', 1, true, ERROR, UNCOMPUTED])('%j is none', (cell) => {
    expect(converted(cell, 'choice')).toBeUndefined();
  });
});

describe('steps of a scale', () => {
  it.each([
    ['完成', 'finished'],
    ['无', null],
    ['没有', null],
    ['None', null],
    ['-', null],
    ['／', null],
  ])('%s is %s', (text, id) => {
    const value = convert(text, COLUMNS.step ?? column('step'), SETTING);
    expect(value).toEqual({ type: 'step', scale: 'sanction', value: id });
  });

  it.each<CellValue>(['', '轻微', 0, ERROR, UNCOMPUTED])('%j is none', (cell) => {
    expect(converted(cell, 'step')).toBeUndefined();
  });
});

describe('forms', () => {
  it.each([
    ['月工作计划', 'plan'],
    ['monthly plan', 'plan'],
    ['计划表', 'plan'],
    ['plan', 'plan'],
    ['年度计划', undefined],
  ])('%s is %s', (text, id) => {
    expect(converted(text, 'form')).toBe(id);
  });
});

describe('text and names', () => {
  it.each([
    ['  抓好\n落实 ', '抓好 落实'],
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [true, 'TRUE'],
    [day('2026-03-05'), '2026-03-05'],
    [{ kind: 'date', day: '2026-03-05', time: 34_200 }, '2026-03-05 09:30:00'],
    [time, '09:30:00'],
    [percent(0.285), '28.5%'],
    ['', ''],
  ] as [CellValue, string][])('%j is %j', (cell, value) => {
    expect(convert(cell, column('text'), SETTING)).toEqual({ type: 'text', value });
    expect(convert(cell, column('subject'), SETTING)).toEqual({ type: 'subject', value });
  });

  it.each([ERROR, UNCOMPUTED])('%j is none', (cell) => {
    expect(converted(cell, 'text')).toBeUndefined();
    expect(converted(cell, 'subject')).toBeUndefined();
  });
});

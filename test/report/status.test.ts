import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { FileReport } from '../../src/model/result.js';
import type { Expected } from '../../src/model/submission.js';
import { isAnyReturned, statusOf } from '../../src/report/status/status.js';
import type { Entry, Status } from '../../src/report/status/types.js';
import {
  datedText,
  entryText,
  legendOf,
  markOf,
  shortPeriod,
  titleText,
  toneOf,
  totalsText,
} from '../../src/report/status/words.js';
import { designStatus } from '../../src/report/status/workbook.js';
import { lines } from './ranking/sheets.js';
import { aResult, day, expected, period } from './result.js';

const all = ({ forms }: Status): Entry[] =>
  forms.flatMap(({ submitters }) => submitters.flatMap(({ entries }) => entries.filter((each) => each !== null)));
const sent = (file: string, status: FileReport['forms'][number]['status'], by = 'team:二组'): FileReport => ({
  file,
  sha256: 'f',
  forms: [{ sheet: '月报', form: 'report', by, period: period('2026-02'), rows: 1, status }],
});
const owed = (status: Expected['status'], more: Partial<Expected> = {}): Expected =>
  expected('team:二组', '2026-02', status, more);
const there = { file: '二组.xlsx', sheet: '月报' };
const one = (each: Expected, files: FileReport[], findings: Finding[] = []): Entry => {
  const [found] = all(statusOf(aResult({ expected: [each], files, findings }), { soFar: false }));
  if (!found) throw new Error('no entry');
  return found;
};

describe('the status', () => {
  it('has who × form × period from the result, in the order of the roster', () => {
    const [form] = statusOf(aResult(), { soFar: true }).forms;
    expect(form?.periods.map((each) => each.period)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(
      form?.submitters.map(({ name, entries }) => [name.zh, ...entries.map((each) => each && markOf(each))]),
    ).toEqual([
      ['一组', '✓', null, null],
      ['二组', null, '□+4', null],
      ['三组', null, null, '□?'],
      ['四组', null, '–', null],
    ]);
    expect(form?.outcomes).toMatchObject({ accepted: 1, 'no-file': 2, missing: 1, returned: 0 });
    expect(form?.states).toMatchObject({ 'on-time': 1, late: 1, undated: 1, missing: 1, ambiguous: 0 });
  });

  it('leaves out what lies ahead when asked for the year so far, unless somebody has sent it', () => {
    const ahead = { due: day('2026-06-05') };
    const result = (more: Partial<Expected>) =>
      aResult({ expected: [expected('team:一组', '2026-05', 'not-due', { ...ahead, ...more })] });
    expect(statusOf(result({}), { soFar: true }).forms).toEqual([]);
    expect(statusOf(result({ file: 'x.xlsx' }), { soFar: true }).forms).toHaveLength(1);
    expect(all(statusOf(result({}), { soFar: false })).map(markOf)).toEqual(['·']);
  });

  it.each([
    [owed('on-time', there), 'accepted', '✓', '通过', undefined],
    [owed('late', { ...there, daysLate: 3 }), 'accepted-with-warnings', '!+3', '通过（有提示），迟3天', 'warning'],
    [owed('late', { ...there, daysLate: 1, isDone: true }), 'accepted', '✓+1', '通过，超期1天', 'warning'],
    [owed('missing', { ...there, isDone: true }), 'accepted', '✓–', '通过，未完成', 'error'],
    [owed('not-due', { ...there, isDone: true }), 'accepted', '✓·', '通过，尚未完成', undefined],
    [owed('undated', there), 'accepted', '✓?', '通过，收到日期不明', 'warning'],
    [owed('on-time', there), 'returned', '✗', '退回', 'error'],
    [owed('on-time', there), 'not-counted', '○', '未采用', 'warning'],
    [owed('ambiguous', there), 'returned', '=', '两份并存，待选定', 'warning'],
  ] as const)('marks and words %j as %s', (each, status, mark, words, tone) => {
    const entry = one(each, [sent('二组.xlsx', status)]);
    expect([markOf(entry), entryText(entry, 'zh'), toneOf(entry)]).toEqual([mark, words, tone]);
  });

  it('tells two files of which none is chosen from one that is returned, also where the register has the day', () => {
    const place = { file: '二组.xlsx', sheet: '月报' };
    const twice = {
      kind: 'submission-repeated',
      severity: 'error',
      place,
      form: { zh: '月报', en: 'report' },
      by: { zh: '二组', en: '二组' },
      period: period('2026-02'),
      other: { file: '又一份.xlsx', sheet: '月报' },
    } as Finding;
    const files = [sent('二组.xlsx', 'returned'), sent('又一份.xlsx', 'returned')];
    expect(one(owed('on-time', there), files, [twice])).toMatchObject({ outcome: 'unchosen', state: 'on-time' });
    const status = statusOf(aResult({ expected: [owed('on-time', there)], files, findings: [twice] }), { soFar: true });
    expect(status.besides).toEqual([
      {
        file: '又一份.xlsx',
        sheet: '月报',
        form: 'report',
        title: { zh: '月报', en: 'Monthly report' },
        outcome: 'returned',
      },
    ]);
    expect(status.owing).toHaveLength(1);
  });

  it('names what cannot be read, and knows that something is returned', () => {
    const unread = { kind: 'form-unrecognised', severity: 'error', place: { file: 'x.xlsx' }, missing: [] } as Finding;
    const result = aResult({ findings: [unread] });
    const status = statusOf(result, { soFar: true });
    expect(status.besides).toEqual([{ file: 'x.xlsx', outcome: 'unread' }]);
    expect(isAnyReturned(result, status)).toBe(true);
    const fine = aResult({ findings: [] });
    expect(isAnyReturned(fine, statusOf(fine, { soFar: true }))).toBe(false);
    const back = aResult({ files: [sent('二组.xlsx', 'returned')], findings: [] });
    expect(isAnyReturned(back, statusOf(back, { soFar: true }))).toBe(true);
  });

  it('counts who has already sent what falls due next', () => {
    const next = { ...sent('早.xlsx', 'accepted'), sha256: 'e' };
    const upcoming = [{ form: 'report', period: period('2026-02'), due: day('2026-05-05'), debtors: 4 }];
    expect(statusOf(aResult({ files: [next], upcoming }), { soFar: true }).upcoming).toMatchObject([
      { due: '2026-05-05', debtors: 4, came: 1 },
    ]);
  });
});

describe('its words', () => {
  it('explain only marks that are used', () => {
    const status = statusOf(aResult(), { soFar: true });
    expect(legendOf(all(status), 'en')).toEqual([
      '✓ accepted',
      '□ entered as received, no file',
      '– missing',
      '+3 late by 3 days',
      '? day unknown',
    ]);
    const [form] = status.forms;
    expect(form && totalsText(form, 'zh')).toBe('通过 1、有收到登记无文件 2、未报 1；按时 1、迟报 1、收到日期不明 1');
  });

  it('name periods briefly', () => {
    const short = (text: string) => [shortPeriod(period(text), 'zh'), shortPeriod(period(text), 'en')];
    expect(['2026-03', '2026-Q2', '2026-H1', '2026-H2', '2026'].map(short)).toEqual([
      ['3月', 'Mar'],
      ['二季度', 'Q2'],
      ['上半年', 'H1'],
      ['下半年', 'H2'],
      ['全年', 'year'],
    ]);
  });
});

describe('the day something came', () => {
  const place = { file: '收文.xlsx', sheet: '登记', cell: 'D4' };
  const late = { ...there, received: day('2026-03-08'), daysLate: 3, datedBy: 'register' as const };

  it('is told with the cell of the register, or else of the form itself', () => {
    const registered = one(owed('late', { ...late, place }), [sent(there.file, 'accepted')]);
    expect(registered.dated).toEqual({ by: 'register', place });
    expect(datedText(registered, 'zh')).toBe('2026年3月8日，据收文登记 收文.xlsx › 登记 › D4');
    const at = { place: { ...there, cell: 'B2' }, datedBy: 'form' as const };
    const own = one(owed('late', { ...late, ...at }), [sent(there.file, 'accepted')]);
    expect(own.dated?.by).toBe('form');
    expect(datedText(own, 'en')).toBe('2026-03-08, by the date on the form 二组.xlsx › 月报 › B2');
    const further = one(owed('late', { ...late, ...at, place: { ...at.place, sheet: '月报（续）' } }), []);
    expect(further.dated?.by).toBe('form');
    expect(datedText(one(owed('missing'), []), 'zh')).toBe('');
  });

  it('stands in the list and in the note of the cell', () => {
    const result = aResult({ expected: [owed('late', { ...late, place })], files: [sent(there.file, 'accepted')] });
    const [form, list] = designStatus(statusOf(result, { soFar: false }), result, 'zh').sheets;
    expect(list && lines(list)[3]).toContain('| 2026-03-08 | 收文登记 | 收文.xlsx › 登记 › D4 | 迟报 | #3 |');
    expect(JSON.stringify(form)).toContain('日期：2026年3月8日，据收文登记 收文.xlsx › 登记 › D4');
  });
});

describe('a form that nobody owes', () => {
  const voluntary = (
    file: string,
    by: string,
    at: string,
    status: FileReport['forms'][number]['status'],
  ): FileReport => ({
    file,
    sha256: file,
    forms: [{ sheet: '登记', form: 'extra', by, period: period(at), rows: 1, status }],
  });

  it('has those who have sent it, for the periods they did, without a due day', () => {
    const files = [
      voluntary('a.xlsx', 'team:二组', '2026-02', 'accepted'),
      voluntary('b.xlsx', 'team:一组', '2026-01', 'returned'),
      voluntary('c.xlsx', 'team:一组', '2026-02', 'not-counted'),
      voluntary('d.xlsx', 'team:一组', '2026-02', 'accepted-with-warnings'),
      voluntary('e.xlsx', 'team:一组', '2025-12', 'accepted'),
      voluntary('f.xlsx', 'team:一组', '2026-02', 'not-counted'),
    ];
    const result = aResult({ expected: [], files, findings: [] });
    const status = statusOf(result, { soFar: true });
    const [form] = status.forms;
    expect(form).toMatchObject({
      form: 'extra',
      isOptional: true,
      periods: [{ period: '2026-01' }, { period: '2026-02' }],
    });
    expect(
      form?.submitters.map(({ name, entries }) => [name.zh, ...entries.map((each) => each && markOf(each))]),
    ).toEqual([
      ['一组', '✗', '!'],
      ['二组', null, '✓'],
    ]);
    expect(status.owing.map(({ file }) => file)).toEqual(['b.xlsx']);
    expect(status.besides.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      'c.xlsx not-counted',
      'f.xlsx not-counted',
    ]);
    const entries = all(status);
    expect(entries.map((each) => [entryText(each, 'zh'), toneOf(each)])).toEqual([
      ['退回', 'error'],
      ['通过（有提示）', 'warning'],
      ['通过', undefined],
    ]);
    expect(form && [titleText(form, 'zh'), totalsText(form, 'en')]).toEqual([
      'extra（非必报）',
      'accepted 1, accepted with warnings 1, returned 1',
    ]);
    const [sheet, list] = designStatus(status, result, 'zh').sheets;
    expect(sheet && lines(sheet)[2]).toBe('报送单位 | 1月 | 2月');
    expect(list && lines(list)[3]).toBe('一组 | extra | 2026年1月 |  |  |  |  |  |  | 退回 | b.xlsx | 登记');
  });
});

describe('its workbook', () => {
  it('has a sheet for each form, the list, who owes, other files and what falls due', () => {
    const result = aResult({ files: [...aResult().files, sent('再.xlsx', 'not-counted')] });
    const { sheets } = designStatus(statusOf(result, { soFar: true }), result, 'zh');
    expect(sheets.map(({ name }) => name)).toEqual(['月报', '清单', '现欠', '其他来件', '到期']);
    const [form, list, owing] = sheets.map(lines);
    expect(form?.slice(2, 5)).toEqual([
      '报送单位 | 1月\n应于2026-03-05 | 2月\n应于2026-03-05 | 3月\n应于2026-03-05',
      '一组 | 通过 |  | ',
      '二组 |  | 有收到登记无文件，迟4天 | ',
    ]);
    expect(list?.[3]).toBe(
      '一组 | 月报 | 2026年1月 | 2026-03-05 | 2026-02-03 |  |  | 按时 |  | 通过 | 一组.xlsx | 月报',
    );
    expect(owing?.at(-1)).toBe('四组 | 月报 | 2026年2月 | 2026-03-05 |  |  |  | 未报 | #34 | 未报 |  | ');
  });
});

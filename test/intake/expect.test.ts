/** What is owed and what became of it; receipts; what falls due next. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { owedPeriods, receiptsOf, upcoming } from '../../src/intake/expect.js';
import type { Expected } from '../../src/model/submission.js';
import { day } from '../forms/sheets.js';
import { tiny } from '../measures/packs.js';
import { type Handed, owed, takenIn, type When } from './handed.js';

const TINY = tiny();
const PEOPLE = { '01 办公室': [], '02 计量科': [], '03 稽查队 不参加': [] };
const MARCH = '2026年3月';

const report = (more: Partial<Handed> = {}): Handed => ({
  form: 'report',
  by: '办公室',
  period: MARCH,
  rows: [{ no: '1', status: '完成' }],
  ...more,
});
const receipt = (received: string, more: Record<string, string> = {}): Handed => ({
  form: 'receipts',
  rows: [{ unit: '办公室', form: '完成情况表', period: MARCH, received: day(received), ...more }],
});

function outcome(handed: Handed[], when: Partial<When> = {}): Expected | undefined {
  const found = owed(TINY, takenIn(TINY, PEOPLE, handed), { period: '2026-03', asOf: '2026-04-20', ...when });
  return found.find(({ form, by, period }) => form === 'report' && by === 'unit:01' && period === '2026-03');
}

describe('what became of a form', () => {
  it('that came on the day itself: on time', () => {
    expect(outcome([report(), receipt('2026-04-05')])).toEqual({
      form: 'report',
      by: 'unit:01',
      period: '2026-03',
      due: '2026-04-05',
      status: 'on-time',
      file: 'report-办公室-2026年3月.xlsx',
      sheet: '表',
      received: '2026-04-05',
      place: { file: 'receipts.xlsx', sheet: '表', cell: 'D3' },
      datedBy: 'register',
    });
  });

  it('that came a day after: late, by one day', () => {
    expect(outcome([report(), receipt('2026-04-06')])).toMatchObject({ status: 'late', daysLate: 1 });
  });

  it('that came long after: late, by calendar days', () => {
    expect(outcome([report(), receipt('2026-05-05')])).toMatchObject({ status: 'late', daysLate: 30 });
  });

  it('that came early: on time', () => {
    expect(outcome([report(), receipt('2026-03-31')])).toMatchObject({ status: 'on-time' });
  });

  it('that was entered and whose file is missing: what the register says, without a file', () => {
    const found = outcome([receipt('2026-04-06')]);
    expect(found).toMatchObject({ status: 'late', received: '2026-04-06' });
    expect(found).not.toHaveProperty('file');
  });

  it('that did not come: missing once the due day is over', () => {
    expect(outcome([], { asOf: '2026-04-05' })).toMatchObject({ status: 'not-due', due: '2026-04-05' });
    expect(outcome([], { asOf: '2026-04-06' })).toMatchObject({ status: 'missing', due: '2026-04-05' });
  });

  it('that gives its own date: by that', () => {
    const dated = report({ fields: { filed_on: '2026-4-7' } });
    expect(outcome([dated])).toMatchObject({
      status: 'late',
      daysLate: 2,
      place: { file: 'report-办公室-2026年3月.xlsx', sheet: '表', cell: 'B4' },
    });
  });

  it('that gives its own date and was entered: by the register', () => {
    const dated = report({ fields: { filed_on: '2026-4-7' } });
    expect(outcome([dated, receipt('2026-04-03')])).toMatchObject({ status: 'on-time', received: '2026-04-03' });
  });

  it('that gives no date and was not entered: undated', () => {
    const found = outcome([report()]);
    expect(found).toMatchObject({ status: 'undated', file: 'report-办公室-2026年3月.xlsx' });
    expect(found).not.toHaveProperty('received');
  });

  it('that came in two files of different dates and was not entered: nobody can say', () => {
    const first = report({ fields: { filed_on: '2026-4-3' } });
    const second = report({ file: 'again.xlsx', fields: { filed_on: '2026-4-9' } });
    expect(outcome([first, second])).toMatchObject({ status: 'ambiguous' });
    expect(outcome([first, second, receipt('2026-04-03')])).toMatchObject({ status: 'on-time' });
    expect(outcome([first, report({ file: 'again.xlsx', fields: { filed_on: '2026-4-3' } })])).toMatchObject({
      status: 'on-time',
    });
  });

  it('whose own date cannot be read: undated', () => {
    expect(outcome([report({ fields: { filed_on: '月初' } })])).toMatchObject({ status: 'undated' });
  });

  it('of someone else is not this one', () => {
    const others = [
      report({ by: '计量科' }),
      report({ period: '2026年2月' }),
      receipt('2026-04-01', { unit: '计量科' }),
    ];
    expect(outcome(others)).toMatchObject({ status: 'missing' });
  });

  it('follows the due day where the office moves it to a working day', () => {
    const received = [report(), receipt('2026-04-07')];
    expect(outcome(received)).toMatchObject({ status: 'late', daysLate: 2 });
    expect(outcome(received, { shift: 'next-working-day' })).toMatchObject({ status: 'on-time', due: '2026-04-07' });
  });
});

describe('what is owed', () => {
  const debts = (period: string, form: string, handed: Handed[] = []): string[] =>
    owed(TINY, takenIn(TINY, PEOPLE, handed), { period })
      .filter((each) => each.form === form)
      .map(({ by, period: of }) => `${by} ${of}`);

  it('is owed by every unit that takes part', () => {
    expect(debts('2026-01', 'report')).toEqual(['unit:01 2026-01', 'unit:02 2026-01']);
  });

  it('is owed by the office for what it keeps every year', () => {
    expect(debts('2026-01', 'judgements')).toEqual(['office 2026']);
  });

  it('is owed from the beginning of the year to the end of the period', () => {
    expect(debts('2026-Q1', 'plan').filter((debt) => debt.startsWith('unit:01'))).toEqual([
      'unit:01 2026-01',
      'unit:01 2026-02',
      'unit:01 2026-03',
    ]);
  });

  it('is nothing that runs on, nor what need not be handed in, nor what has no due day', () => {
    expect([debts('2026', 'incidents'), debts('2026', 'leave')].flat()).toEqual([]);
    const open = tiny('forms: { report: { due: null } }');
    expect(owed(open, takenIn(open, PEOPLE, []), { period: '2026-03' }).map(({ form }) => form)).not.toContain(
      'report',
    );
  });

  it('is nothing while its due day is not set', () => {
    const unset = tiny('', { due_day: null });
    const forms = owed(unset, takenIn(unset, PEOPLE, []), { period: '2026-03' }).map(({ form }) => form);
    expect(forms).not.toContain('report');
    expect(forms).toContain('plan');
  });

  it.each([
    ['month', '2026-Q1', ['2026-01', '2026-02', '2026-03']],
    ['quarter', '2026-02', []],
    ['quarter', '2026-03', ['2026-Q1']],
    ['quarter', '2026-H1', ['2026-Q1', '2026-Q2']],
    ['half', '2026-Q1', []],
    ['half', '2026', ['2026-H1', '2026-H2']],
    ['year', '2026-01', ['2026']],
  ] as const)('each %s to the end of %s: %j', (kind, period, periods) => {
    expect(owedPeriods(kind, period as Period)).toEqual(periods);
  });
});

describe('receipts', () => {
  const rows = (...days: (string | number)[]): Handed => ({
    form: 'receipts',
    rows: days.map((received) => ({ unit: '办公室', form: '完成情况表', period: MARCH, received })),
  });

  it('count from the earliest for the same thing', () => {
    expect(outcome([report(), rows('2026-4-9', '2026-4-3', '2026-4-6')])).toMatchObject({
      status: 'on-time',
      received: '2026-04-03',
      place: { cell: 'D4' },
    });
  });

  it('are in order of day, wherever they are entered', () => {
    const { submissions } = takenIn(TINY, PEOPLE, [rows('2026-4-9'), { ...rows('2026-4-3'), file: 'b.xlsx' }]);
    expect(receiptsOf(TINY, submissions).map(({ received, place }) => [received, place.file])).toEqual([
      ['2026-04-03', 'b.xlsx'],
      ['2026-04-09', 'receipts.xlsx'],
    ]);
  });

  it.each([
    ['unit', '档案馆'],
    ['form', '某表'],
    ['period', '某月'],
    ['received', '月初'],
  ])('without a readable %s are none', (column, written) => {
    const { submissions } = takenIn(TINY, PEOPLE, [receipt('2026-04-03', { [column]: written })]);
    expect(receiptsOf(TINY, submissions)).toEqual([]);
  });

  it('are none where the measures keep no register', () => {
    const bare = tiny('receipts: null');
    const { submissions } = takenIn(bare, PEOPLE, [receipt('2026-04-03')]);
    expect(receiptsOf(bare, submissions)).toEqual([]);
  });
});

describe('what falls due next', () => {
  const { roster } = takenIn(TINY, PEOPLE, []);
  const due = (asOf: string, until: string, shift: 'none' | 'next-working-day' = 'none'): string[] =>
    upcoming(TINY, roster.subjects, { asOf: asOf as Day, until: until as Day, shift }).map(
      (each) => `${each.due} ${each.form} ${each.period} ×${each.debtors}`,
    );

  it('is in order of day, with how many owe it', () => {
    expect(due('2026-03-20', '2026-04-10')).toEqual([
      '2026-03-28 plan 2026-04 ×2',
      '2026-04-05 report 2026-03 ×2',
      '2026-04-08 attendance 2026-03 ×2',
    ]);
  });

  it('has the first day and the last', () => {
    expect(due('2026-03-28', '2026-04-05')).toEqual(['2026-03-28 plan 2026-04 ×2', '2026-04-05 report 2026-03 ×2']);
    expect(due('2026-03-29', '2026-04-04')).toEqual([]);
  });

  it('goes over the turn of the year, both ways', () => {
    expect(due('2025-12-24', '2026-01-11')).toEqual([
      '2025-12-25 targets 2026 ×2',
      '2025-12-28 plan 2026-01 ×2',
      '2026-01-05 report 2025-12 ×2',
      '2026-01-08 attendance 2025-12 ×2',
      '2026-01-10 judgements 2025 ×1',
    ]);
  });

  it('has what is owed for the year before and the year after', () => {
    expect(due('2026-01-01', '2026-01-07')).toEqual(['2026-01-05 report 2025-12 ×2']);
    expect(due('2025-12-26', '2025-12-31')).toEqual(['2025-12-28 plan 2026-01 ×2']);
  });

  it('is moved to a working day where the office does so', () => {
    expect(due('2026-04-06', '2026-04-07', 'next-working-day')).toEqual(['2026-04-07 report 2026-03 ×2']);
  });

  it('is what is owed for the earlier period first, where two fall on one day', () => {
    const both = tiny('forms: { plan: { due: { anchor: end, months: 1, day: 5 } }, report: { due: { months: 2 } } }');
    const found = upcoming(both, roster.subjects, {
      asOf: '2026-05-05' as Day,
      until: '2026-05-05' as Day,
      shift: 'none',
    });
    expect(found.map(({ form, period }) => `${form} ${period}`)).toEqual(['report 2026-03', 'plan 2026-04']);
  });
});

describe('a form that reports when something was done', () => {
  const DONE = tiny(`forms:
  report:
    done: [first_on, second_on]
    fields:
      first_on: { zh: 对外完成日期, en: First done on, type: date }
      second_on: { zh: 对内完成日期, en: Second done on, type: date }`);

  function done(fields: Record<string, string | null>, more: Handed[] = [], asOf = '2026-04-20'): Expected | undefined {
    const handed = [report({ fields }), ...more];
    const found = owed(DONE, takenIn(DONE, PEOPLE, handed), { period: '2026-03', asOf });
    return found.find(({ form, by, period }) => form === 'report' && by === 'unit:01' && period === '2026-03');
  }

  it('is on time when the last of its days is', () => {
    const found = done({ first_on: '2026-04-01', second_on: '2026-04-05' });
    expect(found).toMatchObject({ status: 'on-time', received: '2026-04-05', place: { cell: 'B5' }, datedBy: 'form' });
  });

  it('is late when one of its days is', () => {
    expect(done({ first_on: '2026-04-06', second_on: '2026-04-01' })).toMatchObject({
      status: 'late',
      daysLate: 1,
      received: '2026-04-06',
    });
  });

  it('is not done while one day is empty: missing once the due day is over', () => {
    expect(done({ first_on: '2026-04-01' })).toMatchObject({ status: 'missing', file: 'report-办公室-2026年3月.xlsx' });
    expect(done({ first_on: '2026-04-01' }, [], '2026-04-05')).toMatchObject({ status: 'not-due' });
  });

  it('names the cell of the first day that is empty', () => {
    const place = { file: 'report-办公室-2026年3月.xlsx', sheet: '表', cell: 'B5' };
    const days = { first_on: '2026-04-01', second_on: null };
    expect(done(days)).toMatchObject({ status: 'missing', place });
    expect(done(days)).not.toHaveProperty('datedBy');
    expect(done({ first_on: '2026-04-01', second_on: '—' })).toMatchObject({ status: 'missing', place });
    expect(done({ first_on: '2026-04-01' })).not.toHaveProperty('place');
  });

  it('is undated while one day cannot be read', () => {
    expect(done({ first_on: '2026-04-01', second_on: '四月初' })).toMatchObject({ status: 'undated' });
  });

  it('does not ask the register: when its report came is another matter', () => {
    const days = { first_on: '2026-04-01', second_on: '2026-04-05' };
    expect(done(days, [receipt('2026-04-30')])).toMatchObject({ status: 'on-time', received: '2026-04-05' });
    expect(done({}, [receipt('2026-04-01')])).toMatchObject({ status: 'missing' });
  });

  it('that was not handed in is missing, whatever the register says', () => {
    const found = owed(DONE, takenIn(DONE, PEOPLE, [receipt('2026-04-01')]), { period: '2026-03', asOf: '2026-04-20' });
    expect(found.find(({ form, by }) => form === 'report' && by === 'unit:01')).toMatchObject({ status: 'missing' });
  });

  it('that came twice with different days is for the office to choose', () => {
    const other = report({ fields: { first_on: '2026-04-02', second_on: '2026-04-09' }, file: 'again.xlsx' });
    expect(done({ first_on: '2026-04-01', second_on: '2026-04-05' }, [other])).toMatchObject({ status: 'ambiguous' });
  });
});

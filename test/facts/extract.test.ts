/** Rows that a section of the bulletin lists: which, in what order, and how each value is written. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { extractRows } from '../../src/facts/extract.js';
import type { RowSource } from '../../src/model/measures.js';
import type { Extract } from '../../src/model/result.js';
import { day } from '../forms/sheets.js';
import { type Handed, owed, takenIn } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';
import { january, PEOPLE, TINY } from './about.js';

interface Asked {
  readonly columns: readonly string[];
  readonly period?: string;
  readonly where?: string;
  readonly ahead?: string;
}

function extract(
  form: string,
  handed: readonly Handed[],
  { columns, period = '2026-01', where, ahead }: Asked,
): Extract {
  const section = `kind: rows, title: { zh: 甲, en: A }, none: { zh: 无, en: none }, form: ${form}, columns: [${columns}]`;
  const measures = tiny(
    `bulletin:\n  sections:\n    - { ${section}${where ? `, where: '${where}'` : ''}${ahead ? `, ahead: ${ahead}` : ''} }`,
  );
  const [plan] = measures.bulletin.sections;
  const source: RowSource = plan?.kind === 'rows' ? plan.rows : { form };
  const taken = takenIn(TINY, PEOPLE, handed);
  const { roster, settled } = taken;
  const asOf = '2026-04-10' as Day;
  const expected = owed(measures, taken, { period, asOf });
  const soon = { from: asOf, to: '2026-05-25' as Day };
  const looked = { measures, roster, period: period as Period, asOf, soon, submissions: settled.counted, expected };
  return extractRows(3, { rows: source, columns, ...(ahead ? { ahead } : {}) }, looked);
}

const zh = ({ rows }: Extract): string[][] => rows.map(({ cells }) => cells.map(({ text }) => text.zh));

const report = (month: number, by = '办公室'): Handed => ({
  form: 'report',
  by,
  period: `2026年${month}月`,
  rows: [
    { no: '1', status: '完成' },
    { no: '2', status: '未完成', reason: `${by}${month}` },
  ],
});

describe('rows of a form', () => {
  it('have the columns that are asked for, in that order, with their headings', () => {
    const found = extract('report', [report(1)], { columns: ['reason', 'no'] });
    expect(found.section).toBe(3);
    expect(found.columns).toEqual([
      { id: 'reason', title: { zh: '未完成原因', en: 'Reason' } },
      { id: 'no', title: { zh: '序号', en: 'No.' } },
    ]);
    expect(zh(found)).toEqual([
      ['', '1'],
      ['办公室1', '2'],
    ]);
  });

  it('know whose they are, for when, and where each value stands', () => {
    const [first] = extract('report', [report(1)], { columns: ['no'] }).rows;
    expect(first).toEqual({
      by: 'unit:01',
      period: '2026-01',
      cells: [{ text: { zh: '1', en: '1' }, place: { file: 'report-办公室-2026年1月.xlsx', sheet: '表', cell: 'A5' } }],
    });
  });

  it('are those for which the condition holds, and for sure', () => {
    const handed = [{ ...report(1), rows: [...(report(1).rows ?? []), { no: '3', status: '差不多' }] }];
    expect(zh(extract('report', handed, { columns: ['no'], where: 'status == "unfinished"' }))).toEqual([['2']]);
    expect(zh(extract('report', handed, { columns: ['no'] }))).toEqual([['1'], ['2'], ['3']]);
  });

  it('are those of the period alone', () => {
    const months = [1, 2, 3, 4].map((month) => report(month));
    const asked = { columns: ['reason'], where: 'status == "unfinished"' };
    expect(zh(extract('report', months, { ...asked, period: '2026-Q1' }))).toEqual([
      ['办公室1'],
      ['办公室2'],
      ['办公室3'],
    ]);
    expect(zh(extract('report', months, { ...asked, period: '2026-04' }))).toEqual([['办公室4']]);
  });

  it('stand by unit as on the roster, then by month, however they came', () => {
    const handed = [report(3, '计量科'), report(2), report(1, '计量科'), report(1)];
    const asked = { columns: ['reason'], where: 'status == "unfinished"', period: '2026-Q1' };
    expect(zh(extract('report', handed, asked)).flat()).toEqual(['办公室1', '办公室2', '计量科1', '计量科3']);
  });

  it('are none where nothing was handed in', () => {
    expect(extract('report', [], { columns: ['no'] }).rows).toEqual([]);
  });
});

describe('what may hold further rows', () => {
  const asked = { columns: ['no'], where: 'status == "unfinished"' };
  const kinds = (found: Extract): string[] =>
    (found.owed ?? []).map((each) => `${each.kind} ${'by' in each ? each.by : ''}`);

  it('is each report that has not come, or is not due', () => {
    expect(kinds(extract('report', [report(1)], asked))).toEqual(['submission unit:02']);
    expect(kinds(extract('report', [], { ...asked, period: '2026-04' }))).toEqual(['later unit:01', 'later unit:02']);
    expect(kinds(extract('report', [report(1), { ...report(1), file: 'again.xlsx' }], asked))).toEqual([
      'choice unit:01',
      'submission unit:02',
    ]);
  });

  it('is a row of which nobody can tell whether it counts', () => {
    const row = { no: '3', status: '差不多' };
    const { owed: open, rows } = extract('report', [{ ...report(1), rows: [row] }, report(1, '计量科')], asked);
    expect(open).toEqual([{ kind: 'cell', place: { file: 'report-办公室-2026年1月.xlsx', sheet: '表', cell: 'D5' } }]);
    expect(rows).toHaveLength(1);
  });

  it('is nothing where all has come', () => {
    expect(extract('report', [report(1), report(1, '计量科')], asked)).not.toHaveProperty('owed');
  });
});

describe('rows of a register', () => {
  const incidents = (...dates: string[]): Handed => ({
    form: 'incidents',
    rows: dates.map((occurred) => ({ occurred, unit: '办公室', kind: '失误', confirmed: '是' })),
  });
  const dates = (...written: string[]): string[] =>
    zh(extract('incidents', [incidents(...written)], { columns: ['occurred'], period: '2026-Q1' })).flat();

  it('are those of the period by their day', () => {
    expect(dates('2025-12-31', '2026-1-1', '2026-3-31', '2026-4-1')).toEqual(['2026年1月1日', '2026年3月31日']);
  });

  it('are left out where the day cannot be read, which is said', () => {
    expect(dates('年初')).toEqual([]);
    const { owed: open } = extract('incidents', [incidents('年初')], { columns: ['occurred'] });
    expect(open).toMatchObject([{ kind: 'cell', place: { cell: 'A3' } }]);
  });

  it('are those that fall due soon, where they are looked ahead for', () => {
    const handed = [incidents('2026-4-9', '2026-4-10', '2026-5-25', '2026-5-26')];
    const found = extract('incidents', handed, { columns: ['occurred'], ahead: 'occurred', period: '2026-01' });
    expect(zh(found).flat()).toEqual(['2026年4月10日', '2026年5月25日']);
  });

  it('have no unit or period of their own', () => {
    const [row] = extract('incidents', [incidents('2026-1-1')], { columns: ['kind'] }).rows;
    expect(Object.keys(row ?? {})).toEqual(['cells']);
  });

  it('are those of the period by their month', () => {
    const rows = ['2026年1月', '2026年4月'].map((decided) => ({ decided, person: '何静' }));
    const found = extract('sanctions', [{ form: 'sanctions', rows }], { columns: ['decided'], period: '2026-Q1' });
    expect(zh(found)).toEqual([['2026年1月']]);
  });
});

describe('a value', () => {
  const texts = (form: string, column: string, written: Handed['rows']): unknown => {
    const office = TINY.forms.get(form)?.from === 'office';
    const handed = office
      ? { form, ...(form === 'judgements' ? { period: '2026' } : {}), ...(written ? { rows: written } : {}) }
      : january(form, written);
    return extract(form, [handed], { columns: [column], period: '2026' }).rows[0]?.cells[0]?.text;
  };

  it.each<[string, string, string, Record<string, unknown>, string, string]>([
    ['day', 'incidents', 'occurred', { occurred: day('2026-03-05') }, '2026年3月5日', '2026-03-05'],
    ['period', 'sanctions', 'decided', { decided: '2026年3月' }, '2026年3月', 'March 2026'],
    ['yes', 'judgements', 'quality', { quality: '是' }, '是', 'yes'],
    ['no', 'judgements', 'quality', { quality: '×' }, '否', 'no'],
    ['choice', 'judgements', 'proposed', { proposed: 'good' }, '好', 'good'],
    ['step', 'sanctions', 'sanction', { decided: '2026年3月', sanction: '记过' }, '记过', 'demerit'],
    ['step that is none', 'sanctions', 'sanction', { decided: '2026年3月', sanction: '无' }, '无', 'none'],
    ['subject', 'judgements', 'unit', { unit: '01' }, '办公室', '办公室'],
    ['number', 'plan', 'quantity', { no: '1', quantity: '1,200.50' }, '1200.5', '1200.5'],
    ['long number', 'plan', 'quantity', { no: '1', quantity: '0.33333333333333333' }, '0.3333', '0.3333'],
    ['large number', 'plan', 'quantity', { no: '1', quantity: '12345678901234' }, '12345678901234', '12345678901234'],
    ['text', 'plan', 'task', { no: '1', task: ' 收发\n公文 ' }, '收发 公文', '收发 公文'],
    ['form', 'receipts', 'form', { form: 'Plan' }, '工作计划', 'Plan'],
    ['value that cannot be read', 'plan', 'quantity', { no: '1', quantity: '若干' }, '若干', '若干'],
    ['empty cell', 'plan', 'quantity', { no: '1', task: '收发' }, '', ''],
    ['empty cell that stands for something', 'attendance', 'sick', { person: '何静' }, '0', '0'],
  ])('that is a %s', (_, form, column, row, chinese, english) => {
    expect(texts(form, column, [row as Record<string, string>])).toEqual({ zh: chinese, en: english });
  });

  it('of nobody on the roster is written as it stands', () => {
    expect(texts('judgements', 'unit', [{ unit: '档案馆' }])).toEqual({ zh: '档案馆', en: '档案馆' });
  });
});

/** A row as conditions see it, and when two rows speak of the same matter. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/model/value.js';
import { rowLabel } from '../../src/rows/label.js';
import { comparable, keyOf, sameRow } from '../../src/rows/match.js';
import { parameterOperand, type SourceRow, sourceRow } from '../../src/rows/row.js';
import { filled, type Handed } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';

const TINY = tiny();

function rowOf(handed: Handed, measures = TINY): SourceRow {
  const submission = filled(measures, handed);
  const [row] = submission.rows;
  if (!row) throw new Error('no row');
  return sourceRow(measures, submission, row);
}

const report = (row: Record<string, string | number>, more: Partial<Handed> = {}): SourceRow =>
  rowOf({ form: 'report', by: '办公室', period: '2026年1月', rows: [row], ...more });

describe('what a name stands for in a row', () => {
  const row = report({ no: '1', done: '3', status: '差不多' }, { fields: { filed_on: '2026-2-3' } });

  it.each([
    ['a value', 'done', { state: 'known', value: { type: 'number', value: '3' } }],
    ['a field of the form', 'filed_on', { state: 'known', value: { type: 'day', value: '2026-02-03' } }],
    ['a parameter of the measures', 'due_day', { state: 'known', value: { type: 'number', value: '5' } }],
    ['a list of the measures', 'counted', { state: 'known', value: ['plan', 'report'] }],
    ['an empty cell that may be empty', 'reason', { state: 'absent' }],
    ['a cell that cannot be read', 'status', { state: 'unknown' }],
    ['nothing at all', 'elsewhere', { state: 'absent' }],
    ['the first day of its period', 'period_start', { state: 'known', value: { type: 'day', value: '2026-01-01' } }],
    ['the last day of its period', 'period_end', { state: 'known', value: { type: 'day', value: '2026-01-31' } }],
    ['the day of the run, where there is no run', 'as_of', { state: 'unknown' }],
  ])('%s', (_, name, operand) => {
    expect(row.operand(name)).toEqual(operand);
  });

  it('the days of a period that nobody wrote are unknown', () => {
    const undated = rowOf({ form: 'report', by: '办公室', rows: [{ no: '1', task: '收发公文' }] });
    expect([undated.operand('period_start'), undated.operand('period_end')]).toEqual([
      { state: 'unknown' },
      { state: 'unknown' },
    ]);
  });

  it('an empty cell that had to be filled is unknown', () => {
    expect(report({ no: '1', done: 2 }).operand('status')).toEqual({ state: 'unknown' });
  });

  it('an empty cell may stand for something', () => {
    const attendance = rowOf({ form: 'attendance', by: '办公室', rows: [{ person: '何静' }] });
    expect(attendance.operand('sick')).toEqual({ state: 'known', value: { type: 'number', value: '0' } });
  });

  it('an empty cell that a rule asks for in this very row is unknown', () => {
    expect(report({ no: '1', status: '未完成' }).operand('reason')).toEqual({ state: 'unknown' });
    expect(report({ no: '1', status: '完成' }).operand('reason')).toEqual({ state: 'absent' });
  });

  it('an empty cell is left so where the rule itself cannot be weighed', () => {
    expect(report({ no: '1', status: '差不多' }).operand('reason')).toEqual({ state: 'absent' });
  });

  it('an empty cell that a rule asks for in every row is unknown', () => {
    const always = tiny('forms: { report: { rules: { explained: { when: null } } } }');
    const row = rowOf({ form: 'report', rows: [{ no: '1', status: '完成' }] }, always);
    expect(row.operand('reason')).toEqual({ state: 'unknown' });
  });

  it('an empty cell is asked for by a parameter of the measures as well', () => {
    const over = 'forms: { report: { rules: { explained: { when: done < due_day } } } }';
    const operand = (value: number | null): unknown =>
      rowOf({ form: 'report', rows: [{ no: '1', done: 3, status: '完成' }] }, tiny(over, { due_day: value })).operand(
        'reason',
      );
    expect([operand(5), operand(2), operand(null)]).toEqual([
      { state: 'unknown' },
      { state: 'absent' },
      { state: 'absent' },
    ]);
  });

  it.each([
    ['need not be filled', 'reason', 'absent'],
    ['had to be filled', 'status', 'unknown'],
  ])('a column that is not there and %s', (_, name, state) => {
    expect(report({ no: '1', done: 2, task: '事' }, { without: [name] }).operand(name)).toEqual({ state });
  });

  it('a column that is not there and would stand for something is unknown', () => {
    const attendance = rowOf({ form: 'attendance', by: '办公室', rows: [{ person: '何静' }], without: ['sick'] });
    expect(attendance.operand('sick')).toEqual({ state: 'unknown' });
  });

  it('a field that had to be filled and is not there is unknown', () => {
    expect(rowOf({ form: 'report', rows: [{ no: '1', status: '完成' }] }).operand('month')).toEqual({
      state: 'unknown',
    });
  });

  it('a parameter that the office has not set is unknown', () => {
    const unset = tiny('', { due_day: null });
    expect(rowOf({ form: 'report', rows: [{ no: '1', status: '完成' }] }, unset).operand('due_day')).toEqual({
      state: 'unknown',
    });
    expect(parameterOperand(unset, 'due_day')).toEqual({ state: 'unknown' });
  });
});

describe('where a row stands', () => {
  const row = report({ task: '事', done: 2 });

  it('is the first of its cells that holds a value', () => {
    expect(row.place).toEqual({ file: 'report-办公室-2026年1月.xlsx', sheet: '表', cell: 'B5' });
    expect(row.period).toBe('2026-01');
  });

  it('is the cell of a column, empty or not, or of a field', () => {
    expect(row.cell('status').cell).toBe('D5');
    expect(row.cell('unit').cell).toBe('B2');
  });

  it('is its first cell for what has none', () => {
    expect(row.cell('elsewhere').cell).toBe('B5');
  });

  it('is its sheet where nothing on it can be read', () => {
    expect(rowOf({ form: 'plan', by: '办公室', rows: [{ quantity: '若干' }] }).place.cell).toBe('');
  });

  it('has no period where the form has none', () => {
    expect(rowOf({ form: 'incidents', rows: [{ kind: '失误' }] })).not.toHaveProperty('period');
  });
});

describe('what is owed before a name is known', () => {
  it('is its cell', () => {
    expect(report({ no: '1', status: '差不多' }).owedFor('status')).toEqual({
      kind: 'cell',
      place: { file: 'report-办公室-2026年1月.xlsx', sheet: '表', cell: 'D5' },
    });
  });

  it('is the parameter', () => {
    expect(report({ no: '1', status: '完成' }).owedFor('due_day')).toEqual({ kind: 'parameter', parameter: 'due_day' });
  });
});

describe('two values are the same', () => {
  const same = (a: Value, b: Value): boolean => comparable(a) === comparable(b);

  it.each<[Value, Value]>([
    [
      { type: 'number', value: '2' },
      { type: 'number', value: '2.0' },
    ],
    [
      { type: 'text', value: 'Ａ－１ 号' },
      { type: 'text', value: 'a-1号' },
    ],
    [
      { type: 'yesno', value: true },
      { type: 'yesno', value: true },
    ],
  ])('%j and %j', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each<[Value, Value]>([
    [
      { type: 'number', value: '2' },
      { type: 'number', value: '2.01' },
    ],
    [
      { type: 'text', value: '1' },
      { type: 'text', value: '01' },
    ],
    [
      { type: 'choice', value: 'good' },
      { type: 'choice', value: 'fair' },
    ],
    [
      { type: 'yesno', value: true },
      { type: 'yesno', value: false },
    ],
  ])('not %j and %j', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it('are nothing when there is none', () => {
    expect(comparable(undefined)).toBe('');
  });
});

describe('the key of a row', () => {
  it('is made of the columns that are asked for', () => {
    const first = report({ no: '１', done: '2.0', status: '完成' });
    const second = report({ no: '1', done: 2, status: '未完成', reason: '人手不足' });
    expect(keyOf(first, ['no', 'done'])).toBe(keyOf(second, ['no', 'done']));
    expect(keyOf(first, ['no', 'status'])).not.toBe(keyOf(second, ['no', 'status']));
  });

  it('does not run values together', () => {
    expect(keyOf(report({ no: 'a', task: 'bc' }), ['no', 'task'])).not.toBe(
      keyOf(report({ no: 'ab', task: 'c' }), ['no', 'task']),
    );
  });
});

describe('two rows say the same', () => {
  const same = (a: Record<string, string | number>, b: Record<string, string | number>): boolean =>
    sameRow(report(a), report(b), ['no', 'done', 'status', 'reason']);
  const row = { no: '1', done: 2, status: '完成' };

  it('where every column does, however it is written', () => {
    expect(same(row, { ...row, no: '１', done: '2.0' })).toBe(true);
  });

  it.each([
    ['a value differs', { ...row, done: 3 }],
    ['one has more', { ...row, reason: '好' }],
    ['one cannot be read', { ...row, done: '约2' }],
  ])('not where %s', (_, other) => {
    expect(same(row, other)).toBe(false);
  });

  it('where it is one row', () => {
    const one = report({ no: '1', status: '差不多' });
    expect(sameRow(one, one, ['status'])).toBe(true);
  });
});

describe('a row as its clerk names it', () => {
  const label = (handed: Handed): string => {
    const { rows } = filled(TINY, handed);
    const [form, row] = [TINY.forms.get(handed.form), rows[0]];
    if (!form || !row) throw new Error('no row');
    return rowLabel(form, row);
  };

  it('is what stands in its key, as it stands there', () => {
    expect(label({ form: 'report', rows: [{ no: '１', task: '收发' }] })).toBe('１');
    expect(label({ form: 'leave', rows: [{ person: '何静', first: '3月5日' }] })).toBe('何静 3月5日');
  });

  it('is its number where the key is empty, or there is none', () => {
    expect(label({ form: 'report', by: '办公室', rows: [{ task: '收发' }] })).toBe('4');
    expect(label({ form: 'incidents', rows: [{ kind: '失误' }] })).toBe('3');
  });
});

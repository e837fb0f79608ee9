/** What is known of the cells that something rests on: faults found there, and reports that never came. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { explanationText } from '../../src/cli/show/explanation.js';
import type { Paint } from '../../src/cli/show/paint.js';
import { explain } from '../../src/explain/explain.js';
import type { Finding } from '../../src/model/finding.js';
import type { Result } from '../../src/model/result.js';
import type { Expected } from '../../src/model/submission.js';
import type { Place } from '../../src/model/value.js';
import { fact } from '../grade/subjects.js';
import { resultOf, SUBJECTS } from '../words/results.js';

const PLAIN: Paint = { isColoured: false, bold: (text) => text, dim: (text) => text, severity: (_, text) => text };
const CELL = { file: 'a.xlsx', sheet: '表', cell: 'B2' };
const [UNIT] = SUBJECTS;

function restingOn(cells: readonly Place[], more: Partial<Result> = {}): Result {
  return { ...resultOf({ 'unit:01': [{ ...fact('unit:01', 'late_reports', 2), cells }] }), ...more };
}

function explained(result: Result) {
  if (!UNIT) throw new Error('no unit');
  return explain(result, UNIT, 'zh');
}

const lines = (result: Result): string[] => explanationText(explained(result), 'zh', PLAIN).split('\n');

function unreadable(place: Place, severity: Finding['severity'] = 'error'): Finding {
  const words = { zh: '数量', en: 'Number' };
  return { kind: 'cell-unreadable', severity, place, raw: '若干', column: words, expected: words };
}

const missing = (period: string, by = 'unit:01', status: Expected['status'] = 'missing'): Expected => ({
  form: 'report',
  by,
  period: period as Period,
  due: '2026-04-05' as Day,
  status,
});

describe('a cell', () => {
  it('has the errors and warnings found there, with rules and facts alike', () => {
    const result = restingOn([CELL], { findings: [unreadable(CELL), unreadable(CELL, 'warning')] });
    const { facts, grades } = explained(result);
    expect(facts[0]?.cells[0]?.findings?.map(({ severity, code }) => [severity, /^[A-Z]\d+$/.test(code)])).toEqual([
      ['error', true],
      ['warning', true],
    ]);
    expect(grades[0]?.rules.find(({ rule }) => rule === 'late')?.cells).toEqual(facts[0]?.cells);
    expect(lines(result).filter((line) => /^ +! [A-Z]\d+ 错误：.*数量/.test(line))).not.toEqual([]);
  });

  it('has no notes, and nothing found elsewhere on the sheet', () => {
    const findings = [unreadable(CELL, 'note'), unreadable({ ...CELL, cell: 'B3' }), unreadable({ file: 'a.xlsx' })];
    expect(explained(restingOn([CELL], { findings })).facts[0]?.cells).toEqual([CELL]);
  });

  it('with a fault is shown where the others are only counted', () => {
    const cells = Array.from({ length: 20 }, (_, at) => ({ ...CELL, cell: `B${at + 1}` }));
    const last = { ...CELL, cell: 'B20' };
    const text = lines(restingOn(cells, { findings: [unreadable(last)] }));
    expect(text).toContain('        ← a.xlsx › 表 › B20');
    expect(text.filter((line) => line === '        ← 另有 14 处')).toHaveLength(2);
  });
});

describe('a report that never came', () => {
  it('is named where it was counted', () => {
    const expected = [missing('2026-02'), missing('2026-02', 'unit:02'), missing('2026-03', 'unit:01', 'not-due')];
    const result = restingOn([CELL, { file: '' }], { expected });
    const [, cell] = explained(result).facts[0]?.cells ?? [];
    expect(cell).toEqual({ file: '', missing: [expect.stringMatching(/^办公室未报2026年2月“.+”（应于/)] });
    expect(lines(result).filter((line) => /^ +← 没有收到文件：办公室未报2026年2月/.test(line))).toHaveLength(2);
  });

  it('is one of several where several did not come, and none of another year', () => {
    const expected = [missing('2026-02'), missing('2026-03'), missing('2025-03')];
    const result = restingOn([{ file: '' }], { expected });
    expect(explained(result).facts[0]?.cells[0]?.missing).toHaveLength(2);
    const at = lines(result).findIndex((line) => line.endsWith('← 没有收到文件，是下列中的一份或几份：'));
    expect(lines(result).slice(at + 1, at + 3)).toEqual([
      expect.stringMatching(/2026年2月/),
      expect.stringMatching(/2026年3月/),
    ]);
  });

  it('is nothing more than no file where the result has no such report', () => {
    expect(lines(restingOn([{ file: '' }]))).toContain('        ← 没有收到文件');
  });
});

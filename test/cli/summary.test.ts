/** What the summary of a run says of the reports of the period. */
import { describe, expect, it } from 'vitest';
import { summaryText } from '../../src/cli/show/summary.js';
import type { Expected } from '../../src/model/submission.js';
import { aResult, expected } from '../report/result.js';

const states = ['on-time', 'late', 'missing', 'undated', 'not-due'] as const;
const owed = (more: Partial<Expected> = {}) => states.map((status) => expected('team:一组', '2026-02', status, more));
const said = (of: readonly Expected[], lang: 'zh' | 'en' = 'zh') =>
  summaryText(aResult({ expected: of }), lang).split('\n')[0];

describe('the summary', () => {
  it('counts what was to come by its states', () => {
    expect(said(owed())).toBe('本期应报 4 份：按时 1，迟报 1，未报 1，收到日期不明 1；收到 1 份表，退回 0 份');
    expect(said(owed(), 'en')).toBe(
      'Due in the period: 4 (on time 1, late 1, missing 1, day of receipt unknown 1); 1 forms came in, 0 returned',
    );
  });

  it('says of what was to be done that it was done or not, apart from what was to come', () => {
    const done = owed({ isDone: true }).slice(0, 3);
    expect(said(done)).toBe('本期应按期完成 3 项：按时 1，超期完成 1，未完成 1；收到 1 份表，退回 0 份');
    expect(said([...owed().slice(0, 1), ...done])).toBe(
      '本期应报 1 份：按时 1，迟报 0，未报 0；本期应按期完成 3 项：按时 1，超期完成 1，未完成 1；收到 1 份表，退回 0 份',
    );
    expect(said(done, 'en')).toContain('To be done in the period: 3 (on time 1, done late 1, not done 1)');
  });

  it('says only what came where nothing was owed', () => {
    expect(said([])).toBe('收到 1 份表，退回 0 份');
  });
});

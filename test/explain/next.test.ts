/** What is missing for the next better grade: the rules that give it and fail, and those that hold and stand in its way. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import { explain } from '../../src/explain/explain.js';
import type { NextGrade } from '../../src/explain/next.js';
import type { Told } from '../grade/subjects.js';
import { resultOf, SUBJECTS } from '../words/results.js';

const FINE: Readonly<Record<string, Told>> = {
  vetoes: 0,
  late_reports: 1,
  completion: '0.5',
  quality: false,
  planned: 4,
};

function next(told: Readonly<Record<string, Told>>, over = '', lang: Lang = 'zh'): NextGrade | undefined {
  const unit = SUBJECTS.find(({ id }) => id === 'unit:01');
  if (!unit) throw new Error('no unit');
  return explain(resultOf({ 'unit:01': { ...FINE, ...told } }, over), unit, lang).grades[0]?.next;
}

const CAP = `grades: { unit: { rules: { cap: { zh: 计划少, en: Few plans, clause: "1", grade: fair, effect: caps, when: planned < 5 } } } }`;

describe('the next better grade', () => {
  it('lacks what its rule asks for, and only that', () => {
    expect(next({ completion: '0.95' })).toEqual({
      grade: '好',
      lacking: [
        {
          rule: 'good',
          title: '全部完成',
          clause: '一(一)',
          clauseSays: '按时上报',
          atoms: [{ outcome: 'false', text: '工作质量 否（须为是）' }],
          owed: [],
        },
      ],
      against: [],
    });
    expect(next({}, '', 'en')?.lacking[0]?.atoms.map(({ text }) => text)).toEqual([
      'Completion 50.0% (at least 90.0%), short by 40 percentage points',
      expect.stringMatching(/no \(must be yes\)$/),
    ]);
  });

  it('is barred by what holds before its own rule, though that holds too', () => {
    const vetoed = next({ vetoes: 1, late_reports: 2 });
    expect(vetoed).toMatchObject({ grade: '中', lacking: [] });
    expect(vetoed?.against.map(({ rule, atoms }) => [rule, ...atoms.map(({ text }) => text)])).toEqual([
      ['veto', '否决 1（1以上）'],
      ['late', '迟报 2次（2次以上）'],
    ]);
  });

  it('is barred by a cap below it', () => {
    const capped = next({ completion: '1', quality: true }, CAP);
    expect(capped).toMatchObject({ grade: '好', lacking: [] });
    expect(capped?.against.map(({ rule }) => rule)).toEqual(['cap']);
  });

  it('is the best that is still possible while the grade is awaited', () => {
    const open = next({ quality: undefined, completion: '1' });
    expect(open?.grade).toBe('好');
    expect(open?.lacking.map(({ rule, owed }) => [rule, owed.length])).toEqual([['good', 1]]);
  });

  it('is none for the best, and where no rule applies', () => {
    expect(next({ completion: '1', quality: true })).toBeUndefined();
    expect(next({ completion: '0.1', late_reports: 0 })).toBeUndefined();
  });
});

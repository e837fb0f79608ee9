/** When a form falls due, also over the turn of a year and with days that are no working days. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/base/period.js';
import { dueDay } from '../../src/intake/due.js';
import type { Due } from '../../src/model/form.js';
import { tiny } from '../measures/packs.js';

const TINY = tiny();
const date = (anchor: 'start' | 'end', months: number, day: number | string): Due => ({
  kind: 'date',
  anchor,
  months,
  day,
});
const due = (each: Due, period: string, shift: 'none' | 'next-working-day' = 'none', measures = TINY): unknown =>
  dueDay(each, period as Period, measures, shift);

describe('a day of a month', () => {
  it.each([
    ['the month after', date('end', 1, 5), '2026-03', '2026-04-05'],
    ['the month after December', date('end', 1, 5), '2026-12', '2027-01-05'],
    ['the month before', date('start', -1, 28), '2026-03', '2026-02-28'],
    ['the month before January', date('start', -1, 28), '2026-01', '2025-12-28'],
    ['the month itself', date('start', 0, 15), '2026-03', '2026-03-15'],
    ['the month after a quarter', date('end', 1, 5), '2026-Q1', '2026-04-05'],
    ['the month after the last quarter', date('end', 1, 5), '2026-Q4', '2027-01-05'],
    ['December before a year', date('start', -1, 25), '2026', '2025-12-25'],
    ['June of a year', date('start', 5, 20), '2026', '2026-06-20'],
    ['January after a year', date('end', 1, 10), '2026', '2027-01-10'],
    ['the month after half a year', date('end', 1, 5), '2026-H1', '2026-07-05'],
    ['a month that is too short', date('start', -1, 30), '2026-03', '2026-02-28'],
    ['a month that is too short, in a leap year', date('start', -1, 31), '2024-03', '2024-02-29'],
    ['more than a year on', date('end', 14, 1), '2026-12', '2028-02-01'],
  ])('of %s', (_, each, period, day) => {
    expect(due(each, period)).toBe(day);
  });

  it('may be a parameter of the pack', () => {
    expect(due(date('end', 1, 'due_day'), '2026-03')).toBe('2026-04-05');
    expect(due(date('end', 1, 'due_day'), '2026-03', 'none', tiny('', { due_day: 8 }))).toBe('2026-04-08');
  });

  it('is not known while the parameter is not set, or is no number', () => {
    expect(due(date('end', 1, 'due_day'), '2026-03', 'none', tiny('', { due_day: null }))).toBeUndefined();
    expect(due(date('end', 1, 'late_at'), '2026-03')).toBeUndefined();
    expect(due(date('end', 1, 'counted'), '2026-03')).toBeUndefined();
  });
});

describe('a day on which nobody works', () => {
  it.each([
    ['a Sunday of a holiday', '2026-04-05', '2026-04-07'],
    ['the first of October', '2026-10-01', '2026-10-08'],
    ['a Saturday', '2026-03-07', '2026-03-09'],
    ['a Saturday that is worked', '2026-02-28', '2026-02-28'],
    ['a working day', '2026-03-05', '2026-03-05'],
  ])('%s stands, or moves on where the office says so', (_, day, moved) => {
    const [, month, at] = day.split('-').map(Number);
    const each = date('start', (month ?? 1) - 1, at ?? 1);
    expect(due(each, '2026')).toBe(day);
    expect(due(each, '2026', 'next-working-day')).toBe(moved);
  });
});

describe('a number of working days', () => {
  it.each([
    [1, '2026-03', '2026-04-01'],
    [5, '2026-03', '2026-04-08'],
    [1, '2025-12', '2026-01-04'],
    [3, '2026-09', '2026-10-10'],
  ])('%i after %s is %s', (count, period, day) => {
    expect(due({ kind: 'workdays', count }, period)).toBe(day);
    expect(due({ kind: 'workdays', count }, period, 'next-working-day')).toBe(day);
  });

  it('may be a parameter of the pack', () => {
    expect(due({ kind: 'workdays', count: 'due_day' }, '2026-03')).toBe('2026-04-08');
  });
});

import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addDays,
  calendarCovers,
  type Day,
  dateOf,
  dayInMonth,
  dayOf,
  daysBetween,
  dayText,
  isWorkday,
  lastOfMonth,
  monthOf,
  onWorkday,
  parseDay,
  workdayAfter,
  workdaysWithin,
  yearOf,
} from '../../src/base/day.js';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
};

const FIRST = day('1900-01-01');
const LAST = day('9999-12-31');
const days = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((offset) => addDays(FIRST, offset));
const recent = fc
  .integer({ min: 0, max: daysBetween(day('2020-01-01'), day('2026-12-31')) })
  .map((offset) => addDays(day('2020-01-01'), offset));

describe('the end of days', () => {
  it('is the last day of 9999, and no day after it is made', () => {
    expect(addDays(LAST, 1)).toBe(LAST);
    expect(addDays(day('9999-12-01'), 45)).toBe(LAST);
    expect(lastOfMonth(9999, 13)).toBe(LAST);
    expect(dayInMonth(9999, 12, 5)).toBe('9999-12-05');
    expect(dayInMonth(9999, 13, 5)).toBe(LAST);
    expect(dayInMonth(10_000, 1, 5)).toBe(LAST);
    expect(workdayAfter(LAST, 3)).toBe(LAST);
    expect(workdaysWithin(day('9999-12-27'), LAST)).toBe(5);
  });
});

describe('dayOf', () => {
  it.each([
    [2026, 2, 30],
    [2025, 2, 29],
    [1900, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [1899, 12, 31],
    [10_000, 1, 1],
    [2026.5, 1, 1],
    [Number.NaN, 1, 1],
    [2026, 1.5, 1],
  ])('has no %d-%d-%d', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  it('is what its parts say', () => {
    fc.assert(
      fc.property(days, (each) => {
        expect(dayOf(yearOf(each), monthOf(each), dateOf(each))).toBe(each);
      }),
    );
  });

  it('knows the leap day', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
  });
});

describe('parseDay', () => {
  it('reads every day as it is written', () => {
    fc.assert(
      fc.property(days, (each) => {
        expect(parseDay(each)).toBe(each);
      }),
    );
  });

  it.each(['2026-2-3', '2026-02-30', '20260203', ' 2026-02-03', '2026-02-03T00:00', '2026/02/03', '0000-01-01', ''])(
    'refuses %j',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );
});

describe('counting days', () => {
  it('adds what lies between', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it('finds between what was added', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: -30_000, max: 30_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it('orders days as their text is ordered', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });
});

describe('lastOfMonth', () => {
  it.each([
    [2026, 1, '2026-01-31'],
    [2026, 2, '2026-02-28'],
    [2024, 2, '2024-02-29'],
    [2026, 0, '2025-12-31'],
    [2026, 13, '2027-01-31'],
  ])('of %i-%i is %s', (year, month, last) => {
    expect(lastOfMonth(year, month)).toBe(last);
  });
});

describe('dayInMonth', () => {
  it.each([
    [2026, 3, 5, '2026-03-05'],
    [2026, 2, 31, '2026-02-28'],
    [2024, 2, 30, '2024-02-29'],
    [2026, 4, 31, '2026-04-30'],
    [2026, 4, 30, '2026-04-30'],
    [2026, 0, 25, '2025-12-25'],
    [2026, -1, 31, '2025-11-30'],
    [2026, 13, 5, '2027-01-05'],
  ])('takes day %3$i of %1$i-%2$i', (year, month, date, expected) => {
    expect(dayInMonth(year, month, date)).toBe(expected);
  });

  it('never leaves the month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1901, max: 9998 }),
        fc.integer({ min: -11, max: 24 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, date) => {
          const found = dayInMonth(year, month, date);
          expect(found.slice(0, 7)).toBe(lastOfMonth(year, month).slice(0, 7));
          expect(dateOf(found)).toBe(Math.min(date, dateOf(lastOfMonth(year, month))));
        },
      ),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2026-03-05', true, 'a Thursday'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-28', true, 'a Saturday worked for the Spring Festival'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-10-10', true, 'a Saturday worked for the National Day'],
    ['2026-02-16', false, 'a Monday of the Spring Festival'],
    ['2026-10-01', false, 'the National Day'],
    ['2026-04-06', false, 'a Monday off for Tomb-sweeping Day'],
  ])('%s: %s, %s', (text, works) => {
    expect(isWorkday(day(text))).toBe(works);
  });

  it.each([
    ['2026-02-01', '2026-02-28', 16],
    ['2026-03-01', '2026-03-31', 22],
    ['2026-03-07', '2026-03-08', 0],
    ['2026-03-06', '2026-03-06', 1],
    ['2026-03-06', '2026-03-05', 0],
  ])('from %s to %s there are %i', (first, last, count) => {
    expect(workdaysWithin(day(first), day(last))).toBe(count);
  });

  describe('do not depend on where the clock stands', () => {
    afterEach(() => vi.unstubAllEnvs());

    it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('%s', (zone) => {
      vi.stubEnv('TZ', zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const week = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'];
      expect(week.map((text) => isWorkday(day(text)))).toEqual([true, true, false, true, false, false, true]);
      expect(calendarCovers(2026)).toBe(true);
    });
  });

  it('reaches the nth by counting n of them', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const found = workdayAfter(from, count);
        expect(isWorkday(found)).toBe(true);
        expect(workdaysWithin(addDays(from, 1), found)).toBe(count);
      }),
    );
  });

  it('goes over a holiday to the shifted weekend', () => {
    expect(workdayAfter(day('2026-02-13'), 2)).toBe('2026-02-24');
  });

  it('moves a day to the first on which people work, and no further', () => {
    fc.assert(
      fc.property(recent, (each) => {
        const moved = onWorkday(each);
        expect(isWorkday(moved)).toBe(true);
        expect(workdaysWithin(each, moved)).toBe(1);
      }),
    );
  });
});

describe('calendarCovers', () => {
  it.each([
    [2003, false],
    [2004, true],
    [2025, true],
    [2026, true],
    [2052, false],
    // 1 January is a Saturday, then a Sunday: a day off without any calendar.
    [2050, false],
    [2051, false],
  ])('%i: %s', (year, covered) => {
    expect(calendarCovers(year)).toBe(covered);
  });
});

describe('dayText', () => {
  it('writes a day without leading zeros in Chinese, as ISO in English', () => {
    expect(dayText(day('2026-03-05'))).toEqual({ zh: '2026年3月5日', en: '2026-03-05' });
  });
});

describe('working days', () => {
  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])('are the same in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    const week = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-07', '2026-02-17', '2026-10-10'];
    expect(week.map((day) => isWorkday(day as Day))).toEqual([true, true, false, true, false, false, true]);
    vi.unstubAllEnvs();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/base/day.js';
import {
  countsTo,
  daysOver,
  firstDay,
  indexInYear,
  kindOf,
  lastDay,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodAt,
  periodOf,
  periodsWithin,
  periodText,
  within,
  yearOfPeriod,
} from '../../src/base/period.js';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];
const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`no period: ${text}`);
  return parsed;
};
const kinds = fc.constantFrom(...KINDS);
const years = fc.integer({ min: 1900, max: 9998 });
const periods = fc
  .tuple(kinds, years, fc.integer({ min: 1, max: 12 }))
  .map(([kind, year, month]) => periodOf(kind, year, month));

describe('daysOver', () => {
  it.each([
    ['period', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['period', '2024-02', '2024-02-01', '2024-02-29'],
    ['year', '2026-Q2', '2026-01-01', '2026-06-30'],
    ['year', '2026-01', '2026-01-01', '2026-01-31'],
    ['year', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('over the %s, %s is counted from %s to %s', (over, text, from, to) => {
    expect(daysOver(over, period(text))).toEqual({ from, to });
  });
});

describe('parsePeriod', () => {
  it.each([
    ['2026', 'year', 1, '2026-01-01', '2026-12-31'],
    ['2026-H1', 'half', 1, '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half', 2, '2026-07-01', '2026-12-31'],
    ['2026-Q1', 'quarter', 1, '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'quarter', 4, '2026-10-01', '2026-12-31'],
    ['2026-02', 'month', 2, '2026-02-01', '2026-02-28'],
    ['2024-02', 'month', 2, '2024-02-01', '2024-02-29'],
    ['2026-12', 'month', 12, '2026-12-01', '2026-12-31'],
  ])('%s is %s %i of its year, from %s to %s', (text, kind, index, first, last) => {
    const parsed = period(text);
    expect([kindOf(parsed), indexInYear(parsed), firstDay(parsed), lastDay(parsed), yearOfPeriod(parsed)]).toEqual([
      kind,
      index,
      first,
      last,
      Number(text.slice(0, 4)),
    ]);
  });

  it.each(['', '26', '2026-', '2026-Q0', '2026-Q5', '2026-H3', '2026-13', '2026-00', '2026-3', '2026-q1', '1899-01'])(
    'refuses %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('reads what periodOf writes', () => {
    fc.assert(
      fc.property(periods, (each) => {
        expect(parsePeriod(each)).toBe(each);
      }),
    );
  });
});

describe('a text that is no period', () => {
  it('is our own fault', () => {
    expect(() => kindOf('2026-Q9' as Period)).toThrow(RangeError);
  });
});

describe('periodAt', () => {
  it('holds the day', () => {
    fc.assert(
      fc.property(kinds, years, fc.integer({ min: 0, max: 364 }), (kind, year, offset) => {
        const day = addDays(`${year}-01-01` as Day, offset);
        const found = periodAt(kind, day);
        expect(kindOf(found)).toBe(kind);
        expect(firstDay(found) <= day && day <= lastDay(found)).toBe(true);
      }),
    );
  });
});

describe('within', () => {
  it.each([
    ['2026-03', '2026-Q1', true],
    ['2026-04', '2026-Q1', false],
    ['2026-Q2', '2026-H1', true],
    ['2026-Q3', '2026-H1', false],
    ['2026-H2', '2026', true],
    ['2026', '2026-H2', false],
    ['2025-12', '2026', false],
    ['2026-Q1', '2026-03', false],
  ])('%s in %s: %s', (inner, outer, holds) => {
    expect(within(period(inner), period(outer))).toBe(holds);
  });

  it('holds for a period in itself', () => {
    fc.assert(
      fc.property(periods, (each) => {
        expect(within(each, each)).toBe(true);
      }),
    );
  });
});

describe('periodsWithin', () => {
  it('parts a year without gap or overlap', () => {
    fc.assert(
      fc.property(years, kinds, (year, kind) => {
        const whole = period(String(year));
        const parts = periodsWithin(whole, kind);
        expect(firstDay(parts[0] ?? whole)).toBe(firstDay(whole));
        expect(lastDay(parts.at(-1) ?? whole)).toBe(lastDay(whole));
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1];
          if (next) expect(addDays(lastDay(part), 1)).toBe(firstDay(next));
        }
      }),
    );
  });

  it('has every period of a shorter kind that lies within, and nothing else', () => {
    fc.assert(
      fc.property(periods, kinds, (outer, kind) => {
        const all = periodsWithin(period(String(yearOfPeriod(outer))), kind);
        expect(periodsWithin(outer, kind)).toEqual(all.filter((each) => within(each, outer)));
      }),
    );
  });

  it.each([
    ['2026', 'month', 12],
    ['2026', 'quarter', 4],
    ['2026-H2', 'quarter', 2],
    ['2026-Q1', 'month', 3],
    ['2026-Q2', 'half', 0],
    ['2026-03', 'quarter', 0],
    ['2026-H1', 'year', 0],
  ] as const)('in %s has of kind %s: %i', (outer, kind, count) => {
    expect(periodsWithin(period(outer), kind)).toHaveLength(count);
  });
});

describe('countsTo', () => {
  const counts = (owed: string, due: string, span: string): boolean => {
    const [from, to] = [firstDay(period(span)), lastDay(period(span))];
    return countsTo(period(owed), due as Day, from, to);
  };

  it.each([
    ['2026-02', '2026-03-05', '2026-Q1', true, 'a month of the quarter'],
    ['2026-03', '2026-04-05', '2026-Q1', true, 'its last month, though due later'],
    ['2026-04', '2026-03-28', '2026-Q1', false, 'a month after it, though due within'],
    ['2026', '2026-06-20', '2026-Q2', true, 'a year in the quarter in which it falls due'],
    ['2026', '2026-06-20', '2026-Q1', false, 'a year in another quarter'],
    ['2026', '2025-12-25', '2026-Q1', true, 'a year due before it begins in its first quarter'],
    ['2026', '2025-12-25', '2026-Q2', false, 'a year due before it begins in no later quarter'],
    ['2026', '2027-01-05', '2026-Q4', true, 'a year due after its end in its last quarter'],
    ['2026', '2027-01-05', '2026-Q3', false, 'a year due after its end in no earlier quarter'],
    ['2025', '2026-01-05', '2026-Q1', false, 'another year'],
  ])('%s, due on %s, to %s: %s, %s', (owed, due, span, expected) => {
    expect(counts(owed, due, span)).toBe(expected);
  });

  it('counts what is owed to just one of the parts of its time', () => {
    const days = fc.integer({ min: -200, max: 600 });
    fc.assert(
      fc.property(periods, kinds, days, (owed, kind, offset) => {
        const due = addDays(firstDay(owed), offset);
        const parts = periodsWithin(owed, kind);
        fc.pre(parts.length > 0);
        expect(parts.filter((part) => counts(owed, due, part))).toHaveLength(1);
      }),
    );
  });
});

describe('periodText', () => {
  it.each([
    ['2026', '2026年度', '2026'],
    ['2026-H1', '2026年上半年', 'the first half of 2026'],
    ['2026-H2', '2026年下半年', 'the second half of 2026'],
    ['2026-Q1', '2026年第一季度', 'the first quarter of 2026'],
    ['2026-Q2', '2026年第二季度', 'the second quarter of 2026'],
    ['2026-Q3', '2026年第三季度', 'the third quarter of 2026'],
    ['2026-Q4', '2026年第四季度', 'the fourth quarter of 2026'],
    ['2026-03', '2026年3月', 'March 2026'],
    ['2026-12', '2026年12月', 'December 2026'],
  ])('%s: %s, %s', (text, zh, en) => {
    expect(periodText(period(text))).toEqual({ zh, en });
  });

  it('is different for different periods, in both languages', () => {
    const all = KINDS.flatMap((kind) => periodsWithin(period('2026'), kind)).map(periodText);
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length);
    expect(new Set(all.map(({ en }) => en)).size).toBe(all.length);
  });
});

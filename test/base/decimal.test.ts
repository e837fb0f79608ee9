import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  canonicalText,
  compared,
  Decimal,
  decimalOf,
  parseDecimal,
  percent,
  rounded,
} from '../../src/base/decimal.js';

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
/** Plain notation as someone may write it: any sign, leading zeros, trailing zeros. */
const written = fc
  .tuple(fc.constantFrom('', '-', '+'), digits(1, 20), fc.option(digits(1, 15)))
  .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`);
/** Whole hundredths, so that sums can be checked in integers. */
const hundredths = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

function parsed(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`not read: ${text}`);
  return value;
}

const fromHundredths = (count: bigint): Decimal => parsed(String(count)).div(100);

describe('parseDecimal', () => {
  it.each(['', ' ', '.', '-', '--1', '1e3', '1,000', '1 000', ' 1', '1 ', '0x10', '１', '1.2.3', 'NaN', 'Infinity'])(
    'refuses %j',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('reads back what canonical writes', () => {
    fc.assert(
      fc.property(written, (text) => {
        const value = parsed(text);
        expect(parsed(canonical(value)).eq(value)).toBe(true);
      }),
    );
  });

  it('keeps every digit of a long number', () => {
    const long = `${'9'.repeat(50)}.${'1'.repeat(50)}`;
    expect(canonical(parsed(long))).toBe(long);
  });
});

describe('canonical', () => {
  it.each([
    ['2.50', '2.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['1.', '1'],
    ['+3', '3'],
    ['-0', '0'],
    ['-0.00', '0'],
    [`0.${'0'.repeat(50)}1`, `0.${'0'.repeat(50)}1`],
    [`1${'0'.repeat(50)}`, `1${'0'.repeat(50)}`],
  ])('writes %s as %s', (text, expected) => {
    expect(canonical(parsed(text))).toBe(expected);
  });

  it('gives equal numbers equal text, however they were written', () => {
    const zeros = fc.nat({ max: 5 }).map((count) => '0'.repeat(count));
    fc.assert(
      fc.property(digits(1, 15), digits(1, 15), zeros, zeros, (whole, part, before, after) => {
        expect(canonical(parsed(`${before}${whole}.${part}${after}`))).toBe(canonical(parsed(`${whole}.${part}`)));
      }),
    );
  });

  it('gives different numbers different text', () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(canonical(fromHundredths(a)) === canonical(fromHundredths(b))).toBe(a === b);
      }),
    );
  });

  it('gives equal shares of different counts equal text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        (part, whole, times) => {
          expect(canonical(new Decimal(part * times).div(whole * times))).toBe(canonical(new Decimal(part).div(whole)));
        },
      ),
    );
  });
});

describe('sums', () => {
  it('are exact', () => {
    fc.assert(
      fc.property(fc.array(hundredths, { maxLength: 40 }), (counts) => {
        const sum = Decimal.sum(0, ...counts.map(fromHundredths));
        expect(canonical(sum.times(100))).toBe(String(counts.reduce((total, count) => total + count, 0n)));
      }),
    );
  });

  it('do not depend on order', () => {
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 1, maxLength: 20 }), (counts) => {
        const forth = Decimal.sum(...counts.map(fromHundredths));
        const back = Decimal.sum(...counts.toReversed().map(fromHundredths));
        expect(canonical(forth)).toBe(canonical(back));
      }),
    );
  });
});

describe('decimalOf', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1.1 * 3, '3.3'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [0.07 * 100, '7'],
  ])('takes the stored %d for %s, as a spreadsheet shows it', (double, expected) => {
    expect(canonical(decimalOf(double))).toBe(expected);
  });

  it('reads what was typed with up to 15 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat({ max: 999_999 }), (whole, part) => {
        const typed = `${whole}.${String(part).padStart(6, '0')}`;
        expect(canonical(decimalOf(Number(typed)))).toBe(canonical(parsed(typed)));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('throws for %d', (double) => {
    expect(() => decimalOf(double)).toThrow(RangeError);
  });
});

describe('canonicalText', () => {
  it('is the canonical text of what is written', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(canonicalText(text)).toBe(canonical(parsed(text)));
      }),
    );
  });
});

describe('compared', () => {
  it('puts decimals in order, also those that are one double', () => {
    const near = written.chain((text) => fc.constantFrom(text, canonical(parsed(text).plus('1e-30'))));
    fc.assert(
      fc.property(near, fc.oneof(near, written), (a, b) => {
        expect(Math.sign(compared(a, b))).toBe(parsed(a).comparedTo(parsed(b)));
      }),
    );
  });

  it.each([
    ['0.1', '0.10000000000000000000001', -1],
    ['9007199254740993', '9007199254740992', 1],
    [`1${'0'.repeat(400)}`, `2${'0'.repeat(400)}`, -1],
    ['2', '2.0', 0],
  ])('%s and %s: %i', (a, b, order) => {
    expect(Math.sign(compared(a, b))).toBe(order);
  });
});

describe('rounded', () => {
  it.each([
    ['2.345', 2, '2.35'],
    ['2.344', 2, '2.34'],
    ['-2.345', 2, '-2.35'],
    ['2', 2, '2.00'],
    ['0.5', 0, '1'],
  ])('rounds %s half up to %i places: %s', (value, places, expected) => {
    expect(rounded(value, places)).toBe(expected);
  });
});

describe('percent', () => {
  it.each([
    ['0.8889', '88.9%'],
    ['1', '100.0%'],
    ['0', '0.0%'],
    ['0.9995', '100.0%'],
  ])('writes the share %s as %s', (share, expected) => {
    expect(percent(share)).toBe(expected);
  });

  it('takes as many places as it is asked for', () => {
    expect(percent('0.66667', 2)).toBe('66.67%');
  });
});

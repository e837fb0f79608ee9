import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress, columnLetters } from '../../src/base/address.js';

describe('columnLetters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('writes column %i as %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('counts in base 26 without a zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
        const counted = [...columnLetters(column)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        expect(counted).toBe(column);
      }),
    );
  });
});

describe('cellAddress', () => {
  it('puts the column before the row', () => {
    expect(cellAddress(12, 28)).toBe('AB12');
  });
});

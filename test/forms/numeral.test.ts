/** Chinese numerals: every number that is spoken in full, and none that leaves something out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, NUMERAL, numeralOf } from '../../src/forms/numeral.js';

describe('a numeral', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['一十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两百五十', 250],
    ['二千零三十', 2030],
    ['两千二百', 2200],
    ['一万', 10_000],
    ['三万零六', 30_006],
    ['十二万三千', 123_000],
  ])('%s is %d', (text, value) => {
    expect(numeralOf(text)).toBe(value);
  });

  it.each([
    ...['', '一百二', '一百十二', '十两', '两十', '二二', '一零', '百', '万', '零三', '三零', '一万万', '二百五'],
    ...['三百零零五', '五天', '5', '几', '千二'],
  ])('%j is none', (text) => {
    expect(numeralOf(text)).toBeUndefined();
  });

  it('is one number at most, and no two have the same number but for 两, 十 and 〇', () => {
    const texts = fc.array(fc.constantFrom(...NUMERAL), { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const alike = (text: string): string =>
          text.replace(/[〇○]/gu, '零').replaceAll('两', '二').replace(/^一十/u, '十');
        const value = numeralOf(one);
        if (value !== undefined && value === numeralOf(other)) expect(alike(one)).toBe(alike(other));
      }),
    );
  });
});

describe('digits one by one', () => {
  it('are a year', () => {
    expect([digitsOf('二〇二六'), digitsOf('二零二六'), digitsOf('一九九九')]).toEqual(['2026', '2026', '1999']);
  });

  it('are none where something else stands', () => {
    expect([digitsOf('二十六'), digitsOf('2026')]).toEqual([undefined, undefined]);
  });
});

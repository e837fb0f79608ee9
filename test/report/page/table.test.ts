/** Keys by which rows are sorted: whole numbers in the exact order of what they stand for. */
import { describe, expect, it } from 'vitest';
import { compared } from '../../../src/base/decimal.js';
import { keysOf } from '../../../src/report/page/table.js';

describe('keys', () => {
  it('are the same for what is equal, and none for what is not known', () => {
    expect(keysOf<string>(['10', undefined, '9.5', '10', '-1'], compared)).toEqual([2, undefined, 1, 2, 0]);
    expect(keysOf<string>([], compared)).toEqual([]);
  });

  it('tell numbers apart that a binary float does not', () => {
    expect(keysOf<string>(['0.10000000000000000001', '0.1', '0.1000000000000000000100'], compared)).toEqual([1, 0, 1]);
  });
});

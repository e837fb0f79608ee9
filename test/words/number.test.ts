/** One of what a pack names in the plural. */
import { describe, expect, it } from 'vitest';
import { singular } from '../../src/words/number.js';

describe('singular', () => {
  it.each([
    ['times', 'time'],
    ['working days', 'working day'],
    ['classes', 'class'],
    ['boxes', 'box'],
    ['inquiries', 'inquiry'],
    ['days', 'day'],
    ['people', 'people'],
    ['loss', 'loss'],
  ])('%s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });
});

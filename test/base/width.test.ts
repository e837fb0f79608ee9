import { describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';

describe('width', () => {
  it('counts two columns for a Chinese character', () => {
    expect(width('科室A1')).toBe(6);
  });
});

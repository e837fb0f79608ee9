import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';

describe('width', () => {
  it('counts two columns for a Chinese character', () => {
    expect(width('科室A1')).toBe(6);
  });

  it('is that of the package for every character, told in either way', () => {
    const differing = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
      (char) => width(char) !== stringWidth(char) || width(`a${char}`) !== stringWidth(`a${char}`),
    );
    expect(differing).toEqual([]);
  });
});

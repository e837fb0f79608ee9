import { describe, expect, it } from 'vitest';
import { once } from '../../src/base/once.js';

describe('once', () => {
  it('makes a thing once for each object, nothing as well', () => {
    const asked: object[] = [];
    const [one, other] = [{}, {}];
    const made = once((from: object) => {
      asked.push(from);
      return from === one ? undefined : asked.length;
    });
    expect([made(one), made(other), made(one), made(other)]).toEqual([undefined, 2, undefined, 2]);
    expect(asked).toEqual([one, other]);
  });
});

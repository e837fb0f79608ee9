import { describe, expect, it } from 'vitest';
import { groupedBy } from '../../src/base/group.js';

describe('groupedBy', () => {
  it('keeps groups and members in order of first appearance', () => {
    const groups = groupedBy(['b1', 'a1', 'b2', 'a2'], ([letter]) => letter);
    expect([...groups]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1', 'a2']],
    ]);
  });

  it('has no group without a member', () => {
    expect(groupedBy([], (item) => item).size).toBe(0);
  });
});

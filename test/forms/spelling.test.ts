import { describe, expect, it } from 'vitest';
import { spelled } from '../../src/forms/spelling.js';

const choice = (id: string, ...aliases: string[]) => ({ id, title: { zh: `${id}项`, en: `Item ${id}` }, aliases });

describe('a spelling', () => {
  const [first, second] = [choice('a', '甲（一）'), choice('b', '甲(一)', 'A')];

  it.each(['a', 'a项', 'itema', '甲(一)'])('%s finds the first of a list that it may mean', (text) => {
    expect(spelled([first, second], text)).toBe(first);
  });

  it('finds what only another may mean', () => {
    expect(spelled([first, second], 'b项')).toBe(second);
  });

  it('finds nothing where nothing is so called', () => {
    expect(spelled([first, second], '甲')).toBeUndefined();
  });
});

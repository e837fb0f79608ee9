import { describe, expect, it } from 'vitest';
import { parseResult, resultJson } from '../../src/report/json.js';
import { scoredResult } from './scores.js';

describe('a written result', () => {
  it('is read back as it was', () => {
    expect(parseResult(resultJson(scoredResult()))).toEqual(scoredResult());
  });

  it('of another format is refused, the one before scores among them', () => {
    for (const format of [1, 3, '2', null]) {
      expect(parseResult(JSON.stringify({ ...scoredResult(), format }))).toEqual({ problem: 'other-format' });
    }
    for (const text of ['null', '[]', '"2"', '{}']) expect(parseResult(text)).toEqual({ problem: 'other-format' });
    expect(parseResult('{')).toEqual({ problem: 'not-json' });
  });
});

import { describe, expect, it } from 'vitest';
import { parseResult, resultJson } from '../../src/report/json.js';
import { aResult, at } from './result.js';
import { scoredResult } from './scores.js';

describe('a written result', () => {
  it('is read back as it was', () => {
    expect(parseResult(resultJson(scoredResult()))).toEqual(scoredResult());
  });

  it('keeps the order of its keys, so that it is written again byte for byte', () => {
    const text = resultJson(scoredResult());
    const read = parseResult(text);
    expect('problem' in read ? read : resultJson(read)).toBe(text);
  });

  it('of another format is refused, the one before scores among them', () => {
    for (const format of [1, 3, '2', null]) {
      const read = parseResult(JSON.stringify({ ...scoredResult(), format }));
      expect(read).toEqual({ problem: 'other-format', format, expected: 2 });
    }
    for (const text of ['null', '[]', '"2"', '{}'])
      expect(parseResult(text)).toMatchObject({ problem: 'other-format', expected: 2 });
    expect(parseResult('{')).toMatchObject({ problem: 'not-json' });
  });
});

/** What a result changed by hand is refused for. */
function misfits(change: object): string[] {
  const read = parseResult(JSON.stringify({ ...aResult(), ...change }));
  if (!('problem' in read) || read.problem !== 'misfits') return [];
  return read.misfits.map(({ path, expected, found }) => `${path}: ${expected.en}, not ${found}`);
}

describe('a result changed by hand', () => {
  it.each<[string, object, string[]]>([
    [
      'a state that there is not',
      { grades: [{ ...aResult().grades[0], state: 'lost' }] },
      ['grades[0].state: one of "determined", "proposed", "awaiting", "undetermined", not "lost"'],
    ],
    [
      'a key misspelt',
      { standings: [{ ...aResult().standings[0], rnak: 1 }] },
      ['standings[0].rnak: no such key, not 1'],
    ],
    ['a key wanting', { seats: [{ limit: 'best', clause: 'c4' }] }, ['seats[0].takingPart: a number, not undefined']],
    ['a number that is no text', { office: { name: 1, issuer: '' } }, ['office.name: a text, not 1']],
    ['a list that is none', { facts: {} }, ['facts: a list, not {}']],
    [
      'a period that is none',
      { period: '2026-13' },
      ['period: a period such as 2026-03, 2026-Q1, 2026-H1 or 2026, not "2026-13"'],
    ],
    ['a day that is none', { asOf: '2026-02-30' }, ['asOf: a day such as 2026-03-31, not "2026-02-30"']],
    [
      'a decimal with an exponent',
      { facts: [{ ...aResult().facts[0], value: { type: 'number', value: '1e400' } }] },
      ['facts[0].value.value: a decimal number such as 87.5, not "1e400"'],
    ],
    [
      'a value of no type',
      { facts: [{ ...aResult().facts[0], value: { type: 'money', value: '1' } }] },
      ['facts[0].value.type: something that is known, not "money"'],
    ],
    [
      'a kind of finding that there is not',
      { findings: [{ kind: 'cell-lost', severity: 'error', place: at('A1') }] },
      ['findings[0].kind: something that is known, not "cell-lost"'],
    ],
    [
      'a finding without what its kind says',
      { findings: [{ kind: 'cell-missing', severity: 'error', place: at('A1') }] },
      ['findings[0].column: an object, not undefined'],
    ],
    [
      'a rank below nothing, and a step without its scale',
      {
        standings: [{ ...aResult().standings[0], rank: -1 }],
        facts: [{ ...aResult().facts[0], value: { type: 'step', value: null } }],
      },
      ['facts[0].value.scale: a text, not undefined', 'standings[0].rank: a whole number not below 0, not -1'],
    ],
    [
      'a parameter that is neither value nor list',
      {
        words: {
          ...aResult().words,
          parameters: { ...aResult().words.parameters, quota: { value: { type: 'number' } } },
        },
      },
      [],
    ],
  ])('is refused for %s, with path and what stands there', (_, change, expected) => {
    const found = misfits(change);
    if (expected.length > 0) expect(found).toEqual(expected);
    else expect(found).toContain('words.parameters.quota.value.value: a text, not undefined');
  });

  it('is refused when it nests without end', () => {
    const deep = '{"items":['.repeat(200_000) + ']}'.repeat(200_000);
    const text = JSON.stringify({ ...scoredResult(), scores: ['@'] }).replace('"@"', deep);
    expect(parseResult(text)).toMatchObject({ problem: expect.stringMatching(/not-json|misfits/) });
  });
});

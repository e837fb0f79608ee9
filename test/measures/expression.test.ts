/** Conditions: what they may ask, and what comes of what is known, absent and unknown. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { Declared } from '../../src/measures/cel.js';
import { isRefused, language } from '../../src/measures/expression.js';
import type { Condition, Operand, Weighed } from '../../src/model/condition.js';
import type { Scale } from '../../src/model/measures.js';
import type { Value } from '../../src/model/value.js';

const scale = (id: string, ...steps: string[]): [string, Scale] => [
  id,
  { id, title: { zh: id, en: id }, steps: steps.map((step) => ({ id: step, title: { zh: step, en: step } })) },
];
const SCALES = new Map([scale('sanction', 'warning', 'demerit', 'dismissal'), scale('party', 'warning', 'removal')]);
const NAMES: Readonly<Record<string, Declared>> = {
  times: { type: 'int' },
  more: { type: 'int' },
  days: { type: 'decimal' },
  share: { type: 'decimal' },
  note: { type: 'text' },
  from: { type: 'day' },
  to: { type: 'day' },
  sure: { type: 'yesno' },
  done: { type: 'yesno' },
  state: { type: 'choice', choices: ['finished', 'unfinished'] },
  listed: { type: 'list' },
  limit: { type: 'threshold' },
  sanction: { type: 'step', scale: 'sanction' },
  heavy: { type: 'step-threshold', scale: 'sanction' },
  party_heavy: { type: 'step-threshold', scale: 'party' },
};
const WORDS = language(new Map(Object.entries(NAMES)), SCALES);

const ABSENT: Operand = { state: 'absent' };
const UNKNOWN: Operand = { state: 'unknown' };
const known = (value: Extract<Operand, { state: 'known' }>['value']): Operand => ({ state: 'known', value });
const number = (value: string): Operand => known({ type: 'number', value });
const yes = known({ type: 'yesno', value: true });
const no = known({ type: 'yesno', value: false });
const text = (value: string): Operand => known({ type: 'text', value });
const day = (value: string): Operand => known({ type: 'day', value: value as Day });
const choice = (value: string): Operand => known({ type: 'choice', value });
const step = (value: string | null): Operand => known({ type: 'step', scale: 'sanction', value });
const bound = (value: string, inclusive: boolean): Operand =>
  known({ type: 'threshold', bound: { type: 'number', value }, inclusive });
const stepBound = (value: string, inclusive: boolean): Operand =>
  known({ type: 'threshold', bound: { type: 'step', scale: 'sanction', value }, inclusive });

function condition(source: string): Condition {
  const compiled = WORDS.compile(source);
  if (isRefused(compiled)) throw new Error(compiled.message);
  return compiled;
}

function weighed(source: string, operands: Readonly<Record<string, Operand>>): Weighed {
  return condition(source).weigh((name) => operands[name] ?? UNKNOWN);
}

/** The outcome, which is the same asked for alone and with its atoms. */
const outcome = (source: string, operands: Readonly<Record<string, Operand>> = {}): string => {
  const alone = condition(source).outcome((name) => operands[name] ?? UNKNOWN);
  expect(alone).toBe(weighed(source, operands).outcome);
  return alone;
};

describe('a condition that is refused', () => {
  it.each([
    ['«nope» > 1', 'a name that there is not'],
    ['sure && «nope»', 'a name that there is not, further on'],
    ['«times»', 'a number'],
    ['«state»', 'a text'],
    ['«times + 1»', 'a sum'],
    ['times >=«»', 'half a comparison'],
    ['«times == "2"»', 'a number compared with a text'],
    ['«note > 3»', 'a text compared with a number'],
    ['«days / share» > 1.0', 'a division of decimals'],
    ['«times == 1.5»', 'a whole number that would equal a part'],
    ['state == «"finish"»', 'a choice misspelt'],
    ['«"finish"» == state', 'a choice misspelt on the left'],
    ['state != «"finish"»', 'a choice misspelt that never equals'],
    ['state in ["finished", «"finish"»]', 'one choice of a list misspelt'],
    ['sure && !(times > 1 || state == «"finish"»)', 'a choice misspelt far within'],
    ['«reaches(sanction, party_heavy)»', 'a step of one scale measured on another'],
    ['«reaches(sanction, limit)»', 'a step measured by a number'],
    ['«reaches(days, 3)»', 'a number that is no threshold'],
    ['«reaches(note, limit)»', 'a text measured by a number'],
    ['«sanction == sanction»', 'steps compared by anything but a threshold'],
    ['«days(from)» > 1', 'one day alone'],
    ['«sure && times»', 'a number taken for true'],
  ])('%s: %s', (source) => {
    const [start, end] = [source.indexOf('«'), source.indexOf('»') - 1];
    const compiled = WORDS.compile(source.replace(/[«»]/g, ''));
    expect(isRefused(compiled) && [compiled.start, compiled.end]).toEqual([start, end]);
    expect(isRefused(compiled) && compiled.message).not.toBe('');
  });

  it('says which choices there are', () => {
    const compiled = WORDS.compile('state == "finish"');
    expect(isRefused(compiled) && compiled.message).toBe('state is one of finished, unfinished, never finish');
  });

  it('says what it gives instead of true or false', () => {
    const compiled = WORDS.compile('times');
    expect(isRefused(compiled) && compiled.message).toBe('gives int, not true or false');
  });
});

describe('a condition', () => {
  it('tells what it asks for, each name once', () => {
    expect(condition('times > 1 && (sure || times > more) && state in listed').names).toEqual([
      'times',
      'sure',
      'more',
      'state',
      'listed',
    ]);
  });

  it('keeps its source', () => {
    expect(condition('times  > 1').source).toBe('times  > 1');
  });

  it('takes any text for one that is no choice', () => {
    expect(outcome('note == "anything"', { note: text('anything') })).toBe('true');
  });
});

describe('numbers', () => {
  it.each([
    ['days >= 3', '3', 'true'],
    ['days > 3', '3', 'false'],
    ['days <= 3', '3', 'true'],
    ['days < 3', '3', 'false'],
    ['days == 3', '3', 'true'],
    ['days != 3', '3', 'false'],
    ['3 <= days', '3', 'true'],
    ['3 == days', '3.0', 'true'],
    ['days == 0.3', '0.3', 'true'],
    ['0.3 == days', '0.3', 'true'],
    ['days >= 0.9', '0.9', 'true'],
    ['days > 0.9', '0.90000000000000000001', 'true'],
    ['days + 0.2 == 0.3', '0.1', 'true'],
    ['days - 0.1 == 0.2', '0.3', 'true'],
    ['days * 3 == 0.3', '0.1', 'true'],
    ['2 * days == 5', '2.5', 'true'],
    ['days + days == 0.2', '0.1', 'true'],
    ['1 - days == 0.9', '0.1', 'true'],
  ])('%s with days %s: %s', (source, days, expected) => {
    expect(outcome(source, { days: number(days) })).toBe(expected);
  });

  it.each([
    ['times >= 2.5', 'true'],
    ['times > 3', 'false'],
    ['times == 3', 'true'],
    ['times + more == 7', 'true'],
    ['times < days', 'true'],
    ['days > times', 'true'],
    ['days - times == 0.5', 'true'],
    ['times * days == 10.5', 'true'],
  ])('a whole number beside others, %s: %s', (source, expected) => {
    expect(outcome(source, { times: number('3'), more: number('4'), days: number('3.5') })).toBe(expected);
  });
});

describe('reaches', () => {
  it.each([
    ['1.9', '2', true, 'false'],
    ['2', '2', true, 'true'],
    ['2', '2', false, 'false'],
    ['2.1', '2', false, 'true'],
  ])('%s reaches %s (itself counted: %s): %s', (days, at, inclusive, expected) => {
    expect(outcome('reaches(days, limit)', { days: number(days), limit: bound(at, inclusive) })).toBe(expected);
  });

  it('takes a whole number and a sum as well', () => {
    const operands = { times: number('2'), days: number('0.5'), limit: bound('2.5', true) };
    expect(outcome('reaches(times, limit)', operands)).toBe('false');
    expect(outcome('reaches(times + days, limit)', operands)).toBe('true');
  });

  it.each([
    [null, 'demerit', true, 'false'],
    ['warning', 'demerit', true, 'false'],
    ['demerit', 'demerit', true, 'true'],
    ['demerit', 'demerit', false, 'false'],
    ['dismissal', 'demerit', false, 'true'],
    [null, 'warning', true, 'false'],
  ])('the step %s reaches %s (itself counted: %s): %s', (reached, at, inclusive, expected) => {
    const operands = { sanction: step(reached), heavy: stepBound(at, inclusive) };
    expect(outcome('reaches(sanction, heavy)', operands)).toBe(expected);
  });
});

describe('choices and lists', () => {
  it.each([
    ['state == "finished"', 'true'],
    ['state != "finished"', 'false'],
    ['state in ["unfinished", "finished"]', 'true'],
    ['state in listed', 'true'],
    ['note in listed', 'false'],
  ])('%s: %s', (source, expected) => {
    const operands = { state: choice('finished'), listed: known(['finished', 'other']), note: text('none') };
    expect(outcome(source, operands)).toBe(expected);
  });
});

describe('days and workdays', () => {
  const operands = { from: day('2026-02-13'), to: day('2026-02-24') };

  it('count the first and the last', () => {
    expect(outcome('days(from, to) == 12', operands)).toBe('true');
    expect(outcome('days(from, from) == 1', operands)).toBe('true');
  });

  it('count days on which people work by the published calendar', () => {
    expect(outcome('workdays(from, to) == 3', operands)).toBe('true');
  });

  it('compare as they follow each other', () => {
    expect(outcome('from < to', operands)).toBe('true');
    expect(outcome('from >= "2026-02-13" && from < "2026-03-01"', operands)).toBe('true');
    expect(outcome('from >= to || from > "2026-02-13"', operands)).toBe('false');
  });
});

describe('blank', () => {
  it.each([
    ['blank(note)', ABSENT, 'true'],
    ['blank(note)', text('x'), 'false'],
    ['blank(note)', UNKNOWN, 'unknown'],
    ['!blank(note)', ABSENT, 'false'],
    ['blank(note) || note == "x"', ABSENT, 'true'],
  ])('%s with note %j: %s', (source, note, expected) => {
    expect(outcome(source, { note })).toBe(expected);
  });

  it('of anything but a name is false', () => {
    expect(outcome('blank(days + 1)', { days: number('1') })).toBe('false');
  });
});

describe('three values', () => {
  const values: Readonly<Record<string, Operand>> = { true: yes, false: no, unknown: UNKNOWN };

  it.each([
    ['true', 'true', 'true', 'true'],
    ['true', 'false', 'false', 'true'],
    ['true', 'unknown', 'unknown', 'true'],
    ['false', 'false', 'false', 'false'],
    ['false', 'unknown', 'false', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: both %s, either %s', (left, right, both, either) => {
    for (const [a, b] of [
      [left, right],
      [right, left],
    ]) {
      const operands = { sure: values[a ?? ''] ?? UNKNOWN, done: values[b ?? ''] ?? UNKNOWN };
      expect(outcome('sure && done', operands)).toBe(both);
      expect(outcome('sure || done', operands)).toBe(either);
    }
  });

  it.each([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ])('not %s is %s', (value, expected) => {
    expect(outcome('!sure', { sure: values[value] ?? UNKNOWN })).toBe(expected);
  });

  it('an atom with one unknown name is unknown, whatever the other', () => {
    expect(outcome('times > more', { times: number('3') })).toBe('unknown');
    expect(outcome('times > more', { times: ABSENT })).toBe('unknown');
  });

  it('an atom with a name left empty does not hold, nor does its opposite as an atom', () => {
    expect(outcome('times > 1', { times: ABSENT })).toBe('false');
    expect(outcome('times <= 1', { times: ABSENT })).toBe('false');
    expect(outcome('!(times > 1)', { times: ABSENT })).toBe('true');
  });

  it('an atom of several parts is weighed whole', () => {
    expect(outcome('sure ? done : false', { sure: yes, done: UNKNOWN })).toBe('unknown');
  });
});

describe('what is not known but is at least so much', () => {
  const least = (value: string): Operand => ({ state: 'unknown', atLeast: { type: 'number', value } });

  it.each([
    ['times >= 3', '3', 'true'],
    ['times >= 3', '2', 'unknown'],
    ['times > 3', '4', 'true'],
    ['times > 3', '3', 'unknown'],
    ['3 <= times', '3', 'true'],
    ['3 < times', '3', 'unknown'],
    ['times < 3', '3', 'false'],
    ['times < 3', '2', 'unknown'],
    ['times <= 3', '4', 'false'],
    ['times <= 3', '3', 'unknown'],
    ['3 >= times', '4', 'false'],
    ['3 > times', '2', 'unknown'],
    ['times == 3', '4', 'false'],
    ['times == 3', '3', 'unknown'],
    ['times != 3', '4', 'true'],
    ['times != 3', '3', 'unknown'],
    ['!(times < 3)', '3', 'true'],
    ['times == more', '5', 'false'],
    ['times >= more + 1', '5', 'true'],
    ['times + 1 > 3', '9', 'unknown'],
    ['times in [3]', '9', 'unknown'],
    ['blank(times)', '9', 'unknown'],
  ])('%s with at least %s: %s', (source, value, expected) => {
    expect(outcome(source, { times: least(value), more: number('4') })).toBe(expected);
  });

  it.each([
    ['3', true, 'true'],
    ['3', false, 'unknown'],
    ['4', false, 'true'],
    ['2', true, 'unknown'],
  ])('reaches the threshold 3 with at least %s (itself counted: %s): %s', (value, inclusive, expected) => {
    expect(outcome('reaches(times, limit)', { times: least(value), limit: bound('3', inclusive) })).toBe(expected);
  });

  it('is enough for a step of a scale as well', () => {
    const sanction: Operand = { state: 'unknown', atLeast: { type: 'step', scale: 'sanction', value: 'dismissal' } };
    expect(outcome('reaches(sanction, heavy)', { sanction, heavy: stepBound('demerit', true) })).toBe('true');
    expect(outcome('reaches(sanction, heavy)', { sanction, heavy: stepBound('dismissal', false) })).toBe('unknown');
  });

  it.each([
    ['the other side is not known either', { times: least('9') }],
    ['the other side is not known', { times: number('9'), more: least('1') }],
    ['the other side was left empty', { times: least('9'), more: ABSENT }],
  ])('is not enough where %s', (_, operands) => {
    expect(outcome('times > more', operands)).toBe('unknown');
  });

  it('says nothing of a text, or of a name compared with itself', () => {
    const note: Operand = { state: 'unknown', atLeast: { type: 'text', value: 'b' } };
    expect(outcome('note == "a"', { note })).not.toBe('true');
    expect(outcome('times >= times', { times: least('1') })).toBe('unknown');
  });

  it('is short of nothing, for nobody knows', () => {
    expect(weighed('times >= 3', { times: least('1') }).atoms[0]).not.toHaveProperty('short');
  });
});

describe('what is not known but lies within bounds', () => {
  const bounded = (least: string | undefined, most: string | undefined): Operand => ({
    state: 'unknown',
    ...(least === undefined ? {} : { atLeast: { type: 'number', value: least } }),
    ...(most === undefined ? {} : { atMost: { type: 'number', value: most } }),
  });

  // What each comparison with 3 comes to at most 2, at most 3, at most 4.
  it.each([
    ['times >= 3', 'false', 'unknown', 'unknown'],
    ['times > 3', 'false', 'false', 'unknown'],
    ['times <= 3', 'true', 'true', 'unknown'],
    ['times < 3', 'true', 'unknown', 'unknown'],
    ['times == 3', 'false', 'unknown', 'unknown'],
    ['times != 3', 'true', 'unknown', 'unknown'],
    ['3 <= times', 'false', 'unknown', 'unknown'],
    ['3 < times', 'false', 'false', 'unknown'],
    ['3 >= times', 'true', 'true', 'unknown'],
    ['3 > times', 'true', 'unknown', 'unknown'],
    ['3 == times', 'false', 'unknown', 'unknown'],
    ['3 != times', 'true', 'unknown', 'unknown'],
    ['!(times >= 3)', 'true', 'unknown', 'unknown'],
    ['times >= more - 1', 'false', 'unknown', 'unknown'],
    ['more - 1 >= times', 'true', 'true', 'unknown'],
    ['times + 1 > 3', 'unknown', 'unknown', 'unknown'],
    ['times in [3]', 'unknown', 'unknown', 'unknown'],
    ['blank(times)', 'unknown', 'unknown', 'unknown'],
    ['times >= times', 'unknown', 'unknown', 'unknown'],
  ])('%s at most 2, 3 and 4: %s, %s, %s', (source, ...expected) => {
    const found = ['2', '3', '4'].map((most) =>
      outcome(source, { times: bounded(undefined, most), more: number('4') }),
    );
    expect(found).toEqual(expected);
  });

  // What each comes to from 1 to 2, from 1 to 3, from 2 to 4, from 3 to 5, from 4 to 5.
  it.each([
    ['times >= 3', 'false', 'unknown', 'unknown', 'true', 'true'],
    ['times > 3', 'false', 'false', 'unknown', 'unknown', 'true'],
    ['times <= 3', 'true', 'true', 'unknown', 'unknown', 'false'],
    ['times < 3', 'true', 'unknown', 'unknown', 'false', 'false'],
    ['times == 3', 'false', 'unknown', 'unknown', 'unknown', 'false'],
    ['times != 3', 'true', 'unknown', 'unknown', 'unknown', 'true'],
    ['3 >= times', 'true', 'true', 'unknown', 'unknown', 'false'],
    ['3 < times', 'false', 'false', 'unknown', 'unknown', 'true'],
    ['times >= 1 && times < 3', 'true', 'unknown', 'unknown', 'false', 'false'],
    ['times < 3 || times > 4', 'true', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['times < 3 || times >= 4', 'true', 'unknown', 'unknown', 'unknown', 'true'],
    ['times >= 2 && times <= 4', 'unknown', 'unknown', 'true', 'unknown', 'unknown'],
  ])('%s from 1 to 2, 1 to 3, 2 to 4, 3 to 5 and 4 to 5: %s, %s, %s, %s, %s', (source, ...expected) => {
    const spans = [
      ['1', '2'],
      ['1', '3'],
      ['2', '4'],
      ['3', '5'],
      ['4', '5'],
    ] as const;
    expect(spans.map(([least, most]) => outcome(source, { times: bounded(least, most) }))).toEqual(expected);
  });

  it.each([
    ['2', true, 'false'],
    ['3', true, 'unknown'],
    ['3', false, 'false'],
    ['4', false, 'unknown'],
  ])('does not reach the threshold 3 at most %s (itself counted: %s): %s', (most, inclusive, expected) => {
    const operands = { times: bounded(undefined, most), limit: bound('3', inclusive) };
    expect(outcome('reaches(times, limit)', operands)).toBe(expected);
    expect(outcome('!reaches(times, limit)', operands)).toBe(expected === 'false' ? 'true' : 'unknown');
  });

  it('is held against a decimal exactly', () => {
    expect(outcome('days >= 0.9', { days: bounded(undefined, '0.89999999999999999999') })).toBe('false');
    expect(outcome('days >= 0.9', { days: bounded('0.9', '0.95') })).toBe('true');
    expect(outcome('0.9 > days', { days: bounded('0.1', '0.9') })).toBe('unknown');
  });

  it('is enough for a step of a scale as well', () => {
    const sanction: Operand = { state: 'unknown', atMost: { type: 'step', scale: 'sanction', value: 'warning' } };
    expect(outcome('reaches(sanction, heavy)', { sanction, heavy: stepBound('demerit', true) })).toBe('false');
    expect(outcome('reaches(sanction, heavy)', { sanction, heavy: stepBound('warning', true) })).toBe('unknown');
    expect(outcome('reaches(sanction, heavy)', { sanction, heavy: stepBound('warning', false) })).toBe('false');
  });

  it.each([
    ['the other side is not known either', { times: bounded('1', '2'), more: bounded('5', '6') }],
    ['the other side is not known', { times: bounded('1', '2') }],
    ['the other side was left empty', { times: bounded('1', '2'), more: ABSENT }],
    ['there are no bounds', { times: UNKNOWN, more: number('9') }],
  ])('is not enough where %s', (_, operands) => {
    expect(outcome('times < more', operands)).toBe('unknown');
  });

  it('on the other side is enough where this one is known', () => {
    expect(outcome('times < more', { times: number('1'), more: bounded('2', '9') })).toBe('true');
    expect(outcome('times < more', { times: number('9'), more: bounded('2', '9') })).toBe('false');
    expect(outcome('times < more', { times: number('5'), more: bounded('2', '9') })).toBe('unknown');
  });

  it('is short of nothing, for nobody knows', () => {
    expect(weighed('times >= 3', { times: bounded('1', '2') }).atoms[0]).toEqual({
      source: 'times >= 3',
      names: ['times'],
      outcome: 'false',
    });
  });

  it('decides nothing that any number within them would not', () => {
    const sources = ['>=', '>', '<=', '<', '==', '!='].flatMap((sign) => [`times ${sign} 3`, `3 ${sign} times`]);
    for (const source of sources) {
      for (const [low, high] of [0, 1, 2, 3, 4, 5].flatMap((from) => [0, 1, 2].map((more) => [from, from + more]))) {
        const within = [0, 1, 2]
          .map((more) => (low ?? 0) + more)
          .filter((each) => each <= (high ?? 0))
          .map((each) => outcome(source, { times: number(String(each)) }));
        const told = outcome(source, { times: bounded(String(low), String(high)) });
        if (told !== 'unknown') expect(new Set(within)).toEqual(new Set([told]));
      }
    }
  });
});

describe('atoms', () => {
  it('say which stand under a not, and two of them are none', () => {
    const { atoms } = weighed('!(times >= 3 || !sure) && sure', { times: number('1'), sure: yes });
    expect(atoms.map(({ source, denied }) => [source, denied])).toEqual([
      ['times >= 3', true],
      ['sure', undefined],
      ['sure', undefined],
    ]);
  });

  it('are all weighed, also behind what decides', () => {
    const { outcome: whole, atoms } = weighed('times >= 3 && !sure || blank(note)', {
      times: number('1'),
      sure: yes,
      note: ABSENT,
    });
    expect(whole).toBe('true');
    expect(atoms.map((atom) => [atom.source, atom.outcome, atom.names])).toEqual([
      ['times >= 3', 'false', ['times']],
      ['sure', 'true', ['sure']],
      ['blank(note)', 'true', ['note']],
    ]);
  });

  it.each([
    ['days >= 3', '2.5', '0.5'],
    ['3 <= days', '2.5', '0.5'],
    ['days > 3', '3', '0'],
    ['days <= 3', '3.25', '0.25'],
    ['days < 3', '3', '0'],
    ['days >= 0.9', '0.85', '0.05'],
    ['days * 2 >= 3', '1', '1'],
  ])('%s is missed by what is short, with days %s by %s', (source, days, short) => {
    const [atom] = weighed(source, { days: number(days) }).atoms;
    expect(atom).toMatchObject({ outcome: 'false', short });
  });

  it.each([
    ['2.5', '4', true, '1.5'],
    ['4', '4', false, '0'],
  ])('days %s short of the threshold %s (itself counted: %s) by %s', (days, at, inclusive, short) => {
    const [atom] = weighed('reaches(days, limit)', { days: number(days), limit: bound(at, inclusive) }).atoms;
    expect(atom).toMatchObject({ outcome: 'false', short });
  });

  it('are short by the whole number missing', () => {
    const operands = { times: number('1'), limit: bound('3', true) };
    expect(weighed('reaches(times, limit)', operands).atoms[0]?.short).toBe('2');
    expect(weighed('times >= 3', operands).atoms[0]?.short).toBe('2');
  });

  it.each([
    ['days >= 3', { days: number('3') }],
    ['days >= 3', { days: ABSENT }],
    ['days >= 3', {}],
    ['days == 3', { days: number('2') }],
    ['from < to', { from: day('2026-03-02'), to: day('2026-03-01') }],
    ['reaches(sanction, heavy)', { sanction: step(null), heavy: stepBound('demerit', true) }],
    ['sure', { sure: no }],
  ] satisfies [string, Record<string, Operand>][])('%s with %j is short of nothing', (source, operands) => {
    expect(weighed(source, operands).atoms[0]).not.toHaveProperty('short');
  });
});

describe('values', () => {
  it.each([
    ['day', 'from == "2026-03-05"', { type: 'day', value: '2026-03-05' }],
    ['period', 'note == "2026-03"', { type: 'period', value: '2026-03' }],
    ['subject', 'note == "unit:01"', { type: 'subject', value: 'unit:01' }],
    ['form', 'note == "plan"', { type: 'form', value: 'plan' }],
  ] as unknown as [string, string, Value][])('a %s is compared as its text', (_, source, value) => {
    expect(outcome(source, { from: known(value), note: known(value) })).toBe('true');
  });
});

describe('an atom with brackets at its ends', () => {
  it.each([
    ['(times + more) * 2 >= 6', '2'],
    ['6 <= 2 * (times + more)', '2'],
    ['(times) > 3', '2'],
  ])('%s is weighed, and says by how much it fails', (source, short) => {
    const { outcome: came, atoms } = weighed(source, { times: number('1'), more: number('1') });
    expect(came).toBe('false');
    expect(atoms[0]?.short).toBe(short);
  });
});

describe('a bound that must be passed', () => {
  it.each([
    ['times > 2', true],
    ['times >= 3', false],
  ])('is told from one that is enough: %s', (source, excluded) => {
    expect(weighed(source, { times: number('1') }).atoms[0]?.excluded ?? false).toBe(excluded);
  });
});

describe('what can fail or never hold', () => {
  it.each([
    ['10 / times > 1', 'no division'],
    ['times % 2 == 0', 'no division'],
    ['days(note, to) > 1', 'no matching overload'],
    ['state in forms', 'other is none of finished, unfinished'],
  ])('is refused: %s', (source, why) => {
    const words = language(
      new Map(Object.entries({ ...NAMES, forms: { type: 'list', values: ['finished', 'other'] } satisfies Declared })),
      SCALES,
    );
    expect(words.compile(source)).toMatchObject({ message: expect.stringContaining(why) });
  });
});

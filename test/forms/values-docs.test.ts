/** docs/values.md tells what is taken and what is not: every spelling in it goes through the real conversion. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/base/period.js';
import { narrowed } from '../../src/base/text.js';
import { convert, saysDitto, saysNothing } from '../../src/forms/convert.js';
import { measureIn } from '../../src/forms/number.js';
import type { Column, ColumnType } from '../../src/model/form.js';

const text = readFileSync(resolve(import.meta.dirname, '../../docs/values.md'), 'utf8');
const sections = new Map(
  text.split(/^## /m).map((part) => [part.split('\n')[0]?.split(' ').slice(1).join(' ') ?? '', part]),
);
const part = (name: string): string => {
  const found = sections.get(name);
  if (!found) throw new Error(`no section ${name}`);
  return found;
};
const spelled = (code: string): string[] => [...code.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each);
const rowsOf = (section: string): string[][] =>
  [...section.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter(([first]) => first?.includes('`'));
const refused = (section: string): string[] => spelled(/not taken: ((?:.|\n)*?)\n\n/.exec(section)?.[1] ?? '');

const column = (type: ColumnType): Column => ({
  id: 'it',
  title: { zh: '栏', en: 'column' },
  aliases: [],
  type,
  required: false,
  key: false,
  choices: [],
  ...(type === 'period' ? { period: 'any' } : {}),
});
const MARCH = { period: '2026-03' as Period, forms: [] };
const taken = (typed: string, type: ColumnType): unknown => convert(typed, column(type), MARCH)?.value;

describe.each<[string, ColumnType, number]>([
  ['Numbers', 'decimal', 20],
  ['Dates', 'date', 15],
  ['Periods', 'period', 10],
])('%s', (name, type, least) => {
  const section = part(name);
  const rows = rowsOf(section).filter((row) => row.length === 2);

  it('are told', () => {
    expect(rows.length).toBeGreaterThan(least);
    expect(refused(section).length).toBeGreaterThan(4);
  });

  it.each(rows.map(([typed = '', value = '']) => [spelled(typed)[0] ?? '', value]))('%s is %s', (typed, value) => {
    expect(String(taken(typed, type))).toBe(value);
  });

  it.each(refused(section))('%s is none', (typed) => {
    expect(taken(typed, type)).toBeUndefined();
  });
});

describe('the measure of a number', () => {
  const rows = rowsOf(part('Numbers')).filter((row) => row.length === 4);
  const number = (typed: string, heading: string, row: string): unknown => {
    const named = measureIn(heading);
    const measured = { row: [typed, row].map(narrowed), ...(named === undefined ? {} : { heading: named }) };
    return convert(typed, column('decimal'), { forms: [], measured })?.value;
  };

  it.each(rows)('of %s and %s', (heading = '', row = '', fit = '', unfit = '') => {
    const [above = '', beside = ''] = [heading, row].map((code) => spelled(code)[0] ?? '');
    expect(spelled(fit).length + spelled(unfit).length).toBeGreaterThan(1);
    for (const typed of spelled(fit)) expect(number(typed, above, beside)).toBe(/^[\d.]+/.exec(typed)?.[0]);
    for (const typed of spelled(unfit)) expect(number(typed, above, beside)).toBeUndefined();
  });
});

describe('yes and no', () => {
  const section = part('Yes and no');
  it.each(rowsOf(section).flatMap(([typed = '', value = '']) => spelled(typed).map((each) => [each, value])))(
    '%s is %s',
    (typed, value) => {
      expect(taken(typed, 'yesno')).toBe(value === '是 yes');
    },
  );

  it.each(refused(section))('%s is neither', (typed) => {
    expect(taken(typed, 'yesno')).toBeUndefined();
  });

  it('are ticks and crosses of Wingdings', () => {
    expect(['\uf0fc', '\uf0fe', '\uf050', '\uf052'].map((mark) => taken(mark, 'yesno'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['\uf0fb', '\uf0fd', '\uf04f', '\uf051'].map((mark) => taken(mark, 'yesno'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('marks', () => {
  const [marks = [], words = [], dittos = [], faults = []] = rowsOf(part('Nothing, ditto and errors')).map(
    ([typed = '']) => spelled(typed),
  );

  it.each(marks)('%s is an empty cell everywhere', (mark) => {
    expect(saysNothing(mark, column('text')) && saysNothing(mark, column('decimal'))).toBe(true);
  });

  it.each(words)('%s is an empty cell, and text in a column of text', (word) => {
    expect([saysNothing(word, column('decimal')), saysNothing(word, column('text'))]).toEqual([true, false]);
  });

  it.each(dittos)('%s is as above', (mark) => {
    expect(saysDitto(mark)).toBe(true);
  });

  it.each(faults)('%s is nothing, not even text', (fault) => {
    expect([taken(fault, 'text'), taken(fault, 'subject'), taken(fault, 'decimal')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

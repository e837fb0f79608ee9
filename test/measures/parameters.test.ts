/** Numbers of a pack: what the pack gives, what an office sets instead, and what it may not set. */
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/measures/problem.js';
import { loaded, marked, officeSays, tiny } from './packs.js';

const TITLE = 'zh: 甲, en: A, clause: "1"';
const one = (rest: string): string => `extends: tiny.yaml\nparameters:\n  mine: { ${TITLE}, ${rest} }`;
const REQUIRED = one('origin: required, type: integer, inclusive: true');

describe('a parameter', () => {
  it.each([
    ['origin: source, value: 3', { type: 'number', value: '3' }],
    ['origin: source, value: 2.50', { type: 'number', value: '2.5' }],
    ['origin: source, value: "0.30"', { type: 'number', value: '0.3' }],
    ['origin: source, value: true', { type: 'yesno', value: true }],
    ['origin: source, value: 名册', { type: 'text', value: '名册' }],
    ['origin: source, value: [plan]', ['plan']],
    ['origin: source, scale: sanction, value: warning', { type: 'step', scale: 'sanction', value: 'warning' }],
    ['origin: source, type: decimal, value: 3', { type: 'number', value: '3' }],
    ['origin: source, type: text, value: "3"', { type: 'text', value: '3' }],
    [
      'origin: assumed, value: 3, inclusive: false',
      { type: 'threshold', bound: { type: 'number', value: '3' }, inclusive: false },
    ],
    [
      'origin: source, scale: sanction, value: demerit, inclusive: true',
      { type: 'threshold', bound: { type: 'step', scale: 'sanction', value: 'demerit' }, inclusive: true },
    ],
  ])('%s', (rest, value) => {
    const { measures } = loaded({ 'pack.yaml': one(rest) });
    expect(measures?.parameters.get('mine')).toMatchObject({ value, byOffice: false });
  });

  it('has no value when only the office can give it and has not', () => {
    const mine = loaded({ 'pack.yaml': REQUIRED }).measures?.parameters.get('mine');
    expect(mine).toMatchObject({ id: 'mine', origin: 'required', byOffice: false });
    expect(mine).not.toHaveProperty('value');
  });
});

describe('an office', () => {
  it.each([
    ['due_day', 10, { type: 'number', value: '10' }],
    ['due_day', '10', { type: 'number', value: '10' }],
    ['due_day', 1, { type: 'number', value: '1' }],
    ['due_day', 31, { type: 'number', value: '31' }],
    ['good_share', 0.25, { type: 'number', value: '0.25' }],
    ['counted', ['report'], ['report']],
    ['late_at', 4, { type: 'threshold', bound: { type: 'number', value: '4' }, inclusive: true }],
    [
      'sanction_at',
      'warning',
      { type: 'threshold', bound: { type: 'step', scale: 'sanction', value: 'warning' }, inclusive: true },
    ],
  ])('may set %s to %j', (name, set, value) => {
    expect(tiny('', { [name]: set }).parameters.get(name)).toMatchObject({ value, byOffice: true });
  });

  it('may give what only it can give', () => {
    const { measures } = loaded({ 'pack.yaml': REQUIRED }, { values: { mine: 7 } });
    expect(measures?.parameters.get('mine')?.value).toEqual({
      type: 'threshold',
      bound: { type: 'number', value: '7' },
      inclusive: true,
    });
  });

  it.each([
    ['due_day: «0»', 'not below 1'],
    ['due_day: «32»', 'not above 31'],
    ['due_day: «2.5»', 'a whole number is expected'],
    ['due_day: «five»', 'a whole number is expected'],
    ['due_day: «1e1x»', 'a whole number is expected'],
    ['due_day: «true»', 'a whole number is expected'],
    ['due_day: «[5]»', 'a whole number is expected'],
    ['good_share: «some»', 'a number is expected'],
    ['good_share: «1.01»', 'not above 1'],
    ['counted: «plan»', 'a list of texts is expected'],
    ['counted: «[1]»', 'a list of texts is expected'],
    ['sanction_at: «fine»', 'a step of its scale is expected'],
    ['sanction_at: «2»', 'a step of its scale is expected'],
    ['late_at: «two»', 'a whole number is expected'],
    ['flag: «yes»', 'true or false is expected'],
    ['words: «7»', 'text is expected'],
  ])('may not set %s', (set, reason) => {
    const { text, spot } = marked('assess.yaml', `name: 局\nparameters:\n  ${set}`);
    const pack = `extends: tiny.yaml\nparameters:\n  flag: { ${TITLE}, origin: source, value: true }\n  words: { ${TITLE}, origin: source, value: 名册 }`;
    const { measures, problems } = loaded({ 'pack.yaml': pack }, officeSays(text));
    expect(problems.map((problem) => [problem.kind, problem.spot])).toEqual([['parameter-value', spot]]);
    expect(problems.map((problem) => problemText(problem).en)).toEqual([`parameter value: ${reason}`]);
    expect(measures).toBeUndefined();
  });

  it('may not set what there is not, and is shown what there is', () => {
    const { text, spot } = marked('assess.yaml', 'name: 局\nparameters:\n  due_days: «5»');
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml' }, officeSays(text));
    expect(problems.map((problem) => [problem.kind, problem.spot])).toEqual([['unknown-name', spot]]);
    expect(problems.map((problem) => problemText(problem).zh).join()).toContain('due_day, counted');
  });

  it('is told of a wrong value even where no file says it', () => {
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml' }, { values: { due_day: 'five' } });
    expect(problems.map(({ kind, spot }) => [kind, spot.file, spot.line])).toEqual([['parameter-value', '', 1]]);
  });

  it('may leave a parameter unset', () => {
    expect(tiny('', { late_at: null }).parameters.get('late_at')).not.toHaveProperty('value');
  });
});

it('has no name that conditions give to something else', () => {
  const { measures, problems } = loaded({
    'pack.yaml': one('origin: required, type: integer').replace('mine:', 'as_of:'),
  });
  expect(measures).toBeUndefined();
  expect(problems.map(({ kind }) => kind)).toEqual(['name-twice']);
});

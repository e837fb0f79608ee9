/** Of several files for the same thing none is guessed. */
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/intake/settle.js';
import { tiny } from '../measures/packs.js';
import { type Handed, takenIn } from './handed.js';

const TINY = tiny();
const PEOPLE = { '01 办公室': ['0101 何静'], '02 计量科': [] };
const report = (file: string, more: Partial<Handed> = {}): Handed => ({
  form: 'report',
  by: '办公室',
  period: '2026年3月',
  file,
  ...more,
});

/** Files that count, those that rival each other, and those that do not count with what does; rosters left out. */
function settled(handed: Handed[], chosen: string[] = []): unknown {
  const { counted, rivals, superseded } = takenIn(TINY, PEOPLE, handed, chosen).settled;
  return {
    counted: counted.map(({ file }) => file).filter((file) => file !== 'a.xlsx'),
    rivals: rivals.map((group) => group.map(({ file }) => file)),
    superseded: superseded.map(({ submission, by }) => [submission.file, by.file]),
  };
}

describe('files for the same thing', () => {
  it('rival each other, and none counts', () => {
    expect(settled([report('1.xlsx'), report('2.xlsx')])).toEqual({
      counted: [],
      rivals: [['1.xlsx', '2.xlsx']],
      superseded: [],
    });
  });

  it('are settled by the office’s word', () => {
    expect(settled([report('1.xlsx'), report('2.xlsx'), report('3.xlsx')], ['2.xlsx'])).toEqual({
      counted: ['2.xlsx'],
      rivals: [],
      superseded: [
        ['1.xlsx', '2.xlsx'],
        ['3.xlsx', '2.xlsx'],
      ],
    });
  });

  it('are not settled when the office names two of them, or none', () => {
    const files = [report('1.xlsx'), report('2.xlsx')];
    expect(settled(files, ['1.xlsx', '2.xlsx'])).toMatchObject({ counted: [], rivals: [['1.xlsx', '2.xlsx']] });
    expect(settled(files, ['3.xlsx'])).toMatchObject({ counted: [], rivals: [['1.xlsx', '2.xlsx']] });
  });

  it('may be two sheets of one file', () => {
    expect(settled([report('1.xlsx'), report('1.xlsx')], ['1.xlsx'])).toMatchObject({ rivals: [['1.xlsx', '1.xlsx']] });
  });

  it('of the office itself rival each other as well', () => {
    const judgements = (file: string): Handed => ({ form: 'judgements', period: '2026', file });
    expect(settled([judgements('1.xlsx'), judgements('2.xlsx')])).toMatchObject({ rivals: [['1.xlsx', '2.xlsx']] });
  });
});

describe('two registers on one sheet', () => {
  it('both count', () => {
    const [first, ...others] = takenIn(TINY, PEOPLE, [{ form: 'incidents', file: '1.xlsx' }]).submissions.filter(
      ({ form }) => form === 'incidents',
    );
    expect(others).toEqual([]);
    const both = first ? [first, { ...first, heading: first.heading + 10 }] : [];
    expect(settle(both, TINY, [])).toMatchObject({ counted: both, rivals: [] });
  });
});

describe('files for different things', () => {
  it.each<[string, Handed]>([
    ['another unit', report('2.xlsx', { by: '计量科' })],
    ['another period', report('2.xlsx', { period: '2026年4月' })],
    ['another form', report('2.xlsx', { form: 'plan' })],
  ])('all count: %s', (_, other) => {
    expect(settled([report('1.xlsx'), other])).toEqual({ counted: ['1.xlsx', '2.xlsx'], rivals: [], superseded: [] });
  });

  it('all count: registers, in however many files', () => {
    const register = (file: string): Handed => ({ form: 'incidents', file });
    expect(settled([register('1.xlsx'), register('2.xlsx')])).toMatchObject({ counted: ['1.xlsx', '2.xlsx'] });
  });

  it.each<[string, Partial<Handed>]>([
    ['nobody knows whose', { by: '档案馆' }],
    ['nobody knows for when', { period: '某月' }],
  ])('all count where %s they are', (_, unknown) => {
    expect(settled([report('1.xlsx', unknown), report('2.xlsx', unknown)])).toMatchObject({
      counted: ['1.xlsx', '2.xlsx'],
      rivals: [],
    });
  });

  it('keep the order in which they came', () => {
    const files = ['3', '1', '2'].map((name, index) => report(`${name}.xlsx`, { period: `2026年${index + 1}月` }));
    expect(settled(files)).toMatchObject({ counted: ['3.xlsx', '1.xlsx', '2.xlsx'] });
  });
});

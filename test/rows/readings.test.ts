/** Rows of one table share its columns, and equal cells are one; nothing that differs is ever taken for the same. */
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/model/submission.js';
import { columnPlaces, replacing, rowReadings, sharing } from '../../src/rows/readings.js';

const read = (cell: string, raw: string, more: Partial<Reading> = {}): Reading => ({
  cell,
  raw,
  state: 'value',
  value: { type: 'text', value: raw },
  ...more,
});

const places = columnPlaces(['no', 'task']);
const row = rowReadings(places, [read('A5', '1'), read('B5', '归档')]);

describe('a row', () => {
  it('is a map of its columns', () => {
    expect([...row]).toEqual([...new Map([...row])]);
    expect([row.size, row.has('task'), row.has('other'), row.get('other')]).toEqual([2, true, false, undefined]);
    expect([...row.keys()]).toEqual(['no', 'task']);
    expect([...row.values()].map(({ raw }) => raw)).toEqual(['1', '归档']);
    const told: string[] = [];
    row.forEach(({ raw }, id) => {
      told.push(`${id} ${raw}`);
    });
    expect(told).toEqual(['no 1', 'task 归档']);
  });

  it('is another one when a reading is replaced, and stays as it was', () => {
    const other = replacing(row, new Map([['task', read('B5', '收发')]]));
    expect([...other.values()].map(({ raw }) => raw)).toEqual(['1', '收发']);
    expect(row.get('task')?.raw).toBe('归档');
    expect(replacing(row, new Map())).toBe(row);
    const plain = replacing(new Map([...row]), new Map([['task', read('B5', '收发')]]));
    expect([...plain]).toEqual([...other]);
  });
});

describe('readings that are alike', () => {
  it('are one', () => {
    const share = sharing();
    const first = share(read('B5', '3', { value: { type: 'number', value: '3' } }));
    expect(share(read('B5', '3', { value: { type: 'number', value: '3' } }))).toBe(first);
  });

  it.each<[string, Reading]>([
    ['another cell', read('B6', '3')],
    ['another text', read('B5', '4')],
    ['another type', read('B5', '3', { value: { type: 'number', value: '3' } })],
    ['another value', read('B5', '3', { value: { type: 'text', value: '三' } })],
    ['no value', { cell: 'B5', raw: '3', state: 'unreadable' }],
    ['another sheet', read('B5', '3', { sheet: '续' })],
    ['the value above', read('B5', '3', { above: 'B4' })],
    ['another measure', read('B5', '3', { measure: '件' })],
  ])('are two where there is %s', (_, other) => {
    const share = sharing();
    share(read('B5', '3'));
    expect(share(other)).toBe(other);
  });

  it('share a longer text in other cells', () => {
    const share = sharing();
    const text = '办理群众来信来访并按期答复';
    const first = share(read('B5', text));
    const other = share(read('C9', text.split('').join('')));
    expect(other).toEqual(read('C9', text));
    expect(other.value).toBe(first.value);
    const unread: Reading = { cell: 'D9', raw: text, state: 'unreadable' };
    expect(share(unread)).toBe(unread);
  });

  it('are two where steps are of two scales', () => {
    const share = sharing();
    const step = (scale: string): Reading => read('B5', '警告', { value: { type: 'step', scale, value: 'warning' } });
    share(step('party'));
    const other = step('administration');
    expect(share(other)).toBe(other);
  });
});

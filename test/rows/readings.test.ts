/** Rows of a table are packed and read back as they were; nothing that differs is ever taken for the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/model/submission.js';
import type { Value } from '../../src/model/value.js';
import { newContents } from '../../src/rows/contents.js';
import { newTable, replacing } from '../../src/rows/readings.js';

const COLUMNS = [
  { id: 'no', at: 1 },
  { id: 'task', at: 2 },
  { id: 'done', at: 4 },
];
const LONG = '按期答复群众来信来访'.repeat(40);

const text = (cell: string, raw: string): Reading => ({
  cell,
  raw,
  state: 'value',
  value: { type: 'text', value: raw },
});
const blank = (cell: string): Reading => ({ cell, raw: '', state: 'blank' });

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ type: fc.constant('number' as const), value: fc.constantFrom('0', '3', '12') }),
  fc.record({ type: fc.constantFrom('text' as const, 'choice' as const), value: fc.constantFrom('3', '归档') }),
  fc.record({ type: fc.constant('yesno' as const), value: fc.boolean() }),
  fc.record({
    type: fc.constant('step' as const),
    scale: fc.constantFrom('party', 'office'),
    value: fc.constantFrom('a', null),
  }),
);
const reading = (row: number, letters: string): fc.Arbitrary<Reading> =>
  fc.record(
    {
      cell: fc.constantFrom(`${letters}${row}`, `${letters}${row}`, `${letters}3`, ''),
      raw: fc.constantFrom('', '3', '归档', LONG),
      state: fc.constantFrom('value' as const, 'blank' as const, 'unreadable' as const),
      value,
      measure: fc.constantFrom('件', '人'),
      sheet: fc.constant('续'),
      above: fc.constant('B4'),
      isUnsettled: fc.constant(true as const),
      mayBe: fc.constant(['staff:1']),
    },
    { requiredKeys: ['cell', 'raw', 'state'] },
  );
const rows = fc.array(
  fc
    .integer({ min: 1, max: 300 })
    .chain((number) => fc.tuple(fc.constant(number), reading(number, 'A'), reading(number, 'B'), reading(number, 'D'))),
  { maxLength: 8 },
);

describe('a row of a packed table', () => {
  it('is read back as it was, whatever stands in it', () => {
    const contents = newContents();
    fc.assert(
      fc.property(rows, (all) => {
        const table = newTable(COLUMNS, contents);
        const made = all.map(([number, ...own]) => table.add(number, own));
        table.close();
        expect(made.map(({ number, readings }) => [number, ...readings.values()])).toEqual(all);
      }),
    );
  });

  it('is a map of its columns', () => {
    const table = newTable(COLUMNS, newContents());
    const own = [text('A5', '1'), text('B5', '归档'), blank('D5')];
    const { readings } = table.add(5, own);
    table.close();
    expect([...readings]).toEqual(COLUMNS.map(({ id }, at) => [id, own[at]]));
    expect([readings.size, readings.has('task'), readings.has('other')]).toEqual([3, true, false]);
    expect([readings.get('task'), readings.get('other')]).toEqual([own[1], undefined]);
    expect([...readings.keys()]).toEqual(['no', 'task', 'done']);
    const told: string[] = [];
    readings.forEach(({ raw }, id) => {
      told.push(`${id} ${raw}`);
    });
    expect(told).toEqual(['no 1', 'task 归档', 'done ']);
    expect(() => table.add(6, own)).toThrow('closed');
  });

  it('is another one when readings are replaced, and stays as it was', () => {
    const table = newTable(COLUMNS, newContents());
    const row = table.add(5, [text('A5', '1'), text('B5', '归档'), blank('D5')]);
    table.close();
    const settled: Reading = { cell: 'B5', raw: '归档', state: 'unreadable', isUnsettled: true, mayBe: ['staff:1'] };
    for (const each of [row, { number: 5, readings: new Map([...row.readings]) }]) {
      const [other] = replacing([each], () => new Map([['task', settled]]));
      expect([other?.number, ...(other?.readings ?? [])]).toEqual([
        5,
        ['no', text('A5', '1')],
        ['task', settled],
        ['done', blank('D5')],
      ]);
      expect(each.readings.get('task')).toEqual(text('B5', '归档'));
    }
  });
});

describe('what cells hold', () => {
  it('is known once, as long as there is room', () => {
    const contents = newContents();
    const numbers = new Set<number | undefined>();
    for (let number = 0; number < 70_000; number += 1) numbers.add(contents.numberOf(text('', String(number))));
    expect(numbers.size).toBe(65_536 + 1);
    expect(numbers).toContain(undefined);
    expect(contents.numberOf(text('C9', '7'))).toBe(contents.numberOf(text('A1', '7')));
    expect(contents.numberOf(text('A1', LONG))).toBeUndefined();
  });
});

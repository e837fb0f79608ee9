import { describe, expect, it } from 'vitest';
import { seenRows, shown } from '../../src/forms/grid.js';
import type { CellValue } from '../../src/model/workbook.js';
import { type Drawn, day, ERROR, percent, sheet, UNCOMPUTED } from './sheets.js';

/** What is seen in each row: value and the cell it stands in. */
function seen(drawn: Drawn, merges: readonly string[] = []): Record<number, [CellValue, string][]> {
  const rows = [...seenRows(sheet(drawn, { merges }))];
  return Object.fromEntries(rows.map(({ row, cells }) => [row.number, cells.map(({ value, cell }) => [value, cell])]));
}

describe('seenRows', () => {
  it('has only rows that hold something, at their own number', () => {
    expect(seen([['a'], [], [null, 'b']])).toEqual({ 1: [['a', 'A1']], 3: [['b', 'B3']] });
  });

  it('shows the value of a merged cell in every row it covers, from where it stands', () => {
    const drawn = [
      ['一', 'x'],
      [null, 'y'],
      [null, 'z'],
      [null, 'w'],
    ];
    expect(seen(drawn, ['A1:A3'])).toEqual({
      1: [
        ['一', 'A1'],
        ['x', 'B1'],
      ],
      2: [
        ['一', 'A1'],
        ['y', 'B2'],
      ],
      3: [
        ['一', 'A1'],
        ['z', 'B3'],
      ],
      4: [['w', 'B4']],
    });
  });

  it('puts it in its column, wherever that is', () => {
    expect(
      seen(
        [
          ['a', '二', 'c'],
          ['d', null, 'f'],
        ],
        ['B1:B2'],
      )[2],
    ).toEqual([
      ['d', 'A2'],
      ['二', 'B1'],
      ['f', 'C2'],
    ]);
  });

  it('has nothing of a merged range that is empty', () => {
    expect(
      seen(
        [
          [null, 'x'],
          [null, 'y'],
        ],
        ['A1:A2'],
      )[2],
    ).toEqual([['y', 'B2']]);
    expect(seen([[], [null, 'y']], ['A1:A2'])[2]).toEqual([['y', 'B2']]);
  });

  it('lets a cell of its own stand before what is merged over it', () => {
    expect(
      seen(
        [
          ['一', 'x'],
          ['二', 'y'],
        ],
        ['A1:A2'],
      )[2],
    ).toEqual([
      ['二', 'A2'],
      ['y', 'B2'],
    ]);
  });

  it('shows it in every column it covers as well', () => {
    const drawn = [
      ['a', '二', null, 'd'],
      ['e', null, null, 'h'],
    ];
    expect(seen(drawn, ['B1:C2'])).toEqual({
      1: [
        ['a', 'A1'],
        ['二', 'B1'],
        ['二', 'B1'],
        ['d', 'D1'],
      ],
      2: [
        ['e', 'A2'],
        ['二', 'B1'],
        ['二', 'B1'],
        ['h', 'D2'],
      ],
    });
  });

  it('does not grow with a range merged over whole rows', () => {
    const rows = [['a'], ['b'], ['c']];
    const merges = rows.map((_, index) => ({ top: index + 1, left: 1, bottom: 1_048_576, right: 16_384 }));
    const seenCells = [...seenRows({ ...sheet(rows), merges })].map(({ cells }) => cells.length);
    expect(Math.max(...seenCells)).toBeLessThan(300);
  });
});

describe('shown', () => {
  it.each([
    ['text', 'text'],
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [day('2026-03-05'), '2026-03-05'],
    [{ kind: 'date', day: '2026-03-05', time: 86_399 }, '2026-03-05 23:59:59'],
    [{ kind: 'time', seconds: 3_661 }, '01:01:01'],
    [percent(0.07), '7%'],
    [percent(1.155), '115.5%'],
    [ERROR, '#DIV/0!'],
    [UNCOMPUTED, ''],
  ] as [CellValue, string][])('%j as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../src/model/workbook.js';
import { book, opened, secondsOf, sheetXml } from './zipped.js';

/** The only row of a sheet whose cells, from A1 on, hold these formulas as they are written in the file. */
function rowOf(...formulas: readonly string[]): SheetRow | undefined {
  const cells = formulas.map((formula) => `<c>${formula}<v>1</v></c>`).join('');
  return opened(book({ rows: `<row r="1">${cells}</row>` })).sheets[0]?.rows[0];
}

function told(formula: string): string {
  const row = rowOf(`<f>${formula}</f>`);
  return row?.changing ? 'changing' : row?.linked ? 'linked' : row?.formulas ? 'computed' : 'none';
}

describe('a formula', () => {
  it.each([
    'TODAY()',
    'today ()-A1',
    'IF(A1&gt;NOW(),1,0)',
    'DATEDIF(A1,TODAY(),"y")',
    'RAND()*10',
    '1+RANDBETWEEN(1,9)',
    '_xlfn.RANDARRAY(3)',
    '<![CDATA[TODAY()]]>',
    'TO<!-- -->DAY()',
  ])('that changes by itself is told: %s', (formula) => {
    expect(told(formula)).toBe('changing');
  });

  it.each([
    '[1]台账!$D$9',
    "'[12]一月 台账'!A1+1",
    'SUM(A1,[2]Sheet1!A1:B2)',
    'VLOOKUP(A1,[1]Sheet1!$A:$B,2,0)+TODAY()',
    '[1]!名称',
  ])('that draws on another file is told: %s', (formula) => {
    expect(told(formula)).toBe('linked');
  });

  it.each([
    'SUM(A1:B1)',
    '"TODAY()"&amp;A1',
    'MYTODAY(1)',
    'today_of_year(1)',
    'x.NOW(1)',
    '今TODAY(1)',
    'NOW+1',
    'RANDOM(1)',
    '"[1]台账!A1"',
    '表[1]',
    'Table1[[#This Row],[1]]',
    'Table1[[1]:[2]]',
    'SUM(Table1[[a],[1],[2]])',
    '',
  ])('that rests on its own file is none of these: %s', (formula) => {
    expect(told(formula)).toBe('computed');
  });

  it('that several cells share is told in all of them', () => {
    expect(
      rowOf(
        '<f t="shared" ref="A1:C1" si="0">TODAY()</f>',
        '<f t="shared" si="0"/>',
        '<f t="shared" ref="C1:D1" si="1">[1]a!A1</f>',
        '<f t="shared" si="1"></f>',
        '<f t="shared" si="9"/>',
        '<f>A1</f>',
        '',
      ),
    ).toMatchObject({ formulas: [1, 2, 3, 4, 5, 6], changing: [1, 2], linked: [3, 4] });
  });

  it('is told of its own row alone, in ascending order', () => {
    const rows =
      '<row r="1"><c r="C1"><f>NOW()</f><v>1</v></c><c r="A1"><f>RAND()</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f>A1</f><v>2</v></c></row><row r="3"><c r="A3"><f>NOW()</f></c></row>';
    expect(opened(book({ rows })).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, columns: [1, 3], values: [1, 1], formulas: [1, 3], changing: [1, 3] },
      { number: 2, hidden: false, columns: [1], values: [2], formulas: [1] },
      { number: 3, hidden: false, columns: [1], values: [{ kind: 'uncomputed' }] },
    ]);
  });

  it('takes linear time, whatever it says', () => {
    for (const piece of ['[1', '[1]', 'TODAY', 'today ', '"', '_xlfn.', '今']) {
      const long = `<f>${piece.repeat(Math.floor(60_000 / piece.length))}</f>`;
      expect(secondsOf(() => rowOf(...Array.from({ length: 10 }, () => long)))).toBeLessThan(1);
    }
  });
});

describe('hidden columns', () => {
  const cols = (...of: readonly string[]) =>
    opened(book({ sheet: sheetXml('').replace('<sheetData>', `<cols>${of.join('')}</cols><sheetData>`) })).sheets[0];

  it('are told as spans, however wide', () => {
    expect(
      cols(
        '<col min="1" max="2" width="9"/>',
        '<col min="3" max="3" hidden="1"/>',
        '<col min="5" max="16384" hidden="true"/>',
        '<col min="2" max="2" hidden="0"/>',
      )?.hiddenColumns,
    ).toEqual([
      { first: 3, last: 3 },
      { first: 5, last: 16384 },
    ]);
  });

  it('are none where the file says nothing that could be understood', () => {
    for (const col of [
      '',
      '<col hidden="1"/>',
      '<col min="5" max="4" hidden="1"/>',
      '<col min="x" max="9" hidden="1"/>',
    ])
      expect(cols(col)).not.toHaveProperty('hiddenColumns');
    expect(cols('<col min="2" max="99999999" hidden="1"/>')?.hiddenColumns).toEqual([{ first: 2, last: 16384 }]);
  });

  it('cannot be more than the grid has', () => {
    expect(() => cols('<col min="1" max="1" hidden="1"/>'.repeat(16_385))).toThrow('damaged');
  });
});

import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/base/address.js';
import { book, cells, fault, opened } from './zipped.js';

const row = (content: string) => `<row r="1">${content}</row>`;

describe('values', () => {
  it('reads numbers as the stored double', () => {
    const texts = [
      '0',
      '-0.5',
      '12',
      '0.1',
      '1234567.875',
      '0.30000000000000004',
      '1E-7',
      '1.5e+300',
      '+5',
      '.5',
      '5.',
    ];
    const rows = texts
      .map((text, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${text}</v></c></row>`)
      .join('');
    expect(Object.values(cells({ rows }))).toEqual(texts.map(Number));
  });

  it('reads every digit of a number that has more than fifteen', () => {
    expect(
      cells({ rows: row('<c r="A1"><v>9007199254740993</v></c><c r="B1"><v>123456789012345.67</v></c>') }),
    ).toEqual({
      A1: 9007199254740992,
      B1: 123456789012345.67,
    });
  });

  it('reads numbers with blanks around them', () => {
    expect(cells({ rows: row('<c r="A1"><v> 7\n</v></c>') })).toEqual({ A1: 7 });
  });

  it.each(['abc', '1,5', '0x10', 'INF', 'NaN', '1e999', '--1', '1.2.3', '.', ' ', '１', '5%', '9'.repeat(401)])(
    'refuses %j as a number',
    (text) => {
      expect(fault({ rows: row(`<c r="A1"><v>${text}</v></c>`) })).toBe('damaged');
    },
  );

  it('keeps numbers stored as text as text', () => {
    const strings = '<si><t>95</t></si><si><t>007</t></si>';
    expect(cells({ strings, rows: row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>') })).toEqual({
      A1: '95',
      B1: '007',
    });
  });

  it('reads booleans in either spelling', () => {
    const content = ['1', '0', 'true', 'false'].map((text) => `<c t="b"><v>${text}</v></c>`).join('');
    expect(cells({ rows: row(content) })).toEqual({ A1: true, B1: false, C1: true, D1: false });
    expect(fault({ rows: row('<c r="A1" t="b"><v>2</v></c>') })).toBe('damaged');
    expect(fault({ rows: row('<c r="A1" t="b"><v>TRUE</v></c>') })).toBe('damaged');
  });

  it('reads error cells as errors', () => {
    expect(
      cells({ rows: row('<c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="e"><f>NA()</f><v>#N/A</v></c>') }),
    ).toEqual({
      A1: { kind: 'error', text: '#DIV/0!' },
      B1: { kind: 'error', text: '#N/A' },
    });
  });

  it('reads inline strings, runs joined', () => {
    const content =
      '<c r="A1" t="inlineStr"><is><t>整改</t></is></c>' +
      '<c r="B1" t="inlineStr"><is><r><t>已</t></r><r><rPr><b/></rPr><t>办结</t></r></is></c>' +
      '<c r="C1" t="inlineStr"><is/></c><c r="D1" t="inlineStr"/>';
    expect(cells({ rows: row(content) })).toEqual({ A1: '整改', B1: '已办结' });
  });

  it('keeps an empty formula result, and no other empty text', () => {
    const content =
      '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><v></v></c><c r="C1" t="s"><v>0</v></c>' +
      '<c r="D1" t="s"><f>A1</f><v>0</v></c>';
    expect(cells({ strings: '<si><t></t></si>', rows: row(content) })).toEqual({ A1: '', D1: '' });
  });

  it('keeps nothing of styled empty cells', () => {
    const rows = '<row r="1" s="1"><c r="A1" s="9"/><c r="B1" s="1"></c><c r="C1" s="1"><v/></c></row><row r="2"/>';
    expect(opened(book({ rows })).sheets[0]?.rows).toEqual([]);
  });

  it('refuses types and contents it does not know', () => {
    expect(fault({ rows: row('<c r="A1" t="z"><v>1</v></c>') })).toBe('damaged');
    expect(fault({ rows: row('<c r="A1"><w>1</w></c>') })).toBe('damaged');
    expect(fault({ rows: row('<c r="A1"><v>1</v><v>2</v></c>') })).toBe('damaged');
    expect(fault({ rows: row('<c r="A1" t="inlineStr"><v>1</v></c>') })).toBe('damaged');
    expect(fault({ rows: row('<c r="A1"><is><t>1</t></is></c>') })).toBe('damaged');
    expect(fault({ rows: row('<x r="A1"><v>1</v></x>') })).toBe('damaged');
    expect(fault({ rows: '<c r="A1"><v>1</v></c>' })).toBe('damaged');
  });

  it('passes over extensions', () => {
    const content = '<c r="A1"><v>1</v><extLst><ext uri="x"><v>2</v></ext></extLst></c><extLst><c r="B1"/></extLst>';
    expect(cells({ rows: row(content) })).toEqual({ A1: 1 });
  });
});

describe('formulas', () => {
  it('gives the stored value and says that it was computed', () => {
    const content =
      '<c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c><c r="C1"><f>1-1</f><v>0</v></c>' +
      '<c r="D1" t="b"><f>1=2</f><v>0</v></c><c r="E1" t="str"><f>"x"</f><v>良好</v></c>';
    expect(opened(book({ rows: row(content) })).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, columns: [1, 2, 3, 4, 5], values: [1, 2, 0, false, '良好'], formulas: [2, 3, 4, 5] },
    ]);
  });

  it('passes over formulas with references and Chinese in them', () => {
    const formulas = ['A1&amp;"分"', 'SUM(月工作目标!E4)', '{A1}', 'Table[计划数]', ''];
    const content = formulas
      .map((text, index) => `<c r="${'ABCDE'[index]}1"><f>${text}</f><v>${index}</v></c>`)
      .join('');
    expect(opened(book({ rows: row(content) })).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, columns: [1, 2, 3, 4, 5], values: [0, 1, 2, 3, 4], formulas: [1, 2, 3, 4, 5] },
    ]);
  });

  it.each(['A1&B1', '&nothing;', 'A1\u0001', 'A1]]>', '<b/>A1</b>'])(
    'refuses a formula that is no text: %j',
    (formula) => {
      expect(fault({ rows: row(`<c r="A1"><f>${formula}</f><v>1</v></c>`) })).toBe('damaged');
    },
  );

  it('says that a formula without a stored value is uncomputed', () => {
    const content =
      '<c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>D1</f></c><c r="D1"><f>E1</f><v/></c>';
    const values = Array.from({ length: 4 }, () => ({ kind: 'uncomputed' }));
    expect(opened(book({ rows: row(content) })).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, columns: [1, 2, 3, 4], values },
    ]);
  });

  it('reads shared formulas by their stored values', () => {
    const content =
      '<c r="A1"><f t="shared" ref="A1:B1" si="0">1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c>';
    const [first] = opened(book({ rows: row(content) })).sheets[0]?.rows ?? [];
    expect(first).toMatchObject({ values: [2, 3], formulas: [1, 2] });
  });

  it('lists only its own row with each row', () => {
    const rows = '<row r="1"><c r="A1"><f>1</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const [, second] = opened(book({ rows })).sheets[0]?.rows ?? [];
    expect(second).toEqual({ number: 2, hidden: false, columns: [1], values: [2] });
  });
});

describe('addresses', () => {
  it('counts on where a row or cell has no address', () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>';
    expect(cells({ rows })).toEqual({ A1: 1, D1: 2, E1: 3, A6: 4 });
  });

  it('keeps one cell at the last place of the grid alone', () => {
    const [sheet] = opened(book({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })).sheets;
    expect(sheet?.rows).toEqual([{ number: 1048576, hidden: false, columns: [16384], values: [1] }]);
  });

  it('puts long rows in order, whatever they run over', () => {
    const columns = Array.from({ length: 300 }, (_, index) => index + 1);
    const content = (number: number, order: readonly number[]): string => {
      const written = order.map(
        (column) => `<c r="${cellAddress(number, column)}"><v>${number * 1000 + column}</v></c>`,
      );
      return `<row r="${number}">${written.join('')}</row>`;
    };
    const rows = [content(3, columns), content(2, columns.toReversed()), content(1, columns.toReversed())].join('');
    expect(opened(book({ rows })).sheets[0]?.rows).toEqual(
      [1, 2, 3].map((number) => ({
        number,
        hidden: false,
        columns,
        values: columns.map((column) => number * 1000 + column),
      })),
    );
  });

  it('puts rows and cells in order', () => {
    const rows =
      '<row r="9"><c r="C9"><v>3</v></c><c r="A9"><f>1</f><v>1</v></c><c r="B9"><f>2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>0</v></c></row>';
    expect(opened(book({ rows })).sheets[0]?.rows).toEqual([
      { number: 2, hidden: false, columns: [1], values: [0] },
      { number: 9, hidden: false, columns: [1, 2, 3], values: [1, 2, 3], formulas: [1, 2] },
    ]);
  });

  it.each([
    ['cell', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['cell, one of them empty and apart', '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['cell in small letters', '<row r="1"><c r="A1"><v>1</v></c><c r="a1"><v>2</v></c></row>'],
    ['row', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>'],
    ['row, one of them empty and apart', '<row r="3"/><row r="2"/><row r="3"><c r="A3"><v>1</v></c></row>'],
    ['far row', '<row r="70000"/><row r="2"/><row r="70000"/>'],
  ])('refuses a %s that stands twice', (_, rows) => {
    expect(fault({ rows })).toBe('damaged');
  });

  it.each(['B2', 'XFE1', 'A0', 'A01', '1', 'A', '', 'A1B', 'AAAA1', 'A1048577', '$A$1', 'Ａ1'])(
    'refuses the address %j in row 1',
    (address) => {
      expect(fault({ rows: row(`<c r="${address}"><v>1</v></c>`) })).toBe('damaged');
    },
  );

  it.each(['0', '-1', '1048577', '1.5', 'x', ''])('refuses the row number %j', (number) => {
    expect(fault({ rows: `<row r="${number}"><c><v>1</v></c></row>` })).toBe('damaged');
  });

  it('refuses a cell behind the last column', () => {
    expect(fault({ rows: row('<c r="XFD1"/><c><v>1</v></c>') })).toBe('damaged');
  });

  it('reads addresses spelt with references', () => {
    expect(cells({ rows: '<row r="&#50;"><c r="&#x42;2" t="&#x6e;"><v>1</v></c></row>' })).toEqual({ B2: 1 });
  });
});

describe('rows', () => {
  it('tells hidden rows', () => {
    const rows = ['hidden="1"', 'hidden="true"', 'hidden="0"', 'x="1"'].map(
      (mark) => `<row ${mark}><c><v>1</v></c></row>`,
    );
    expect(opened(book({ rows: rows.join('') })).sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('shared strings and formats', () => {
  it.each(['1', '-1', '0.5', 'x', '99999999999999999999'])('refuses the string index %s of one string', (index) => {
    expect(fault({ strings: '<si><t>a</t></si>', rows: row(`<c r="A1" t="s"><v>${index}</v></c>`) })).toBe('damaged');
  });

  it('refuses a number whose format does not exist, for it may be a date', () => {
    for (const style of ['2', '-1', 'x', '0.5', '']) {
      expect(fault({ styles: [0, 14], rows: row(`<c r="A1" s="${style}"><v>1</v></c>`) })).toBe('damaged');
    }
    expect(fault({ rows: row('<c r="A1" s="1"><v>1</v></c>') })).toBe('damaged');
    expect(cells({ styles: [0], rows: row('<c r="A1" s="7" t="b"><v>1</v></c>') })).toEqual({ A1: true });
  });

  it('gives a cell without a format the first one', () => {
    expect(cells({ styles: [9], rows: row('<c r="A1"><v>0.95</v></c>') })).toEqual({
      A1: { kind: 'percent', number: 0.95 },
    });
    expect(cells({ styles: [], rows: row('<c r="A1"><v>0.95</v></c>') })).toEqual({ A1: 0.95 });
  });
});

describe('merged ranges', () => {
  const merges = (...refs: string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

  it('stay ranges, however large', () => {
    const after = merges('A1:C1', 'B5:A4', 'D1:D1048576', 'F:G', '7:9', 'H2');
    expect(opened(book({ after })).sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 4, left: 1, bottom: 5, right: 2 },
      { top: 1, left: 4, bottom: 1048576, right: 4 },
      { top: 1, left: 6, bottom: 1048576, right: 7 },
      { top: 7, left: 1, bottom: 9, right: 16384 },
      { top: 2, left: 8, bottom: 2, right: 8 },
    ]);
  });

  it.each(['', 'A', '1', ':', 'A1:', 'A:1', 'A1:B', 'A1:2', 'A1:B2:C3', 'ZZZZ1', 'A1:A9999999'])(
    'refuses %j',
    (ref) => {
      expect(fault({ after: merges(ref) })).toBe('damaged');
      expect(fault({ after: '<mergeCells><mergeCell/></mergeCells>' })).toBe('damaged');
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { FileFault } from '../../src/model/workbook.js';
import {
  MAX_CELLS,
  MAX_ENTRIES,
  MAX_FILE_BYTES,
  MAX_FORMATS,
  MAX_PART_BYTES,
  MAX_TEXT_LENGTH,
  MAX_UTF16_BYTES,
} from '../../src/workbook/limits.js';
import {
  book,
  cellsIn,
  entriesOf,
  fault,
  faultOf,
  opened,
  secondsOf,
  sheetXml,
  stringsXml,
  stylesXml,
  zip,
} from './zipped.js';

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
/** The seconds in which a hostile file must have been refused. */
const SECONDS = 5;

/** The fault of a file, found in time. */
function soon(bytes: Uint8Array): FileFault | undefined {
  let found: FileFault | undefined;
  expect(
    secondsOf(() => {
      found = faultOf(bytes);
    }),
  ).toBeLessThan(SECONDS);
  return found;
}

function withEntry(name: string, change: object): Buffer {
  return zip(entriesOf({ rows: one }).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
}

describe('refused as too large', () => {
  it('a part that declares more than a part may have, before it is inflated', () => {
    const bomb = withEntry('xl/worksheets/sheet1.xml', { size: MAX_PART_BYTES + 1 });
    expect(soon(bomb)).toBe('too-large');
  });

  it('parts that together have more than a file may have', () => {
    const blanks = Buffer.alloc(MAX_FILE_BYTES / 2, ' ');
    const part = Buffer.concat([Buffer.from(stringsXml('')), blanks]);
    const bytes = book({ rows: one, strings: part, sheet: Buffer.concat([Buffer.from(sheetXml(one)), blanks]) });
    expect(bytes.length).toBeLessThan(MAX_FILE_BYTES / 100);
    expect(soon(bytes)).toBe('too-large');
  });

  it('more entries than a workbook has', () => {
    const many = Array.from({ length: MAX_ENTRIES }, (_, index) => ({ name: `x${index}`, data: '', stored: true }));
    expect(soon(book({ rows: one, more: many }))).toBe('too-large');
    expect(cellsIn(opened(book({ rows: one, more: many.slice(10) })).sheets[0])).toEqual({ A1: 1 });
  });

  it('more cells than a file may hold, in as few bytes as may be', () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`;
    const rows = row.repeat(MAX_CELLS / 10_000);
    const bytes = book({ rows: `${rows}<row><c><v>1</v></c></row>` });
    expect(soon(bytes)).toBe('too-large');
  });

  it('more shared strings or merged ranges than cells', () => {
    expect(soon(book({ rows: one, strings: '<si/>'.repeat(MAX_CELLS + 1) }))).toBe('too-large');
    expect(soon(book({ rows: one, strings: '<si><t></t></si>'.repeat(MAX_CELLS + 1) }))).toBe('too-large');
    expect(soon(book({ rows: one, after: `<m:mergeCells>${'<a ref="A1"/>'.repeat(MAX_CELLS + 1)}` }))).toBe(
      'too-large',
    );
  });

  it('a text longer than any cell holds, in one piece or many', () => {
    const text = 'x'.repeat(MAX_TEXT_LENGTH);
    const strings = [
      `<t>${text}x</t>`,
      `<t>${'中'.repeat(MAX_TEXT_LENGTH)}x</t>`,
      `<t>${text}</t><t>x</t>`,
      '<r><t>abc</t></r>'.repeat(MAX_TEXT_LENGTH / 2),
      `<t>${'<![CDATA[x]]>'.repeat(MAX_TEXT_LENGTH + 1)}</t>`,
      `<t>${'&#x0000000041;'.repeat(MAX_TEXT_LENGTH + 1)}</t>`,
      `<t>${'x'.repeat(40 * MAX_TEXT_LENGTH)}</t>`,
    ];
    for (const string of strings) expect(soon(book({ rows: one, strings: `<si>${string}</si>` }))).toBe('too-large');
    expect(fault({ rows: one, strings: `<si><t>${text}</t></si>` })).toBeUndefined();
  });

  it('more formats than programs write', () => {
    const cells = stylesXml([]).replace('<cellXfs>', `<cellXfs>${'<xf/>'.repeat(MAX_FORMATS + 1)}`);
    expect(soon(book({ rows: one, styles: cells }))).toBe('too-large');
    const codes = Array.from({ length: MAX_FORMATS + 1 }, (_, id) => `<numFmt numFmtId="${id}" formatCode="0"/>`).join(
      '',
    );
    expect(soon(book({ rows: one, styles: stylesXml([]).replace('</numFmts>', `${codes}</numFmts>`) }))).toBe(
      'too-large',
    );
  });

  it('a part in UTF-16 that would have to be rewritten', () => {
    const part = Buffer.alloc(MAX_UTF16_BYTES + 2, Buffer.from(' ', 'utf16le'));
    part.write('\ufeff<a/>', 0, 'utf16le');
    expect(soon(book({ sheet: part }))).toBe('too-large');
  });
});

describe('read all the same', () => {
  it('a million styled empty rows', () => {
    const rows = '<row spans="1:3" s="1" customFormat="1" ht="15"><c s="1"/><c s="1"/></row>'.repeat(1_048_575);
    const bytes = book({ rows: `${rows}<row><c><v>1</v></c></row>` });
    expect(soon(bytes)).toBeUndefined();
    expect(opened(bytes).sheets[0]?.rows).toMatchObject([{ number: 1048576, columns: [1], values: [1] }]);
  });

  it('one row more than the grid has is not', () => {
    expect(fault({ rows: '<row/>'.repeat(1_048_577) })).toBe('damaged');
  });

  it('a sheet full to its last column', () => {
    const rows = Array.from(
      { length: 3 },
      (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(16384)}</row>`,
    ).join('');
    expect(opened(book({ rows })).sheets[0]?.rows.map(({ columns }) => columns.length)).toEqual([16384, 16384, 16384]);
  });
});

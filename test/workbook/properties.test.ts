import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { changes, mutated } from './damaged.js';
import {
  book,
  cells,
  cellsIn,
  type Entry,
  entriesOf,
  escaped,
  opened,
  type Parts,
  sheetXml,
  stringsXml,
  zip,
} from './zipped.js';

/** Text that XML can hold as it is; escapes of spreadsheet programs have tests of their own. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'考核一季度得分办公室Ａ１２ \n&<>"\''), maxLength: 300 }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are left out
  .map((value) => value.replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}|_x/gu, ''))
  .filter((value) => value !== '');
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);
const day = fc.date({
  min: new Date('1900-03-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const seconds = day.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

describe('what exceljs writes', () => {
  it('reads back the same', async () => {
    const value = fc.oneof(text, number, fc.boolean(), seconds);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.option(value), { maxLength: 6 }), { maxLength: 8 }), async (table) => {
        const workbook = new ExcelJS.Workbook();
        const sheet = workbook.addWorksheet('表');
        const expected = new Map<string, unknown>();
        table.forEach((row, down) => {
          row.forEach((content, right) => {
            if (content === null) return;
            const cell = sheet.getCell(down + 1, right + 1);
            cell.value = content;
            expected.set(cell.address, content);
            if (!(content instanceof Date)) return;
            cell.numFmt = 'yyyy-mm-dd hh:mm:ss';
            const iso = content.toISOString();
            const time = ((content.getTime() / 1000) % 86_400) + 86_400;
            expected.set(cell.address, { kind: 'date', day: iso.slice(0, 10), time: time % 86_400 });
          });
        });
        const read = cellsIn(opened(Buffer.from(await workbook.xlsx.writeBuffer())).sheets[0]);
        expect(read).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 150 },
    );
  });
});

describe('two spellings of one sheet', () => {
  const digits = fc.stringMatching(/^-?[0-9]{1,9}(\.[0-9]{1,9})?$/);
  const cell = fc.record({
    column: fc.integer({ min: 1, max: 40 }),
    style: fc.option(fc.constantFrom(0, 1, 2)),
    content: fc.oneof(
      digits.map((value) => ({ type: '', value })),
      fc.constantFrom('0', '1').map((value) => ({ type: 's', value })),
      fc.constantFrom('0', '1').map((value) => ({ type: 'b', value })),
      fc.constant({ type: '', value: '' }),
    ),
  });
  const letters = (column: number) => (column > 26 ? 'A' : '') + String.fromCharCode(65 + ((column - 1) % 26));

  it('read alike, whether the fast path takes them or the scanner', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ column }) => column, maxLength: 12 }), (row) => {
        const plain = row.map(({ column, style, content: { type, value } }) => {
          const open = `<c r="${letters(column)}7"${style === null ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}`;
          return value === '' ? `${open}/>` : `${open}><v>${value}</v></c>`;
        });
        const parts = { strings: '<si><t>甲</t></si><si><t>乙</t></si>', styles: [0, 14, 9] };
        const fast = cells({ ...parts, rows: `<row r="7">${plain.join('')}</row>` });
        const slow = cells({ ...parts, sheet: sheetXml(`<row r="7">${plain.join('').replaceAll('"', "'")}</row>`) });
        expect(fast).toEqual(slow);
        for (const { column, style, content } of row) {
          if (content.type !== '' || content.value === '' || (style !== null && style > 0)) continue;
          expect(fast[`${letters(column)}7`]).toBe(Number(content.value));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cell or string that is nearly plain', () => {
  const marks = [
    '<',
    '>',
    '/',
    '"',
    "'",
    ' ',
    '=',
    '&',
    ']',
    '0',
    '7',
    '9',
    'A',
    'c',
    'r',
    's',
    't',
    'v',
    'b',
    'n',
    '.',
    '-',
    'é',
    '中',
    '\n',
  ];
  const edit = fc.record({ at: fc.nat(60), remove: fc.nat(2), insert: fc.constantFrom('', '', ...marks) });
  const edited = (plain: string, edits: readonly { at: number; remove: number; insert: string }[]) =>
    edits.reduce((before, { at, remove, insert }) => {
      const place = at % (before.length + 1);
      return before.slice(0, place) + insert + before.slice(place + remove);
    }, plain);
  const edits = fc.array(edit, { maxLength: 2 });
  const stored = (parts: Parts) =>
    openWorkbook('a.xlsx', zip(entriesOf(parts).map((entry) => ({ ...entry, stored: true }))));
  const outcome = (parts: Parts) => {
    const result = stored(parts);
    return result.ok ? result.workbook.sheets : result.fault;
  };
  const parts = { strings: '<si><t>甲</t></si>', styles: [0, 14] };

  it('reads as the scanner reads it, which takes over where a blank stands before it', () => {
    const plain = fc.constantFrom(
      '<c r="B7" s="1"><v>12.5</v></c>',
      '<c r="A7" t="s"><v>0</v></c>',
      '<c r="C7" s="1"/>',
      '<c r="AB7" s="0" t="b"><v>1</v></c>',
      '<c r="D7" s="1"><f>A7*2</f><v>0.1</v></c>',
    );
    fc.assert(
      fc.property(plain, edits, (cell, made) => {
        const content = edited(cell, made);
        const fast = outcome({ ...parts, rows: `<row r="7">${content}</row>` });
        expect(fast).toEqual(outcome({ ...parts, rows: `<row r="7"> ${content}</row>` }));
      }),
      { numRuns: 1500 },
    );
  });

  it('and so does a row that nearly repeats the tag of the one before', () => {
    const tag = fc.constantFrom('<row r="8">', '<row r="8" spans="1:9" s="2" hidden="1">', '<row r="8" ht="20" >');
    fc.assert(
      fc.property(tag, edits, (plain, made) => {
        const first = `${plain.replace('8', '7')}<c r="A7"><v>1</v></c></row>`;
        const rest = '<c r="A8"><v>2</v></c></row><row r="9"><c><v>3</v></c></row>';
        const second = edited(plain, made);
        const fast = outcome({ ...parts, rows: `${first}${second}${rest}` });
        expect(fast).toEqual(outcome({ ...parts, rows: `${first} ${second}${rest}` }));
      }),
      { numRuns: 1000 },
    );
  });

  it('and so does a string', () => {
    const plain = fc.constantFrom(
      '<si><t>甲b</t></si>',
      '<si><t xml:space="preserve"> 乙</t></si>',
      '<si><t></t></si>',
    );
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    fc.assert(
      fc.property(plain, edits, (item, made) => {
        const content = edited(item, made);
        expect(outcome({ rows, strings: stringsXml(content) })).toEqual(
          outcome({ rows, strings: stringsXml(` ${content}`) }),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('text', () => {
  it('of any kind reads back the same from strings and from CSV', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 10 }), (texts) => {
        const items = texts.map((value) => `<si><t xml:space="preserve">${escaped(value)}</t></si>`).join('');
        const rows = `<row>${texts.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`;
        expect(Object.values(cells({ strings: items, rows }))).toEqual(texts);
        const csv = `\ufeff,x\n${texts.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}`;
        expect(opened(Buffer.from(csv), 'a.csv').sheets[0]?.rows[1]?.values).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a damaged file', () => {
  let real: Buffer;
  let entries: Entry[];

  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('考核');
    for (let row = 1; row < 12; row += 1)
      sheet.addRow([row, '办公室', new Date(0), row / 7, true, { formula: 'A1', result: 1 }]);
    sheet.mergeCells('H1:I2');
    real = Buffer.from(await workbook.xlsx.writeBuffer());
    const parts = {
      rows: '<row r="1" hidden="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"><v>46086</v></c><c t="inlineStr"><is><t>x</t></is></c></row>',
      strings: '<si><t>甲&amp;</t></si><si><r><t>乙</t></r></si>',
      styles: [0, 'yyyy-mm-dd'],
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    };
    entries = entriesOf(parts).map((entry) => ({ ...entry, stored: true }));
  });

  it('gives a workbook or a fault, never an exception', () => {
    fc.assert(
      fc.property(changes, (made) => {
        expect(typeof openWorkbook('a.xlsx', mutated(real, made)).ok).toBe('boolean');
        expect(typeof openWorkbook('a.csv', mutated(real.subarray(40), made)).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  it('nor does one whose parts are damaged beneath sound checksums', () => {
    fc.assert(
      fc.property(changes, fc.nat(entries.length - 1), (made, which) => {
        const bytes = entries.map((entry, index) =>
          index === which ? { ...entry, data: mutated(Buffer.from(entry.data), made) } : entry,
        );
        expect(typeof openWorkbook('a.xlsx', zip(bytes)).ok).toBe('boolean');
      }),
      { numRuns: 600 },
    );
  });

  it('with one byte changed is refused or reads the same, never otherwise', () => {
    const whole = openWorkbook('a.xlsx', real);
    expect(whole.ok).toBe(true);
    fc.assert(
      fc.property(fc.nat(real.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(real);
        bytes[at] = (bytes[at] as number) ^ change;
        const result = openWorkbook('a.xlsx', bytes);
        if (result.ok) expect(result).toEqual(whole);
      }),
      { numRuns: 600 },
    );
  });

  it('is no chance hit: the file is read when nothing is changed', () => {
    expect(openWorkbook('a.xlsx', zip(entries)).ok).toBe(true);
    expect(openWorkbook('a.xlsx', book({})).ok).toBe(true);
  });
});

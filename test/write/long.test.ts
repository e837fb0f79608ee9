/** Sheets as long as they may be: written in chunks, their rows made one by one, their texts within a bound in a table. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { CellDesign, RowDesign, Rows, SheetDesign, WorkbookDesign } from '../../src/model/design.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { workbookChunks, writeWorkbook } from '../../src/workbook/write.js';

const sheet = (rows: Rows, more: Partial<SheetDesign<Rows>> = {}): SheetDesign<Rows> => ({
  name: '表',
  widths: [20, 20, 20],
  rows,
  ...more,
});
const book = (...sheets: SheetDesign<Rows>[]): WorkbookDesign<Rows> => ({
  title: '考核表',
  author: '考核办',
  date: '2026-04-01' as Day,
  sheets,
});
const row = (...values: string[]): RowDesign => ({
  cells: values.map((value): CellDesign => ({ value, style: 'text' })),
});
/** Rows that are made when they are asked for. */
const made = (length: number, make: (at: number) => RowDesign): Rows => ({
  length,
  *[Symbol.iterator]() {
    for (let at = 0; at < length; at += 1) yield make(at);
  },
});

const unlike = (at: number): RowDesign => row(`${at * 7919}号`, `科室${at % 30}`, `${(at * 104_729) % 1_000_003}`);

async function valuesOf(design: WorkbookDesign<Rows>): Promise<unknown[][]> {
  const opened = openWorkbook('长表.xlsx', await writeWorkbook(design));
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.workbook.sheets.flatMap(({ rows }) => [...rows].map(({ values }) => [...values]));
}

function xmlOf(bytes: Uint8Array, path = 'xl/worksheets/sheet1.xml'): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

describe('chunks', () => {
  const long = book(sheet(made(20_000, unlike)), sheet([row('后')], { name: '后' }));

  it('are together what is written as one', async () => {
    expect(Buffer.concat([...workbookChunks(long)]).equals(await writeWorkbook(long))).toBe(true);
  });

  it('are neither many nor large', () => {
    const sizes = Array.from(workbookChunks(long), ({ length }) => length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.slice(0, -1).every((size) => size >= 8192 && size <= 262_144)).toBe(true);
  });

  it('say the size of a part before its bytes', async () => {
    const bytes = Buffer.from(await writeWorkbook(long));
    const entries = Object.keys(unzipSync(bytes));
    let at = 0;
    for (const path of entries) {
      expect(bytes.readUInt32LE(at)).toBe(0x04034b50);
      // Bit 3 would say that the sizes come behind.
      expect(bytes.readUInt16LE(at + 6) & 8).toBe(0);
      const name = bytes.readUInt16LE(at + 26);
      expect(bytes.toString('utf8', at + 30, at + 30 + name)).toBe(path);
      at += 30 + name + bytes.readUInt32LE(at + 18);
    }
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
  });

  it('come only when nothing in the design stands against it', () => {
    const overlapping = book(sheet([row('a', 'b')], { merges: ['A1:B1', 'B1:C1'] }));
    expect(() => [...workbookChunks(overlapping)]).toThrow('merged ranges');
    expect(() => [...workbookChunks(book(sheet([], { merges: ['A1:'] })))]).toThrow('not a range');
  });
});

describe('rows', () => {
  it('are gone through once, one after the other', async () => {
    let asked = 0;
    const rows: Rows = {
      length: 3,
      *[Symbol.iterator]() {
        asked += 1;
        for (const value of ['一', '二', '三']) yield row(value);
      },
    };
    expect(await valuesOf(book(sheet(rows)))).toEqual([['一'], ['二'], ['三']]);
    expect(asked).toBe(1);
  });

  it('are not held when they are written', () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const held: number[] = [];
    const rows = made(100_000, (at) => {
      if (at === 20_000 || at === 99_999) {
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        held.push(heapUsed + arrayBuffers);
      }
      return unlike(at);
    });
    let length = 0;
    for (const chunk of workbookChunks(book(sheet(rows)))) length += chunk.length;
    const [early = 0, late = 0] = held;
    // What is packed, and not a tenth of what 80,000 rows of three cells take.
    expect(late - early).toBeLessThan(length + 4_000_000);
  }, 60_000);

  it('are found again below merged cells that go on beneath them', async () => {
    const design = book(sheet([row('上'), row('下')], { merges: ['A2:B4'] }));
    const xml = xmlOf(await writeWorkbook(design));
    expect(xml).toMatch(/<row r="4" spans="1:2"><c r="A4" s="1"\/><c r="B4" s="1"\/><\/row><\/sheetData>/);
    expect(xml).toContain('<mergeCells count="1"><mergeCell ref="A2:B4"/></mergeCells>');
  });

  it('carry no more links than the programs take', async () => {
    const rows = made(65_540, (at) => ({ cells: [{ value: `${at}`, link: "#'表'!A1" }] }));
    const xml = xmlOf(await writeWorkbook(book(sheet(rows))));
    expect([...xml.matchAll(/<hyperlink /g)]).toHaveLength(65_530);
    expect(xml).toContain('<hyperlink ref="A65530"');
    expect(xml).not.toContain('<hyperlink ref="A65531"');
  });
});

describe('texts', () => {
  const HOSTILE = [
    '=1+1',
    '+86 10',
    '-5',
    '@SUM(A1)',
    '  两个空格在前',
    '一个在后 ',
    '\t制表',
    '换\n行',
    '回\r\n车',
    '_x000D_',
    '_x005F_x0041_',
    'a\u0000b\u0007c\u007f\u0085d\ufffe',
    '半个\ud800字符',
    '整个😀字符',
    '<c r="A1"/>&amp;"\'',
    '字'.repeat(32_768),
    'x'.repeat(300_000),
  ];
  /** More than the table takes from a sheet. */
  const filled = made(5000, (at) => row(`满${at}`));
  const behind: Rows = {
    length: filled.length + HOSTILE.length,
    *[Symbol.iterator]() {
      yield* filled;
      for (const text of HOSTILE) yield row(text);
    },
  };

  it('are read alike whether they stand in the table or in their cells', async () => {
    const within = await writeWorkbook(book(sheet(behind)));
    const shared = await writeWorkbook(book(sheet(HOSTILE.map((text) => row(text)))));
    expect([...xmlOf(within).matchAll(/t="inlineStr"/g)]).toHaveLength(5000 - 4096 + HOSTILE.length);
    // One is longer than all that a sheet may put there.
    expect([...xmlOf(shared).matchAll(/t="s"/g)]).toHaveLength(HOSTILE.length - 1);
    const [last, first] = [
      await valuesOf(book(sheet(behind))),
      await valuesOf(book(sheet(HOSTILE.map((text) => row(text))))),
    ];
    expect(last.slice(5000)).toEqual(first);
    expect(first[0]).toEqual(['=1+1']);
    expect(first[4]).toEqual(['  两个空格在前']);
    expect(first[9]).toEqual(['_x000D_']);
    expect(xmlOf(within)).not.toContain('<f');
  });

  it('look alike whichever way they stand', async () => {
    const looks = (xml: string, from: number): unknown[] =>
      [...xml.matchAll(/<c r="A(\d+)" s="(\d+)"/g)].filter(([, at]) => Number(at) > from).map(([, , look]) => look);
    const within = await writeWorkbook(book(sheet(behind)));
    const shared = await writeWorkbook(book(sheet([row('满'), ...HOSTILE.map((text) => row(text))])));
    expect(looks(xmlOf(within), 5000)).toEqual(looks(xmlOf(shared), 1));
    expect(looks(xmlOf(shared), 1).slice(0, 5)).toEqual(['2', '2', '2', '2', '1']);
  });

  it('of a later sheet have room of their own', async () => {
    const bytes = await writeWorkbook(book(sheet(filled), sheet([row('后', '满1', '满4999')], { name: '后' })));
    const xml = xmlOf(bytes, 'xl/worksheets/sheet2.xml');
    expect([...xml.matchAll(/ t="(\w+)"/g)].map(([, type]) => type)).toEqual(['s', 's', 's']);
    expect(xmlOf(bytes, 'xl/sharedStrings.xml')).toContain('count="4099" uniqueCount="4098"');
  });

  it('are read back from a long sheet', async () => {
    const values = await valuesOf(book(sheet(made(6000, unlike))));
    expect(values).toEqual(Array.from({ length: 6000 }, (_, at) => unlike(at).cells.map((cell) => cell?.value)));
  });
});

describe('widths and heights', () => {
  it('keep a width that others take for the default', async () => {
    expect(xmlOf(await writeWorkbook(book(sheet([], { widths: [8.29] }))))).toContain('width="9" customWidth="1"');
  });

  it('leave room for as many lines as a text takes', async () => {
    // 20 characters of 7 pixels hold 19 halves of Chinese characters of 11 points, and one of them is left over.
    const texts = [
      '字'.repeat(8),
      '字'.repeat(9),
      '字'.repeat(10),
      'a'.repeat(18),
      'a'.repeat(19),
      'a\nb',
      '字'.repeat(10),
    ];
    const xml = xmlOf(
      await writeWorkbook(
        book(
          sheet(
            texts.map((text) => row(text)),
            { widths: [20] },
          ),
        ),
      ),
    );
    const heights = [...xml.matchAll(/ ht="(\d+)"/g)].map(([, points]) => Number(points));
    expect(heights).toEqual([20, 20, 35, 20, 35, 35, 35]);
  });
});

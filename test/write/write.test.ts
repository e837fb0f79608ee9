import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type {
  CellContent,
  CellDesign,
  CellStyle,
  SheetDesign,
  ValidationDesign,
  WorkbookDesign,
} from '../../src/model/design.js';
import { writeWorkbook } from '../../src/workbook/write.js';

const day = (text: string) => text as Day;
const sheet = (more: Partial<SheetDesign> = {}): SheetDesign => ({ name: '表', widths: [10], rows: [], ...more });
const cells = (...row: (CellDesign | null)[]) => ({ cells: row });

function bookOf(...sheets: SheetDesign[]): WorkbookDesign {
  return { title: '考核表', author: '考核办', date: day('2026-04-01'), sheets };
}

/** The parts of the written file, as text. */
async function written(...sheets: SheetDesign[]): Promise<Record<string, string>> {
  return partsOf(await writeWorkbook(bookOf(...sheets)));
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

async function sheetXml(design: SheetDesign): Promise<string> {
  return (await written(design))['xl/worksheets/sheet1.xml'] ?? '';
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The strings of a file, as they stand in it. */
function strings(parts: Record<string, string>): string[] {
  return [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) =>
    plain(match[1] ?? ''),
  );
}

interface Read {
  readonly type: string | undefined;
  readonly value: string | undefined;
  readonly format: string;
  readonly locked: boolean;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly align: string;
}

const BUILT_IN: Record<string, string> = { '0': 'General', '1': '0', '2': '0.00', '49': '@' };

/** One cell of a sheet with its style looked up. */
function cell(parts: Record<string, string>, address: string, index = 1): Read {
  const found = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>(.*?)</c>)`).exec(
    parts[`xl/worksheets/sheet${index}.xml`] ?? '',
  );
  if (!found) throw new Error(`no cell ${address}`);
  const styles = parts['xl/styles.xml'] ?? '';
  const within = (tag: string) => new RegExp(`<${tag} [^>]*>(.*?)</${tag}>`, 's').exec(styles)?.[1] ?? '';
  const nth = (list: string, tag: string, at: number) =>
    [...list.matchAll(new RegExp(`<${tag}(?:/>|[ >].*?</${tag}>| [^>]*/>)`, 'gs'))][at]?.[0] ?? '';
  const at = Number(/ s="(\d+)"/.exec(found[1] ?? '')?.[1] ?? 0);
  const xf = [...within('cellXfs').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)][at]?.[0] ?? '';
  const id = (name: string) => new RegExp(`${name}="(\\d+)"`).exec(xf)?.[1] ?? '0';
  const custom = new RegExp(`numFmtId="${id('numFmtId')}" formatCode="([^"]*)"`).exec(within('numFmts'));
  const type = / t="(\w+)"/.exec(found[1] ?? '')?.[1];
  const value = /<v>([^<]*)<\/v>/.exec(found[2] ?? '')?.[1];
  return {
    type,
    value: type === 's' ? strings(parts)[Number(value)] : value,
    format: custom?.[1] ?? BUILT_IN[id('numFmtId')] ?? id('numFmtId'),
    locked: !xf.includes('locked="0"'),
    font: nth(within('fonts'), 'font', Number(id('fontId'))),
    fill: nth(within('fills'), 'fill', Number(id('fillId'))),
    border: nth(within('borders'), 'border', Number(id('borderId'))),
    align: /<alignment[^>]*>/.exec(xf)?.[0] ?? '',
  };
}

async function oneCell(value: CellContent, more: Omit<CellDesign, 'value'> = {}): Promise<Read> {
  return cell(await written(sheet({ rows: [cells({ value, ...more })] })), 'A1');
}

const EVERYTHING = bookOf(
  sheet({
    name: '填报',
    widths: [6, 9, 14],
    protected: true,
    freeze: { rows: 2, columns: 1 },
    filter: 'A2:C2',
    merges: ['A1:C1'],
    print: { landscape: true, repeat: [1, 2], footer: '考核办' },
    rows: [
      cells({ value: '申报表', style: 'title' }),
      cells(
        { value: '事项', style: 'heading' },
        { value: '日期', style: 'heading' },
        { value: '分值', style: 'heading' },
      ),
      cells(
        { value: '见结果', style: 'input', link: "#'结果'!A1", note: '写全称' },
        { value: { day: day('2026-03-05') }, style: 'inputDate' },
        { value: { number: '2.5' }, style: 'number', link: '附件.docx' },
      ),
    ],
    validations: [
      {
        range: 'A3:A9',
        rule: { kind: 'list', choices: ['a,b', 'c'] },
        required: true,
        prompt: '选一',
        error: '只能选',
      },
      { range: 'B3:B9', rule: { kind: 'date', min: day('2026-01-01'), max: day('2026-03-31') }, required: true },
    ],
  }),
  sheet({ name: '结果', rows: [cells({ value: { share: '0.8889' }, style: 'share' })] }),
);

describe('bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('are the same for the same design, in every time zone', async () => {
    const first = await writeWorkbook(EVERYTHING);
    for (const other of ['UTC', 'Pacific/Kiritimati', 'America/Adak', 'Asia/Shanghai']) {
      process.env.TZ = other;
      expect(await writeWorkbook(EVERYTHING)).toEqual(first);
    }
    process.env.TZ = 'Pacific/Kiritimati';
    expect(new Date(Date.UTC(2026, 0, 1, 12)).getDate()).toBe(2);
  });

  it('carry the list of types first and no folders, under one fixed time', async () => {
    const bytes = await writeWorkbook(EVERYTHING);
    const paths = Object.keys(unzipSync(bytes));
    expect(paths.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(paths.slice(2)).toEqual([...paths.slice(2)].sort());
    expect(paths.filter((path) => path.endsWith('/'))).toEqual([]);
    const time = new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true);
    expect(time).toBe((1 << 21) | (1 << 16) | (12 << 11));
  });

  it("carry the design's title, author and date", async () => {
    const core = (await written(sheet()))['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:title>考核表</dc:title>');
    expect(core).toContain('<dc:creator>考核办</dc:creator><');
    expect(core).toContain('<cp:lastModifiedBy>考核办</cp:lastModifiedBy>');
    expect([...core.matchAll(/2026-04-01T12:00:00Z/g)]).toHaveLength(2);
  });

  it('are a workbook that exceljs reads back', async () => {
    const { default: exceljs } = await import('exceljs');
    const book = new exceljs.Workbook();
    await book.xlsx.load((await writeWorkbook(EVERYTHING)).buffer as ArrayBuffer);
    expect(book.worksheets.map((one) => one.name)).toEqual(['填报', '结果', '_choices']);
    expect(book.getWorksheet('填报')?.getCell('B3').value).toEqual(new Date('2026-03-05T00:00:00Z'));
  });
});

describe('text', () => {
  it.each(['=1+1', '+86 10', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")'])('%s is a string', async (text) => {
    const parts = await written(sheet({ rows: [cells({ value: text, style: 'input' })] }));
    expect(cell(parts, 'A1')).toMatchObject({ type: 's', value: text, format: '@', locked: false });
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f');
  });

  it('writes out what XML forbids and keeps one kind of line break', async () => {
    const read = await oneCell('a\u0000b\u0007c\u007f\u0085\ud800d\ufffe\te\r\nf\rg');
    expect(read.value).toBe('a\\u{0}b\\u{7}c\\u{7f}\\u{85}\\u{d800}d\\u{fffe}\te\nf\ng');
  });

  it('keeps text that looks like an escape of the file format', async () => {
    const text = '_x0041_x0042_ _x41_ x0043_';
    const { value } = await oneCell(text);
    expect(value).toBe('_x005F_x0041_x005F_x0042_ _x41_ x0043_');
    expect(
      value?.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ).toBe(text);
  });

  it('is cut at the limit of a cell, not within a character', async () => {
    expect((await oneCell('字'.repeat(32_767))).value).toBe('字'.repeat(32_767));
    expect((await oneCell('字'.repeat(32_768))).value).toBe(`${'字'.repeat(32_766)}…`);
    expect((await oneCell(`${'a'.repeat(32_765)}😀😀`)).value).toBe(`${'a'.repeat(32_765)}…`);
  });

  it('leaves a cell blank when there is none, with its style', async () => {
    for (const value of [null, '']) {
      expect(await oneCell(value, { style: 'inputDate' })).toMatchObject({
        type: undefined,
        value: undefined,
        format: 'yyyy-mm-dd',
        locked: false,
      });
    }
  });
});

describe('values', () => {
  it.each([
    ['2.5', '2.5', '0.0'],
    ['12', '12', '0'],
    ['-0.125', '-0.125', '0.000'],
    ['0.3333333333333333333333', '0.3333333333333333', 'General'],
    ['1234567.89', '1234567.89', '0.00'],
  ])('number %s shows its digits', async (number, value, format) => {
    expect(await oneCell({ number }, { style: 'number' })).toMatchObject({ type: undefined, value, format });
  });

  it('leaves the format of a number open where another may be typed', async () => {
    expect(await oneCell({ number: '2.5' }, { style: 'inputNumber' })).toMatchObject({
      value: '2.5',
      format: 'General',
    });
  });

  it('refuses a number that is none', async () => {
    await expect(oneCell({ number: '1e5' })).rejects.toThrow('not a decimal: 1e5');
  });

  it.each([
    ['2026-03-05', '46086'],
    ['1900-01-01', '1'],
    ['1900-02-28', '59'],
    ['1900-03-01', '61'],
    ['9999-12-31', '2958465'],
  ])('day %s is the serial %s', async (text, serial) => {
    expect(await oneCell({ day: day(text) })).toMatchObject({ type: undefined, value: serial, format: 'yyyy-mm-dd' });
  });

  it('shows a share as a percentage', async () => {
    expect(await oneCell({ share: '0.8889' }, { style: 'text' })).toMatchObject({ value: '0.8889', format: '0.0%' });
  });
});

describe('styles', () => {
  const STYLES: CellStyle[] = [
    ...(['title', 'subtitle', 'label', 'heading', 'subheading', 'input', 'inputDate', 'inputNumber', 'given'] as const),
    ...(['text', 'number', 'share', 'date', 'good', 'warn', 'bad', 'note'] as const),
  ];

  it('open only the input cells for typing', async () => {
    const parts = await written(sheet({ rows: [cells(...STYLES.map((style) => ({ value: 'x', style })))] }));
    const open = STYLES.filter((_, index) => !cell(parts, `${String.fromCharCode(65 + index)}1`).locked);
    expect(open).toEqual(['input', 'inputDate', 'inputNumber']);
  });

  it('use Song for text and Hei for headings, with borders and wrapping in tables', async () => {
    const title = await oneCell('x', { style: 'title' });
    expect(title.font).toContain('黑体');
    expect(title.font).toContain('<sz val="16"/>');
    expect(title.align).toContain('horizontal="center"');
    const heading = await oneCell('x', { style: 'heading' });
    expect(heading.font).toContain('<b/>');
    expect(heading.border).toContain('thin');
    const text = await oneCell('x', { style: 'text' });
    expect(text.font).toContain('宋体');
    expect(text.align).toMatch(/vertical="center".*wrapText="1"/);
    expect((await oneCell('x')).font).toContain('宋体');
  });

  it('tell good, warn and bad apart by colour', async () => {
    const fills = await Promise.all(
      (['good', 'warn', 'bad', 'input', 'given'] as const).map((style) => oneCell('x', { style })),
    );
    expect(new Set(fills.map((read) => read.fill)).size).toBe(5);
  });

  it('leave a null cell out', async () => {
    expect(await sheetXml(sheet({ rows: [cells(null, { value: 'x' })] }))).not.toContain('r="A1"');
  });
});

describe('sheets', () => {
  it('have valid, unique names, and references follow them', async () => {
    const names = ['a/b:c?*[d]\\', 'A_B_C___D__', "o'clock", 'History', '', '长'.repeat(40), '长'.repeat(40)];
    const parts = await written(
      ...names.map((name) => sheet({ name })),
      sheet({
        name: '2026名单',
        rows: [
          cells({ value: '去', link: "#'o''clock'!A1" }, { value: '去', link: '#a/b:c?*[d]\\!A1' }),
          cells({ value: '去', link: "#'没有'!A1" }, { value: '去', link: '#A1' }),
        ],
        validations: [{ range: 'A5', rule: { kind: 'listFrom', range: '2026名单!$A$1:$A$4' }, required: false }],
      }),
    );
    const found = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(found).toEqual([
      'a_b_c___d__',
      'A_B_C___D__(2)',
      'o’clock',
      'History(2)',
      'Sheet',
      `${'长'.repeat(30)}…`,
      `${'长'.repeat(27)}…(2)`,
      '2026名单',
    ]);
    const xml = parts['xl/worksheets/sheet8.xml'] ?? '';
    expect(xml).toContain(`<hyperlink ref="A1" location="'o’clock'!A1"/>`);
    expect(xml).toContain(`<hyperlink ref="B1" location="'a_b_c___d__'!A1"/>`);
    expect(xml).toContain(`<hyperlink ref="A2" location="'没有'!A1"/><hyperlink ref="B2" location="A1"/>`);
    expect(plain(xml)).toContain("<formula1>'2026名单'!$A$1:$A$4</formula1>");
  });

  it('can be hidden, and the file opens on one that is not', async () => {
    const book = (
      await written(
        sheet({ name: 'a', state: 'veryHidden' }),
        sheet({ name: 'b', state: 'hidden' }),
        sheet({ name: 'c' }),
      )
    )['xl/workbook.xml'];
    expect(book).toMatch(/name="a" state="veryHidden".*name="b" state="hidden".*name="c" state="visible"/);
    expect(book).toContain('activeTab="2"');
    await expect(written(sheet({ state: 'hidden' }))).rejects.toThrow('visible');
  });

  it('have widths, heights, merges, frozen panes and a filter', async () => {
    const xml = await sheetXml(
      sheet({
        widths: [9, 20, 20],
        merges: ['A1:C1', 'B3:C5'],
        freeze: { rows: 2, columns: 1 },
        filter: 'A2:C2',
        rows: [
          { height: 500, cells: [{ value: '合并', style: 'heading' }] },
          cells({ value: '一', style: 'text' }),
          cells(null, { value: '字'.repeat(60), style: 'text' }, null),
          cells({ value: '字'.repeat(60), style: 'text' }),
          cells({ value: '字\n字\r\n字', style: 'text' }),
          { height: 33, cells: [] },
          cells(),
          cells(null, null, null, { value: '字'.repeat(60), style: 'number' }),
        ],
      }),
    );
    expect(xml).toContain('<col min="1" max="1" width="9.71" customWidth="1"/><col min="2" max="3" width="20.71"');
    expect(xml).toMatch(/<mergeCells count="2"><mergeCell ref="A1:C1"\/><mergeCell ref="B3:C5"\/>/);
    expect(xml).toMatch(/<c r="C1" s="\d+"\/>/);
    expect(xml).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A2:C2"/>');
    // A given height is the user's own, an estimated one may grow with what is typed.
    expect(xml).toContain('<row r="1" ht="409" customHeight="1"');
    expect(xml).toContain('<row r="2" ht="20" spans');
    expect(xml).toContain('<row r="3" ht="35" spans');
    expect(xml).toMatch(/<row r="4" ht="\d{3}" spans/);
    expect(xml).toContain('<row r="5" ht="50" spans');
    expect(xml).toContain('<row r="6" ht="33" customHeight="1"');
    expect(xml).not.toContain('<row r="7"');
    expect(xml).toContain('<row r="8" ht="20" spans');
  });

  it('measure a merged cell in a column without a width', async () => {
    const xml = await sheetXml(
      sheet({ widths: [], merges: ['A1:D1', 'A2'], rows: [cells({ value: '字', style: 'text' })] }),
    );
    expect(xml).toContain('<row r="1" ht="20" spans');
  });

  it('do not freeze what is not asked for', async () => {
    expect(await sheetXml(sheet({ freeze: { rows: 0, columns: 0 } }))).not.toContain('<pane');
    expect(await sheetXml(sheet({ freeze: { rows: 1, columns: 0 } }))).toContain('<pane ySplit="1" topLeftCell="A2"');
  });

  it('are protected without a password, and can still be read, sorted and filtered', async () => {
    expect(await sheetXml(sheet({ protected: true }))).toContain(
      '<sheetProtection sheet="1" formatColumns="0" sort="0" autoFilter="0"/>',
    );
    expect(await sheetXml(sheet())).not.toContain('sheetProtection');
  });

  it('are printed on A4, one page wide, with page numbers', async () => {
    const parts = await written(
      sheet({ name: "甲'乙", print: { landscape: true, repeat: [3, 4], footer: 'A&B 考核办_x0041_' } }),
      sheet({ name: '丙' }),
    );
    const first = plain(parts['xl/worksheets/sheet1.xml'] ?? '');
    expect(first).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(first).toContain('<printOptions horizontalCentered="1"/>');
    expect(first).toMatch(/<pageSetup paperSize="9" orientation="landscape" .*fitToWidth="1" fitToHeight="0"\/>/);
    expect(first).toContain('<oddFooter>&LA&&B 考核办_x005F_x0041_&R第 &P 页 共 &N 页</oddFooter>');
    expect(plain(parts['xl/workbook.xml'] ?? '')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'甲’乙'!$3:$4</definedName>`,
    );
    const second = plain(parts['xl/worksheets/sheet2.xml'] ?? '');
    expect(second).toContain('orientation="portrait"');
    expect(second).toContain('<oddFooter>&C第 &P 页 共 &N 页</oddFooter>');
  });
});

describe('a row of many lines', () => {
  const heightOf = async (lines: number): Promise<number> => {
    const xml = await sheetXml(sheet({ rows: [cells({ value: Array(lines).fill('字').join('\n'), style: 'text' })] }));
    return Number(/<row r="1" ht="(\d+)"/.exec(xml)?.[1]);
  };

  it('has room also for fonts whose lines are half as high again as their size', async () => {
    expect(await heightOf(6)).toBeGreaterThanOrEqual(6 * 11 * 1.5);
    expect(await heightOf(12)).toBeGreaterThanOrEqual(12 * 11 * 1.5 - 1);
    expect(await heightOf(3)).toBe(50);
  });
});

describe('a sheet wider than a page', () => {
  it('repeats its first columns and rows on each', async () => {
    const print = { landscape: true, repeat: [3, 3] as const, wide: 2 };
    const parts = await written(sheet({ name: '明细', freeze: { rows: 3, columns: 2 }, print }));
    expect(plain(parts['xl/workbook.xml'] ?? '')).toContain("'明细'!$A:$B,'明细'!$3:$3</definedName>");
    expect(parts['xl/worksheets/sheet1.xml']).toContain('fitToWidth="2" fitToHeight="0"');
  });
});

describe('links and notes', () => {
  it('link a place without an outer target, and any value', async () => {
    const parts = await written(
      sheet({
        rows: [
          cells(
            { value: { number: '3.25' }, style: 'number', link: '#表!B7' },
            { value: 'x', link: '附件 1&2\\"甲"#1.docx' },
          ),
        ],
      }),
    );
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toContain(
      `<hyperlinks><hyperlink ref="A1" location="'表'!B7"/><hyperlink ref="B1" r:id="link1"/></hyperlinks><printOptions`,
    );
    expect(cell(parts, 'A1')).toMatchObject({ value: '3.25', format: '0.00' });
    expect(cell(parts, 'A1').font).not.toContain('<u/>');
    expect(cell(parts, 'B1').font).toContain('<u/>');
    const relations = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    expect(relations).toContain('Id="link1"');
    expect(relations).toContain('Target="附件%201&amp;2/%22甲%22%231.docx" TargetMode="External"');
    expect([...relations.matchAll(/<Relationship /g)]).toHaveLength(1);
  });

  it('open a file at a place, all that lead to one file by one relationship', async () => {
    const to = (link: string, place: string): CellDesign => ({ value: '打开', link, place });
    const parts = await written(
      sheet({
        rows: [cells(to('../a b/甲.xlsx', "'o''clock'!B2"), to('../a b/甲.xlsx', "'表'!C3"), to('b.xlsx', "'表'!A1"))],
      }),
    );
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      `<hyperlinks><hyperlink ref="A1" r:id="link1" location="'o''clock'!B2"/>` +
        `<hyperlink ref="B1" r:id="link1" location="'表'!C3"/><hyperlink ref="C1" r:id="link2" location="'表'!A1"/></hyperlinks>`,
    );
    const relations = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    expect([...relations.matchAll(/Target="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      '../a%20b/甲.xlsx',
      'b.xlsx',
    ]);
  });

  it('never lead to the net, nor where no program would follow', async () => {
    const to = (link: string): CellDesign => ({ value: 'x', link });
    const parts = await written(
      sheet({ rows: [cells(to('http://evil.example/a?b'), to(`${'a/'.repeat(1040)}b.xlsx`))] }),
    );
    const relations = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    expect(relations).toContain('Target="http%3A//evil.example/a%3Fb"');
    expect([...relations.matchAll(/<Relationship /g)]).toHaveLength(1);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<hyperlink ref="B1"');
  });

  it('look so only where they open another file, whatever stands in them', async () => {
    const parts = await written(
      sheet({
        rows: [
          cells(
            { value: '待定', style: 'text', link: '#表!B7' },
            { value: { number: '1' }, style: 'number', link: 'a.xlsx' },
          ),
        ],
      }),
    );
    expect(cell(parts, 'A1').font).not.toContain('<u/>');
    expect(cell(parts, 'B1').font).toContain('<u/>');
  });

  it('keep links and notes of one sheet side by side', async () => {
    const parts = await written(sheet({ rows: [cells({ value: 'x', note: '写全称\u0001\n再写', link: 'a.pdf' })] }));
    const relations = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    expect(relations).toMatch(/comments1\.xml.*vmlDrawing1\.vml.*a\.pdf.*<\/Relationships>$/s);
    expect(parts['xl/comments1.xml']).toMatch(/<comment ref="A1".*宋体.*写全称\\u\{1\}\n再写/s);
  });
});

describe('validations', () => {
  const rule = (design: ValidationDesign['rule'], more: Partial<ValidationDesign> = {}) =>
    sheet({ validations: [{ range: 'B2:B99', rule: design, required: false, ...more }] });
  const ruleXml = async (design: ValidationDesign['rule'], more: Partial<ValidationDesign> = {}) =>
    plain(/<dataValidations.*<\/dataValidations>/s.exec(await sheetXml(rule(design, more)))?.[0] ?? '');

  it('hold once for a range', async () => {
    const xml = await ruleXml({ kind: 'list', choices: ['是', '否'] }, { range: '$B$2:$B$99' });
    expect(xml).toBe(
      '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="stop"' +
        ' sqref="B2:B99"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    );
  });

  it('forbid a blank where required', async () => {
    expect(await ruleXml({ kind: 'list', choices: ['是'] }, { required: true })).not.toContain('allowBlank');
  });

  it.each<[string, readonly string[], boolean]>([
    ['255 characters', ['字'.repeat(127), '字'.repeat(127)], true],
    ['256 characters', ['字'.repeat(128), '字'.repeat(127)], false],
    ['a comma', ['a,b'], false],
    ['a quote', ['a"b'], false],
    ['a line break', ['a\nb'], false],
    ['an outer blank', [' a'], false],
    ['an empty choice', [''], false],
    ['no choice', [], false],
  ])('list with %s', async (_, choices, within) => {
    const parts = await written(rule({ kind: 'list', choices }));
    const xml = plain(parts['xl/worksheets/sheet1.xml'] ?? '');
    const rows = Math.max(1, choices.length);
    expect(xml).toContain(within ? `<formula1>"${choices.join(',')}"` : `<formula1>'_choices'!$A$1:$A$${rows}<`);
    expect(parts['xl/workbook.xml']?.includes('name="_choices" state="veryHidden"')).toBe(!within);
    if (!within) expect(strings(parts)).toEqual(choices.filter((choice) => choice !== ''));
  });

  it('keep each list of choices in one column of a very hidden sheet', async () => {
    const list = (range: string, ...choices: string[]): ValidationDesign => ({
      range,
      rule: { kind: 'list', choices },
      required: false,
    });
    const parts = await written(
      sheet({
        name: '_choices',
        validations: [list('A1:A2', '=1,2', '乙'), list('B1:B2', 'c,'), list('C1:C2', '=1,2', '乙')],
      }),
    );
    const xml = plain(parts['xl/worksheets/sheet1.xml'] ?? '');
    expect([...xml.matchAll(/<formula1>(.*?)</g)].map((match) => match[1])).toEqual([
      "'_choices(2)'!$A$1:$A$2",
      "'_choices(2)'!$B$1:$B$1",
      "'_choices(2)'!$A$1:$A$2",
    ]);
    expect(cell(parts, 'A1', 2)).toMatchObject({ type: 's', value: '=1,2' });
    expect(cell(parts, 'A2', 2).value).toBe('乙');
    expect(cell(parts, 'B1', 2).value).toBe('c,');
  });

  it.each<[ValidationDesign['rule'], string]>([
    [{ kind: 'date', min: day('2026-01-01'), max: day('2026-03-31') }, 'type="date" : 46023 46112'],
    [{ kind: 'date', min: day('1900-02-01') }, 'type="date" operator="greaterThanOrEqual": 32'],
    [{ kind: 'date', max: day('2026-03-31') }, 'type="date" operator="lessThanOrEqual": 46112'],
    [{ kind: 'date' }, 'type="date" operator="greaterThanOrEqual": 1'],
    [{ kind: 'whole', min: '0', max: '10' }, 'type="whole" : 0 10'],
    [{ kind: 'whole' }, 'type="whole" operator="greaterThanOrEqual": -999999999999999'],
    [{ kind: 'decimal', min: '-0.5' }, 'type="decimal" operator="greaterThanOrEqual": -0.5'],
    [{ kind: 'decimal', max: '0.1' }, 'type="decimal" operator="lessThanOrEqual": 0.1'],
  ])('bound %o', async (design, expected) => {
    for (const zone of ['Pacific/Kiritimati', 'America/Adak']) {
      const before = process.env.TZ;
      process.env.TZ = zone;
      const xml = await ruleXml(design);
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
      const head = /<dataValidation (type="\w+"(?: operator="\w+"| ))/.exec(xml)?.[1];
      const bounds = [...xml.matchAll(/<formula\d>([^<]*)</g)].map((match) => match[1]);
      expect(`${head}: ${bounds.join(' ')}`).toBe(expected);
    }
  });

  it('explain themselves, as far as a message may be long', async () => {
    const xml = await ruleXml(
      { kind: 'list', choices: ['是'] },
      { prompt: '第一行\r\n第二行 _x0041_', error: '错'.repeat(300) },
    );
    expect(xml).toContain('showInputMessage="1" prompt="第一行_x000a_第二行 _x005F_x0041_"');
    expect(xml).toContain(`error="${'错'.repeat(254)}…"`);
  });
});

describe('charts', () => {
  const chart = {
    title: '完成率 <1&2>',
    alternative: '条形图："甲" 100%',
    names: "'排名'!A1:A2",
    values: "'排名'!B1:B2",
    series: '完成率',
    show: 'share' as const,
    from: 'A4',
    to: 'K20',
  };
  const order = sheet({
    name: '排名',
    rows: [
      cells({ value: '甲', note: '注' }, { value: { share: '1' }, link: "#'图'!A1" }),
      cells({ value: '乙' }, { value: { share: '0.5' } }),
    ],
  });

  it('stand on their sheet and are drawn from the cells of another', async () => {
    const parts = await written(order, sheet({ name: '图', chart }));
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<drawing r:id="drawing"\/><\/worksheet>$/);
    expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).toContain('Target="../drawings/chart2.xml"');
    expect(parts['xl/drawings/_rels/chart2.xml.rels']).toContain('Target="../charts/chart2.xml"');
    const drawn = parts['xl/charts/chart2.xml'] ?? '';
    expect(drawn).toContain("<c:f>'排名'!$A$1:$A$2</c:f>");
    expect(drawn).toContain("<c:f>'排名'!$B$1:$B$2</c:f>");
    expect(drawn).toContain('<a:t>完成率 &lt;1&amp;2&gt;</a:t>');
    expect(parts['xl/drawings/chart2.xml']).toContain('descr="条形图：&quot;甲&quot; 100%"');
    expect(parts['xl/drawings/chart2.xml']).toContain('<xdr:to><xdr:col>10</xdr:col>');
    for (const path of ['/xl/drawings/chart2.xml', '/xl/charts/chart2.xml'])
      expect(parts['[Content_Types].xml']).toContain(`PartName="${path}"`);
  });

  it('follow the name that a sheet is given, and stand beside notes and links', async () => {
    const parts = await written(
      { ...order, name: '排名', chart: { ...chart, names: "'排:名'!A1:A2" } },
      sheet({ name: '排:名' }),
    );
    expect(parts['xl/charts/chart1.xml']).toContain("<c:f>'排_名'!$A$1:$A$2</c:f>");
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(
      /<hyperlinks>.*<\/hyperlinks><printOptions.*<drawing r:id="drawing"\/><legacyDrawing r:id="\w+"\/>/,
    );
  });
});

/** Marked copies: what is added, and that all else stays as it was sent. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/base/address.js';
import { isList } from '../../src/model/returned.js';
import { annotated } from '../../src/workbook/annotate/annotate.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { openArchive } from '../../src/workbook/zip.js';
import { list, mark, marked, markup, partsOf, readFrom, sheetBook, unmarked } from './marked.js';
import { cellsIn, HEAD, opened, relationships, SHEETS, secondsOf, workbookXml } from './zipped.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROWS =
  '<row r="2" ht="40"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" s="1"><f t="shared" ref="B2:B3" si="0">A9*2</f><v>4</v></c></row>' +
  '<row r="3"><c r="B3" s="1"><f t="shared" si="0"/><v>6</v></c></row>';
const STYLES = [0, '0.0%'];
const simple = sheetBook({ rows: ROWS, styles: STYLES });

describe('a marked copy', () => {
  it('has colour, comment and list, and reads as before', () => {
    const copy = marked(simple, mark('B2'), mark('C9', { severity: 'warning' }));
    const parts = partsOf(copy);
    expect(parts[SHEET]).toContain(
      '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>"assess"&lt;&gt;"error"</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="C9"><cfRule type="expression" dxfId="1" priority="2">',
    );
    expect(parts['xl/comments1.xml']).toMatch(/ref="B2" authorId="0">.*\[assess\]\nA202 B2\n\[\/assess\]<.*ref="C9"/s);
    expect(parts['xl/drawings/vmlDrawing1.vml']).toMatch(
      /<x:Row>1<\/x:Row><x:Column>1<.*<x:Row>8<\/x:Row><x:Column>2</,
    );
    expect(readFrom(copy)).toEqual(readFrom(simple));
    const added = opened(copy).sheets.at(-1);
    expect(added && isList(added)).toBe(true);
    expect(cellsIn(added)).toMatchObject({ A2: '问题清单', A4: '=1+1' });
    expect(added?.rows[3]?.formulas).toBeUndefined();
    expect(added?.rows[0]?.hidden).toBe(true);
  });

  it('names every part that is new with its type and its relationship', () => {
    const parts = partsOf(marked(simple, mark('B2')));
    const types = parts['[Content_Types].xml'];
    expect(types).toContain('<Default Extension="vml"');
    for (const name of ['/xl/worksheets/sheet2.xml', '/xl/comments1.xml'])
      expect(types).toContain(`PartName="${name}"`);
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toMatch(
      /relationships\/comments".*relationships\/vmlDrawing"/,
    );
    expect(parts[SHEET]).toContain('r:id="assessvmlDrawing"/></worksheet>');
    expect(parts['xl/workbook.xml']).toContain('name="问题清单" sheetId="2" r:id="assessworksheet"/></sheets>');
    expect(parts['xl/worksheets/sheet2.xml']).toContain(`<hyperlink ref="A4" location="'表1'!B2"/>`);
  });

  it('keeps the packed bytes of every part that it need not change', () => {
    const packed = (bytes: Buffer) =>
      new Map(
        [...openArchive(bytes).packedEntries()].map(({ name, packed: content }) => [name, content.toString('hex')]),
      );
    const source = sheetBook({
      rows: ROWS,
      styles: STYLES,
      strings: '<si><t>x</t></si>',
      more: [
        { name: 'xl/media/图.png', data: 'stored as it is', stored: true },
        { name: 'docProps/app.xml', data: '<Properties/>', descriptor: true },
      ],
    });
    const before = packed(source);
    const after = packed(marked(source, mark('B2')));
    const changed = [...before].filter(([name, content]) => after.get(name) !== content).map(([name]) => name);
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      SHEET,
    ]);
  });

  it('leaves cells and their formats as they stand, also where a row or cell is not in the file', () => {
    const parts = partsOf(marked(simple, mark('B2'), mark('D2'), mark('A1'), mark('XFD1048576')));
    expect(parts[SHEET]).toContain(`<sheetData>${ROWS}</sheetData>`);
    const cells = /<cellXfs>(.*?)<\/cellXfs>/.exec(parts['xl/styles.xml'] ?? '')?.[1] ?? '';
    expect(cells.startsWith(/<cellXfs>(.*?)<\/cellXfs>/.exec(partsOf(simple)['xl/styles.xml'] ?? '')?.[1] ?? '-')).toBe(
      true,
    );
  });

  it('marks merged cells as the one cell that is seen', () => {
    const source = sheetBook({ rows: ROWS, after: '<mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>' });
    const marks = [
      mark('C3', { severity: 'warning', text: 'one' }),
      mark('B2', { text: 'two' }),
      mark('D2', { severity: 'warning', text: 'three' }),
    ];
    const parts = partsOf(marked(source, ...marks));
    expect(parts[SHEET]).toContain('sqref="B2:D3"><cfRule type="expression" dxfId="0"');
    expect(parts[SHEET]?.match(/<cfRule/g)).toHaveLength(1);
    expect(parts['xl/comments1.xml']?.match(/<comment /g)).toHaveLength(1);
    expect(parts['xl/comments1.xml']).toContain('two\n\nthree\n\none');
  });

  it('puts what is new where the schema wants it, behind what of the kind is there', () => {
    const after =
      '<sheetProtection sheet="1"/><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="7"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation sqref="A1"/></dataValidations><hyperlinks><hyperlink ref="A2" r:id="h"/></hyperlinks>' +
      '<pageMargins left="1"/><drawing r:id="d"/><tableParts count="0"/><extLst><ext/></extLst>';
    const rels = relationships([
      { id: 'h', role: 'hyperlink', target: 'https://example.org/', external: true },
      { id: 'd', role: 'drawing', target: '../drawings/drawing1.xml' },
    ]);
    const more = [
      { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: rels },
      { name: 'xl/drawings/drawing1.xml', data: '<wsDr/>' },
    ];
    const source = sheetBook({ rows: ROWS, after, more });
    const copy = partsOf(marked(source, mark('B2')))[SHEET] ?? '';
    const order = [...copy.slice(copy.indexOf('</sheetData>')).matchAll(/<([a-zA-Z]+)[ >]/g)].map(([, name]) => name);
    expect(order.filter((name) => !/^(cfRule|formula|dataValidation|hyperlink|ext)$/.test(name ?? ''))).toEqual([
      'sheetProtection',
      'conditionalFormatting',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'pageMargins',
      'drawing',
      'legacyDrawing',
      'tableParts',
      'extLst',
    ]);
    expect(copy).toContain('priority="8"');
    const taken = copy.replace(
      /<conditionalFormatting sqref="B2">.*?<\/conditionalFormatting>|<legacyDrawing[^>]*>/g,
      '',
    );
    expect(taken).toBe(partsOf(source)[SHEET]);
  });

  it('adds formats to those that are there, and what programs take for granted where there are none', () => {
    const none = partsOf(marked(sheetBook({ rows: ROWS.replaceAll(' s="1"', '') }), mark('B2')));
    expect(none['xl/styles1.xml']).toMatch(
      /<fonts count="\d+"><font><sz val="11"\/><\/font>.*<fills count="\d+"><fill><patternFill patternType="none"\/><\/fill><fill><patternFill patternType="gray125"\/><\/fill>.*<borders.*<cellXfs count="\d+"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"\/>.*<dxfs count="1">/,
    );
    const styles = `${HEAD}<x:styleSheet xmlns:x="m"><x:fonts count="1"><x:font/></x:fonts><x:cellStyleXfs><x:xf/></x:cellStyleXfs><x:cellXfs count="2"><x:xf/><x:xf numFmtId="9"/></x:cellXfs><x:dxfs count="1"><x:dxf/></x:dxfs></x:styleSheet>`;
    const some = partsOf(marked(sheetBook({ rows: ROWS, styles }), mark('B2')))['xl/styles.xml'] ?? '';
    expect(some).toMatch(/<x:cellXfs count="\d+"><x:xf\/><x:xf numFmtId="9"\/><x:xf [^>]*xfId="0"/);
    expect(some).toMatch(/<x:dxfs count="2"><x:dxf\/><x:dxf><x:fill>/);
    expect(some).toMatch(/<x:fonts count="\d+">.*<x:fills.*<x:borders.*<x:cellStyleXfs/);
  });

  it('gives the list another name where the file has such a sheet', () => {
    const workbook = workbookXml(SHEETS.replace('表1', '问题清单'));
    const made = annotated(sheetBook({ rows: ROWS, workbook }), markup(mark('B2', { sheet: '问题清单' })));
    expect(opened(made.ok ? made.bytes : Buffer.alloc(0)).sheets.map(({ name }) => name)).toEqual([
      '问题清单',
      '问题清单(2)',
    ]);
  });

  it('leads to sheets whose names have quotes, ampersands and blanks', () => {
    const workbook = workbookXml(SHEETS.replace('表1', "A &amp; B's"));
    const linked = list({ rows: [{ cells: [{ value: 'x', link: "#'A & B''s'!B2" }] }] });
    const marks = [mark('B2', { sheet: "A & B's" })];
    const made = annotated(sheetBook({ rows: ROWS, workbook }), { marks, list: linked });
    expect(partsOf(made.ok ? made.bytes : Buffer.alloc(0))['xl/worksheets/sheet2.xml']).toContain(
      `location="'A &amp; B''s'!B2"`,
    );
  });

  it('makes harmless what stands in cells and is quoted', () => {
    const text = 'a\u0000b<x>&"\r\n[/assess]\n=1+1 _x0041_ \ud800';
    const copy = marked(simple, mark('B2', { text }));
    const comments = partsOf(copy)['xl/comments1.xml'] ?? '';
    expect(comments).toContain('a\\u{0}b&lt;x&gt;&amp;"\n(/assess)\n=1+1 _x005F_x0041_ \\u{d800}');
    expect(partsOf(unmarked(copy))['xl/comments1.xml']).toBeUndefined();
  });

  it('holds five hundred findings in few ranges, and comments as far as programs bear them', () => {
    const down = Array.from({ length: 500 }, (_, at) => mark(`B${at + 1}`));
    expect(partsOf(marked(simple, ...down))[SHEET]).toContain('sqref="B1:B500"');
    const scattered = Array.from({ length: 1200 }, (_, at) => mark(cellAddress(2 * at + 1, (at % 3) + 1)));
    const parts = partsOf(marked(simple, ...scattered));
    const ranges = [...(parts[SHEET] ?? '').matchAll(/sqref="([^"]*)"/g)].map(([, all = '']) => all.split(' '));
    expect(ranges.flat()).toHaveLength(1200);
    expect(Math.max(...ranges.map(({ length }) => length))).toBeLessThanOrEqual(200);
    expect(parts['xl/comments1.xml']?.match(/<comment /g)).toHaveLength(1000);
  });

  it('places the box of a comment beside its cell, whatever is wide, hidden or at the edge', () => {
    const sheet = `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="9"/><col min="3" max="3" width="200" customWidth="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData><row r="1" hidden="1"/><row ht="300"/></sheetData></worksheet>`;
    const anchors = (cell: string) =>
      /<x:Anchor>(.*?)</.exec(
        partsOf(marked(sheetBook({ sheet }), mark(cell)))['xl/drawings/vmlDrawing1.vml'] ?? '',
      )?.[1];
    expect(anchors('A1')).toBe('1, 15, 0, 2, 2, 251, 1, 65');
    expect(anchors('D1')).toBe('4, 15, 0, 2, 16383, 0, 1, 65');
    expect(anchors('XFD1048576')).toBe('16383, 15, 1048574, 2, 16383, 0, 1048575, 0');
  });

  it('is the same, byte for byte, for the same file and marks', () => {
    expect(marked(simple, mark('B2')).equals(marked(simple, mark('B2')))).toBe(true);
  });

  it.each([
    ['prefixes', (xml: string) => xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replaceAll('xmlns=', 'xmlns:x=')],
    ['UTF-16', (xml: string) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['a byte order mark', (xml: string) => `\ufeff${xml}`],
    ['another declaration', (xml: string) => xml.replace('"UTF-8"', "'us-ascii'").replace('甲', '&#x7532;')],
    ['no declaration', (xml: string) => xml.replace(HEAD, '')],
    ['a comment at the end', (xml: string) => `${xml}<!-- end -->`],
  ])('takes a sheet spelt with %s', (_, spelt) => {
    const plain = partsOf(simple)[SHEET] ?? '';
    const source = sheetBook({ sheet: spelt(plain), styles: STYLES });
    const copy = marked(source, mark('B2'));
    expect(readFrom(copy)).toEqual(readFrom(simple));
    expect(readFrom(unmarked(copy))).toEqual(readFrom(simple));
    expect(marked(copy, mark('B2')).equals(copy)).toBe(true);
    expect(partsOf(copy)[SHEET]).toMatch(/<(x:)?conditionalFormatting sqref="B2">/);
    expect(partsOf(copy)[SHEET]).not.toMatch(/UTF-16|us-ascii/);
  });

  it('is read by another library with its comments and its list', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked(simple, mark('B2')) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('表1');
    expect(JSON.stringify(sheet?.getCell('B2').note)).toContain('A202 B2');
    expect(book.worksheets.map(({ name }) => name)).toEqual(['表1', '问题清单']);
  });

  it('throws for marks that no file of ours could ask for', () => {
    expect(() => annotated(simple, markup(mark('B2', { sheet: '无' })))).toThrow('not there');
    expect(() => annotated(simple, markup(mark('2B')))).toThrow('no cell');
    const numbers = list({ rows: [{ cells: [{ value: { number: '1' } }] }] });
    expect(() => annotated(simple, { marks: [], list: numbers })).toThrow('text alone');
  });
});

describe('every example', () => {
  const root = resolve(import.meta.dirname, '../../examples');
  // Some of the messy ones only wear the name.
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.xlsx') && openWorkbook(name, readFileSync(join(root, name))).ok,
  );

  it('reads the same with random cells marked, and without them again', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 16 }));
    const some = fc.array(cell, { minLength: 1, maxLength: 12 });
    for (const [at, file] of files.entries()) {
      const bytes = readFileSync(join(root, file));
      const sheets = opened(bytes).sheets;
      const [cells = []] = fc.sample(some, { numRuns: 1, seed: at });
      const marks = cells.map(([row, column], index) =>
        mark(cellAddress(row, column), { sheet: sheets[index % sheets.length]?.name ?? '' }),
      );
      const copy = marked(bytes, ...marks);
      expect(opened(copy).sheets.slice(0, -1), file).toEqual(sheets);
      const plain = unmarked(copy);
      expect(opened(plain).sheets, file).toEqual(sheets);
      if (at % 4 > 0) continue;
      expect(marked(plain, ...marks).equals(copy), file).toBe(true);
      expect(marked(copy, ...marks).equals(copy), file).toBe(true);
    }
  });

  it('is marked in less time than it takes to read it a few times', () => {
    const all = files.slice(0, 40).map((file) => readFileSync(join(root, file)));
    const names = all.map((bytes) => opened(bytes).sheets[0]?.name ?? '');
    const make = () => all.map((bytes, at) => marked(bytes, mark('B7', { sheet: names[at] ?? '' })));
    make();
    expect(secondsOf(make)).toBeLessThan(4);
  });
});

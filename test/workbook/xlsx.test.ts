import { describe, expect, it } from 'vitest';
import {
  book,
  cellsIn,
  type Entry,
  entriesOf,
  fault,
  faultOf,
  opened,
  relationships,
  SHEETS,
  secondsOf,
  sheetXml,
  workbookXml,
  zip,
} from './zipped.js';

const value = (number: number) => sheetXml(`<row r="1"><c r="A1"><v>${number}</v></c></row>`);

/** A package from its parts, with the workbook named as given. */
function packaged(sheets: string, roles: Parameters<typeof relationships>[0], parts: Record<string, string>): Buffer {
  const entries: Entry[] = [
    { name: '_rels/.rels', data: relationships([{ id: 'r', role: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets) },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships(roles) },
  ];
  return zip([...entries, ...Object.entries(parts).map(([name, data]) => ({ name, data }))]);
}

describe('sheets', () => {
  const three =
    '<sheets><sheet name="三" sheetId="9" r:id="c"/><sheet name="一" sheetId="2" state="hidden" r:id="a"/>' +
    '<sheet name="二" sheetId="1" state="veryHidden" r:id="b"/></sheets>';
  const roles = [
    { id: 'a', role: 'worksheet', target: 'worksheets/sheet1.xml' },
    { id: 'b', role: 'worksheet', target: '/xl/worksheets/sheet2.xml' },
    { id: 'c', role: 'worksheet', target: './../xl/worksheets/sheet3.xml' },
  ];
  const parts = {
    'xl/worksheets/sheet1.xml': value(1),
    'xl/worksheets/sheet2.xml': value(2),
    'xl/worksheets/sheet3.xml': value(3),
  };

  it('come in the order of the workbook, by absolute and relative targets, with their states', () => {
    const { sheets, file } = opened(packaged(three, roles, parts), '甲.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['三', false],
      ['一', true],
      ['二', true],
    ]);
    expect(sheets.map((sheet) => cellsIn(sheet).A1)).toEqual([3, 1, 2]);
    expect(file).toBe('甲.xlsx');
  });

  it('are found whatever the case of their part or the escapes in their target', () => {
    const odd = [{ id: 'rId1', role: 'worksheet', target: 'Sheets/%E8%A1%A8%201.xml' }];
    expect(cellsIn(opened(packaged(SHEETS, odd, { 'XL/sheets/表 1.xml': value(7) })).sheets[0])).toEqual({ A1: 7 });
    const escaped = [{ id: 'rId1', role: 'worksheet', target: 'a%20b.xml' }];
    expect(cellsIn(opened(packaged(SHEETS, escaped, { 'xl/a%20b.xml': value(8) })).sheets[0])).toEqual({ A1: 8 });
    expect(faultOf(packaged(SHEETS, [{ id: 'rId1', role: 'worksheet', target: '%zz.xml' }], {}))).toBe('damaged');
  });

  it('that hold only a chart or dialog are left out', () => {
    const charts = [...roles.slice(0, 2), { id: 'c', role: 'chartsheet', target: 'chartsheets/sheet1.xml' }];
    expect(opened(packaged(three, charts, parts)).sheets.map(({ name }) => name)).toEqual(['一', '二']);
  });

  it('decode their names', () => {
    const named = SHEETS.replace('表1', '甲&amp;乙_x0020_丙');
    expect(opened(book({ workbook: workbookXml(named) })).sheets[0]?.name).toBe('甲&乙 丙');
  });

  it.each([
    ['without a part', roles.slice(0, 2), parts],
    ['whose part is missing', roles, { 'xl/worksheets/sheet1.xml': value(1), 'xl/worksheets/sheet2.xml': value(2) }],
    ['outside the package', [...roles.slice(0, 2), { id: 'c', role: 'worksheet', target: 'x', external: true }], parts],
    [
      'that are one part',
      [...roles.slice(0, 2), { id: 'c', role: 'worksheet', target: 'worksheets/SHEET1.xml' }],
      parts,
    ],
    ['with two relationships of an id', [{ id: 'a', role: 'theme', target: 'theme.xml' }, ...roles], parts],
  ])('%s are refused', (_, changed, given) => {
    expect(faultOf(packaged(three, changed, given as Record<string, string>))).toBe('damaged');
  });

  it('with one name, with none, or none at all are refused', () => {
    expect(faultOf(packaged(three.replace('二', '三'), roles, parts))).toBe('damaged');
    expect(
      faultOf(
        packaged(
          three.replaceAll(/一|二/g, (name) => (name === '一' ? 'Ab' : 'aB')),
          roles,
          parts,
        ),
      ),
    ).toBe('damaged');
    expect(faultOf(packaged(three.replace('name="二"', ''), roles, parts))).toBe('damaged');
    expect(faultOf(packaged(three.replace('r:id="c"', ''), roles, parts))).toBe('damaged');
    expect(faultOf(packaged('<sheets/>', roles, parts))).toBe('damaged');
    expect(faultOf(packaged('', roles, parts))).toBe('damaged');
  });
});

describe('packages', () => {
  it('in strict OOXML are read alike', () => {
    const strict = (text: string) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        );
    const rows = '<row r="1"><c r="A1" s="1" t="d"><v>2026-03-05</v></c><c r="B1" t="s"><v>0</v></c></row>';
    const entries = entriesOf({ rows, styles: [0, 14], strings: '<si><t>办结</t></si>' });
    const bytes = zip(entries.map((entry) => ({ ...entry, data: strict(entry.data.toString()) })));
    expect(bytes.equals(zip(entries))).toBe(false);
    expect(cellsIn(opened(bytes).sheets[0])).toEqual({ A1: { kind: 'date', day: '2026-03-05' }, B1: '办结' });
  });

  it('with the workbook elsewhere are read by their relationships', () => {
    const entries = [
      { name: '_rels/.rels', data: relationships([{ id: 'r', role: 'officeDocument', target: '/书.xml' }]) },
      { name: '书.xml', data: workbookXml(SHEETS) },
      { name: '_rels/书.xml.rels', data: relationships([{ id: 'rId1', role: 'worksheet', target: 'a.xml' }]) },
      { name: 'a.xml', data: value(5) },
      { name: 'xl/workbook.xml', data: 'not this one' },
    ];
    expect(cellsIn(opened(zip(entries)).sheets[0])).toEqual({ A1: 5 });
  });

  it('that are no workbook are called so', () => {
    const office = (target: string, data: string) =>
      zip([
        { name: '_rels/.rels', data: relationships([{ id: 'r', role: 'officeDocument', target }]) },
        { name: target, data },
      ]);
    expect(faultOf(office('word/document.xml', '<w:document xmlns:w="x"/>'))).toBe('document');
    expect(faultOf(office('ppt/presentation.xml', '<p:presentation xmlns:p="x"/>'))).toBe('document');
    expect(faultOf(office('xl/workbook.bin', '\x83\x01'))).toBe('binary-workbook');
    expect(fault({ workbook: '<x/>' })).toBe('document');
  });

  it('that are no office document are called what they are', () => {
    const holding = (name: string, data = 'x') => faultOf(zip([{ name, data, stored: true }]));
    expect(holding('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')).toBe('opendocument');
    expect(holding('mimetype', 'application/epub+zip')).toBe('archive');
    expect(holding('Index/Document.iwa')).toBe('numbers');
    expect(holding('Index.zip')).toBe('numbers');
    expect(holding('OFD.xml')).toBe('document');
    expect(holding('3月/考核表.xlsx')).toBe('archive');
    expect(holding('[Content_Types].xml')).toBe('damaged');
    expect(faultOf(zip([]))).toBe('archive');
  });

  it('with a part missing are damaged', () => {
    const without = (name: string) =>
      zip(entriesOf({ rows: '', strings: '', styles: [0] }).filter((entry) => entry.name !== name));
    for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml']) {
      expect(faultOf(without(name))).toBe('damaged');
    }
  });

  it('need no styles and no strings', () => {
    expect(cellsIn(opened(book({ sheet: value(1) })).sheets[0])).toEqual({ A1: 1 });
  });
});

describe('macros', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const project = book({ rows, more: [{ name: 'xl/vbaProject.bin', data: 'x' }] });
  const elsewhere = book({ rows, relationships: [{ id: 'm', role: 'vbaProject', target: 'x.bin' }] });
  const oldSheet = book({ rows, relationships: [{ id: 'm', role: 'xlMacrosheet', target: 'macrosheets/sheet1.xml' }] });

  it('are refused under a name that does not announce them', () => {
    for (const bytes of [project, elsewhere, oldSheet]) {
      for (const name of ['a.xlsx', 'a.csv', 'a', 'xlsm', 'a.xlsm.xlsx']) expect(faultOf(bytes, name)).toBe('macros');
    }
  });

  it('are passed over under .xlsm', () => {
    for (const bytes of [project, elsewhere, oldSheet]) {
      for (const name of ['a.xlsm', '目录/A.XLSM']) expect(cellsIn(opened(bytes, name).sheets[0])).toEqual({ A1: 1 });
    }
    expect(cellsIn(opened(book({ rows }), 'a.xlsm').sheets[0])).toEqual({ A1: 1 });
  });
});

describe('links to other files', () => {
  const linked = (data: string, external = false) => ({
    rows: '<row r="1"><c r="A1"><f>[1]表!A1</f><v>1</v></c></row>',
    relationships: [{ id: 'x', role: 'externalLink', target: 'externalLinks/externalLink1.xml', external }],
    more: data === '' ? [] : [{ name: 'xl/externalLinks/externalLink1.xml', data }],
  });

  it('are never followed; the stored value is read', () => {
    const harmless = linked('<externalLink><externalBook r:id="rId1"/></externalLink>');
    expect(cellsIn(opened(book(harmless)).sheets[0])).toEqual({ A1: 1 });
    expect(cellsIn(opened(book(linked('', true))).sheets[0])).toEqual({ A1: 1 });
  });

  it('that start a program are refused', () => {
    expect(fault(linked('<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'))).toBe('unsafe');
  });
});

describe('what the sheet says beside its cells', () => {
  it('is passed over: a false dimension, validations and formats over the whole sheet', () => {
    const whole = 'A1:XFD1048576';
    const sheet = value(1)
      .replace('<sheetData>', `<dimension ref="${whole}"/><cols><col min="1" max="16384" style="1"/></cols><sheetData>`)
      .replace(
        '</sheetData>',
        `</sheetData><conditionalFormatting sqref="${whole}"><cfRule><formula>A1</formula></cfRule></conditionalFormatting>
         <dataValidations><dataValidation type="list" sqref="${whole}"><formula1>"是,否"</formula1></dataValidation></dataValidations>
         <extLst><ext><x14:row xmlns:x14="x"><c r="B1"><v>2</v></c></x14:row></ext></extLst>`,
      );
    expect(cellsIn(opened(book({ sheet })).sheets[0])).toEqual({ A1: 1 });
    expect(
      cellsIn(opened(book({ sheet: value(1).replace('<sheetData>', '<dimension ref="A1"/><sheetData>') })).sheets[0]),
    ).toEqual({ A1: 1 });
    expect(secondsOf(() => opened(book({ sheet })))).toBeLessThan(1);
  });

  it('is passed over: alternative content for other programs', () => {
    const properties =
      '<mc:AlternateContent><mc:Choice><sheets><sheet name="x" r:id="y"/></sheets></mc:Choice></mc:AlternateContent>';
    expect(opened(book({ properties })).sheets.map(({ name }) => name)).toEqual(['表1']);
  });
});

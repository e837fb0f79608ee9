import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { book, cellsIn, type Entry, HEAD, opened, SHEETS, workbookXml, zip } from './zipped.js';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

describe('files as programs write them', () => {
  it('WPS: its own namespace, picture formulas, character sets in runs', () => {
    const sheet = `${HEAD}<worksheet ${NAMESPACES} xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/>
      <dimension ref="A1:D2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>
      <sheetFormatPr defaultColWidth="8.88888888888889" defaultRowHeight="14.4" outlineLevelRow="1" outlineLevelCol="3"/>
      <cols><col min="1" max="1" width="20" style="1" customWidth="1"/></cols><sheetData>
      <row r="1" ht="28.8" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="2"><v>46086</v></c><c r="D1" s="3"><v>0.95</v></c></row>
      <row r="2" spans="1:4"><c r="A2" t="s"><v>1</v></c><c r="D2" t="str"><f>_xlfn.DISPIMG("ID_8D5F",1)</f><v>=DISPIMG("ID_8D5F",1)</v></c></row>
      </sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><pageMargins left="0.75" right="0.75" top="1" bottom="1"/><headerFooter/></worksheet>`;
    const strings =
      '<si><t>部门</t></si><si><r><rPr><sz val="11"/><rFont val="宋体"/><charset val="134"/><scheme val="minor"/></rPr><t>办</t></r>' +
      '<r><rPr><b/><charset val="134"/></rPr><t>公室</t></r></si>';
    const styles = [0, 0, 'yyyy"年"m"月"d"日";@', '0%'];
    const more = [{ name: 'xl/cellimages.xml', data: '<etc:cellImages xmlns:etc="x"/>' }];
    const [read] = opened(book({ sheet, strings, styles, more })).sheets;
    expect(cellsIn(read)).toEqual({
      A1: '部门',
      C1: { kind: 'date', day: '2026-03-05' },
      D1: { kind: 'percent', number: 0.95 },
      A2: '办公室',
      D2: '=DISPIMG("ID_8D5F",1)',
    });
    expect(read?.rows[1]?.formulas).toEqual([4]);
    expect(read?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  });

  it('LibreOffice: every attribute written out, typed numbers, array flags on formulas', () => {
    const row = 'customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"';
    const sheet = `${HEAD}<worksheet ${NAMESPACES}><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:C2"/>
      <sheetFormatPr defaultColWidth="8.54" defaultRowHeight="15" zeroHeight="false" outlineLevelRow="0" outlineLevelCol="0"></sheetFormatPr><sheetData>
      <row r="1" ${row}><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2" t="n"><v>46086.3541666667</v></c><c r="C1" s="0" t="b"><v>1</v></c></row>
      <row r="2" ${row.replace('hidden="false"', 'hidden="true"')}><c r="A2" s="0" t="n"><f aca="false">1+1</f><v>2</v></c><c r="B2" s="0" t="str"><f aca="false">""</f><v></v></c>
      <c r="C2" s="0" t="e"><f aca="false">1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>`;
    const strings = '<si><t xml:space="preserve">部门 </t></si>';
    const [read] = opened(book({ sheet, strings, styles: [0, 0, 'yyyy\\-mm\\-dd\\ hh:mm'] })).sheets;
    expect(cellsIn(read)).toEqual({
      A1: '部门 ',
      B1: { kind: 'date', day: '2026-03-05', time: 30600 },
      C1: true,
      A2: 2,
      B2: '',
      C2: { kind: 'error', text: '#DIV/0!' },
    });
    expect(read?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('a library in the old way: prefixes everywhere, no addresses, inline strings, odd part names', () => {
    const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = (target: string, role: string) =>
      `<p:Relationships xmlns:p="${package_}"><p:Relationship Type="${type}/${role}" Target="${target}" Id="rId1"/></p:Relationships>`;
    const prefixed = (text: string) => text.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replaceAll('xmlns=', 'xmlns:x=');
    const sheet =
      '<worksheet xmlns="m"><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>5</v></c></row></sheetData></worksheet>';
    const entries: Entry[] = [
      { name: '_rels/.rels', data: rels('/xl/workbook22.xml', 'officeDocument') },
      { name: 'xl/workbook22.xml', data: prefixed(workbookXml(SHEETS)) },
      { name: 'xl/_rels/workbook22.xml.rels', data: rels('/xl/worksheets/Sheet-A.xml', 'worksheet') },
      { name: 'xl/worksheets/Sheet-A.xml', data: prefixed(sheet), stored: true },
    ];
    expect(cellsIn(opened(zip(entries)).sheets[0])).toEqual({ A1: '甲', B1: 5 });
  });

  it('exceljs: the whole of what it can write', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('一月', { state: 'visible' });
    workbook.addWorksheet('隐藏', { state: 'veryHidden' });
    sheet.getCell('A1').value = { richText: [{ text: '重点' }, { text: '工作', font: { bold: true } }] };
    sheet.getCell('B2').value = { formula: 'A1', result: 0 };
    sheet.getCell('C2').value = { formula: 'A2' };
    sheet.getCell('D2').value = { error: '#N/A' };
    sheet.getCell('E2').value = { text: '链接', hyperlink: 'https://example.org' };
    sheet.getCell('F2').value = new Date(Date.UTC(2026, 2, 5));
    sheet.getCell('F2').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('G2').value = 0.5;
    sheet.getCell('G2').numFmt = '0.0%';
    sheet.getCell('H2').value = '甲\n乙 <&> "丙"';
    sheet.getRow(3).hidden = true;
    sheet.getCell('A3').value = true;
    sheet.mergeCells('A5:C7');
    const { sheets } = opened(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一月', false],
      ['隐藏', true],
    ]);
    expect(cellsIn(sheets[0])).toEqual({
      A1: '重点工作',
      B2: 0,
      C2: { kind: 'uncomputed' },
      D2: { kind: 'error', text: '#N/A' },
      E2: '链接',
      F2: { kind: 'date', day: '2026-03-05' },
      G2: { kind: 'percent', number: 0.5 },
      H2: '甲\n乙 <&> "丙"',
      A3: true,
    });
    expect(sheets[0]?.rows.find(({ number }) => number === 3)?.hidden).toBe(true);
    expect(sheets[0]?.merges).toEqual([{ top: 5, left: 1, bottom: 7, right: 3 }]);
  });
});

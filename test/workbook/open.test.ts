import { describe, expect, it, vi } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import * as xlsx from '../../src/workbook/xlsx.js';
import { book, cellsIn, faultOf, opened } from './zipped.js';

/** A compound file with a directory entry of this name and type. */
function compound(name: string, type = 2, offset = 1024): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(`${name}\0`, offset, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, offset + 64);
  bytes[offset + 66] = type;
  return bytes;
}

const workbook = book({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

describe('what a file is', () => {
  it('is decided by its content, not its name', () => {
    for (const name of ['a.xlsx', 'a.xls', 'a.csv', 'a', '']) {
      expect(cellsIn(opened(workbook, name).sheets[0])).toEqual({ A1: 1 });
    }
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a web page', '<html><body><table></table></body></html>', 'web-page'],
    ['a web page with a long head', `\ufeff\n<!-- ${'x'.repeat(99)} -->\n<!DOCTYPE HTML PUBLIC "x">`, 'web-page'],
    ['a web page in one file', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n', 'web-page'],
    ['an export of a web system', '\r\n<table border="1"><tr><td>办公室</td></tr></table>', 'web-page'],
    ['an XML spreadsheet of 2003', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', 'xml-table'],
    ['one without its application', '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'xml-table'],
    ['a Word document as XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?>', 'document'],
    [
      'OpenDocument in one file',
      '<office:document xmlns:x="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      'opendocument',
    ],
    ['other markup', '<?xml version="1.0"?><svg/>', 'not-a-workbook'],
    ['a text table', '部门,得分\n办公室,95\n', 'text-table'],
    ['a text table in GB18030', Buffer.from('b2bfc3c52cb5c3b7d60a', 'hex'), 'text-table'],
    ['a text table in UTF-16', Buffer.from('\ufeff部门\t得分', 'utf16le'), 'text-table'],
    ['a PDF', '%PDF-1.7 1 0 obj', 'pdf'],
    ['zeros', '\0'.repeat(4096), 'not-a-workbook'],
    ['one letter', 'P', 'text-table'],
    ['one byte', Buffer.from([0xff]), 'not-a-workbook'],
    ['half a signature', 'PK\x03', 'not-a-workbook'],
    ['a signature alone', 'PK\x03\x04', 'damaged'],
  ])('%s under .xlsx', (_, text, fault) => {
    expect(faultOf(Buffer.from(text), 'a.xlsx')).toBe(fault);
  });

  it('is not text because its name says so', () => {
    const starts = {
      pdf: ['255044462d'],
      picture: ['89504e47', 'ffd8ffe0', '47494638'],
      archive: ['52617221', '377abcaf', '1f8b08'],
      document: ['7b5c727466'],
    };
    for (const [fault, all] of Object.entries(starts)) {
      for (const start of all) {
        const bytes = Buffer.concat([Buffer.from(start, 'hex'), Buffer.from('-1.7 文本')]);
        expect(faultOf(bytes, 'a.csv')).toBe(fault);
        expect(faultOf(bytes, 'a.xlsx')).toBe(fault);
      }
    }
  });

  it('is empty without bytes, whatever its name', () => {
    for (const name of ['a.xlsx', 'a.csv', 'a.xls']) expect(faultOf(Buffer.alloc(0), name)).toBe('empty');
  });
});

describe('compound files', () => {
  it('are password-protected packages, workbooks of old programs, or other documents', () => {
    expect(faultOf(compound('EncryptedPackage'))).toBe('encrypted');
    for (const name of ['Workbook', 'Book']) {
      for (const file of ['a.xls', 'a.et', 'a.xlsx']) expect(faultOf(compound(name), file)).toBe('legacy-xls');
    }
    expect(faultOf(compound('WordDocument'), '计划.wps')).toBe('document');
    expect(faultOf(compound('PowerPoint Document'))).toBe('document');
  });

  it('are told by their directory, not by text in them', () => {
    expect(faultOf(compound('EncryptedPackage', 1))).toBe('legacy-xls');
    expect(faultOf(compound('EncryptedPackage', 2, 1034))).toBe('legacy-xls');
    expect(faultOf(compound('EncryptedPackage2'))).toBe('legacy-xls');
    expect(faultOf(compound('EncryptedPackage').subarray(0, 1024 + 66))).toBe('legacy-xls');
    expect(faultOf(compound('EncryptedPackage').subarray(0, 8))).toBe('legacy-xls');
  });
});

describe('opening', () => {
  it('gives the file name as given, and a view on bytes as good as a copy', () => {
    const wider = new Uint8Array(workbook.length + 20);
    wider.set(workbook, 10);
    const result = openWorkbook('./报送/甲.xlsx', wider.subarray(10, 10 + workbook.length));
    expect(result).toMatchObject({ ok: true, workbook: { file: './报送/甲.xlsx' } });
  });

  it('leaves the bytes as they are', () => {
    const copy = Buffer.from(workbook);
    opened(workbook);
    expect(workbook.equals(copy)).toBe(true);
  });

  it('gives a detail that is short and harmless on a terminal', () => {
    const more = [{ name: `\u001b[31m../${'长'.repeat(500)}`, data: '' }];
    const result = openWorkbook('a.xlsx', book({ more }));
    expect(result).toMatchObject({ ok: false, fault: 'unsafe' });
    const detail = result.ok ? '' : result.detail;
    expect(detail).toMatch(/^entry name "\\u\{1b\}/);
    expect(detail.length).toBeLessThan(300);
  });

  it('lets our own bugs through', () => {
    const bug = new TypeError('our bug');
    const spy = vi.spyOn(xlsx, 'readXlsx').mockImplementation(() => {
      throw bug;
    });
    try {
      expect(() => openWorkbook('a.xlsx', workbook)).toThrow(bug);
    } finally {
      spy.mockRestore();
    }
  });
});

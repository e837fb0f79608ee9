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
    ['a text table', '部门,得分\n办公室,95\n', 'text'],
    ['one word', '办公室', 'not-a-workbook'],
    ['lines with a bell', 'a\n\x07b\n', 'not-a-workbook'],
    ['a PDF', '%PDF-1.7 1 0 obj', 'scan'],
    ['zeros', '\0'.repeat(4096), 'not-a-workbook'],
    ['one byte', 'P', 'not-a-workbook'],
    ['half a signature', 'PK\x03', 'not-a-workbook'],
    ['a signature alone', 'PK\x03\x04', 'damaged'],
  ])('%s under .xlsx', (_, text, fault) => {
    expect(faultOf(Buffer.from(text), 'a.xlsx')).toBe(fault);
  });

  it('is not text because its name says so', () => {
    const scans = ['25504446', '89504e47', 'ffd8ffe0', '47494638'];
    const others = ['52617221', '377abcaf', '1f8b08', '7b5c727466'];
    for (const start of [...scans, ...others]) {
      const bytes = Buffer.concat([Buffer.from(start, 'hex'), Buffer.from('-1.7 文本')]);
      const fault = scans.includes(start) ? 'scan' : 'not-a-workbook';
      for (const name of ['a.csv', 'a.xlsx']) expect(faultOf(bytes, name), start).toBe(fault);
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
    expect(faultOf(compound('WordDocument'))).toBe('not-a-workbook');
    expect(faultOf(compound('PowerPoint Document'))).toBe('not-a-workbook');
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

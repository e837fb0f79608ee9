import { describe, expect, it } from 'vitest';
import { MAX_COLUMNS, MAX_CSV_BYTES, MAX_RECORD_LENGTH } from '../../src/workbook/limits.js';
import { cellsIn, faultOf, opened } from './zipped.js';

function table(text: string | Uint8Array, file = '目录/一季度.csv'): unknown {
  return cellsIn(opened(Buffer.from(text), file).sheets[0]);
}

/** 部门,得分 / 办公室,95 in GB18030. */
const GB18030 = Buffer.from('b2bfc3c52cb5c3b7d60ab0ecb9abcad22c39350a', 'hex');

describe('text tables', () => {
  it('are one sheet named after the file, every value as text', () => {
    const { sheets } = opened(Buffer.from('部门,得分\n办公室,95\n'), '目录/一季度.v2.csv');
    expect(sheets).toEqual([
      {
        name: '一季度.v2',
        hidden: false,
        rows: [
          { number: 1, hidden: false, columns: [1, 2], values: ['部门', '得分'] },
          { number: 2, hidden: false, columns: [1, 2], values: ['办公室', '95'] },
        ],
        merges: [],
      },
    ]);
    expect(opened(Buffer.from('a'), 'C:\\表\\甲.TXT').sheets[0]?.name).toBe('甲');
  });

  it('leave empty cells out and keep the addresses of the others', () => {
    expect(table('a,,c\n\n,,\r\n,b, \n')).toEqual({ A1: 'a', C1: 'c', B4: 'b', C4: ' ' });
  });

  it('keep every column of a row that is wider than the first', () => {
    expect(table('a\n1,2,3\n')).toEqual({ A1: 'a', A2: '1', B2: '2', C2: '3' });
  });

  it('read quoted values, line ends and doubled quotes in them', () => {
    expect(table('"a,b","c\r\nd","e""f",""\n1')).toEqual({ A1: 'a,b', B1: 'c\r\nd', C1: 'e"f', A2: '1' });
  });

  it('read any line end, mixed ones too', () => {
    expect(table('a\r\nb\nc\rd')).toEqual({ A1: 'a', A2: 'b', A3: 'c', A4: 'd' });
    expect(table('a,b\r"c\rd",e\r\rf')).toEqual({ A1: 'a', B1: 'b', A2: 'c\rd', B2: 'e', A4: 'f' });
  });

  it('may hold nothing', () => {
    expect(opened(Buffer.from('\n,,\n'), 'a.csv').sheets[0]?.rows).toEqual([]);
    expect(faultOf(Buffer.from('\ufeff'), 'a.csv')).toBe('empty');
  });
});

describe('the delimiter', () => {
  it.each([
    ['commas', 'a,b;c\n1,2\n', { A1: 'a', B1: 'b;c', A2: '1', B2: '2' }],
    ['semicolons, though numbers have commas', 'a;b\n1,5;2,5\n', { A1: 'a', B1: 'b', A2: '1,5', B2: '2,5' }],
    [
      'tabs, though texts have commas',
      '说明\t分\n一,二,三\t5\n四,五\t6\n',
      { A1: '说明', B1: '分', A2: '一,二,三', B2: '5', A3: '四,五', B3: '6' },
    ],
    ['commas under a title', '考核表\n\na,b\n1,2', { A1: '考核表', A3: 'a', B3: 'b', A4: '1', B4: '2' }],
    ['commas, though a quoted text has more semicolons', '"a;b;c;d",e', { A1: 'a;b;c;d', B1: 'e' }],
    ['the more frequent of two', 'a;b;c,d', { A1: 'a', B1: 'b', C1: 'c,d' }],
    ['none at all', '甲\n乙', { A1: '甲', A2: '乙' }],
    ['a fullwidth comma is none', '甲，乙', { A1: '甲，乙' }],
  ])('is found: %s', (_, text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  it('is the one that a first line names, which is no row', () => {
    expect(table('sep=;\r\na,b;c\r\n')).toEqual({ A1: 'a,b', B1: 'c' });
    expect(table('\ufeffSEP=|\na|b')).toEqual({ A1: 'a', B1: 'b' });
    expect(table('"sep=,"\na;b;c,d')).toEqual({ A1: 'a;b;c', B1: 'd' });
    expect(table('sep=,,\na')).toEqual({ A1: 'sep=', A2: 'a' });
    expect(opened(Buffer.from('sep=;'), 'a.csv').sheets[0]?.rows).toEqual([]);
  });
});

describe('the encoding', () => {
  const text = '部门,得分\n办公室,95\n';
  const cells = { A1: '部门', B1: '得分', A2: '办公室', B2: '95' };

  it('is UTF-8 with or without its mark, UTF-16 with it, else GB18030', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(table(text)).toEqual(cells);
    expect(table(`\ufeff${text}`)).toEqual(cells);
    expect(table(little)).toEqual(cells);
    expect(table(Buffer.from(little).swap16())).toEqual(cells);
    expect(table(GB18030)).toEqual(cells);
    expect(table(Buffer.from('9439fc362c41', 'hex'))).toEqual({ A1: '😀', B1: 'A' });
  });

  it('is refused where bytes fit none', () => {
    expect(faultOf(Buffer.concat([GB18030, Buffer.from([0xff])]), 'a.csv')).toBe('encoding');
    expect(faultOf(GB18030.subarray(0, 1), 'a.csv')).toBe('encoding');
    expect(faultOf(Buffer.from(`\ufeff${text}\ud800`, 'utf16le'), 'a.csv')).toBe('encoding');
    expect(faultOf(Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, 9), 'a.csv')).toBe('encoding');
    expect(faultOf(Buffer.from([0xef, 0xbb, 0xbf, 0xb2, 0xbf]), 'a.csv')).toBe('encoding');
  });

  it('is refused where bytes fit two, never guessed', () => {
    const doubtful = Buffer.from([0xc4, 0xa3, 0x2c, 0x31]);
    expect(new TextDecoder('gb18030').decode(doubtful)).toBe('模,1');
    expect(faultOf(doubtful, 'a.csv')).toBe('encoding');
    expect(table(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), doubtful]))).toEqual({ A1: 'ģ', B1: '1' });
    expect(table('é部')).toEqual({ A1: 'é部' });
    expect(faultOf(Buffer.from('aé'), 'a.csv')).toBe('encoding');
  });

  it('is refused with NUL in the text: UTF-16 without its mark, or no text', () => {
    expect(faultOf(Buffer.from(text, 'utf16le'), 'a.csv')).toBe('encoding');
    expect(faultOf(Buffer.from(text, 'utf16le').swap16(), 'a.csv')).toBe('encoding');
    expect(faultOf(Buffer.from('a\0b'), 'a.csv')).toBe('encoding');
  });
});

describe('refused', () => {
  it.each([
    ['a quote without an end', 'a,b\n"c,d\n1,2\n'],
    ['text behind a quote', '"a"b,c'],
    ['a quote within a text', 'a"b",c'],
  ])('%s, rather than rows lost', (_, text) => {
    expect(faultOf(Buffer.from(text), 'a.csv')).toBe('damaged');
  });

  it('records and rows beyond what a sheet holds', () => {
    expect(faultOf(Buffer.from('x'.repeat(6_000_000)), 'a.csv')).toBe('too-large');
    expect(faultOf(Buffer.from(`"${'x\n'.repeat(MAX_RECORD_LENGTH)}"`), 'a.csv')).toBe('too-large');
    expect(faultOf(Buffer.from(`${','.repeat(MAX_COLUMNS)}x`), 'a.csv')).toBe('too-large');
    expect(table(`${','.repeat(MAX_COLUMNS - 1)}x`)).toEqual({ XFD1: 'x' });
    expect(faultOf(Buffer.from('\n'.repeat(1_048_577)), 'a.csv')).toBe('too-large');
  });

  it('files larger than any table of text', () => {
    expect(faultOf(Buffer.alloc(MAX_CSV_BYTES + 1, 'a'), 'a.csv')).toBe('too-large');
  });

  it('markup under a name of text', () => {
    for (const text of ['<html><table>', ' \n<!DOCTYPE html>', '<TABLE><tr>']) {
      expect(faultOf(Buffer.from(text), 'a.csv')).toBe('web-page');
      expect(faultOf(Buffer.from(`\ufeff${text}`), 'a.csv')).toBe('web-page');
      expect(faultOf(Buffer.from(`\ufeff${text}`, 'utf16le'), 'a.csv')).toBe('web-page');
    }
    expect(faultOf(Buffer.from('\ufeff<?xml version="1.0"?>'), 'a.csv')).toBe('not-a-workbook');
    expect(table('<甲>,1')).toEqual({ A1: '<甲>', B1: '1' });
    expect(table('<a>,1')).toEqual({ A1: '<a>', B1: '1' });
    expect(table('<5天,1')).toEqual({ A1: '<5天', B1: '1' });
  });
});

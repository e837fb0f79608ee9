import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Archive, cellsIn, type Entry, entriesOf, faultOf, opened, zip } from './zipped.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const rows = '<row r="1"><c r="A1"><v>100</v></c></row>';

/** A workbook whose sheet entry is changed, with further entries behind. */
function changed(change: Partial<Entry>, more: readonly Entry[] = [], archive: Archive = {}): Buffer {
  const entries = entriesOf({ rows, more }).map((entry) => (entry.name === SHEET ? { ...entry, ...change } : entry));
  return zip(entries, archive);
}

function read(bytes: Uint8Array): unknown {
  return cellsIn(opened(bytes).sheets[0]);
}

const sheetData = Buffer.from(entriesOf({ rows }).find(({ name }) => name === SHEET)?.data ?? '');

describe('packages that are read', () => {
  it.each([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with sizes behind the data', { descriptor: true }],
    ['with zip64 sizes', { zip64: true }],
    ['with an unknown extra field before', { extra: Buffer.from([0x55, 0x54, 1, 0, 0]) }],
  ])('entries %s', (_, change) => {
    expect(read(changed(change))).toEqual({ A1: 100 });
  });

  it('with a zip64 directory, a comment, or both', () => {
    expect(read(changed({}, [], { zip64: true }))).toEqual({ A1: 100 });
    expect(read(changed({}, [], { comment: '考核'.repeat(500) }))).toEqual({ A1: 100 });
    expect(read(changed({}, [], { zip64: true, comment: 'x' }))).toEqual({ A1: 100 });
  });

  it('with folders, empty parts and names in GBK', () => {
    const more = [
      { name: 'xl/', data: '', stored: true },
      { name: 'xl/media/empty', data: '' },
      { name: '', rawName: Buffer.from([0xca, 0xfd, 0x31]), data: 'x', flags: 0 },
      { name: '', rawName: Buffer.from([0xca, 0xfe, 0x31]), data: 'x', flags: 0 },
      { name: 'xl/media/图片.png', data: 'x' },
    ];
    expect(read(changed({}, more))).toEqual({ A1: 100 });
  });

  it('whatever stands in parts that are not needed', () => {
    const more = [{ name: 'xl/media/huge.bin', data: 'x', size: 0xfffffff0 }];
    expect(read(changed({}, more))).toEqual({ A1: 100 });
  });
});

describe('damage', () => {
  it('is found in every way to cut a file short', () => {
    const whole = changed({});
    for (const length of [4, 21, 22, 30, 100, whole.length / 2, whole.length - 22, whole.length - 1]) {
      expect(faultOf(whole.subarray(0, length))).toBe('damaged');
    }
  });

  it('is found in bytes before or behind the package', () => {
    expect(faultOf(Buffer.concat([changed({}), Buffer.from('\r\n')]))).toBe('damaged');
    expect(faultOf(Buffer.concat([Buffer.from('PK\x03\x04'), changed({})]))).toBe('damaged');
  });

  it('is found by CRC, so that 100 never becomes 900', () => {
    const bytes = changed({ stored: true });
    bytes[bytes.indexOf('<v>100') + 3] = '9'.charCodeAt(0);
    expect(faultOf(bytes)).toBe('damaged');
    expect(faultOf(changed({ crc: 1 }))).toBe('damaged');
  });

  it.each([
    ['bad deflate data', { packed: Buffer.from([0xff, 0xff, 0xff, 0xff]) }],
    ['deflate data cut short', { packed: deflateRawSync(sheetData).subarray(0, 40) }],
    ['fewer bytes than declared', { size: sheetData.length + 1 }],
    ['more bytes than declared', { size: sheetData.length - 1 }],
    ['many more bytes than declared', { packed: deflateRawSync(Buffer.alloc(5_000_000)) }],
    ['no byte declared', { size: 0 }],
    ['a stored part with two sizes', { stored: true, size: 5 }],
    ['an unknown method', { method: 9 }],
    ['another local name', { localName: 'xl/worksheets/sheet2.xml' }],
    ['a longer local name', { localName: `${SHEET}x` }],
    ['another local method', { localMethod: 0 }],
    ['another local CRC', { localCrc: 5 }],
    ['another local size', { localSize: 5 }],
    ['a header that is elsewhere', { shift: 1 }],
    ['a header far outside', { shift: 0x7fffffff }],
    ['a zip64 field cut short', { zip64: true, extra: Buffer.from([1, 0, 4, 0, 1, 2, 3, 4]) }],
    ['an extra field cut short', { zip64: true, extra: Buffer.from([1, 0, 16, 0, 1, 2, 3, 4]) }],
    ['a zip64 field that is missing', { zip64: true, extra: Buffer.alloc(0) }],
    [
      'an offset beyond 2^53',
      { zip64: true, extra: Buffer.concat([Buffer.from([1, 0, 16, 0]), Buffer.alloc(16, 0xff)]) },
    ],
  ])('%s', (_, change) => {
    expect(faultOf(changed(change))).toBe('damaged');
  });

  it('is found in the directory itself', () => {
    expect(faultOf(changed({}, [], { count: 4 }))).toBe('damaged');
    expect(faultOf(changed({}, [], { count: 6 }))).toBe('damaged');
    expect(faultOf(changed({}, [], { directoryShift: 1 }))).toBe('damaged');
    expect(faultOf(changed({}, [], { directoryShift: -1, zip64: true }))).toBe('damaged');
    const names = changed({});
    names.writeUInt16LE(0xffff, names.lastIndexOf('PK\x01\x02') + 28);
    expect(faultOf(names)).toBe('damaged');
    const zip64 = changed({}, [], { zip64: true });
    zip64[zip64.lastIndexOf('PK\x06\x06')] = 0;
    expect(faultOf(zip64)).toBe('damaged');
  });

  it('is found in a last entry that runs into the directory', () => {
    const bytes = zip([...entriesOf({ rows }), { name: 'last', data: 'x', stored: true, size: 9, packedSize: 9 }]);
    expect(faultOf(bytes)).toBe('damaged');
  });
});

describe('attacks', () => {
  it('refuses two entries of one name, whatever the case', () => {
    const twin = sheetData.toString().replace('100', '900');
    expect(faultOf(changed({}, [{ name: SHEET, data: twin }]))).toBe('unsafe');
    expect(faultOf(changed({}, [{ name: SHEET.toUpperCase(), data: twin }]))).toBe('unsafe');
  });

  it('refuses entries that overlap or lie within one another', () => {
    expect(faultOf(changed({ packedSize: 400 }))).toBe('unsafe');
    // The second entry points into the data of the first, where a header of the same name stands.
    const inner = zip([{ name: 'b', data: 'x', stored: true }]).subarray(0, 32);
    const nested = zip([
      { name: 'outer', data: inner, stored: true },
      { name: 'b', data: 'x', stored: true, shift: -32 },
    ]);
    expect(faultOf(nested)).toBe('unsafe');
  });

  it.each(['/etc/passwd', '../x', 'xl/../../x', 'xl/..', '..', 'xl\\workbook.xml', 'C:/x', 'c:x', 'a\0b', 'a\nb', ''])(
    'refuses the entry name %j',
    (name) => {
      expect(faultOf(changed({}, [{ name, data: 'x' }]))).toBe('unsafe');
    },
  );

  it('reads names with two points that go nowhere', () => {
    expect(read(changed({}, [{ name: 'xl/a..b/..c', data: 'x' }]))).toEqual({ A1: 100 });
  });

  it('says that encrypted entries are encrypted', () => {
    expect(faultOf(changed({ flags: 1 }))).toBe('encrypted');
    expect(faultOf(changed({ flags: 0x2041 }))).toBe('encrypted');
  });

  it('reads nothing that the directory does not list', () => {
    const [hidden] = entriesOf({ rows: rows.replace('100', '900') }).filter(({ name }) => name === SHEET);
    const orphan = zip([hidden as Entry]);
    const local = orphan.subarray(0, orphan.indexOf('PK\x01\x02'));
    const more = [{ name: 'xl/media/orphan', data: local, stored: true }];
    expect(read(changed({}, more))).toEqual({ A1: 100 });
  });
});

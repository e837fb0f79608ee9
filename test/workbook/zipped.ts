/**
 * Builds small workbooks by hand for the tests of the reader: a zip writer whose every header can lie, the parts of a
 * minimal package around given rows, and short forms for what came out.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { cellAddress } from '../../src/base/address.js';
import type { CellValue, FileFault, Sheet, SheetRow, Workbook } from '../../src/model/workbook.js';
import { openWorkbook } from '../../src/workbook/open.js';

/** One entry; whatever is given beside name and data is written instead of the truth. */
export interface Entry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly rawName?: Uint8Array;
  readonly localName?: string;
  readonly method?: number;
  readonly localMethod?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly localCrc?: number;
  readonly size?: number;
  readonly localSize?: number;
  readonly packedSize?: number;
  readonly packed?: Uint8Array;
  /** Sizes and CRC after the data, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Sizes in a zip64 field. */
  readonly zip64?: boolean;
  /** The bytes of the directory's extra field. */
  readonly extra?: Uint8Array;
  /** The offset the directory gives, relative to the true one. */
  readonly shift?: number;
}

export interface Archive {
  readonly comment?: string;
  readonly zip64?: boolean;
  readonly count?: number;
  readonly directoryShift?: number;
}

const FULL = 0xffffffff;

function uints(...fields: (readonly [value: number, size: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** Writes a zip file. */
export function zip(entries: readonly Entry[], archive: Archive = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const packed = Buffer.from(entry.packed ?? (entry.stored ? data : deflateRawSync(data)));
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = (entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? crc32(data);
    const size = entry.size ?? data.length;
    const packedSize = entry.packedSize ?? packed.length;
    const name = Buffer.from(entry.rawName ?? Buffer.from(entry.name));
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    const wide = entry.zip64 ? uints([1, 2], [16, 2], [size, 8], [packedSize, 8]) : Buffer.alloc(0);
    const extra = Buffer.from(entry.extra ?? wide);
    const local = Buffer.concat([
      uints([0x04034b50, 4], [20, 2], [flags, 2], [entry.localMethod ?? method, 2], [0, 4]),
      entry.descriptor
        ? uints([0, 4], [0, 4], [0, 4])
        : uints(
            [entry.localCrc ?? crc, 4],
            [entry.zip64 ? FULL : packedSize, 4],
            [entry.zip64 ? FULL : (entry.localSize ?? size), 4],
          ),
      uints([localName.length, 2], [wide.length, 2]),
      localName,
      wide,
      packed,
      entry.descriptor ? uints([0x08074b50, 4], [crc, 4], [packedSize, 4], [size, 4]) : Buffer.alloc(0),
    ]);
    directory.push(
      uints([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4]),
      uints([entry.zip64 ? FULL : packedSize, 4], [entry.zip64 ? FULL : size, 4]),
      uints([name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at + (entry.shift ?? 0), 4]),
      name,
      extra,
    );
    pieces.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const start = at + (archive.directoryShift ?? 0);
  const count = archive.count ?? entries.length;
  const comment = Buffer.from(archive.comment ?? '');
  if (archive.zip64) {
    pieces.push(
      listing,
      uints([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8]),
      uints([listing.length, 8], [start, 8]),
      uints([0x07064b50, 4], [0, 4], [at + listing.length, 8], [1, 4]),
      uints([0x06054b50, 4], [0, 4], [0xffff, 2], [0xffff, 2], [FULL, 4], [FULL, 4], [comment.length, 2]),
    );
  } else {
    pieces.push(
      listing,
      uints([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [listing.length, 4], [start, 4], [comment.length, 2]),
    );
  }
  return Buffer.concat([...pieces, comment]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ROLES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relationship {
  readonly id: string;
  readonly role: string;
  readonly target: string;
  readonly external?: boolean;
}

export function relationships(all: readonly Relationship[], roles = ROLES): string {
  const lines = all.map(
    ({ id, role, target, external }) =>
      `<Relationship Id="${id}" Type="${roles}/${role}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;
}

/** A worksheet around its rows. */
export function sheetXml(rows: string, after = ''): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${ROLES}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function stringsXml(items: string): string {
  return `${HEAD}<sst xmlns="${MAIN}">${items}</sst>`;
}

/** Styles whose cell formats have these number formats: an id, or a code that gets an id of its own. */
export function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.filter((format) => typeof format === 'string');
  const custom = codes.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const cells = formats.map((format) => {
    const id = typeof format === 'number' ? format : 164 + codes.indexOf(format);
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  });
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${custom.length}">${custom.join('')}</numFmts>` +
    `<fonts><font><sz val="11"/></font></fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs>${cells.join('')}</cellXfs></styleSheet>`
  );
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** What a test's workbook differs in from the smallest one. */
export interface Parts {
  /** The rows of the only sheet, or the whole part if it begins with `<`?xml or a byte order mark. */
  readonly rows?: string;
  readonly sheet?: string | Uint8Array;
  readonly after?: string;
  readonly strings?: string | Uint8Array;
  readonly styles?: string | readonly (number | string)[];
  readonly workbook?: string;
  /** What stands in the workbook before its sheets. */
  readonly properties?: string;
  readonly relationships?: readonly Relationship[];
  readonly more?: readonly Entry[];
}

export const SHEETS = '<sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>';

export function workbookXml(content: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${ROLES}">${content}</workbook>`;
}

/** The entries of a workbook with one sheet. */
export function entriesOf(parts: Parts): Entry[] {
  const roles: Relationship[] = [{ id: 'rId1', role: 'worksheet', target: 'worksheets/sheet1.xml' }];
  const entries: Entry[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relationships([{ id: 'r1', role: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { name: 'xl/workbook.xml', data: parts.workbook ?? workbookXml((parts.properties ?? '') + SHEETS) },
    { name: 'xl/worksheets/sheet1.xml', data: parts.sheet ?? sheetXml(parts.rows ?? '', parts.after) },
  ];
  if (parts.strings !== undefined) {
    roles.push({ id: 'rId2', role: 'sharedStrings', target: 'sharedStrings.xml' });
    const isPart = typeof parts.strings !== 'string' || parts.strings.startsWith('<?xml');
    entries.push({ name: 'xl/sharedStrings.xml', data: isPart ? parts.strings : stringsXml(parts.strings as string) });
  }
  if (parts.styles !== undefined) {
    roles.push({ id: 'rId3', role: 'styles', target: 'styles.xml' });
    entries.push({
      name: 'xl/styles.xml',
      data: typeof parts.styles === 'string' ? parts.styles : stylesXml(parts.styles),
    });
  }
  entries.push({ name: 'xl/_rels/workbook.xml.rels', data: relationships([...roles, ...(parts.relationships ?? [])]) });
  return [...entries, ...(parts.more ?? [])];
}

export function book(parts: Parts): Buffer {
  return zip(entriesOf(parts));
}

/** Opens what must open. */
export function opened(bytes: Uint8Array, file = '季度考核.xlsx'): Listed {
  const result = openWorkbook(file, bytes);
  if (!result.ok) throw new Error(`${result.fault}: ${result.detail}`);
  const { sheets } = result.workbook;
  return { ...result.workbook, sheets: sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })) };
}

/** A workbook with all its rows at once. */
export interface Listed extends Workbook {
  readonly sheets: readonly (Sheet & { readonly rows: readonly SheetRow[] })[];
}

/** The fault of what must not open. */
export function faultOf(bytes: Uint8Array, file = '季度考核.xlsx'): FileFault | undefined {
  const result = openWorkbook(file, bytes);
  return result.ok ? undefined : result.fault;
}

/** The cells of a sheet by address. */
export function cellsIn(sheet: Sheet | undefined): Record<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const row of sheet?.rows ?? []) {
    row.columns.forEach((column, index) => {
      cells.set(cellAddress(row.number, column), row.values[index] as CellValue);
    });
  }
  return Object.fromEntries(cells);
}

/** The cells of the only sheet of a workbook made of these parts. */
export function cells(parts: Parts): Record<string, CellValue> {
  return cellsIn(opened(book(parts)).sheets[0]);
}

/** The fault of a workbook made of these parts. */
export function fault(parts: Parts): FileFault | undefined {
  return faultOf(book(parts));
}

/** The seconds that this process computes for something: wall-clock time is the machine's affair. */
export function secondsOf(what: () => unknown): number {
  const before = process.cpuUsage();
  what();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

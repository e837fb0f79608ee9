/**
 * Files that are small to send and as large to read as the limits allow: each ends in time and in bounded memory. Every
 * file is read by a process of its own, of the programme as built, for memory is what a whole process takes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import {
  MAX_CELLS,
  MAX_CSV_BYTES,
  MAX_FILE_BYTES,
  MAX_PART_BYTES,
  MAX_TEXT_LENGTH,
} from '../../src/workbook/limits.js';
import { type Entry, entriesOf, opened, sheetXml, stringsXml, stylesXml, zip } from './zipped.js';

const SECONDS = 5;
const MIB = 1024 * 1024;
const MEMORY = 512 * MIB;

const folder = mkdtempSync(join(tmpdir(), 'bombs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const READER = pathToFileURL(resolve(import.meta.dirname, '../../dist/workbook/open.js')).href;
const CHILD = `
  import { readFileSync } from 'node:fs';
  import { openWorkbook } from '${READER}';
  const [path] = process.argv.slice(1);
  const opened = openWorkbook(path, readFileSync(path));
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ fault: opened.ok ? 'none' : opened.fault, seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 }));
`;

/** The fault of a file, found in time and in bounded memory, or none. */
function soon(bytes: Uint8Array, ending = 'xlsx'): string {
  const path = join(folder, `bomb.${ending}`);
  writeFileSync(path, bytes);
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, path], { encoding: 'utf8' });
  const { fault, seconds, memory } = JSON.parse(said) as { fault: string; seconds: number; memory: number };
  expect(seconds).toBeLessThan(SECONDS);
  expect(memory).toBeLessThan(MEMORY);
  return fault;
}

/** An entry that says one piece so many times between a beginning and an end, and is packed without ever being whole. */
function bomb(name: string, [start = '', end = '']: readonly string[], piece: string, times: number): Entry {
  const bulk = Math.max(1, Math.floor(MIB / Buffer.byteLength(piece)));
  const bulks = Array<string>(Math.floor(times / bulk)).fill(piece.repeat(bulk));
  const pieces = [start, ...bulks, piece.repeat(times % bulk) + end];
  const packed = new Map<string, Buffer>();
  const parts = pieces.map((text) => {
    const known = packed.get(text) ?? deflateRawSync(text, { level: 1, finishFlush: constants.Z_FULL_FLUSH });
    packed.set(text, known);
    return known;
  });
  return {
    name,
    data: '',
    // An empty last block, as each piece ends at a full flush.
    packed: Buffer.concat([...parts, Buffer.from([3, 0])]),
    size: pieces.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    crc: pieces.reduce((crc, text) => crc32(text, crc), 0),
  };
}

const SHEET = 'xl/worksheets/sheet1.xml';
const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`;
const amongRows = sheetXml('_').split('_');
const amongCells = sheetXml('<row>_</row>').split('_');
const inText = sheetXml(`<row>${inline('<t>_</t>')}</row>`).split('_');

/** How many times a piece fits into a part. */
function fits(piece: string): number {
  return Math.floor((MAX_PART_BYTES - MIB) / Buffer.byteLength(piece));
}

/** A workbook of which these parts are bombs. */
function book(...bombs: readonly Entry[]): Buffer {
  const others = entriesOf({ rows: '', strings: '', styles: stylesXml([22]) });
  return zip([...others.filter(({ name }) => !bombs.some((each) => each.name === name)), ...bombs]);
}

describe('as much as the limits allow', () => {
  it('is packed as it should be', () => {
    const bytes = book(bomb(SHEET, amongCells, '<c><v>1</v></c>', 3000));
    expect(opened(bytes).sheets[0]?.rows[0]?.values).toHaveLength(3000);
  });

  it.each([
    ['nothing but blanks', amongRows, ' '],
    ['texts of many short runs', amongCells, inline('<r><t>xy</t></r>'.repeat(4000))],
    ['texts of many references', amongCells, inline(`<t>${'&#65;'.repeat(65_000)}</t>`)],
    ['texts of many pieces', amongCells, inline(`<t>${'<![CDATA[x]]>'.repeat(7000)}</t>`)],
    ['formulas', amongRows, `<row>${'<c><f>IF(TODAY()-A1,1,2)+SUM(B1:B90)</f><v>1</v></c>'.repeat(1000)}</row>`],
  ])('is read in time and memory: %s', (_, around, piece) => {
    const bytes = book(bomb(SHEET, around, piece, Math.min(fits(piece), MAX_CELLS)));
    expect(bytes.length).toBeLessThan(2 * MIB);
    expect(soon(bytes)).toBe('none');
  });

  it('is read in time and memory: strings and days', () => {
    const string = `<si><t>${'中'.repeat(17)}</t></si>`;
    const row = '<row><c><v>45000.5</v></c><c><v>4.5</v></c></row>';
    const strings = Math.min(MAX_CELLS, fits(string));
    const left = MAX_FILE_BYTES - MIB - strings * Buffer.byteLength(string);
    const bytes = book(
      bomb('xl/sharedStrings.xml', stringsXml('_').split('_'), string, strings),
      bomb(SHEET, amongRows, row, Math.min(MAX_CELLS / 2, Math.floor(left / row.length))),
    );
    expect(soon(bytes)).toBe('none');
  });

  it('is read in time and memory: a table of text', () => {
    const line = `${'部'.repeat(4)},1\n`;
    const lines = Math.min(MAX_CELLS / 2, Math.floor(MAX_CSV_BYTES / Buffer.byteLength(line)));
    expect(soon(Buffer.from(line.repeat(lines)), 'csv')).toBe('none');
  });
});

describe('more than the limits allow', () => {
  it.each([
    ['a part that goes on', { ...bomb(SHEET, amongRows, ' ', 400 * MIB), size: 1000 }, 'damaged'],
    ['a part that says how large it is', bomb(SHEET, amongRows, ' ', 400 * MIB), 'too-large'],
    ['one long text', bomb(SHEET, inText, 'x', 100 * MIB), 'too-large'],
    ['tags that are never closed', bomb(SHEET, amongRows, '<row>', MAX_TEXT_LENGTH), 'damaged'],
  ])('is refused in time and memory: %s', (_, entry, fault) => {
    expect(soon(book(entry))).toBe(fault);
  });
});

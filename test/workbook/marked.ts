/** Marked copies for the tests: a list of findings, marks, and the parts of what came out as text. */
import { unzipSync } from 'fflate';
import type { SheetDesign } from '../../src/model/design.js';
import { LIST_MARK, type Mark, type Markup } from '../../src/model/returned.js';
import { type Annotated, annotated, unannotated } from '../../src/workbook/annotate/annotate.js';
import { type Entry, entriesOf, opened, type Parts, zip } from './zipped.js';

export const mark = (cell: string, over: Partial<Mark> = {}): Mark => ({
  sheet: '表1',
  cell,
  severity: 'error',
  text: `A202 ${cell}`,
  ...over,
});

export function list(over: Partial<SheetDesign> = {}): SheetDesign {
  return {
    name: '问题清单',
    widths: [8, 30],
    rows: [
      { hidden: true, cells: [{ value: LIST_MARK, style: 'note' }] },
      { cells: [{ value: '问题清单', style: 'title' }] },
      { cells: ['编号', '问题'].map((value) => ({ value, style: 'heading' })) },
      {
        cells: [
          { value: '=1+1', style: 'bad', link: "#'表1'!B2" },
          { value: '', style: 'text' },
        ],
      },
    ],
    merges: ['A2:B2'],
    freeze: { rows: 3, columns: 0 },
    filter: 'A3:B4',
    ...over,
  };
}

export function markup(...marks: readonly Mark[]): Markup {
  return { marks, list: list() };
}

/** A workbook of one sheet with types that programs would accept. */
export function sheetBook(
  parts: Parts,
  types = '<Types xmlns="t"><Default Extension="xml" ContentType="x"/></Types>',
): Buffer {
  return zip(
    entriesOf(parts).map((entry): Entry => (entry.name === '[Content_Types].xml' ? { ...entry, data: types } : entry)),
  );
}

function bytesOf(made: Annotated): Buffer {
  if (!made.ok) throw new Error(`not marked: ${made.reason}`);
  return Buffer.from(made.bytes);
}

export function marked(bytes: Uint8Array, ...marks: readonly Mark[]): Buffer {
  return bytesOf(annotated(bytes, markup(...marks)));
}

export function unmarked(bytes: Uint8Array): Buffer {
  return bytesOf(unannotated(bytes));
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString('utf8')]),
  );
}

/** The same package with some parts written otherwise. */
export function rewritten(
  bytes: Uint8Array,
  change: (parts: Record<string, string>) => Record<string, string | undefined>,
): Buffer {
  const parts = partsOf(bytes);
  const all = { ...parts, ...change(parts) };
  return zip(Object.entries(all).flatMap(([name, data]) => (data === undefined ? [] : [{ name, data }])));
}

/** What is read from a workbook, without the list of findings. */
export function readFrom(bytes: Uint8Array): unknown {
  return opened(bytes).sheets.filter(({ name }) => !name.startsWith('问题清单'));
}

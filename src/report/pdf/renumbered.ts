/**
 * A font of a few glyphs: numbered from 0 in a given order, then those that they are made of as these are met, which is
 * the order in which fontkit embeds them.
 */
import { type GlyphTable, partsOf } from './outlines.js';
import { type Table, table } from './sfnt.js';

/** Tables that say the same of fewer glyphs. */
const KEPT = ['head', 'OS/2', 'cvt ', 'prep', 'fpgm'];

/** `outlines` holds those of all wanted glyphs and of their parts; `tables` head, hhea, hmtx and maxp among them. */
export function renumbered(
  outlines: ReadonlyMap<number, Buffer>,
  wanted: ReadonlySet<number>,
  tables: ReadonlyMap<string, Table>,
  { metrics, isLong }: GlyphTable,
): Table[] {
  const order = [...wanted];
  const numbers = new Map(order.map((id, number) => [id, number]));
  // Grows as parts are met.
  const glyphs: Buffer[] = [];
  for (const id of order) glyphs.push(withParts(outlines.get(id) as Buffer, order, numbers));
  return [
    table('glyf', Buffer.concat(glyphs)),
    table('loca', placesOf(glyphs, isLong)),
    table('hmtx', Buffer.concat(order.map((id) => metricOf(dataOf(tables, 'hmtx'), id, metrics)))),
    table('hhea', withCount(dataOf(tables, 'hhea'), 34, order.length)),
    table('maxp', withCount(dataOf(tables, 'maxp'), 4, order.length)),
    ...KEPT.flatMap((tag) => tables.get(tag) ?? []),
  ];
}

/** The outline with the new numbers of its parts; parts without one yet are put at the end. */
function withParts(outline: Buffer, order: number[], numbers: Map<number, number>): Buffer {
  const glyph = Buffer.from(outline);
  for (const { id, at } of partsOf(outline) ?? []) {
    const number = numbers.get(id) ?? order.push(id) - 1;
    numbers.set(id, number);
    glyph.writeUInt16BE(number, at);
  }
  return glyph;
}

function placesOf(glyphs: readonly Buffer[], isLong: boolean): Buffer {
  const places = Buffer.alloc((glyphs.length + 1) * (isLong ? 4 : 2));
  let at = 0;
  for (let number = 0; number <= glyphs.length; number += 1) {
    if (isLong) places.writeUInt32BE(at, 4 * number);
    else places.writeUInt16BE(at / 2, 2 * number);
    at += glyphs[number]?.length ?? 0;
  }
  return places;
}

/** Width and left bearing of a glyph, two bytes each. */
function metricOf(hmtx: Buffer, id: number, metrics: number): Buffer {
  if (id < metrics) return hmtx.subarray(4 * id, 4 * id + 4);
  const bearing = 4 * metrics + 2 * (id - metrics);
  return Buffer.concat([hmtx.subarray(4 * metrics - 4, 4 * metrics - 2), hmtx.subarray(bearing, bearing + 2)]);
}

function withCount(data: Buffer, at: number, count: number): Buffer {
  const copy = Buffer.from(data);
  copy.writeUInt16BE(count, at);
  return copy;
}

function dataOf(tables: ReadonlyMap<string, Table>, tag: string): Buffer {
  return tables.get(tag)?.data ?? Buffer.alloc(0);
}

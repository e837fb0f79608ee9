/**
 * The boxes in which comments are shown: VML, an old language that programs write in one spelling, with markup inside
 * that need not be XML. So it is not parsed but changed as text, byte for byte, and only where the spelling is known.
 */
import { damaged } from '../unreadable.js';

export interface Box {
  /** 0-based, as the shapes count. */
  readonly row: number;
  readonly column: number;
  /** Column, pixels into it, row, pixels into it: of the top left corner, then of the other. */
  readonly anchor: readonly number[];
}

const SHAPE = /<v:shape\s/;
const SHAPE_END = '</v:shape>';
const CLOSING = '</xml>';
const TYPE = '_x0000_t202';
const FIRST_ID = 1024;

const SHAPE_TYPE =
  `<v:shapetype id="${TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

export function noShapes(): Buffer {
  return Buffer.from(
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
      `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${SHAPE_TYPE}${CLOSING}`,
  );
}

/** Adds boxes for comments. */
export function withBoxes(part: Buffer, boxes: readonly Box[]): Buffer {
  const text = spelt(part);
  const at = text.lastIndexOf(CLOSING);
  if (at < 0) throw damaged('drawing of comments without an end');
  const ids = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  // Spread, as many as a file may hold would be too many arguments.
  const last = ids.reduce((most, id) => Math.max(most, id), FIRST_ID);
  const type = text.includes(`id="${TYPE}"`) ? '' : SHAPE_TYPE;
  const shapes = boxes.map((box, index) => shape(box, last + 1 + index));
  return Buffer.from(`${text.slice(0, at)}${type}${shapes.join('')}${text.slice(at)}`, 'latin1');
}

/** Takes away the boxes of comments that are no more; undefined when no shape is left. */
export function withoutBoxes(part: Buffer, isGone: (row: number, column: number) => boolean): Buffer | undefined {
  // What ends with each shape, and what stands behind the last; looked for in one pass, however many are never closed.
  const pieces = spelt(part).split(SHAPE_END);
  const kept: string[] = [];
  let isBehindGone = false;
  for (const [index, piece] of pieces.entries()) {
    const whole = index + 1 < pieces.length ? `${piece}${SHAPE_END}` : piece;
    const rest: string = isBehindGone ? whole.trimStart() : whole;
    const start = index + 1 < pieces.length ? rest.search(SHAPE) : -1;
    const shape = start < 0 ? '' : rest.slice(start);
    isBehindGone = shape.includes('ObjectType="Note"') && isGone(numberIn(shape, 'Row'), numberIn(shape, 'Column'));
    kept.push(isBehindGone ? rest.slice(0, start) : rest);
  }
  const text = kept.join('');
  const isEmpty = !/<v:(?!shapetype\b|stroke\b|path\b)[a-z]+\b/i.test(text);
  return isEmpty ? undefined : Buffer.from(text, 'latin1');
}

/** One character a byte: whatever the encoding, what is not touched stays. */
function spelt(part: Buffer): string {
  const text = part.toString('latin1');
  if (text.includes('\0') || !/xmlns:v=(["'])urn:schemas-microsoft-com:vml\1/.test(text)) {
    throw damaged('drawing of comments in an unknown spelling');
  }
  return text;
}

function numberIn(shape: string, name: string): number {
  return Number(new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`).exec(shape)?.[1] ?? Number.NaN);
}

function shape({ row, column, anchor }: Box, id: number): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#${TYPE}" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

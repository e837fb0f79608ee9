/**
 * What stands at the head: on the first page the red name of the issuer, the document number, the red rule, the title
 * and the addressees; at the head of an attachment its number and title.
 */

import type { Bulletin } from '../../model/bulletin.js';
import { ISSUER_PITCH, ISSUER_TOP, issuerIn, RED_RULE } from '../typesetting/issuer.js';
import { linesOf } from '../typesetting/lines.js';
import { AREA, ASCENT, EM, type Item, type Node, nodeIn, PITCH, SIZE } from '../typesetting/page.js';
import type { Setter, Style } from '../typesetting/setting.js';
import { WORDS } from '../typesetting/words.js';
import { blankRow, bodyStyle, textRows, titleRows } from './blocks.js';
import type { Row } from './flow.js';

const TITLE: Style = { face: 'heading', size: SIZE.title };

/** Rows from the top of the first page to the line before the body. */
export function frontRows(bulletin: Bulletin, setter: Setter, parent: Node): Row[] {
  const items: Item[] = [];
  const bottom = setIssuer(bulletin.issuer, setter, nodeIn(parent, 'P'), items);
  // Two empty lines, then the number on the next line of the grid; its place stays free when there is none.
  let line = Math.ceil(bottom / PITCH) + 2;
  if (bulletin.number !== undefined) {
    const node = nodeIn(parent, 'P');
    const number = centred(bulletin.number, bodyStyle(setter.lang), line * PITCH, PITCH, setter, node);
    items.push(...number.items);
    line += Math.max(0, number.lines - 1);
  }
  const ruleY = line * PITCH + EM + RED_RULE.below;
  const { thickness } = RED_RULE;
  items.push({ kind: 'rule', x: 0, y: ruleY, toX: AREA.width, toY: ruleY, thickness, red: true });
  // The rule lies in the gap below the number's line: two empty lines more.
  const height = (line + 3) * PITCH;
  return [
    { items, height, seen: height },
    ...titleRows(bulletin.title, TITLE, setter, nodeIn(parent, 'H1')),
    blankRow(),
    ...addresseeRows(bulletin.addressees, setter, parent),
  ];
}

/** Rows from the top of an attachment's first page to the line before its text; the title begins on line 3. */
export function attachmentFront(label: string, title: string, setter: Setter, parent: Node): Row[] {
  const rows = [
    ...textRows(label, { face: 'hei', size: EM }, {}, setter, nodeIn(parent, 'P')),
    blankRow(),
    ...titleRows(title, TITLE, setter, nodeIn(parent, 'H1')),
    blankRow(),
  ];
  return rows.map((row, at) => (at === 0 ? { ...row, newPage: true } : row));
}

function addresseeRows(addressees: string | undefined, setter: Setter, parent: Node): Row[] {
  if (addressees === undefined || addressees === '') return [];
  const text = `${addressees.replace(/[:：]$/, '')}${WORDS[setter.lang].colon}`;
  return textRows(text, bodyStyle(setter.lang), {}, setter, nodeIn(parent, 'P'));
}

/** Adds the issuer's name and answers where it ends, in points below the top of the type area. */
function setIssuer(issuer: string, setter: Setter, node: Node, items: Item[]): number {
  const sized = (size: number): Style => ({ face: 'heading', size, red: true });
  const { size, text } = issuerIn(issuer, (each) => setter.measure(sized(each)));
  const pitch = ISSUER_PITCH * size;
  const name = centred(text, sized(size), ISSUER_TOP, pitch, setter, node);
  items.push(...name.items);
  return ISSUER_TOP + Math.max(0, name.lines - 1) * pitch + size;
}

/** Lines in the middle; `top` of the first and `pitch` from one to the next in points. */
function centred(
  text: string,
  style: Style,
  top: number,
  pitch: number,
  setter: Setter,
  node: Node,
): { items: Item[]; lines: number } {
  const lines = linesOf(text, { width: AREA.width, em: style.size }, setter.measure(style));
  const items = lines.flatMap((line, at) =>
    setter.items(line, style, (AREA.width - line.end) / 2, top + at * pitch + ASCENT * style.size, node),
  );
  return { items, lines: lines.length };
}

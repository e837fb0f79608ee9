/**
 * What ends a bulletin: the list of attachments, the signature and date, the foot (版记) with its three
 * rules, and the page numbers.
 */
import type { Bulletin } from '../../model/bulletin.js';
import { linesOf, widthOf } from '../typesetting/lines.js';
import { AREA, ASCENT, EM, type Item, mm, type Node, nodeIn, type Page, SIZE } from '../typesetting/page.js';
import type { Setter, Style } from '../typesetting/setting.js';
import { linesOfName, signaturePlaces } from '../typesetting/signature.js';
import { WORDS } from '../typesetting/words.js';
import { blankRow, bodyStyle, gridRow, textRows } from './blocks.js';
import type { Row } from './flow.js';

const RULES = { thick: mm(0.35), thin: mm(0.25) } as const;
/** Height of a line between the rules of the foot, in points. */
const FOOT_PITCH = 24;
/** From the bottom edge of the type area to the dashes beside the page number. */
const NUMBER_BELOW = mm(7);
/** How far the stroke of a dash lies above the baseline, in sizes. */
const DASH_HEIGHT = 0.32;

/** One empty line, then 附件：1. …, every name hanging below its first character. */
export function attachmentRows(titles: readonly string[], setter: Setter, parent: Node): Row[] {
  if (titles.length === 0) return [];
  const style = bodyStyle(setter.lang);
  const measure = setter.measure(style);
  const label = WORDS[setter.lang].attachments(titles.length);
  const labelX = 2 * EM;
  const numberX = labelX + widthOf(label, measure);
  const numbers = titles.map((_, at) => (titles.length > 1 ? `${at + 1}. ` : ''));
  const nameX = numberX + Math.max(...numbers.map((number) => widthOf(number, measure)));
  const rows = titles.flatMap((title, at) => {
    const node = nodeIn(parent, 'P');
    const name = title.replace(/\n/g, ' ').replace(/[。.；;]$/, '');
    const lines = linesOf(name, { width: AREA.width - nameX, em: EM, justify: setter.lang === 'zh' }, measure);
    return lines.map((line, index) => {
      const first = index === 0;
      return gridRow([
        ...(first && at === 0 ? words(label, labelX, style, setter, ASCENT * EM, node) : []),
        ...(first ? words(numbers[at] ?? '', numberX, style, setter, ASCENT * EM, node) : []),
        ...setter.items(line, style, nameX, ASCENT * EM, node),
      ]);
    });
  });
  return [blankRow(), ...rows];
}

export function signatureRows(signature: Bulletin['signature'], setter: Setter, parent: Node): Row[] {
  const style = bodyStyle(setter.lang);
  const day = WORDS[setter.lang].date(signature.date);
  const { above, lines, lineX, dateX } = signaturePlaces(signature, day, setter.measure(style));
  const signer = nodeIn(parent, 'P');
  return [
    ...Array.from({ length: above }, () => ({ ...blankRow(), keep: true })),
    ...lines.map((line, at) => ({
      ...gridRow(words(line, lineX[at] ?? 0, style, setter, ASCENT * EM, signer)),
      keep: true,
    })),
    gridRow(words(day, dateX, style, setter, ASCENT * EM, nodeIn(parent, 'P'))),
  ];
}

/** 附注: in brackets on the line below the date, two characters in; it stays with the date. */
export function noteRows(note: string | undefined, setter: Setter, parent: Node): Row[] {
  if (note === undefined || note === '') return [];
  const text = { zh: `（${note}）`, en: `(${note})` }[setter.lang];
  return textRows(text, bodyStyle(setter.lang), { indent: 2 * EM }, setter, nodeIn(parent, 'P'));
}

/** The foot of the last page, one character free on either side, the last rule on its bottom edge. */
export function imprintRow(imprint: NonNullable<Bulletin['imprint']>, setter: Setter, parent: Node): Row {
  const style: Style = { face: bodyStyle(setter.lang).face, size: SIZE.small };
  const measure = setter.measure(style);
  const edge = style.size;
  const items: Item[] = [rule(0, RULES.thick)];
  let y = 0;
  const baseline = (): number => y + (FOOT_PITCH - style.size) / 2 + ASCENT * style.size;
  if (imprint.copies) {
    const { copies, stop } = WORDS[setter.lang];
    const node = nodeIn(parent, 'P');
    const listX = edge + widthOf(copies, measure);
    const list = `${imprint.copies.replace(/[。.]$/, '')}${stop}`;
    items.push(...words(copies, edge, style, setter, baseline(), node));
    for (const line of linesOf(
      list,
      { width: AREA.width - edge - listX, em: style.size, justify: setter.lang === 'zh' },
      measure,
    )) {
      items.push(...setter.items(line, style, listX, baseline(), node));
      y += FOOT_PITCH;
    }
    items.push(rule(y, RULES.thin));
  }
  const printed = WORDS[setter.lang].printed(imprint.date);
  const printedX = AREA.width - edge - widthOf(printed, measure);
  const officeWidth = printedX - 2 * edge;
  const node = nodeIn(parent, 'P');
  const office = linesOfName(imprint.office, officeWidth, measure);
  for (const [at, line] of office.entries()) {
    items.push(...words(line, edge, style, setter, baseline(), node));
    if (at < office.length - 1) y += FOOT_PITCH;
  }
  items.push(...words(printed, printedX, style, setter, baseline(), node));
  y += FOOT_PITCH;
  items.push(rule(y, RULES.thick));
  return { items, height: y, seen: y };
}

/** The page with its number below the type area: at the right on odd pages, at the left on even ones. */
export function numbered(page: Page, setter: Setter): Page {
  const style: Style = { face: 'song', size: SIZE.small };
  const text = `— ${page.number} —`;
  const width = widthOf(text, setter.measure(style));
  const x = page.number % 2 === 1 ? AREA.left + AREA.width - style.size - width : AREA.left + style.size;
  const y = AREA.top + AREA.height + NUMBER_BELOW + DASH_HEIGHT * style.size;
  return { ...page, items: [...page.items, ...words(text, x, style, setter, y, undefined)] };
}

function words(text: string, x: number, style: Style, setter: Setter, y: number, node: Node | undefined): Item[] {
  const frame = { width: Number.POSITIVE_INFINITY, em: style.size };
  return linesOf(text, frame, setter.measure(style)).flatMap((line) => setter.items(line, style, x, y, node));
}

function rule(y: number, thickness: number): Item {
  return { kind: 'rule', x: 0, y, toX: AREA.width, toY: y, thickness, red: false };
}

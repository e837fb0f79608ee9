/** What ends a bulletin around the signature: the list of attachments, the foot (版记) and the page numbers. */
import type { Lang } from '../../base/text.js';
import type { Bulletin } from '../../model/bulletin.js';
import { widthOf } from '../typesetting/lines.js';
import { AREA, mm, SIZE } from '../typesetting/page.js';
import type { Setter } from '../typesetting/setting.js';
import { linesOfName } from '../typesetting/signature.js';
import { WORDS } from '../typesetting/words.js';
import { declared } from './namespaces.js';
import { emptyLines, pageNumber, paragraph, run, said, tab } from './paragraph.js';
import { bodyWidth } from './signature.js';
import { eighths, MARGINS, SQUARE, TEXT_WIDTH, twips } from './sizes.js';
import { indent } from './styles.js';
import { element, part, valued } from './xml.js';

/** Squares from an attachment's number to its name. */
const NUMBER = 1.25;
const RULES = { thick: mm(0.35), thin: mm(0.25) } as const;

/** 附件：1. …, every name below the first one. */
export function attachmentList(titles: readonly string[], lang: Lang): string[] {
  if (titles.length === 0) return [];
  const label = WORDS[lang].attachments(titles.length);
  const labelled = bodyWidth(label.trim(), lang) + (lang === 'en' ? 0.5 * SQUARE : 0);
  const numbered = titles.length > 1 ? NUMBER * SQUARE : 0;
  const rows = titles.map((title, at) => {
    const name = title.replace(/\n/g, ' ').replace(/[。.；;]$/, '');
    const first = at === 0;
    const runs = [
      ...(first ? [run(label.trimEnd())] : []),
      ...(first && label.endsWith(' ') ? [tab()] : []),
      ...(titles.length > 1 ? [run(`${at + 1}.`), tab()] : []),
      run(name),
    ];
    const left = 2 * SQUARE + labelled + numbered;
    const stop = 2 * SQUARE + labelled;
    return paragraph('Attachments', runs, {
      properties: [
        ...(first ? [element('w:tabs', {}, element('w:tab', { 'w:val': 'left', 'w:pos': twips(stop) }))] : []),
        indent({ left: twips(left), hanging: twips(first ? left - 2 * SQUARE : numbered) }),
      ],
    });
  });
  return [...emptyLines(1), ...rows];
}

/** A table that keeps to the bottom edge of the type area of the page on which the document ends. */
export function imprint({ imprint: foot, lang }: Bulletin, setter: Setter): string[] {
  if (!foot) return [];
  const { copies, stop, printed } = WORDS[lang];
  const measure = setter.measure({ face: 'fang', size: SIZE.small });
  // One character in from both sides.
  const edge = twips(SIZE.small);
  const date = printed(foot.date);
  const dateWidth = twips(widthOf(date, measure)) + 2 * edge;
  const hanging = twips(widthOf(copies, measure));
  const list = foot.copies ? `${copies}${foot.copies.replace(/[。.]$/, '')}${stop}` : '';
  const above = foot.copies ? RULES.thin : RULES.thick;
  const listed = foot.copies
    ? [
        footRow([
          footCell(
            said('Imprint', list, { properties: [indent({ left: edge + hanging, right: edge, hanging })] }),
            TEXT_WIDTH,
            2,
            [RULES.thick, RULES.thin],
          ),
        ]),
      ]
    : [];
  // A square free before the date too: programs that widen it take that of its own cell.
  const officeWidth = AREA.width - dateWidth / 20 - 2 * SIZE.small;
  const office = linesOfName(foot.office, officeWidth, measure).join('\n');
  const last = footRow([
    footCell(
      said('Imprint', office, { properties: [indent({ left: edge, right: edge }), valued('w:jc', 'left')] }),
      TEXT_WIDTH - dateWidth,
      1,
      [above, RULES.thick],
    ),
    footCell(said('Imprint', date, { properties: [indent({ right: edge }), valued('w:jc', 'right')] }), dateWidth, 1, [
      above,
      RULES.thick,
    ]),
  ]);
  return [
    element(
      'w:tbl',
      {},
      element(
        'w:tblPr',
        {},
        // LibreOffice lets a table as wide as the text float only where it is placed on the sheet.
        element('w:tblpPr', {
          'w:vertAnchor': 'margin',
          'w:horzAnchor': 'page',
          'w:tblpX': twips(MARGINS.left),
          'w:tblpYSpec': 'bottom',
        }),
        valued('w:tblOverlap', 'never'),
        element('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
        element('w:tblLayout', { 'w:type': 'fixed' }),
        element(
          'w:tblCellMar',
          {},
          ...(['left', 'right'] as const).map((side) => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })),
        ),
      ),
      element(
        'w:tblGrid',
        {},
        ...[TEXT_WIDTH - dateWidth, dateWidth].map((width) => element('w:gridCol', { 'w:w': width })),
      ),
      ...listed,
      last,
    ),
    // A document ends with a paragraph, and a table that floats stands on the page of the one behind it.
    said('TableGap', ''),
  ];
}

function footRow(cells: readonly string[]): string {
  return element('w:tr', {}, element('w:trPr', {}, valued('w:cantSplit', 1)), ...cells);
}

function footCell(content: string, width: number, span: number, [top, bottom]: readonly [number, number]): string {
  const rule = (side: string, thickness: number): string =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths(thickness), 'w:space': 0, 'w:color': '000000' });
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      ...(span > 1 ? [valued('w:gridSpan', span)] : []),
      element('w:tcBorders', {}, rule('top', top), rule('bottom', bottom)),
      // The date stands beside the last line of a long name.
      valued('w:vAlign', 'bottom'),
    ),
    content,
  );
}

/** — 1 — one character from the right on odd pages, from the left on even ones. */
export function footer(isOdd: boolean): string {
  const edge = twips(SIZE.small);
  const properties = isOdd ? [indent({ right: edge }), valued('w:jc', 'right')] : [indent({ left: edge })];
  return part(
    element('w:ftr', declared('w'), paragraph('Footer', [run('— '), pageNumber(), run(' —')], { properties })),
  );
}

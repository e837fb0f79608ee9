/**
 * Writes a bulletin as a Word document that a clerk can go on with: the page and the styles of GB/T 9704-2012, tables as
 * tables and charts as charts. The same bulletin gives the same bytes; no text of it becomes a field, a link or markup.
 */
import type { Block, Bulletin } from '../../model/bulletin.js';
import { joined } from '../../workbook/archive.js';
import { type Part, packedChunks } from '../../workbook/finish.js';
import { workbookChunks } from '../../workbook/write.js';
import { cleanBulletin, cleanLine } from '../typesetting/clean.js';
import { SHEET } from '../typesetting/page.js';
import type { Setter } from '../typesetting/setting.js';
import { WORDS } from '../typesetting/words.js';
import { chartDrawing, chartFigures, chartPart, parted, type ScaledChart } from './chart.js';
import { attachmentList, footer, imprint } from './end.js';
import { fontTable } from './fonts.js';
import { broken, front } from './front.js';
import { declared } from './namespaces.js';
import { looseSetter } from './nominal.js';
import {
  appProperties,
  chartRelation,
  chartRelations,
  contentTypes,
  coreProperties,
  documentRelations,
  FIGURES,
  FOOTERS,
  packageRelations,
  settings,
} from './package.js';
import { emptyLines, paragraph, said } from './paragraph.js';
import { signature } from './signature.js';
import { CHARACTER_SPACE, LINE, MARGINS, twips } from './sizes.js';
import { ABOVE_TABLE, stylesPart } from './styles.js';
import { table } from './table.js';
import { element, part, valued } from './xml.js';

/** A bulletin as .docx bytes. */
export function writeDocx(bulletin: Bulletin): Uint8Array {
  return joined(docxChunks(bulletin));
}

/** The same bytes as chunks, to be written one after the other; each part of it is made when its turn comes. */
export function* docxChunks(written: Bulletin): Generator<Uint8Array> {
  const bulletin = cleanBulletin(written);
  const charts: ScaledChart[] = [];
  const text = documentPart(bulletin, charts);
  yield* packedChunks(new Map([...fixedParts(bulletin, text, charts.length), ...chartParts(bulletin, charts)]));
}

type Named = readonly [path: string, part: Part];

function fixedParts({ lang, issuer, title, signature: signed }: Bulletin, text: string, charts: number): Named[] {
  const about = { title: cleanLine(title, lang), author: cleanLine(issuer, lang), lang, date: signed.date };
  return [
    ['word/document.xml', () => text],
    ['word/styles.xml', () => stylesPart(lang)],
    ['word/settings.xml', settings],
    ['word/fontTable.xml', fontTable],
    ['word/footer1.xml', () => footer(true)],
    ['word/footer2.xml', () => footer(false)],
    ['[Content_Types].xml', () => contentTypes(charts)],
    ['_rels/.rels', packageRelations],
    ['word/_rels/document.xml.rels', () => documentRelations(charts)],
    ['docProps/core.xml', () => coreProperties(about)],
    ['docProps/app.xml', appProperties],
  ];
}

/** Of each chart its drawing, and the workbook that its figures can be changed in. */
function chartParts({ lang, issuer, signature: { date } }: Bulletin, charts: readonly ScaledChart[]): Named[] {
  const about = { author: cleanLine(issuer, lang), date };
  return charts.flatMap((scaled, at): Named[] => {
    const number = at + 1;
    return [
      [`word/charts/chart${number}.xml`, () => chartPart(scaled, lang, FIGURES)],
      [`word/charts/_rels/chart${number}.xml.rels`, () => chartRelations(number)],
      [`word/embeddings/figures${number}.xlsx`, () => joined(workbookChunks(chartFigures(scaled.chart, lang, about)))],
    ];
  });
}

/** The text; the charts that stand in it are added to `charts`, numbered from 1 in its order. */
function documentPart(bulletin: Bulletin, charts: ScaledChart[]): string {
  const { lang, attachments, blocks } = bulletin;
  const setter = looseSetter(lang);
  const content = [
    ...front(bulletin, setter),
    ...blocksIn(blocks, setter, charts, true),
    ...attachmentList(
      attachments.map(({ title }) => title),
      lang,
    ),
    ...signature(bulletin),
    ...attachments.flatMap(({ title, blocks: own }, at) =>
      own === undefined
        ? []
        : [
            said('AttachmentMark', WORDS[lang].attachment(at + 1, attachments.length)),
            ...emptyLines(1),
            said('Title', broken(title, setter)),
            ...emptyLines(1),
            ...blocksIn(own, setter, charts),
          ],
    ),
    ...imprint(bulletin, setter),
  ];
  return part(element('w:document', declared('w', 'r', 'wp'), element('w:body', {}, ...content, section())));
}

/** `signed`: below the last of them somebody signs. */
function blocksIn(blocks: readonly Block[], setter: Setter, charts: ScaledChart[], signed = false): string[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    const leads = block.kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'chart');
    const place = {
      leads: leads || (signed && next === undefined),
      below: next?.kind === 'table' && !next.caption ? [ABOVE_TABLE] : [],
    };
    return blockElements(block, place, setter, charts);
  });
}

interface Place {
  /** What leads up to a table, a chart or the signature is not parted from it. */
  readonly leads: boolean;
  /** The room under it, as a property of its last paragraph. */
  readonly below: readonly string[];
}

function blockElements(block: Block, { leads, below }: Place, setter: Setter, charts: ScaledChart[]): string[] {
  const kept = leads ? [valued('w:keepNext', 1)] : [];
  switch (block.kind) {
    case 'table':
      return table(block, setter, leads);
    case 'chart':
      return parted(block).flatMap((scaled, at) => {
        const { chart } = scaled;
        const number = charts.push(scaled);
        const caption = at === 0 ? chart.caption : `${chart.caption}${WORDS[setter.lang].chartContinued}`;
        return [
          said('Caption', caption),
          paragraph('Chart', [chartDrawing(chart, number, chartRelation(number))], { properties: kept }),
        ];
      });
    case 'heading':
      return block.text === '' ? [] : [said(`Heading${block.level}`, block.text, { properties: below })];
    case 'paragraph':
      return block.text
        .split('\n')
        .filter((text) => text !== '')
        .map((text, at, all) => said('Text', text, { properties: [...kept, ...(at === all.length - 1 ? below : [])] }));
  }
}

/** A4 with the margins of the standard, 22 lines of 28 characters. */
function section(): string {
  const reference = (type: string, id: string): string => element('w:footerReference', { 'w:type': type, 'r:id': id });
  return element(
    'w:sectPr',
    {},
    reference('default', FOOTERS.odd),
    reference('even', FOOTERS.even),
    element('w:pgSz', { 'w:w': twips(SHEET.width), 'w:h': twips(SHEET.height) }),
    element('w:pgMar', {
      'w:top': twips(MARGINS.top),
      'w:right': twips(MARGINS.right),
      'w:bottom': twips(MARGINS.bottom),
      'w:left': twips(MARGINS.left),
      'w:header': twips(MARGINS.top / 2),
      'w:footer': twips(FOOTER),
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:type': 'linesAndChars', 'w:linePitch': twips(LINE), 'w:charSpace': CHARACTER_SPACE }),
  );
}

/** From the bottom edge of the sheet to that of the page number, whose dashes then lie 7 mm below the type area. */
const FOOTER = MARGINS.bottom - (7 * 72) / 25.4 - 17 / 2;

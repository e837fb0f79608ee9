/** The last steps on a written file: its cells are put in, what exceljs cannot be told is put right, and the parts are packed the same way each time. */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { cellAddress } from '../base/address.js';
import type { SheetDesign } from '../model/design.js';
import { putChart } from './chart.js';
import { HEAD, RELATIONS, ROLES } from './namespaces.js';
import { type lookOf, sheetData } from './sheet-data.js';
import { attribute } from './spelling.js';
import { harmless, LIMIT } from './stored-text.js';
import { Texts } from './texts.js';

/** Stands above the specimens of looks. */
export const SPECIMEN = 'specimens';

type Look = ReturnType<typeof lookOf>;

/** Puts the cells of the sheets into what exceljs has written, and the links, which it writes wrongly. */
export function finish(
  parts: Record<string, Uint8Array>,
  sheets: readonly SheetDesign[],
  looks: readonly Look[],
  place: (reference: string) => string,
): void {
  const numbers = formatNumbers(strFromU8(parts[partOf(1)] as Uint8Array), looks);
  const texts = new Texts();
  const setting = {
    formatNumber: (look: Look) => numbers.get(look) ?? 0,
    textNumber: (text: string) => texts.numberOf(text),
  };
  for (const [index, sheet] of sheets.entries()) {
    const path = partOf(index + 1);
    const xml = withRows(strFromU8(parts[path] as Uint8Array), sheetData(sheet, setting));
    const { elements, relations } = linksOf(sheet, place);
    const drawn = sheet.chart && putChart(parts, index + 1, sheet.chart, place);
    if (drawn) relations.push(drawn.relation);
    // The schema's order: links stand right before the print options, which every sheet with links has.
    const links = elements.length > 0 ? `<hyperlinks>${elements.join('')}</hyperlinks>` : '';
    const linked = links === '' ? xml : xml.replace('<printOptions', () => `${links}<printOptions`);
    parts[path] = strToU8(drawn ? withDrawing(linked, drawn.element) : linked);
    if (relations.length > 0) {
      const beside = `xl/worksheets/_rels/sheet${index + 1}.xml.rels`;
      const before = parts[beside] ? strFromU8(parts[beside]) : NO_RELATIONS;
      parts[beside] = strToU8(before.replace('</Relationships>', () => `${relations.join('')}</Relationships>`));
    }
  }
  parts['xl/sharedStrings.xml'] = strToU8(texts.part());
}

function partOf(sheet: number): string {
  return `xl/worksheets/sheet${sheet}.xml`;
}

/** The number of each look among the formats of the file, as its specimen has it; the first format need not be named. */
function formatNumbers(xml: string, looks: readonly Look[]): Map<Look, number> {
  const rows = new Map(
    [...xml.matchAll(/<c r="A(\d+)"(?: s="(\d+)")?[ />]/g)].map(([, row, format]) => [
      Number(row),
      Number(format ?? 0),
    ]),
  );
  const first = Number(/<c r="A(\d+)"[^>]*t="s"/.exec(xml)?.[1]);
  return new Map(looks.map((look, index) => [look, rows.get(first + 1 + index) ?? 0]));
}

function withRows(xml: string, { rows, extent }: { readonly rows: string; readonly extent: string }): string {
  const start = xml.indexOf('<sheetData');
  const close = xml.indexOf('</sheetData>', start);
  const end = close < 0 ? xml.indexOf('>', start) + 1 : close + '</sheetData>'.length;
  const before = xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${extent}"/>`);
  return `${before}<sheetData>${rows}</sheetData>${xml.slice(end)}`;
}

/** The schema's order: a drawing stands behind all but the boxes of notes and what extends the sheet. */
function withDrawing(xml: string, element: string): string {
  return xml.replace(/<legacyDrawing|<\/worksheet>/, (next) => `${element}${next}`);
}

interface Links {
  readonly elements: string[];
  readonly relations: string[];
}

/**
 * exceljs 4.4 writes a place in the same workbook twice, as an outer target and as a location, which WPS and Excel join to
 * "#S!A1##S!A1"; and it links only text, no number and no day. What goes beyond the programs' limit stands without a link.
 */
function linksOf({ rows }: SheetDesign, place: (reference: string) => string): Links {
  const elements: string[] = [];
  const relations: string[] = [];
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell?.link || elements.length === LIMIT.links) continue;
      const to = cell.link;
      const address = cellAddress(row + 1, column + 1);
      if (to.startsWith('#')) {
        elements.push(`<hyperlink ref="${address}" location="${attribute(place(to.slice(1)))}"/>`);
        continue;
      }
      const id = `link${elements.length + 1}`;
      const target = attribute(fileTarget(to));
      relations.push(`<Relationship Id="${id}" Type="${HYPERLINK}" Target="${target}" TargetMode="External"/>`);
      elements.push(`<hyperlink ref="${address}" r:id="${id}"/>`);
    }
  }
  return { elements, relations };
}

const HYPERLINK = `${ROLES}/hyperlink`;
const NO_RELATIONS = `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;

/** A file's name as a relative address. Chinese stays as it is, which such an address allows. */
function fileTarget(file: string): string {
  return harmless(file)
    .replaceAll('\\', '/')
    .replace(/[\s%#"<>[\]^`{}|]/g, (char) => encodeURIComponent(char));
}

/** Packs the parts in a fixed order under a fixed time; exceljs would write the clock's. */
export function packed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // fflate reads the time by the local clock, so it is made by the local clock: noon is there in every zone.
  const mtime = new Date(1980, 0, 1, 12);
  const ordered: Zippable = {};
  // JSZip, within exceljs, adds entries for folders, which no workbook needs.
  const paths = Object.keys(parts).filter((path) => !path.endsWith('/'));
  for (const path of paths.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const part = parts[path] as Uint8Array;
    ordered[path] = [part, { mtime, level: part.length > LONG ? 4 : 6 }];
  }
  return zipSync(ordered);
}

/** A part of more bytes is packed in half the time, and comes out a tenth larger. */
const LONG = 1_000_000;

/** The list of types comes first: some readers tell the kind of file by it. */
function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}

/** The last steps on a written file: what exceljs cannot be told is put right, and the parts packed the same way each time. */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { harmless } from './stored-text.js';

export interface Link {
  readonly address: string;
  readonly to: string;
}

/** What is left to do when exceljs has written a sheet. */
export interface Rest {
  readonly links: Link[];
  /** Rows whose height is only our estimate. */
  readonly estimated: Set<number>;
}

/**
 * Corrects a sheet where exceljs 4.4 cannot be told otherwise:
 * - It writes a place in the same workbook twice, as an outer target and as a location, which WPS and Excel join to
 *   "#S!A1##S!A1"; and it links only text, no number and no day. So the links are written here.
 * - It calls every height the user's own; then a row would not grow when more is typed into it.
 */
export function finish(
  parts: Record<string, Uint8Array>,
  sheet: number,
  rest: Rest,
  place: (reference: string) => string,
): void {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  let xml = strFromU8(parts[path] as Uint8Array);
  xml = xml.replace(/(<row r="(\d+)" ht="[\d.]+") customHeight="1"/g, (whole, start: string, row: string) =>
    rest.estimated.has(Number(row)) ? start : whole,
  );
  const relations: string[] = [];
  const elements = rest.links.map(({ address, to }, index) => {
    if (to.startsWith('#')) return `<hyperlink ref="${address}" location="${attribute(place(to.slice(1)))}"/>`;
    const id = `link${index + 1}`;
    const target = attribute(fileTarget(to));
    relations.push(`<Relationship Id="${id}" Type="${HYPERLINK}" Target="${target}" TargetMode="External"/>`);
    return `<hyperlink ref="${address}" r:id="${id}"/>`;
  });
  if (elements.length > 0) {
    // The schema's order: links stand right before the print options, which every sheet of ours has.
    xml = xml.replace('<printOptions', () => `<hyperlinks>${elements.join('')}</hyperlinks><printOptions`);
  }
  parts[path] = strToU8(xml);
  if (relations.length > 0) {
    const beside = `xl/worksheets/_rels/sheet${sheet}.xml.rels`;
    const before = parts[beside] ? strFromU8(parts[beside]) : NO_RELATIONS;
    parts[beside] = strToU8(before.replace('</Relationships>', () => `${relations.join('')}</Relationships>`));
  }
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** A file's name as a relative address. Chinese stays as it is, which such an address allows. */
function fileTarget(file: string): string {
  return harmless(file)
    .replaceAll('\\', '/')
    .replace(/[\s%#"<>[\]^`{}|]/g, (char) => encodeURIComponent(char));
}

function attribute(text: string): string {
  return harmless(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Packs the parts in a fixed order under a fixed time; exceljs would write the clock's. */
export function packed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // fflate reads the time by the local clock, so it is made by the local clock: noon is there in every zone.
  const mtime = new Date(1980, 0, 1, 12);
  const ordered: Zippable = {};
  // JSZip, within exceljs, adds entries for folders, which no workbook needs.
  const paths = Object.keys(parts).filter((path) => !path.endsWith('/'));
  for (const path of paths.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    ordered[path] = [parts[path] as Uint8Array, { mtime }];
  }
  return zipSync(ordered, { level: 6 });
}

/** The list of types comes first: some readers tell the kind of file by it. */
function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}

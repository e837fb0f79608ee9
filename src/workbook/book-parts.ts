/** The parts of a written file that stand beside its sheets: what the parts are, how they belong together, and what the file is. */
import { columnLetters } from '../base/address.js';
import type { Rows, SheetDesign, WorkbookDesign } from '../model/design.js';
import { HEAD, MAIN, RELATIONS, ROLES } from './namespaces.js';
import { type PackedPart, packedText } from './packed-part.js';
import { quoted } from './sheet-names.js';
import type { WrittenSheet } from './sheet-part.js';
import { attribute, entities } from './spelling.js';
import { harmless } from './stored-text.js';
import { themePart } from './theme.js';

/** A sheet beside its name in the file. */
export interface Named {
  readonly name: string;
  readonly sheet: SheetDesign<Rows>;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'application/vnd.openxmlformats-package';
const PROPERTIES = 'http://schemas.openxmlformats.org/package/2006';

export function bookParts(
  about: Pick<WorkbookDesign, 'title' | 'author' | 'date'>,
  sheets: readonly Named[],
  written: readonly WrittenSheet[],
): PackedPart[] {
  return [
    packedText('[Content_Types].xml', contentTypes(written)),
    packedText('_rels/.rels', PACKAGE_RELATIONS),
    packedText('docProps/app.xml', APPLICATION),
    packedText('docProps/core.xml', coreProperties(about)),
    packedText('xl/_rels/workbook.xml.rels', bookRelations(sheets.length)),
    packedText('xl/theme/theme1.xml', themePart()),
    packedText('xl/workbook.xml', book(sheets)),
  ];
}

function contentTypes(written: readonly WrittenSheet[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${OFFICE}.${type}+xml"/>`;
  const sheets = written.map(({ isNoted, isDrawn }, at) => {
    const number = at + 1;
    return [
      override(`xl/worksheets/sheet${number}.xml`, 'spreadsheetml.worksheet'),
      isNoted ? override(`xl/comments${number}.xml`, 'spreadsheetml.comments') : '',
      isDrawn ? override(`xl/drawings/chart${number}.xml`, 'drawing') : '',
      isDrawn ? override(`xl/charts/chart${number}.xml`, 'drawingml.chart') : '',
    ].join('');
  });
  return (
    `${HEAD}<Types xmlns="${PROPERTIES}/content-types"><Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    (written.some(({ isNoted }) => isNoted) ? `<Default Extension="vml" ContentType="${OFFICE}.vmlDrawing"/>` : '') +
    override('xl/workbook.xml', 'spreadsheetml.sheet.main') +
    sheets.join('') +
    override('xl/theme/theme1.xml', 'theme') +
    override('xl/styles.xml', 'spreadsheetml.styles') +
    override('xl/sharedStrings.xml', 'spreadsheetml.sharedStrings') +
    `<Override PartName="/docProps/core.xml" ContentType="${PACKAGE}.core-properties+xml"/>` +
    `${override('docProps/app.xml', 'extended-properties')}</Types>`
  );
}

function relation(id: string, role: string, target: string): string {
  return `<Relationship Id="${id}" Type="${role}" Target="${target}"/>`;
}

const PACKAGE_RELATIONS =
  `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('rId1', `${ROLES}/officeDocument`, 'xl/workbook.xml')}` +
  relation('rId2', `${RELATIONS}/metadata/core-properties`, 'docProps/core.xml') +
  `${relation('rId3', `${ROLES}/extended-properties`, 'docProps/app.xml')}</Relationships>`;

function bookRelations(sheets: number): string {
  const others = ['styles.xml', 'theme/theme1.xml', 'sharedStrings.xml'].map((target, at) =>
    relation(`other${at + 1}`, `${ROLES}/${/(\w+?)1?\.xml/.exec(target)?.[1]}`, target),
  );
  const own = Array.from({ length: sheets }, (_, at) =>
    relation(`sheet${at + 1}`, `${ROLES}/worksheet`, `worksheets/sheet${at + 1}.xml`),
  );
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${others.join('')}${own.join('')}</Relationships>`;
}

/** LibreOffice keeps the heights of rows that are written only in files of programs that it knows. */
const APPLICATION =
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>';

function coreProperties({ title, author, date }: Pick<WorkbookDesign, 'title' | 'author' | 'date'>): string {
  const by = entities(harmless(author));
  const at = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T12:00:00Z</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PROPERTIES}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${by}</dc:creator><dc:title>${entities(harmless(title))}</dc:title>` +
    `<cp:lastModifiedBy>${by}</cp:lastModifiedBy>${at('created')}${at('modified')}</cp:coreProperties>`
  );
}

function book(sheets: readonly Named[]): string {
  // Without it a file whose first sheet is hidden opens on that sheet.
  const active = sheets.findIndex(({ sheet }) => (sheet.state ?? 'visible') === 'visible');
  const listed = sheets.map(
    ({ name, sheet }, at) =>
      `<sheet sheetId="${at + 1}" name="${attribute(name)}" state="${sheet.state ?? 'visible'}" r:id="sheet${at + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, sheet }, at) => repeated(quoted(name), sheet, at));
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${ROLES}">` +
    '<fileVersion appName="xl" lastEdited="5" lowestEdited="5" rupBuild="9303"/><workbookPr filterPrivacy="1"/>' +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" firstSheet="0" activeTab="${active}"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}` +
    '<calcPr calcId="171027"/></workbook>'
  );
}

/** The columns and rows of a sheet that are repeated on every page. */
function repeated(name: string, { print, freeze }: SheetDesign<Rows>, at: number): string[] {
  const columns = freeze?.columns && (print?.wide ?? 1) > 1 ? [`${name}!$A:$${columnLetters(freeze.columns)}`] : [];
  const rows = print?.repeat ? [`${name}!$${print.repeat[0]}:$${print.repeat[1]}`] : [];
  const ranges = [...columns, ...rows].join(',');
  return ranges === ''
    ? []
    : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${entities(ranges)}</definedName>`];
}

/** The parts of a Word document and how they hang together: content types, relationships, settings and properties. */
import type { Day } from '../../base/day.js';
import type { Lang } from '../../base/text.js';
import { lineEnds } from './line-ends.js';
import { declared } from './namespaces.js';
import { SQUARE, twips } from './sizes.js';
import { element, escaped, part, valued } from './xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawingml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Parts that every document has besides its text, by what they are to it. */
const FIXED = ['styles', 'settings', 'fontTable'] as const;
/** Relations of the text by which its footers are named. */
export const FOOTERS = { odd: 'rId11', even: 'rId12' } as const;
/** The relation of the text by which chart number `number` is named, and that of a chart by which its workbook is. */
export const chartRelation = (number: number): string => `rId${100 + number}`;
export const FIGURES = 'rId1';

export function contentTypes(charts: number): string {
  const override = (name: string, type: string): string =>
    element('Override', { PartName: `/${name}`, ContentType: type });
  return part(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'xlsx', ContentType: WORKBOOK }),
      override('word/document.xml', `${WORD}.document.main+xml`),
      ...FIXED.map((name) => override(`word/${name}.xml`, `${WORD}.${name}+xml`)),
      ...['footer1', 'footer2'].map((name) => override(`word/${name}.xml`, `${WORD}.footer+xml`)),
      ...numbers(charts).map((at) => override(`word/charts/chart${at}.xml`, `${DRAWING}.chart+xml`)),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ),
  );
}

export function packageRelations(): string {
  return relations([
    ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'],
  ]);
}

export function documentRelations(charts: number): string {
  return relations([
    ...FIXED.map((name, at) => [`rId${at + 1}`, `${OFFICE}/${name}`, `${name}.xml`] as const),
    [FOOTERS.odd, `${OFFICE}/footer`, 'footer1.xml'],
    [FOOTERS.even, `${OFFICE}/footer`, 'footer2.xml'],
    ...numbers(charts).map((at) => [chartRelation(at), `${OFFICE}/chart`, `charts/chart${at}.xml`] as const),
  ]);
}

export function chartRelations(number: number): string {
  return relations([[FIGURES, `${OFFICE}/package`, `../embeddings/figures${number}.xlsx`]]);
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }));
  return part(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...each));
}

/** Odd and even pages differ, marks are squeezed as in print, and Word opens it in its newest way. */
export function settings(): string {
  const mode = { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': '15' };
  return part(
    element(
      'w:settings',
      declared('w'),
      element('w:zoom', { 'w:percent': 100 }),
      valued('w:defaultTabStop', twips(SQUARE)),
      valued('w:evenAndOddHeaders', 1),
      valued('w:characterSpacingControl', 'compressPunctuation'),
      ...lineEnds(),
      element('w:compat', {}, element('w:useFELayout'), element('w:compatSetting', mode)),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ),
  );
}

/** Title, author and language; the times are those of the bulletin, not of the clock. */
export function coreProperties(about: { title: string; author: string; lang: Lang; date: Day }): string {
  const at = `${about.date}T00:00:00Z`;
  const time = (name: string): string => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, at);
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escaped(about.title)),
      element('dc:creator', {}, escaped(about.author)),
      element('cp:lastModifiedBy', {}, escaped(about.author)),
      time('dcterms:created'),
      time('dcterms:modified'),
      element('dc:language', {}, { zh: 'zh-CN', en: 'en' }[about.lang]),
    ),
  );
}

export function appProperties(): string {
  return part(
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('Application', {}, 'assess'),
    ),
  );
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

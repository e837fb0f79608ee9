/**
 * Adds to the styles of a workbook what marks and the list of findings need. Nothing that is there is changed or moved,
 * and what an earlier return has added is used again, so that styles do not pile up from return to return.
 */
import type { CellStyle } from '../../model/design.js';
import type { Mark } from '../../model/returned.js';
import { look, TEXT_FORMAT } from '../look.js';
import { HEAD } from '../namespaces.js';
import { alignmentXml, borderXml, fillXml, fontXml } from '../style-markup.js';
import { childOf, type Node, placeFor, XmlDocument } from './document.js';

/** The order of the schema. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const LISTS = new Set(['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs']);

/** What programs take for granted: the first font and border, the two fills that they keep for themselves. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

/** Fill and frame of a marked cell, told apart in print as well: a warning's frame is dashed. */
const MARKS: Readonly<
  Record<Mark['severity'], { readonly fill: string; readonly line: string; readonly frame: string }>
> = {
  error: { fill: 'FFFFC7CE', line: 'FFC00000', frame: 'thin' },
  warning: { fill: 'FFFFEB9C', line: 'FF9C5700', frame: 'dashed' },
};

/** The styles of a workbook that has none. */
export function noStyles(namespace: string): string {
  return `${HEAD}<styleSheet xmlns="${namespace}"></styleSheet>`;
}

export class StylesEdit {
  private readonly document: XmlDocument;
  /** For each list what stands in it, those that are new behind the others. */
  private readonly lists = new Map<
    string,
    { readonly node: Node | undefined; readonly texts: string[]; readonly known: number }
  >();

  constructor(part: Buffer) {
    this.document = new XmlDocument(part, (name) => (LISTS.has(name) ? 'children' : 'alone'));
  }

  /** The index of the cell format for a style of a design. */
  cell(style: CellStyle | undefined, format: string | undefined, isLinked: boolean): number {
    const { font, fill, border, alignment, numFmt } = look(style, format, isLinked);
    const parts = [
      `numFmtId="${numFmt === TEXT_FORMAT ? 49 : 0}" fontId="${this.index('fonts', fontXml(font))}"`,
      `fillId="${fill ? this.index('fills', fillXml(fill)) : 0}"`,
      `borderId="${border ? this.index('borders', borderXml(border)) : 0}"`,
      ...(this.list('cellStyleXfs').texts.length > 0 ? ['xfId="0"'] : []),
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    return this.index('cellXfs', `<xf ${parts.join(' ')}>${alignmentXml(alignment)}</xf>`);
  }

  /** The index of the format by condition that shows a mark. */
  mark(severity: Mark['severity']): number {
    const { fill, line, frame } = MARKS[severity];
    const side = (name: string): string => `<${name} style="${frame}"><color rgb="${line}"/></${name}>`;
    const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
    const xml =
      `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill>` +
      `<border>${sides}</border></dxf>`;
    return this.index('dxfs', xml);
  }

  /** The part with what was added. */
  changed(): Buffer {
    const { document } = this;
    for (const name of ORDER) {
      const list = this.lists.get(name);
      if (!list || list.texts.length === list.known) continue;
      const { node, texts, known } = list;
      const added = texts.slice(known).join('');
      const { prefix } = document;
      if (node) {
        document.setAttribute(node, 'count', String(texts.length));
        document.append(node, added);
      } else {
        const xml = `<${prefix}${name} count="${texts.length}">${added}</${prefix}${name}>`;
        document.insert(placeFor(document.root, name, ORDER), xml);
      }
    }
    return document.isChanged ? document.changed() : document.bytes;
  }

  private index(name: string, xml: string): number {
    const { texts } = this.list(name);
    const wanted = prefixed(xml, this.document.prefix);
    const found = texts.indexOf(wanted);
    return found < 0 ? texts.push(wanted) - 1 : found;
  }

  private list(name: string): { readonly texts: string[] } {
    let list = this.lists.get(name);
    if (!list) {
      const { document } = this;
      const node = childOf(document.root, name);
      const texts = node?.children.map((child) => document.source(child)) ?? [];
      list = { node, texts, known: texts.length };
      for (const given of (GIVEN[name] ?? []).slice(texts.length)) texts.push(prefixed(given, document.prefix));
      this.lists.set(name, list);
    }
    return list;
  }
}

function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${prefix}`);
}

/** Draws laid-out pages into a PDF: fonts embedded, and text tagged with its structure. The same pages give the same bytes. */

import type { FaceName } from '../typesetting/face-names.js';
import type { BoxItem, Item, Node, Page, RuleItem, TextItem } from '../typesetting/page.js';
import { documentOf, type Particulars } from './document.js';
import type { Faces } from './faces.js';
import type { Layout } from './layout.js';
import { FEATURES, type Typefaces } from './typeface.js';

type Doc = PDFKit.PDFDocument;
type Element = ReturnType<Doc['struct']>;

const RED = '#FF0000';
const BLACK = '#000000';
/** Dark enough to stand out in print and copies, light enough not to smear. */
const GREY = '#595959';
const OUTLINE = 0.7;
const UNMEASURED = { textWidth: 0, wordCount: 0 };

/** The bytes of the PDF. */
export async function drawn(
  layout: Layout,
  faces: Faces,
  typefaces: Typefaces,
  about: Particulars,
): Promise<Uint8Array> {
  const { doc, bytes } = documentOf(about);
  const names = registered(doc, faces, typefaces);
  const elements = structured(doc, layout.root);
  for (const page of layout.pages) drawPage(doc, page, names, elements);
  await typefaces.outlines();
  return bytes();
}

/** One name for each file: pdfkit opens a file again for every further name. */
function registered(doc: Doc, faces: Faces, typefaces: Typefaces): (face: FaceName) => string {
  const names = new Map<unknown, string>();
  return (face) => {
    const known = names.get(faces[face]);
    if (known !== undefined) return known;
    // Its types do not know that pdfkit takes an opened font.
    doc.registerFont(face, typefaces.font(face) as unknown as Uint8Array);
    names.set(faces[face], face);
    return face;
  };
}

/** The elements of the structure tree, empty as yet. */
function structured(doc: Doc, root: Node): ReadonlyMap<Node, Element> {
  const elements = new Map<Node, Element>();
  const build = (node: Node): Element => {
    const element = doc.struct(node.role, optionsOf(node));
    elements.set(node, element);
    for (const child of node.children) element.add(build(child));
    return element;
  };
  doc.addStructure(build(root));
  return elements;
}

/** Its types do not know the scope of a heading cell, by which readers tell columns, nor the place of a figure. */
function optionsOf({ role, alt }: Node): object {
  if (role === 'TH') return { scope: 'Column' };
  return alt === undefined ? {} : { alt, placement: 'Block' };
}

function drawPage(doc: Doc, page: Page, names: (face: FaceName) => string, elements: ReadonlyMap<Node, Element>): void {
  doc.addPage();
  for (const items of runs(page.items)) {
    const element = elementOf(items[0], elements);
    if (element) element.add(doc.markStructureContent(roleOf(items[0])));
    else doc.markContent('Artifact', { type: items[0]?.kind === 'text' ? 'Pagination' : 'Layout' });
    for (const item of items) {
      if (item.kind === 'text') drawText(doc, item, names);
      else if (item.kind === 'box') drawBox(doc, item);
      else drawRule(doc, item);
    }
    doc.endMarkedContent();
  }
}

/** Neighbouring items of one element; of none, text apart from rules. */
function runs(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const run = found.at(-1);
    if (run && belongsTo(run[0]) === belongsTo(item)) run.push(item);
    else found.push([item]);
  }
  return found;
}

function belongsTo(item: Item | undefined): Node | string | undefined {
  return nodeOf(item) ?? item?.kind;
}

function nodeOf(item: Item | undefined): Node | undefined {
  return item === undefined || item.kind === 'rule' ? undefined : item.node;
}

function elementOf(item: Item | undefined, elements: ReadonlyMap<Node, Element>): Element | undefined {
  const node = nodeOf(item);
  return node && elements.get(node);
}

function roleOf(item: Item | undefined): string {
  return nodeOf(item)?.role ?? 'P';
}

function drawText(doc: Doc, item: TextItem, names: (face: FaceName) => string): void {
  doc
    .font(names(item.face), item.size)
    .fillColor(item.red ? RED : BLACK)
    .text(item.text, item.x, item.y, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: item.spacing,
      // Only links and rules below a text need its width: without these it would be measured for nothing.
      ...UNMEASURED,
      // fontkit takes features with their state; the types know only a list of those to add.
      features: FEATURES[item.form] as unknown as PDFKit.Mixins.OpenTypeFeatures[],
    });
}

function drawRule(doc: Doc, { x, y, toX, toY, thickness, red }: RuleItem): void {
  doc
    .lineWidth(thickness)
    .strokeColor(red ? RED : BLACK)
    .moveTo(x, y)
    .lineTo(toX, toY)
    .stroke();
}

function drawBox(doc: Doc, { x, y, width, height, filled }: BoxItem): void {
  if (filled) doc.rect(x, y, width, height).fillColor(GREY).fill();
  else doc.lineWidth(OUTLINE).rect(x, y, width, height).strokeColor(BLACK).stroke();
}

/**
 * The comments of a sheet. Ours stand between two lines of their own, so that they are known again whatever program has
 * saved the file: beneath what a department wrote on the same cell, or alone. Taken off, its words are as they were.
 */

import { HEAD } from '../namespaces.js';
import { readString, unescaped } from '../shared-strings.js';
import { content } from '../spelling.js';
import { cut } from '../stored-text.js';
import { childOf, type Node, needed, XmlDocument } from './document.js';

const AUTHOR = 'assess';
const BEGIN = '[assess]';
const END = '[/assess]';
const BEGINNING = /(?:^|\r?\n)\[assess\](?=\r?\n|$)/g;
/** Longer comments are read by nobody; the list of findings has all of it. */
const MAX_NOTE = 2000;
/** Under this author Excel keeps a stand-in for a thread of comments, which it writes anew by itself. */
const THREAD = /^tc=/;

export interface Note {
  /** A1 address of the cell, the top left one of merged cells. */
  readonly cell: string;
  readonly text: string;
}

export interface Annotated {
  readonly part: Buffer;
  /** Cells that have a comment where there was none. */
  readonly added: readonly string[];
}

export function noNotes(namespace: string): Buffer {
  return Buffer.from(`${HEAD}<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`);
}

/** Adds comments; a cell with a thread of comments keeps that alone. */
export function withNotes(part: Buffer, notes: readonly Note[]): Annotated {
  const document = open(part);
  const { prefix: p } = document;
  const list = needed(document.root, 'commentList');
  const own = new Map(list.children.map((node) => [document.attributes(node).get('ref') ?? '', node]));
  const authors = needed(document.root, 'authors');
  const names = authors.children.map((node) => document.within(node).readText());
  let author = names.indexOf(AUTHOR);
  if (author < 0) {
    author = names.length;
    document.append(authors, `<${p}author>${AUTHOR}</${p}author>`);
  }
  const comments: string[] = [];
  const added: string[] = [];
  for (const { cell, text } of notes) {
    const node = own.get(cell);
    if (!node) {
      added.push(cell);
      comments.push(
        `<${p}comment ref="${cell}" authorId="${author}"><${p}text>${run(text, '', p)}</${p}text></${p}comment>`,
      );
    } else if (!THREAD.test(names[Number(document.attributes(node).get('authorId') ?? '')] ?? '')) {
      addBeneath(document, needed(node, 'text'), text);
    }
  }
  document.append(list, comments.join(''));
  return { part: document.changed(), added };
}

/** Takes ours off again: what is left, and the cells that have no comment any more. */
export function withoutNotes(part: Buffer): {
  readonly part: Buffer;
  readonly freed: readonly string[];
  readonly left: number;
} {
  const document = open(part);
  const freed: string[] = [];
  const list = needed(document.root, 'commentList');
  for (const node of list.children) {
    const text = childOf(node, 'text');
    const whole = text ? readString(document.within(text)) : '';
    const kept = withoutOurs(whole);
    if (!text || (kept.length === 1 && kept[0]?.from === 0 && kept[0].to === whole.length)) continue;
    if (kept.every(({ from, to }) => whole.slice(from, to).trim() === '')) {
      freed.push(document.attributes(node).get('ref') ?? '');
      document.remove(node);
    } else keepRuns(document, text, kept);
  }
  const changed = document.isChanged ? document.changed() : part;
  return { part: changed, freed, left: list.children.length - freed.length };
}

const INTO = new Set(['authors', 'commentList', 'comment', 'text', 'r']);

function open(part: Buffer): XmlDocument {
  return new XmlDocument(part, (name) => (INTO.has(name) ? 'children' : 'alone'));
}

function run(text: string, before: string, p: string): string {
  const font = `<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}family val="3"/><${p}charset val="134"/>`;
  // What stands in a cell and is quoted here cannot end our part before its end.
  const said = cut(text, MAX_NOTE).replace(/\[(\/?assess)\]/g, '($1)');
  const whole = content(`${before}${BEGIN}\n${said}\n${END}`);
  return `<${p}r><${p}rPr>${font}</${p}rPr><${p}t xml:space="preserve">${whole}</${p}t></${p}r>`;
}

function addBeneath(document: XmlDocument, text: Node, ours: string): void {
  const { prefix: p } = document;
  const plain = childOf(text, 't');
  // A plain text and runs beside one another are not shown by every program: the text becomes a run of its own.
  if (plain) {
    document.insert(plain.start, `<${p}r>`);
    document.insert(plain.end, `</${p}r>`);
  }
  const last = text.children.findLast(({ name }) => name === 't' || name === 'r');
  const added = run(ours, '\n', p);
  if (last) document.insert(last.end, added);
  else document.append(text, added);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a text that are not ours, in order. Where our last line was deleted, all behind the first is ours. */
function withoutOurs(text: string): Range[] {
  const kept: Range[] = [];
  let at = 0;
  for (const begin of text.matchAll(BEGINNING)) {
    if (begin.index < at) continue;
    kept.push({ from: at, to: begin.index });
    const end = text.indexOf(END, begin.index);
    if (end < 0) return kept;
    at = end + END.length;
  }
  kept.push({ from: at, to: text.length });
  return kept;
}

/** Cuts the runs of a text down to what is kept of it. */
function keepRuns(document: XmlDocument, text: Node, kept: readonly Range[]): void {
  const { prefix: p } = document;
  let at = 0;
  const left: Node[] = [];
  const pieces = text.children.filter(({ name }) => name === 't' || name === 'r');
  for (const node of pieces) {
    const leaf = node.name === 't' ? node : childOf(node, 't');
    const own = leaf ? unescaped(document.within(leaf).readText()) : '';
    const [from, to] = [at, at + own.length];
    at = to;
    const rest = kept.map((range) => own.slice(clamp(range.from - from, own), clamp(range.to - from, own))).join('');
    if (rest === own) left.push(node);
    else if (rest === '' || !leaf) document.remove(node);
    else {
      left.push(node);
      document.replace(leaf.start, leaf.end, `<${p}t xml:space="preserve">${content(rest)}</${p}t>`);
    }
  }
  const [only] = left;
  // As it was before it became a run.
  if (left.length === 1 && only?.name === 'r' && only.children.length === 1 && only.children[0]?.name === 't') {
    const [leaf] = only.children;
    document.replace(only.start, leaf.start, '');
    document.replace(leaf.end, only.end, '');
  }
}

function clamp(at: number, text: string): number {
  return Math.min(Math.max(at, 0), text.length);
}

/** Paragraphs and their runs. A line break in a text stays one; nothing else in it has a meaning to Word. */
import { type StyleId, sized } from './styles.js';
import { element, escaped, valued } from './xml.js';

export interface Manner {
  /** Further properties of the paragraph, in the order of the schema. */
  readonly properties?: readonly string[];
  /** Size in points where it is not the style's. */
  readonly size?: number;
}

/** Runs are what `run` and `tab` give. */
export function paragraph(style: StyleId, runs: readonly string[], { properties = [] }: Manner = {}): string {
  const named = style === 'Normal' ? [] : [valued('w:pStyle', style)];
  const all = [...named, ...properties];
  return element('w:p', {}, ...(all.length > 0 ? [element('w:pPr', {}, ...all)] : []), ...runs);
}

/** A paragraph of one text. */
export function said(style: StyleId, text: string, manner: Manner = {}): string {
  return paragraph(style, text === '' ? [] : [run(text, manner.size)], manner);
}

export function run(text: string, size?: number): string {
  const pieces = text.split('\n').flatMap((line, at) => [
    ...(at > 0 ? [element('w:br')] : []),
    // The blanks at the ends of a text are kept only where that is asked for.
    `<w:t xml:space="preserve">${escaped(line)}</w:t>`,
  ]);
  return element('w:r', {}, ...(size === undefined ? [] : [element('w:rPr', {}, ...sized(size))]), ...pieces);
}

export function tab(): string {
  return element('w:r', {}, element('w:tab'));
}

/** So many empty lines, which stay with what follows. */
export function emptyLines(count: number): string[] {
  return Array.from({ length: count }, () => paragraph('Normal', [], { properties: [valued('w:keepNext', 1)] }));
}

/** The number of the page it stands on: the one field of the document. */
export function pageNumber(): string {
  return element('w:fldSimple', { 'w:instr': ' PAGE ' }, run('1'));
}

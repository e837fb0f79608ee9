/** A Word document taken apart: its parts, and each as a tree, read by a strict parser. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Throws where the text is not well-formed. */
export function tree(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: Element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (part) => {
    const last = open.at(-1);
    if (last) last.text += part;
  });
  parser.write(text).close();
  const [first] = root.children;
  if (!first) throw new Error('no root element');
  return first;
}

export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)] as const);
  return Object.fromEntries(parts);
}

/** Everything of a name below an element, in the order of the text. */
export function all(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function first(element: Element | undefined, name: string): Element | undefined {
  return all(element, name)[0];
}

export function value(element: Element | undefined, name: string): string | undefined {
  return first(element, name)?.attributes['w:val'];
}

/** The text of a paragraph or cell; a line break is one, a tab is one. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? [])
    .filter(({ name }) => name !== 'w:pPr')
    .map((child) =>
      child.name === 'w:t' ? child.text : child.name === 'w:br' ? '\n' : child.name === 'w:tab' ? '\t' : textOf(child),
    )
    .join('');
}

/** Paragraphs that stand in the text itself, with their style. */
export function paragraphs(document: Element): { style: string; text: string; element: Element }[] {
  const body = first(document, 'w:body');
  return (body?.children ?? [])
    .filter(({ name }) => name === 'w:p')
    .map((element) => ({
      style: value(first(element, 'w:pPr'), 'w:pStyle') ?? 'Normal',
      text: textOf(element),
      element,
    }));
}

/**
 * A second reader for the tests, as slow and plain as may be: a strict XML parser by other hands, and the package read as the
 * standard says. Where ours reads a damaged file, this one must read it too and see the same cells. It throws where a
 * part is not well-formed or not there.
 */
import { SaxesParser } from 'saxes';
import { cellAddress } from '../../src/base/address.js';
import type { CellValue, Workbook } from '../../src/model/workbook.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What both readers say of a sheet, in a form that can be compared. */
export interface Witnessed {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: Readonly<Record<string, string>>;
}

function parsed(part: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const add = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.write(new TextDecoder(encodingOf(part), { fatal: true }).decode(part)).close();
  const [first] = root.children;
  if (!first) throw new Error('no root element');
  return first;
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}

/** The sheets of a package whose parts are given by their names in lower case. */
export function witnessed(parts: ReadonlyMap<string, Uint8Array>): Witnessed[] {
  const part = (name: string): Element => {
    const bytes = parts.get(name.toLowerCase());
    if (!bytes) throw new Error(`${name} is missing`);
    return parsed(bytes);
  };
  const targets = (source: string) => {
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    const name = `${folder}_rels/${source.slice(folder.length)}.rels`;
    return (parts.has(name.toLowerCase()) ? part(name).children : []).map(
      ({ attributes: { Id, Type = '', Target = '' } }) => ({
        id: Id,
        role: Type.slice(Type.lastIndexOf('/') + 1),
        target: resolved(folder, Target),
      }),
    );
  };
  const main = targets('').find(({ role }) => role === 'officeDocument')?.target ?? '';
  const roles = targets(main);
  const one = (role: string): Element | undefined => {
    const found = roles.find((each) => each.role === role);
    return found && part(found.target);
  };
  const strings = (one('sharedStrings')?.children ?? []).filter(({ name }) => name === 'si').map(stringOf);
  one('styles');
  const sheets = part(main).children.filter(({ name }) => name === 'sheets');
  return sheets.flatMap(({ children }) =>
    children.flatMap(({ attributes }) => {
      const id = Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1];
      const found = roles.find((each) => each.id === id);
      if (!found) throw new Error(`no part for ${attributes.name}`);
      if (found.role !== 'worksheet') return [];
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      return [{ name: attributes.name ?? '', hidden, cells: cellsOf(part(found.target), strings) }];
    }),
  );
}

function resolved(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1).split('/').map(decodeURIComponent).join('/');
}

/** The text of a string, its runs joined, without how it is pronounced. */
function stringOf({ children }: Element): string {
  const texts = children.flatMap((child) => (child.name === 'r' ? child.children : [child]));
  return texts
    .filter(({ name }) => name === 't')
    .map(({ text }) => text)
    .join('');
}

function cellsOf(sheet: Element, strings: readonly string[]): Record<string, string> {
  const cells: [string, string][] = [];
  let number = 0;
  for (const row of sheet.children.filter(({ name }) => name === 'sheetData').flatMap(({ children }) => children)) {
    if (row.name !== 'row' || row.children.some(({ name }) => name !== 'c' && name !== 'extLst'))
      throw new Error('no cell');
    number = Number(row.attributes.r ?? number + 1);
    let column = 0;
    for (const cell of row.children.filter(({ name }) => name === 'c')) {
      const letters = /^[A-Z]+/i.exec(cell.attributes.r ?? '')?.[0].toUpperCase();
      column = letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : column + 1;
      const value = contentOf(cell, strings);
      if (value !== undefined) cells.push([cellAddress(number, column), value]);
    }
  }
  return Object.fromEntries(cells.toSorted());
}

function contentOf(
  { attributes: { t: type = 'n' }, children }: Element,
  strings: readonly string[],
): string | undefined {
  const inner = (wanted: string) => children.find(({ name }) => name === wanted);
  const isFormula = inner('f') !== undefined;
  const held = type === 'inlineStr' ? inner('is') : inner('v');
  const text = held && (type === 'inlineStr' ? stringOf(held) : held.text);
  if (text === undefined || (text === '' && type !== 'str' && type !== 'inlineStr'))
    return isFormula ? 'uncomputed' : undefined;
  if (type === 's') return said(strings[Number(text)] ?? 'no string', isFormula);
  if (type === 'str' || type === 'inlineStr') return said(text, isFormula);
  if (type === 'b') return String(text.trim() === '1' || text === 'true');
  if (type === 'd') return `text ${text}`;
  return type === 'n' ? `number ${Number(text)}` : `${type} ${text}`;
}

function said(text: string, isFormula: boolean): string | undefined {
  return text === '' && !isFormula ? undefined : `text ${text}`;
}

const A_DAY = 'a day or time';

/** What our reader says, in the same form. Days and times are numbers that a format shows so: that they are there is compared. */
export function ours({ sheets }: Workbook): Witnessed[] {
  return sheets.map(({ name, hidden, rows }) => {
    const cells = [...rows].flatMap(({ number, columns, values }) =>
      values.map((value, index) => [cellAddress(number, columns[index] ?? 0), told(value)] as [string, string]),
    );
    return { name, hidden, cells: Object.fromEntries(cells.toSorted()) };
  });
}

function told(value: CellValue): string {
  if (typeof value === 'string') return `text ${value}`;
  if (typeof value === 'number') return `number ${value}`;
  if (typeof value === 'boolean') return String(value);
  if (value.kind === 'percent') return `number ${value.number}`;
  return value.kind === 'error' ? `e ${value.text}` : value.kind === 'uncomputed' ? 'uncomputed' : A_DAY;
}

/** Whether both say the same, where ours may read a number as a day. */
export function agree(one: readonly Witnessed[], other: readonly Witnessed[]): boolean {
  const plain = (sheets: readonly Witnessed[], like: readonly Witnessed[]) =>
    sheets.map(({ name, hidden, cells }, index) => ({
      name,
      hidden,
      cells: Object.fromEntries(
        Object.entries(cells).map(([address, value]) => [
          address,
          like[index]?.cells[address] === A_DAY && /^(number|text) /.test(value) ? A_DAY : value,
        ]),
      ),
    }));
  return JSON.stringify(plain(one, other)) === JSON.stringify(other);
}

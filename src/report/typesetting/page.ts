/**
 * The page of an official document (GB/T 9704-2012): its measures, and what may stand on it. All lengths are PDF
 * points (1/72 inch) unless a name says otherwise; y runs downwards from the top edge of the sheet.
 */
import type { FaceName } from './face-names.js';

/** Points of a length in millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** A4, as the PDF viewer is told. */
export const SHEET = { width: 595.28, height: 841.89 } as const;

/** The type area (版心), 156 × 225 mm: left and top edge, width and height. */
export const AREA = { left: mm(28), top: mm(37), width: mm(156), height: mm(225) } as const;

/** Width of one of the 28 characters of a full line; the size of the body text. */
export const EM = AREA.width / 28;

/** Distance of two lines: 22 lines and the 21 gaps between them fill the type area. */
export const PITCH = (AREA.height - EM) / 21;

/** Character sizes: 2号, 小三, 四号, 小四, 五号. The body (三号) is `EM`. */
export const SIZE = { title: 22, small3: 15, small: 14, small4: 12, five: 10.5 } as const;

/** How far a character's baseline lies below the top of its square, as a share of its size. */
export const ASCENT = 0.88;

/** An element of the document's structure, for readers that speak the text aloud. */
export interface Node {
  readonly role: 'Document' | 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Table' | 'Caption' | 'TR' | 'TH' | 'TD' | 'Figure';
  /** What a figure shows, in words. */
  readonly alt?: string;
  readonly children: Node[];
}

/** Adds a new element at the end of another. */
export function nodeIn(parent: Node, role: Node['role'], alt?: string): Node {
  const node: Node = { role, ...(alt === undefined ? {} : { alt }), children: [] };
  parent.children.push(node);
  return node;
}

/** Which of a face's forms a mark is drawn in: as it is, its narrow Latin one, or its full square. */
export type Form = 'plain' | 'narrow' | 'wide';

/** Characters of one face that follow one another at their own widths plus `spacing`. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  /** Left edge of the first character. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** Room after every character but the last; negative where punctuation is squeezed. */
  readonly spacing: number;
  readonly form: Form;
  readonly red: boolean;
  /** The element the text belongs to; none for what only repeats or decorates (page numbers, repeated headings). */
  readonly node: Node | undefined;
}

/** A straight rule. */
export interface RuleItem {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly thickness: number;
  readonly red: boolean;
}

/** A rectangle of a chart: filled, or its outline alone. */
export interface BoxItem {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly filled: boolean;
  readonly node: Node;
}

export type Item = TextItem | RuleItem | BoxItem;

/** One page, numbered from 1, everything on it where it is drawn. */
export interface Page {
  readonly number: number;
  readonly items: readonly Item[];
}

/** The same item elsewhere. */
export function moved(item: Item, dx: number, dy: number): Item {
  const there = { x: item.x + dx, y: item.y + dy };
  return item.kind === 'rule' ? { ...item, ...there, toX: item.toX + dx, toY: item.toY + dy } : { ...item, ...there };
}

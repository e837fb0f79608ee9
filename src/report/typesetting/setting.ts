/**
 * Sets lines in faces: every character gets the glyph it is drawn with, and characters that follow one another evenly
 * become one piece of text. What a glyph is comes from outside, so that this is pure and needs no font.
 */
import type { Lang } from '../../base/text.js';
import { isWide } from './breaks.js';
import type { FaceName } from './face-names.js';
import type { Line, Measure } from './lines.js';
import type { Form, Node, TextItem } from './page.js';

/** How a character is drawn; lengths as shares of the size. */
export interface Glyph {
  /** The face that has the character: the wanted one, or another. */
  readonly face: FaceName;
  /** The text drawn: the character, or 〓 where no face has it. */
  readonly text: string;
  readonly advance: number;
  readonly form: Form;
}

/** Finds the glyph of a character or pair, in a form where the face has it. */
export type Glyphs = (cluster: string, face: FaceName, form: Form) => Glyph;

export interface Style {
  readonly face: FaceName;
  readonly size: number;
  /** All digits alike in width, as columns of figures want. */
  readonly tabular?: boolean;
  readonly red?: boolean;
}

export interface Setter {
  readonly lang: Lang;
  /** The measure of a style, in points. */
  measure(style: Style): Measure;
  /** A line as pieces of text; x of the frame's left edge and the baseline in points. */
  items(line: Line, style: Style, x: number, y: number, node: Node | undefined): TextItem[];
}

interface Cell {
  readonly glyph: Glyph;
  /** Width of the place it takes, and how far inside it is drawn; shares of the size. */
  readonly width: number;
  readonly inset: number;
  /** Whether the text drawn is one character, neither a pair nor one with marks upon it. */
  readonly single: boolean;
}

/** Marks that stand at the right of their square. */
const RIGHT = /^[“‘]/;
const LEFT = /^[”’]/;
const QUOTE = /^[“”‘’]/;
const DIGIT = /^[0-9]/;
/** Half a thousandth of a point is below what any device can show. */
const SAME = 0.0005;

export function setterOf(glyphs: Glyphs, lang: Lang): Setter {
  const known = new Map<string, Map<string, Cell>>();
  const cellsIn = ({ face, tabular = false }: Style): ((cluster: string) => Cell) => {
    const key = `${face} ${tabular}`;
    const cells = known.get(key) ?? new Map<string, Cell>();
    known.set(key, cells);
    return (cluster) => {
      const met = cells.get(cluster);
      if (met) return met;
      const cell = cellOf(glyphs, cluster, face, tabular, lang);
      cells.set(cluster, cell);
      return cell;
    };
  };
  return {
    lang,
    measure: (style) => {
      const cellFor = cellsIn(style);
      return (cluster) => cellFor(cluster).width * style.size;
    },
    items: (line, style, x, y, node) => {
      const cellFor = cellsIn(style);
      const pieces: Piece[] = [];
      let end = 0;
      for (const { text, x: within } of line.placed) {
        const cell = cellFor(text);
        const left = x + within + cell.inset * style.size;
        const last = pieces.at(-1);
        if (last && joins(last, cell, left - end)) append(last, cell, left - end);
        else pieces.push({ cell, text: cell.glyph.text, count: 1, x: left, spacing: 0 });
        end = left + cell.glyph.advance * style.size;
      }
      return pieces.map((piece) => itemOf(piece, style, y, node));
    },
  };
}

function cellOf(glyphs: Glyphs, cluster: string, face: FaceName, tabular: boolean, lang: Lang): Cell {
  const glyph = glyphs(cluster, face, formOf(cluster, lang));
  let width = glyph.advance;
  if (tabular && DIGIT.test(cluster)) width = Math.max(width, glyphs('0', face, 'plain').advance);
  // Faces with Latin quotation marks, dots or dashes: in Chinese these take a square each all the same.
  if (lang === 'zh' && isWide(cluster))
    width = Math.max(width, [...cluster].length > 1 && !/\p{M}/u.test(cluster) ? 2 : 1);
  const spare = width - glyph.advance;
  return {
    glyph,
    width,
    inset: RIGHT.test(cluster) ? spare : LEFT.test(cluster) ? 0 : spare / 2,
    single: [...glyph.text].length === 1,
  };
}

/** Faces made for Chinese keep two forms of some marks: squares, and narrow ones for Latin text. */
function formOf(cluster: string, lang: Lang): Form {
  if (lang === 'en') return QUOTE.test(cluster) ? 'narrow' : 'plain';
  return cluster.startsWith('—') ? 'wide' : 'plain';
}

/** Characters that become one item, as they are gathered. */
interface Piece {
  /** The first character's. */
  readonly cell: Cell;
  readonly x: number;
  text: string;
  count: number;
  spacing: number;
}

/** Whether a character goes on evenly: the face is the same, and so is the gap before it. */
function joins(piece: Piece, { glyph, single }: Cell, gap: number): boolean {
  const first = piece.cell.glyph;
  if (first.face !== glyph.face || first.form !== glyph.form) return false;
  // Marks upon a character and ligatures such as —— would be torn by spacing: they stand alone.
  if (!single || !piece.cell.single) return false;
  return piece.count === 1 || Math.abs(gap - piece.spacing) <= SAME;
}

function append(piece: Piece, { glyph }: Cell, gap: number): void {
  if (piece.count === 1) piece.spacing = snapped(gap);
  piece.text += glyph.text;
  piece.count += 1;
}

function itemOf({ cell, text, x, spacing }: Piece, style: Style, y: number, node: Node | undefined): TextItem {
  const { face, form } = cell.glyph;
  return { kind: 'text', text, face, size: style.size, spacing, form, red: style.red === true, node, x, y };
}

function snapped(gap: number): number {
  return Math.abs(gap) < SAME ? 0 : gap;
}

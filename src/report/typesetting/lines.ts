/**
 * Breaks text into lines and sets every character of them: no character is lost or reordered, full lines are exactly
 * as wide as their frame, and no mark stands where it must not unless nothing else fits. Pure: the widths of
 * characters come from outside.
 */
import {
  BETWEEN,
  type Cluster,
  clustersOf,
  FORBIDDEN,
  FREE,
  give,
  isBlank,
  type Resistance,
  WITHIN,
} from './breaks.js';

/** Width in points of a character (with the marks upon it) or of a pair such as ——. */
export type Measure = (cluster: string) => number;

export interface Frame {
  /** Points from the left edge to the right edge. */
  readonly width: number;
  /** Size of the characters in points. */
  readonly em: number;
  /** Points by which the first line is indented, and every later one; 0 when absent. */
  readonly indent?: number;
  readonly hang?: number;
  /** Fill every line but the last to the right edge; absent: lines stay ragged. */
  readonly justify?: boolean;
}

/** A character and the left edge of its square, in points from the left edge of the frame. */
export interface Placed {
  readonly text: string;
  readonly x: number;
}

export interface Line {
  readonly placed: readonly Placed[];
  /** Left and right edge of what is visible; blanks at the end do not count. */
  readonly start: number;
  readonly end: number;
  /** Whether a paragraph, or a part of it before a line break, ends here. */
  readonly last: boolean;
}

interface Piece extends Cluster {
  readonly width: number;
  /** Points it can give up, at its left or right. */
  readonly give: number;
  readonly side: 'left' | 'right';
}

/** One point in a million: the sum of 28 widths need not be exact. */
const CLOSE = 1e-6;
/** Above this widening of every gap (in squares) a line looks torn and is left ragged instead. */
const WIDEST_GAP = 0.36;
/** How much more gaps widened by a square disturb than marks squeezed by all they can give. */
const GAP_WEIGHT = 16;

/** Lines of a text; line breaks in it are kept. An empty text has no line. */
export function linesOf(text: string, frame: Frame, measure: Measure): Line[] {
  const lines: Line[] = [];
  for (const part of text.split('\n')) {
    const pieces = piecesOf(part, frame.em, measure);
    for (let from = 0; from < pieces.length; ) {
      const start = (lines.length === 0 ? frame.indent : frame.hang) ?? 0;
      const to = endOfLine(pieces, from, frame, start);
      lines.push(set(pieces.slice(from, to), frame, start, to === pieces.length));
      from = to;
    }
  }
  return lines;
}

/** What a text asks of the width of its frame, in points. */
export interface Measured {
  /** Width of its widest line, unbroken. */
  readonly widest: number;
  /** Width of the widest part that is kept whole: a narrower frame would tear a number or a word. */
  readonly whole: number;
  /** How many lines it takes at a width, ragged. */
  lines(width: number): number;
}

/** Measures a text; what it is made of is looked at once for all widths. */
export function measured(text: string, em: number, measure: Measure): Measured {
  const parts = text.split('\n').map((part) => piecesOf(part, em, measure));
  const widest = parts.reduce(
    (most, pieces) =>
      Math.max(
        most,
        sum(pieces, ({ width }) => width),
      ),
    0,
  );
  const lines = (width: number): number => {
    if (parts.length === 1 && text !== '' && widest <= width) return 1;
    let count = 0;
    for (const pieces of parts) {
      for (let from = 0; from < pieces.length; count += 1) from = endOfLine(pieces, from, { width, em }, 0);
    }
    return count;
  };
  return { widest, whole: widestWhole(parts.flat()), lines };
}

function widestWhole(pieces: readonly Piece[]): number {
  let widest = 0;
  let run = 0;
  for (const piece of pieces) {
    run = piece.before === FREE ? 0 : run;
    if (!isBlank(piece.text)) run += piece.width;
    widest = Math.max(widest, run);
  }
  return widest;
}

/** Width in points of a text on one line. */
export function widthOf(text: string, measure: Measure): number {
  return clustersOf(text).reduce((sum, cluster) => sum + measure(cluster.text), 0);
}

function piecesOf(text: string, em: number, measure: Measure): Piece[] {
  return clustersOf(text).map(({ text: cluster, before, elastic }) => {
    const width = measure(cluster);
    const gives = give(cluster);
    // A mark that is narrow already (in Latin text, or in such a face) has no empty half to give.
    const most = gives === undefined || width < 0.9 * em ? 0 : gives.share * em;
    return { text: cluster, before, elastic, width, give: most, side: gives?.side ?? 'right' };
  });
}

function natural(pieces: readonly Piece[], from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(pieces[end - 1]?.text ?? '')) end -= 1;
  let width = 0;
  for (let at = from; at < end; at += 1) width += pieces[at]?.width ?? 0;
  return width;
}

function sum(pieces: readonly Piece[], of: (piece: Piece) => number): number {
  return pieces.reduce((total, piece) => total + of(piece), 0);
}

/** Index of the first piece of the next line. */
function endOfLine(pieces: readonly Piece[], from: number, frame: Frame, start: number): number {
  const room = frame.width - start + CLOSE;
  const { loose, tight } = placesAround(pieces, from, room, FREE);
  if (loose === pieces.length || !frame.justify) return loose ?? forced(pieces, from, room);
  const squeeze = tight === undefined ? undefined : squeezing(pieces.slice(from, tight), room);
  if (loose === undefined) return squeeze === undefined ? forced(pieces, from, room) : (tight ?? from + 1);
  if (tight === undefined || squeeze === undefined) return loose;
  return squeeze <= GAP_WEIGHT * widening(pieces.slice(from, loose), room, frame.em) ? tight : loose;
}

/** The last place to break that leaves the line within the room, and the first one after it. */
function placesAround(
  pieces: readonly Piece[],
  from: number,
  room: number,
  most: Resistance,
): { loose?: number; tight?: number } {
  let loose: number | undefined;
  let width = 0;
  let blanks = 0;
  for (let to = from + 1; to <= pieces.length; to += 1) {
    const piece = pieces[to - 1];
    if (isBlank(piece?.text ?? '')) blanks += piece?.width ?? 0;
    else {
      width += blanks + (piece?.width ?? 0);
      blanks = 0;
    }
    // Squeezing never halves a line: no need to look on.
    if (width > 2 * room) break;
    if ((pieces[to]?.before ?? FREE) > most) continue;
    if (width > room) return loose === undefined ? { tight: to } : { loose, tight: to };
    loose = to;
  }
  return loose === undefined ? {} : { loose };
}

/** Nothing permitted fits: break inside what is kept whole, at the worst beside a mark, but always go on. */
function forced(pieces: readonly Piece[], from: number, room: number): number {
  for (const most of [BETWEEN, WITHIN, FORBIDDEN] as const) {
    const { loose } = placesAround(pieces, from, room, most);
    if (loose !== undefined) return loose;
  }
  return from + 1;
}

/** Share of what its marks can give that a line takes to fit; undefined when they cannot give enough. */
function squeezing(line: readonly Piece[], room: number): number | undefined {
  const excess = natural(line, 0, line.length) - room;
  const atEnd = atEndOf(line);
  const within = sum(line, (piece) => piece.give) - atEnd;
  if (excess <= atEnd) return 0;
  return excess <= atEnd + within ? (excess - atEnd) / within : undefined;
}

/** What the mark at a line's end can give: nobody sees it taken, for its empty half is there. */
function atEndOf(line: readonly Piece[]): number {
  const final = line[visible(line) - 1];
  return final?.side === 'right' ? final.give : 0;
}

/** Squares by which each gap of a line is widened to fill the room. */
function widening(line: readonly Piece[], room: number, em: number): number {
  const gaps = gapsOf(line);
  return gaps === 0 ? WIDEST_GAP : (room - natural(line, 0, line.length)) / gaps / em;
}

function visible(line: readonly Piece[]): number {
  return line.findLastIndex((piece) => !isBlank(piece.text)) + 1;
}

function gapsOf(line: readonly Piece[]): number {
  return line.slice(1, visible(line)).filter((piece) => piece.elastic).length;
}

function set(line: readonly Piece[], frame: Frame, start: number, last: boolean): Line {
  const seen = visible(line);
  const slack = frame.width - start - natural(line, 0, line.length);
  const gaps = gapsOf(line);
  const wider = slack > CLOSE && frame.justify && !last && gaps > 0 ? slack / gaps : 0;
  const step = wider > WIDEST_GAP * frame.em ? 0 : wider;
  const given = frame.justify && slack < -CLOSE ? gifts(line.slice(0, seen), -slack) : [];
  const placed: Placed[] = [];
  let x = start;
  let end = start;
  line.forEach((piece, at) => {
    if (at > 0 && at < seen && piece.elastic) x += step;
    const taken = given[at] ?? 0;
    if (piece.side === 'left') x -= taken;
    placed.push({ text: piece.text, x });
    x += piece.width - (piece.side === 'right' ? taken : 0);
    if (at < seen) end = x;
  });
  return { placed, start, end, last };
}

/** Points that each mark gives up: first the one at the line's end, then all alike. */
function gifts(line: readonly Piece[], excess: number): number[] {
  const most = atEndOf(line);
  const atEnd = Math.min(most, excess);
  const within = sum(line, (piece) => piece.give) - most;
  const share = within > 0 ? Math.min(1, (excess - atEnd) / within) : 0;
  return line.map((piece, at) => (at === line.length - 1 && most > 0 ? atEnd : piece.give * share));
}

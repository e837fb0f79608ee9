/**
 * Puts rows one below the other onto pages: no row runs over the type area, none stands apart from the row it must
 * stay with, tables that go on repeat their heading, and text lies on the 22 lines of the grid.
 */
import { AREA, EM, type Item, moved, type Page, PITCH } from '../typesetting/page.js';

/** A strip of the page that is never divided. Lengths in points. */
export interface Row {
  /** Relative to the left edge of the type area and the top of the row. */
  readonly items: readonly Item[];
  /** From its top to the top of the next row. */
  readonly height: number;
  /** From its top to the bottom of what is seen; it must lie within the type area. */
  readonly seen: number;
  /** Begins on a line of the grid; absent: directly below the row above. */
  readonly grid?: boolean;
  /** The next row must not begin a page. */
  readonly keep?: boolean;
  /** Begins a page. */
  readonly newPage?: boolean;
  /** Only keeps distance: left out at the top of a page. */
  readonly blank?: boolean;
  /** What stands above this row when it begins a page: the heading of the table that goes on. */
  readonly repeated?: readonly Row[];
}

interface Standing {
  readonly row: Row;
  /** Points below the top of the type area. */
  readonly y: number;
}

const CLOSE = 0.01;

/** Lays rows out on pages; `foot` goes to the bottom edge of the last page, or of one of its own where it must. */
export function pagesOf(rows: readonly Row[], foot: Row | undefined): Page[] {
  const pages: Standing[][] = [];
  for (let from = 0; from < rows.length; ) {
    const { standing, next } = filled(rows, from);
    pages.push(standing);
    from = next;
  }
  if (foot) pinned(pages, foot);
  return pages.map((standing, index) => ({ number: index + 1, items: standing.flatMap(itemsOf) }));
}

/** One page from the given row on, and the row that begins the next. */
function filled(rows: readonly Row[], from: number): { standing: Standing[]; next: number } {
  let first = from;
  while (first < rows.length - 1 && rows[first]?.blank) first += 1;
  const standing: Standing[] = [];
  let y = 0;
  for (const row of rows[first]?.repeated ?? []) y = stand(standing, row, y);
  const above = standing.length;
  let at = first;
  for (; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || (at > first && row.newPage)) break;
    if (at > first && topOf(row, y) + row.seen > AREA.height + CLOSE) {
      at = lastBreak(rows, first, at);
      break;
    }
    y = stand(standing, row, y);
  }
  return { standing: standing.slice(0, above + at - first), next: at };
}

/** The last place before an overflowing row where the page may end; the row itself when there is none. */
function lastBreak(rows: readonly Row[], first: number, overflowing: number): number {
  let at = overflowing;
  while (at > first && rows[at - 1]?.keep) at -= 1;
  return at > first ? at : overflowing;
}

function stand(standing: Standing[], row: Row, y: number): number {
  const top = topOf(row, y);
  standing.push({ row, y: top });
  return top + row.height;
}

function topOf(row: Row, y: number): number {
  return row.grid ? Math.ceil((y - CLOSE) / PITCH) * PITCH : y;
}

function pinned(pages: Standing[][], foot: Row): void {
  const top = AREA.height - foot.height;
  const last = pages.at(-1)?.at(-1);
  if (last && last.y + last.row.seen + (PITCH - EM) > top + CLOSE) pages.push([]);
  if (pages.length === 0) pages.push([]);
  pages.at(-1)?.push({ row: foot, y: top });
}

function itemsOf({ row, y }: Standing): Item[] {
  return row.items.map((item) => moved(item, AREA.left, AREA.top + y));
}

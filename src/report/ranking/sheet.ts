/**
 * The shape that every sheet of the workbook shares: title, what it is about, one heading row that stays in view, can
 * be filtered and is repeated on every page of A4 landscape, the rows, and notes below them.
 */
import { cellAddress, columnLetters } from '../../base/address.js';
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { CellDesign, RowDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Lookup } from '../lookup.js';
import { text } from './cells.js';
import { FIRST_ROW } from './fact-rows.js';
import { type Made, madeBy } from './made.js';

export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

/** Rows of cells, at hand or made when they are asked for. */
export type Body = readonly (readonly CellDesign[])[] | Made<readonly CellDesign[]>;

export interface SheetPlan<B extends Body = readonly (readonly CellDesign[])[]> {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: B;
  /** Columns that stay in view. */
  readonly frozen: number;
  readonly notes?: readonly string[];
  /** Stands below the title; the office, period and day of the result when absent. */
  readonly about?: string;
}

const HEADING_ROW = FIRST_ROW - 1;
/** Titles are centred over no more than what a screen shows at once. */
const SCREEN = 180;
/** Characters that can still be read across a page of A4 landscape. */
const PAGE = 240;

export function sheetOf(plan: SheetPlan, lookup: Lookup): SheetDesign {
  const { rows, ...rest } = longSheetOf(plan, lookup);
  return { ...rest, rows: [...rows] };
}

/** The same for rows of which there may be very many: each is made when it is asked for. */
export function longSheetOf(plan: SheetPlan<Body>, lookup: Lookup): SheetDesign<Rows> {
  const { name, title, columns, frozen, notes = [] } = plan;
  const { office } = lookup.result;
  const body = plan.rows.length > 0 ? plan.rows : [nothing(columns, lookup)];
  const below = notes.map((note): RowDesign => ({ cells: [{ value: note, style: 'note' }] }));
  const noteRow = HEADING_ROW + body.length + 1;
  const span = spanOf(columns);
  const merge = (row: number): string[] => (span > 1 ? [`A${row}:${columnLetters(span)}${row}`] : []);
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: madeBy(HEADING_ROW + body.length + below.length, function* (): Generator<RowDesign> {
      yield { cells: [{ value: title, style: 'title' }] };
      yield { cells: [{ value: plan.about ?? about(lookup), style: 'subtitle' }] };
      yield { cells: columns.map((column) => ({ value: column.title, style: 'heading' })) };
      for (const cells of body) yield { cells };
      yield* below;
    }),
    merges: [...merge(1), ...merge(2), ...below.flatMap((_, at) => merge(noteRow + at))],
    freeze: { rows: HEADING_ROW, columns: frozen },
    filter: `A${HEADING_ROW}:${cellAddress(HEADING_ROW + body.length, columns.length)}`,
    print: {
      landscape: true,
      repeat: [HEADING_ROW, HEADING_ROW],
      wide: pagesOf(columns, frozen),
      footer: `${office.name} ${title}`,
    },
  };
}

/** Stands where there are no rows. */
function nothing(columns: readonly Column[], { lang }: Lookup): CellDesign[] {
  return columns.map((_, at) => text(at === 0 ? { zh: '无', en: 'none' }[lang] : ''));
}

/** As many pages side by side as it takes to be read, each with the columns that stay in view. */
function pagesOf(columns: readonly Column[], frozen: number): number {
  const sum = (own: readonly Column[]): number => own.reduce((total, { width }) => total + width, 0);
  const kept = sum(columns.slice(0, frozen));
  return Math.max(1, Math.ceil((sum(columns) - kept) / Math.max(PAGE - kept, PAGE / 2)));
}

/** Whose figures these are, for when, as of which day. */
export function about({ result, lang }: Lookup): string {
  const { office, period, asOf } = result;
  return {
    zh: `${office.name}　${periodText(period).zh}　截至${dayText(asOf).zh}`,
    en: `${office.name}, ${periodText(period).en}, as of ${dayText(asOf).en}`,
  }[lang];
}

function spanOf(columns: readonly Column[]): number {
  let sum = 0;
  const wide = columns.findIndex(({ width }) => {
    sum += width;
    return sum >= SCREEN;
  });
  return wide < 0 ? columns.length : wide + 1;
}

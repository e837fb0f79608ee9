/**
 * The shape that every sheet of the workbook shares: title, what it is about, one heading row that stays in view, can
 * be filtered and is repeated on every page of A4 landscape, the rows, and notes below them.
 */
import { cellAddress, columnLetters } from '../../base/address.js';
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { CellDesign, RowDesign, SheetDesign } from '../../model/design.js';
import type { Lookup } from '../lookup.js';
import { text } from './cells.js';
import { FIRST_ROW } from './fact-rows.js';

export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface SheetPlan {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellDesign[])[];
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
  const { name, title, columns, rows, frozen, notes = [] } = plan;
  const { result, lang } = lookup;
  const { office } = result;
  const none = columns.map((_, at) => text(at === 0 ? { zh: '无', en: 'none' }[lang] : ''));
  const body: RowDesign[] = (rows.length > 0 ? rows : [none]).map((cells) => ({ cells }));
  const below: RowDesign[] = notes.map((note) => ({ cells: [{ value: note, style: 'note' }] }));
  const noteRow = HEADING_ROW + body.length + 1;
  const span = spanOf(columns);
  const merge = (row: number): string[] => (span > 1 ? [`A${row}:${columnLetters(span)}${row}`] : []);
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      { cells: [{ value: title, style: 'title' }] },
      { cells: [{ value: plan.about ?? about(lookup), style: 'subtitle' }] },
      { cells: columns.map((column) => ({ value: column.title, style: 'heading' })) },
      ...body,
      ...below,
    ],
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

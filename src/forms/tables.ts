/**
 * The tables on a sheet. A table begins with its headings and ends where other headings begin, or with the sheet, never
 * at a blank row. The same headings once more go on with the table, as a printed page does, unless the rows above them
 * name another unit or period; then they begin another.
 */
import { folded } from '../base/text.js';
import { OFFICE } from '../model/form.js';
import type { Part, Recognised, Unrecognised } from '../model/recognised.js';
import type { CellValue, Sheet } from '../model/workbook.js';
import { findFields } from './fields.js';
import { seenRows, shown } from './grid.js';
import {
  type Fit,
  fitOf,
  type Headed,
  headedAt,
  type Line,
  linesOf,
  partOf,
  repeatsHeadings,
  textsOf,
} from './headed.js';
import { headingsIn, type Known, type KnownForms } from './heading.js';
import { cellsOf, kindOf } from './lines.js';

/** A form's first headings are looked for in so many rows from the top. */
const HEADING_ROWS = 40;
/** Rows above further headings that may name their form. */
const LEAD_ROWS = 5;

/** The forms on a sheet, from top to bottom, or what the sheet is nearest to. `first` may be named by a marker. */
export function tablesOn(
  sheet: Sheet,
  { first, all }: { readonly first: readonly Known[]; readonly all: KnownForms },
): Omit<Recognised, 'marker'>[] | Unrecognised {
  const top = linesOf(sheet, all, HEADING_ROWS, first.length === 1 ? first[0] : undefined);
  const fits = first.flatMap((known) => bestIn(known, top, sheet)).toSorted((a, b) => b.score - a.score);
  const [best, second] = fits;
  const isAlone = !second || second.score < (best?.score ?? 0);
  if (!best?.isEnough || !isAlone) {
    const wanted = best?.headed.known.form.columns.filter(({ required }) => required) ?? [];
    const missing = wanted.filter(({ id }) => !best?.headed.columns.has(id));
    // A heading by chance says nothing; nor does a form of which no column is missing, for then it is not the columns.
    const { known, columns } = best?.headed ?? {};
    const isNear = known && columns && columns.size * 3 >= known.form.columns.length && missing.length > 0;
    return { sheet, ...(isNear ? { nearest: known.form } : {}), missing };
  }
  const others = further(sheet, best.headed, top, all);
  const lines = others.length > 0 ? linesOf(sheet, all) : top;
  const found = withoutDouble(
    [best.headed, ...others].toSorted((a, b) => a.line.number - b.line.number),
    lines,
  );
  return joined(found, lines, sheet);
}

/** The row that holds most of a form's headings. */
function bestIn(known: Known, lines: readonly Line[], sheet: Sheet): Fit[] {
  let best: { headed: Headed; index: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const headed = headedAt(known, line, lines[index + 1]);
    if (headed.columns.size > (best?.headed.columns.size ?? 0)) best = { headed, index };
  }
  return best ? [fitOf(best.headed, textsOf(sheet, lines.slice(0, best.index)))] : [];
}

/** Further rows of headings: most of what stands in them are headings of one form, and enough of these are there. */
function further(sheet: Sheet, { known, line, end, columns }: Headed, top: readonly Line[], all: KnownForms): Headed[] {
  const below = top.find(({ number }) => number > end);
  const last = below && repeatsHeadings(known, below, end, columns) ? below.number : end;
  const likely = new Set<number>();
  for (const { number, values } of sheet.rows)
    if ((number < line.number || number > last) && isLikely(values, all)) likely.add(number);
  if (likely.size === 0) return [];
  const lines = linesOf(sheet, all);
  return lines.flatMap((each, index): Headed[] => {
    if (!likely.has(each.number)) return [];
    const texts = textsOf(sheet, lines.slice(Math.max(0, index - LEAD_ROWS), index));
    const fits = all.forms
      .map((form) => headedAt(form, each, lines[index + 1]))
      .filter((headed) => headed.columns.size > 1 && headed.columns.size * 2 > each.cells.length)
      .map((headed) => fitOf(headed, texts))
      .filter(({ isEnough }) => isEnough)
      .toSorted((a, b) => b.score - a.score);
    const best = fits.filter(({ score }) => score === fits[0]?.score);
    const [only] = best.length > 1 ? best.filter(({ headed }) => headed.known === known) : best;
    return only ? [only.headed] : [];
  });
}

/** Whether most of a row may be headings. */
function isLikely(values: readonly CellValue[], all: KnownForms): boolean {
  let others = 0;
  for (const value of values) {
    if (headingsIn(value, all).length === 0) others += 1;
    if (others * 2 >= values.length) return false;
  }
  return values.length > 1;
}

/** Headings straight below others of the same form are the same headings: those that name more columns stand. */
function withoutDouble(found: readonly Headed[], lines: readonly Line[]): Headed[] {
  const index = new Map(lines.map(({ number }, at) => [number, at]));
  const kept: Headed[] = [];
  for (const headed of found) {
    const before = kept.at(-1);
    const gap = (index.get(headed.line.number) ?? 0) - (index.get(before?.end ?? 0) ?? Number.NEGATIVE_INFINITY);
    if (!before || before.known !== headed.known || gap > 1) kept.push(headed);
    else if (headed.columns.size > before.columns.size) kept[kept.length - 1] = headed;
  }
  return kept;
}

/** Parts put to the tables that they go on with. */
function joined(found: readonly Headed[], lines: readonly Line[], sheet: Sheet): Omit<Recognised, 'marker'>[] {
  const titles = found.flatMap(({ known }) => known.titles);
  const starts = found.map(({ line }, index) =>
    index === 0 ? 1 : leadIn(line.number, found[index - 1], lines, titles),
  );
  const tables: (Omit<Recognised, 'marker' | 'more'> & { more: Part[] })[] = [];
  for (const [index, headed] of found.entries()) {
    const below = lines.find(({ number }) => number > headed.end);
    const next = starts[index + 1];
    const last = next === undefined ? (sheet.rows.at(-1)?.number ?? headed.end) : next - 1;
    const part = partOf(headed, below, sheet, { firstRow: starts[index] ?? 1, lastRow: last });
    const { form } = headed.known;
    const before = tables.at(-1);
    if (before?.form === form && goesOn(headed.known, before, part)) before.more.push(part);
    else tables.push({ ...part, form, more: [] });
  }
  return tables;
}

/** The first of the rows above headings that belong to these: fields straight above them, and titles above those. */
function leadIn(
  heading: number,
  before: Headed | undefined,
  lines: readonly Line[],
  titles: readonly string[],
): number {
  let start = heading;
  let hasTitle = false;
  for (const line of lines.filter(({ number }) => number < heading && number > (before?.end ?? 0)).toReversed()) {
    const isTitle = cellsOf(line.cells).length === 1 && isTitleOf(line, titles);
    const isNear = start === heading || line.number === start - 1;
    if (!isTitle && (hasTitle || !isNear || !isLabelled(line, before))) break;
    start = line.number;
    hasTitle ||= isTitle;
  }
  return start;
}

/** A line by itself that is merged over several columns, or names a form or a period. */
function isTitleOf({ cells }: Line, titles: readonly string[]): boolean {
  const text = folded(shown(cells[0]?.value ?? ''));
  return cells.length > 1 || titles.some((title) => text.includes(title)) || /\d{4}年/.test(text);
}

function isLabelled({ cells }: Line, before: Headed | undefined): boolean {
  const kind = before && kindOf(before.known.form, cells, new Set(before.columns.values()), undefined);
  return kind === 'fields' || kind === 'signature' || kind === 'remark';
}

/** Whether headings go on with the table before: the rows above them name no other unit and no other period. */
export function goesOn({ form }: Pick<Known, 'form'>, before: Part, part: Part): boolean {
  const own = identity(form, part);
  const theirs = identity(form, before);
  return [...own].every(([id, text]) => theirs.get(id) === text);
}

/** What the rows above a part's headings say of its unit and period. */
export function identity(form: Known['form'], { sheet, firstRow, headingRow }: Part): Map<string, string> {
  const above = [...seenRows(sheet, headingRow - 1)].filter(({ row }) => row.number >= firstRow);
  const found = findFields(
    form,
    above.map(({ cells }) => cells),
  );
  const telling = form.fields.filter(
    ({ type, subject }) => type === 'period' || (type === 'subject' && form.from !== OFFICE && subject === form.from),
  );
  return new Map(
    telling.flatMap(({ id }) => {
      const value = found.get(id)?.value;
      return value === undefined ? [] : [[id, folded(shown(value))] as const];
    }),
  );
}

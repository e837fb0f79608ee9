/**
 * The row that a finding is about, as its sheet has it: the headings, what stands beneath, and a mark under the cell.
 * Never wider than a terminal; what has to give way is the columns farthest from the cell, those that tell rows apart last.
 */

import { groupedBy } from '../../base/group.js';
import { type Lang, visible } from '../../base/text.js';
import { width } from '../../base/width.js';
import type { Column } from '../../model/form.js';
import type { Reading } from '../../model/submission.js';
import type { Place } from '../../model/value.js';
import type { Intake } from '../../take-in.js';
import { cut, LINE, padded } from './line.js';

export interface Excerpt {
  /** The headings, and the row beneath them. */
  readonly row: readonly string[];
  /** The line with the mark under the cell. */
  readonly mark: string;
}

/** The excerpt for a place; none where no cell of a form stands. */
export type Excerpts = (place: Place, lang: Lang) => Excerpt | undefined;

/** What a cell and a heading may take; the marked cell may take more. */
const WIDE = 16;
const MARKED = 40;
const PART = ' │ ';

export function excerptsOf(inspected: Intake['inspected']): Excerpts {
  const byFile = groupedBy(inspected, ({ submission: { file } }) => file);
  return ({ file, sheet, cell }, lang) => {
    if (!sheet || !cell) return undefined;
    for (const { layout, submission } of byFile.get(file) ?? []) {
      const { columns, fields } = layout.form;
      // A table may go on on further sheets.
      const marked = (reading: Reading): boolean =>
        reading.cell === cell && (reading.sheet ?? submission.sheet) === sheet;
      const above = partsOf(fields, submission.fields, marked, lang).find(({ isMarked }) => isMarked);
      if (above) return drawn([above], rowNumber(cell));
      for (const { number, readings } of submission.rows) {
        const parts = partsOf(columns, readings, marked, lang);
        if (parts.some(({ isMarked }) => isMarked)) return drawn(fitting(inOrder(parts)), number);
      }
    }
    return undefined;
  };
}

interface Part {
  readonly heading: string;
  readonly text: string;
  readonly cell: string;
  readonly isMarked: boolean;
  readonly isKey: boolean;
}

function partsOf(
  columns: readonly Column[],
  readings: ReadonlyMap<string, Reading>,
  marked: (reading: Reading) => boolean,
  lang: Lang,
): Part[] {
  return columns.flatMap(({ id, title, key }): Part[] => {
    const reading = readings.get(id);
    if (!reading || reading.cell === '') return [];
    const isMarked = marked(reading);
    const text = cut(visible(reading.raw), isMarked ? MARKED : WIDE);
    return [{ heading: cut(visible(title[lang]), WIDE), text, cell: reading.cell, isMarked, isKey: key }];
  });
}

/** In the order of the sheet, which need not be that of the form. */
function inOrder(parts: readonly Part[]): Part[] {
  const letters = ({ cell }: Part): string => cell.replace(/\d+$/, '');
  return parts.toSorted((a, b) => letters(a).length - letters(b).length || (letters(a) < letters(b) ? -1 : 1));
}

function rowNumber(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}

/** As many columns as a line holds: the marked one, those that tell rows apart, then the nearest. */
function fitting(parts: readonly Part[]): Part[] {
  const at = parts.findIndex(({ isMarked }) => isMarked);
  const rank = (index: number): number => (index === at ? 0 : parts[index]?.isKey ? 1 : 1 + Math.abs(index - at));
  const order = parts.map((_, index) => index).toSorted((a, b) => rank(a) - rank(b));
  const kept = new Set<number>();
  let left = LINE - GUTTER;
  for (const index of order) {
    const part = parts[index];
    if (!part) continue;
    left -= columnWidth(part) + PART.length;
    if (left < 0) break;
    kept.add(index);
  }
  return parts.filter((_, index) => kept.has(index));
}

function columnWidth({ heading, text }: Part): number {
  return Math.max(width(heading), width(text), 1);
}

/** Room for the number of the row. */
const GUTTER = 8;

function drawn(parts: readonly Part[], number: number): Excerpt {
  const line = (label: string, cells: readonly string[]): string =>
    `${label.padStart(GUTTER - PART.length)}${PART}${cells.join(PART)}`.trimEnd();
  const widths = parts.map(columnWidth);
  const across = (texts: readonly string[]): string[] => texts.map((text, index) => padded(text, widths[index] ?? 0));
  const at = parts.findIndex(({ isMarked }) => isMarked);
  const before = widths.slice(0, at).reduce((sum, each) => sum + each + PART.length, GUTTER);
  const marked = parts[at];
  return {
    row: [
      line('', across(parts.map(({ heading }) => heading))),
      line(String(number), across(parts.map(({ text }) => text))),
    ],
    mark: `${' '.repeat(before)}${'^'.repeat(Math.max(1, width(marked?.text ?? '')))}`,
  };
}

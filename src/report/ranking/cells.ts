/**
 * Cells of the workbook: a number is a number, a share a share and a day a day, so that they sort and sum; what is not
 * known is said in words, with what is owed in a note. Text from files stands in values and notes only.
 */
import type { Day } from '../../base/day.js';
import type { CellDesign, CellStyle } from '../../model/design.js';
import type { Fact } from '../../model/grading.js';
import { factText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { placeLines } from '../places.js';
import { owedTexts } from '../titles.js';
import { placeOfFact } from './fact-rows.js';

/** Lines of a note; the rest is counted. */
const NOTE_LINES = 5;

export function text(value: string, style: CellStyle = 'text'): CellDesign {
  return { value, style };
}

export function number(value: string | number): CellDesign {
  return { value: { number: String(value) }, style: 'number' };
}

export function day(value: Day | undefined): CellDesign {
  return value === undefined ? text('') : { value: { day: value }, style: 'date' };
}

/** Of more than so many, notes would be more than a spreadsheet program takes easily: the links tell the same. */
const MOST_NOTED = 100;

/**
 * A fact as the workbook shows it, with a link to the row of what it rests on; on a sheet of so few, its sources or what is owed
 * stand in a note besides.
 */
export function factCell(fact: Fact | undefined, among: number, lookup: Lookup): CellDesign {
  if (!fact) return text('');
  const cell = { ...valueCell(fact, lookup), link: `#${placeOfFact(fact, lookup)}` };
  if (among > MOST_NOTED) return cell;
  return noted(cell, fact.value ? sourceNote(fact, lookup) : owedNote(fact.owed, lookup));
}

/** A fact's value alone; between what bounds it lies while it is not known, on the side on which the values stand. */
export function valueCell(fact: Fact, { words, lang }: Lookup): CellDesign {
  const { id, value } = fact;
  const show = words.facts[id]?.show;
  if (!value) return text(factText(fact, words, lang), show === 'text' ? 'text' : 'number');
  if (value.type === 'number')
    return show === 'share' ? { value: { share: value.value }, style: 'share' } : number(value.value);
  return value.type === 'day' ? day(value.value) : text(factText(fact, words, lang));
}

export function owedNote(owed: Fact['owed'], lookup: Lookup): string {
  return owed.length === 0 ? '' : headed({ zh: '尚缺：', en: 'Owed:' }[lookup.lang], owedTexts(owed, lookup), lookup);
}

function sourceNote({ cells }: Fact, lookup: Lookup): string {
  if (cells.length === 0) return '';
  const { lang } = lookup;
  return headed(
    { zh: `来源（${cells.length}处）：`, en: `From ${cells.length} cell(s):` }[lang],
    placeLines(cells, lang),
    lookup,
  );
}

function headed(heading: string, lines: readonly string[], { lang }: Lookup): string {
  const more = lines.length - NOTE_LINES;
  const rest = more > 0 ? [{ zh: `……另有${more}行`, en: `… and ${more} more` }[lang]] : [];
  return [heading, ...lines.slice(0, NOTE_LINES), ...rest].join('\n');
}

export function noted(cell: CellDesign, note: string): CellDesign {
  return note === '' ? cell : { ...cell, note };
}

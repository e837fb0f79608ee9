/**
 * Cells of the workbook: a number is a number, a share a share and a day a day, so that they sort and sum; what is not
 * known is said in words, with what is owed in a note. Text from files stands in values and notes only.
 */
import type { Day } from '../../base/day.js';
import type { CellDesign, CellStyle } from '../../model/design.js';
import type { Fact, Grade } from '../../model/grading.js';
import { gradeText, gradeTitle } from '../../words/grade.js';
import { labelled, listed } from '../../words/phrase.js';
import { factText, UNKNOWN } from '../../words/value.js';
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

/** A fact's value alone; what is not known stands on the side on which the values stand. */
export function valueCell({ id, value }: Fact, { words, lang }: Lookup): CellDesign {
  const show = words.facts[id]?.show;
  if (!value) return text(UNKNOWN[lang], show === 'text' ? 'text' : 'number');
  if (value.type === 'number')
    return show === 'share' ? { value: { share: value.value }, style: 'share' } : number(value.value);
  return value.type === 'day' ? day(value.value) : text(factText({ id, value }, words, lang));
}

/** A grade, coloured at the ends of its ladder; what is still possible and owed in the note. */
export function gradeCell(grade: Grade | undefined, lookup: Lookup): CellDesign {
  const { result, words, lang } = lookup;
  if (!grade) return text('');
  const cell = text(gradeText(grade, result, lang), styleOf(grade, words));
  if (grade.state !== 'awaiting') return cell;
  const titles = grade.possible.map((id) => gradeTitle(grade.ladder, id, result)[lang]);
  const possible = labelled({ zh: '可能的等次', en: 'Still possible' }[lang], listed(titles, lang), lang);
  return noted(cell, [possible, owedNote(grade.owed, lookup)].filter((line) => line !== '').join('\n'));
}

function styleOf({ ladder, grade }: Grade, words: Lookup['words']): CellStyle {
  const grades = words.ladders[ladder]?.grades ?? [];
  if (grade === undefined || grades.length < 2) return 'text';
  if (grade === grades[0]?.id) return 'good';
  return grade === grades.at(-1)?.id ? 'bad' : 'text';
}

function owedNote(owed: Fact['owed'], lookup: Lookup): string {
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

function noted(cell: CellDesign, note: string): CellDesign {
  return note === '' ? cell : { ...cell, note };
}

/** A grade, which leads to the figure that decided it, and beside it the rules that did, with their clauses. */
import type { CellDesign, CellStyle } from '../../model/design.js';
import type { Grade } from '../../model/grading.js';
import { gradeText, gradeTitle } from '../../words/grade.js';
import { labelled, listed } from '../../words/phrase.js';
import type { Lookup } from '../lookup.js';
import { ruleText } from '../titles.js';
import { noted, owedNote, text } from './cells.js';
import { gradeColumn } from './columns.js';
import { placeOfFact } from './fact-rows.js';
import type { Column } from './sheet.js';

export function gradeColumns(ladder: string, subjects: readonly string[], lookup: Lookup): Column[] {
  return [
    gradeColumn(ladder, subjects, lookup),
    { title: { zh: '认定依据', en: 'Decided by' }[lookup.lang], width: 30 },
  ];
}

export function gradeCells(grade: Grade | undefined, lookup: Lookup): CellDesign[] {
  if (!grade) return [text(''), text('')];
  const rules = grade.decidedBy.map((rule) => ruleText(grade.ladder, rule, lookup));
  return [{ ...gradeCell(grade, lookup), ...linkOf(grade, lookup) }, text(rules.join('\n'))];
}

/** Coloured at the ends of its ladder; what is still possible and owed in the note. */
function gradeCell(grade: Grade, lookup: Lookup): CellDesign {
  const { result, words, lang } = lookup;
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

function linkOf({ subject, decidedBy, considered }: Grade, lookup: Lookup): Pick<CellDesign, 'link'> {
  const asked = considered
    .filter(({ rule }) => decidedBy.includes(rule))
    .flatMap(({ atoms }) => atoms)
    .filter(({ outcome }) => outcome === 'true')
    .flatMap(({ names }) => names);
  const [fact] = asked.flatMap((id) => lookup.fact(subject, id) ?? []);
  return fact ? { link: `#${placeOfFact(fact, lookup)}` } : {};
}

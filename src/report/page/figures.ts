/** Facts, grades and ranks as cells of a page's tables: written as everywhere, sorted by what they are. */
import { compared } from '../../base/decimal.js';
import type { Grade } from '../../model/grading.js';
import type { Words } from '../../model/result.js';
import { gradeText } from '../../words/grade.js';
import { bracketed } from '../../words/phrase.js';
import { factText } from '../../words/value.js';
import { factTitle, gradeHeading } from '../titles.js';
import type { PageLookup } from './lookup.js';
import { type Cell, type Column, cell, type Facet, keysOf, type Tone } from './table.js';

export interface Figures {
  readonly column: Column;
  /** Of each subject, in the order asked. */
  readonly cells: readonly Cell[];
}

/** One fact of several subjects. */
export function factFigures(id: string, subjects: readonly string[], page: PageLookup): Figures {
  const { words, lang, fact } = page;
  const facts = subjects.map((subject) => fact(subject, id));
  const values = facts.map((each) => {
    const value = each?.value;
    return value?.type === 'number' || value?.type === 'day' ? value.value : undefined;
  });
  const keys = keysOf<string>(values, facts.some((each) => each?.value?.type === 'day') ? byText : compared);
  const unit = words.facts[id]?.unit?.[lang];
  const title = factTitle(id, page);
  return {
    column: {
      title: unit === undefined ? title : [title, bracketed('', unit, lang).trim()].join('\n'),
      ...(words.facts[id]?.show === 'text' ? {} : { kind: 'number' }),
    },
    cells: facts.map((each, at) =>
      cell(each ? factText(each, words, lang) : '', {
        key: keys[at],
        tone: each && each.value === undefined ? 'open' : undefined,
      }),
    ),
  };
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One ladder's grades of several subjects, sorted from the best; what is open stands last. */
export function gradeFigures(ladder: string, subjects: readonly string[], page: PageLookup): Figures {
  const { result, words, lang } = page;
  const grades = subjects.map((subject) => page.grade(subject, ladder));
  const place = (grade: string): number => words.ladders[ladder]?.grades.findIndex(({ id }) => id === grade) ?? -1;
  return {
    column: { title: gradeHeading(ladder, page), kind: 'term' },
    cells: grades.map((grade) =>
      cell(gradeText(grade, result, lang), {
        key: grade?.grade === undefined ? undefined : place(grade.grade),
        tone: grade && toneOf(grade, words),
      }),
    ),
  };
}

/** The choice by which rows are filtered by grade. */
export function gradeFacet(ladder: string, subjects: readonly string[], page: PageLookup): Facet {
  const { result, lang } = page;
  return {
    title: gradeHeading(ladder, page),
    of: subjects.map((subject) => {
      const grade = page.grade(subject, ladder);
      const id =
        grade === undefined ? '' : JSON.stringify([grade.state, grade.grade ?? '', grade.notApplied.length > 0]);
      return { id, title: gradeText(grade, result, lang) || '—' };
    }),
  };
}

/** Best and worst of a ladder stand out, and so does what is open. */
export function toneOf({ ladder, grade, state }: Grade, words: Words): Tone | undefined {
  if (state === 'awaiting' || state === 'undetermined') return 'open';
  const grades = words.ladders[ladder]?.grades ?? [];
  if (grade === undefined || grades.length < 2) return undefined;
  if (grade === grades[0]?.id) return 'good';
  return grade === grades.at(-1)?.id ? 'bad' : undefined;
}

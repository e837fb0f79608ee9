/** Columns as wide as what they hold, within bounds that keep a sheet of many facts on its page. */
import type { Lang, Text } from '../../base/text.js';
import { width } from '../../base/width.js';
import { gradeText } from '../../words/grade.js';
import { bracketed } from '../../words/phrase.js';
import { factText } from '../../words/value.js';
import type { Group } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { factTitle, gradeHeading } from '../titles.js';
import type { Column } from './sheet.js';

const FACT = { least: 7, most: 18 } as const;
const NAME = { least: 10, most: 24 } as const;
const GRADE = { least: 10, most: 24 } as const;
/** Lines that the heading of a narrow column may take. */
const LINES = 5;

/** A column whose heading and width are always the same. */
export interface ListColumn extends Text {
  readonly width: number;
}

export function titled(columns: readonly ListColumn[], lang: Lang): Column[] {
  return columns.map((column) => ({ title: column[lang], width: column.width }));
}

/** A fact's heading may break into lines, its values may not; what it counts has a line of its own. */
export function factColumn(id: string, subjects: readonly string[], lookup: Lookup): Column {
  const { words, lang, fact } = lookup;
  const unit = words.facts[id]?.unit?.[lang];
  const title = factTitle(id, lookup);
  const values = subjects.map((subject) => width(factText(fact(subject, id), words, lang)) + 2);
  const heading = unit === undefined ? title : [title, bracketed('', unit, lang).trim()].join('\n');
  return { title: heading, width: bounded([...values, headingWidth(heading, lang)], FACT) };
}

export function nameColumn(kind: string, subjects: readonly string[], lookup: Lookup): Column {
  const title = lookup.kind(kind);
  return {
    title,
    width: bounded(
      [title, ...subjects.map(lookup.name)].map((name) => width(name) + 2),
      NAME,
    ),
  };
}

/** Names of groups that are ranked apart. */
export function groupColumn(groups: readonly Group<unknown>[], { lang }: Lookup): Column {
  const title = { zh: '组别', en: 'Group' }[lang];
  return {
    title,
    width: bounded(
      [title, ...groups.map((group) => group.title ?? '')].map((name) => width(name) + 2),
      NAME,
    ),
  };
}

export function gradeColumn(ladder: string, subjects: readonly string[], lookup: Lookup): Column {
  const { result, lang, grade } = lookup;
  const title = gradeHeading(ladder, lookup);
  const texts = [title, ...subjects.map((subject) => gradeText(grade(subject, ladder), result, lang))];
  return {
    title,
    width: bounded(
      texts.map((each) => width(each) + 3),
      GRADE,
    ),
  };
}

/** Chinese breaks anywhere; English needs room for its longest word. */
function headingWidth(heading: string, lang: Lang): number {
  const lines = heading.split('\n').map((line, at) => Math.ceil(width(line) / (at === 0 ? LINES : 1)) + 2);
  const words = lang === 'zh' ? [] : heading.split(/[ \n]/).map((word) => width(word) + 2);
  return Math.max(...lines, ...words);
}

function bounded(
  widths: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): number {
  return widths.reduce((widest, each) => Math.min(most, Math.max(widest, each)), least);
}

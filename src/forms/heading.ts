/**
 * Headings as people retype them: with marks for what is required, a number before them, a unit in brackets behind. A
 * heading is first taken as it stands; what was added is taken off only where the rest can mean one column alone.
 */
import { folded } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { CellValue } from '../model/workbook.js';

/** Longer texts are no headings. */
const LONGEST = 60;
const CIRCLED = /^\s*[\u2460-\u249B\u3220-\u3229]/u;
const MARKS = /^[*※★☆]+|[*※★☆:]+$/gu;
const NUMBERED = /^(?:\(?\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[、.)])+/u;
const BRACKETS = /^(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)(?=.)|(?<=.)(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)$/u;

/** What a text may be as a heading, folded: as it stands first, then with less and less of what people add. */
export function headingNames(text: string): string[] {
  if (text.length > LONGEST) return [];
  const names = [folded(text)];
  const take = (rest: string): void => {
    if (rest !== '' && !names.includes(rest)) names.push(rest);
  };
  take(folded(text.replace(CIRCLED, '')));
  for (let at = 0; at < names.length; at += 1)
    for (const added of [MARKS, NUMBERED, BRACKETS]) take((names[at] ?? '').replace(added, ''));
  return names;
}

/** A form with the spellings of all that names it. Folding them is the costly part and is done once for a pack. */
export interface Known {
  readonly form: Form;
  /** Spelling of a heading → column. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly fields: readonly (readonly string[])[];
  readonly titles: readonly string[];
}

/** The forms of a pack, and the spellings of all their headings. */
export interface KnownForms {
  readonly forms: readonly Known[];
  readonly spelled: ReadonlySet<string>;
  /** First characters of these. */
  readonly begins: ReadonlySet<string>;
  /** What texts have been found to be: a template's are the same in file after file. */
  readonly asked: Map<string, readonly string[]>;
}

const KNOWN = new WeakMap<Measures, KnownForms>();

export function knownForms(measures: Measures): KnownForms {
  const known = KNOWN.get(measures) ?? spelledForms(measures);
  KNOWN.set(measures, known);
  return known;
}

function spelledForms(measures: Measures): KnownForms {
  const forms = [...measures.forms.values()].map((form) => ({
    form,
    columns: spelledColumns(form),
    fields: form.fields.map((field) => namesOf(field).flatMap(headingNames)),
    titles: [form.id, form.title.zh, form.title.en].map(folded),
  }));
  const spelled = new Set(forms.flatMap(({ columns }) => [...columns.keys()]));
  return { forms, spelled, begins: new Set([...spelled].map((name) => name.charAt(0))), asked: new Map() };
}

/** What a cell may be as a heading of any form: nothing for almost every cell, so it is told by its first sign. */
export function headingsIn(value: CellValue, { spelled, begins, asked }: KnownForms): readonly string[] {
  if (typeof value !== 'string' || value.length > LONGEST) return NONE;
  const first = value.charCodeAt(0);
  if (first >= 0x4e00 && first <= 0x9fff && !begins.has(value.charAt(0)) && !NUMERALS.includes(value.charAt(0)))
    return NONE;
  if (first >= 0x30 && first <= 0x39 && !/^\d{1,2}\s*[.、)．）]./u.test(value)) return NONE;
  const known = asked.get(value);
  if (known) return known;
  // Where nothing was added that could be taken off, it is one of the spellings as it stands, or none.
  const names = ADDED.test(value) ? headingNames(value) : [folded(value)];
  const found = names.some((name) => spelled.has(name)) ? names : NONE;
  if (asked.size === MOST_ASKED) asked.clear();
  asked.set(value, found);
  return found;
}

/** More than so many are forgotten, so that no file can make them grow without end. */
const MOST_ASKED = 4096;

/** A sign of what people add, or of what folding may make one. */
const ADDED = /[^\s\w\u4e00-\u9fff%/，。、；“”《》-]|、/u;
const NONE: readonly string[] = [];
const NUMERALS = '一二三四五六七八九十';

/** Every spelling by which a column is known. What only brackets or numbers tell apart is known with these alone. */
function spelledColumns({ columns }: Form): Map<string, Column> {
  const spelled = new Map(columns.flatMap((column) => namesOf(column).map((name) => [folded(name), column] as const)));
  const lesser = new Map<string, Column | undefined>();
  for (const column of columns)
    for (const name of namesOf(column).flatMap(headingNames))
      lesser.set(name, lesser.has(name) && lesser.get(name) !== column ? undefined : column);
  for (const [name, column] of lesser) if (column && !spelled.has(name)) spelled.set(name, column);
  return spelled;
}

function namesOf({ id, title, aliases }: Column): string[] {
  return [id, title.zh, title.en, ...aliases].filter((name) => name !== '');
}

/** The column that a heading names, by the first of its names that any column has. */
export function columnNamed({ columns }: Known, names: readonly string[]): Column | undefined {
  for (const name of names) {
    const column = columns.get(name);
    if (column) return column;
  }
  return undefined;
}

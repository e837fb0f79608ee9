/** Where in the workbook each fact has a row of its own, so that every figure can lead there. */
import { once } from '../../base/once.js';
import type { Lang } from '../../base/text.js';
import type { Fact } from '../../model/grading.js';
import type { Result } from '../../model/result.js';

/** The sheet on which every fact has a row. */
export const SOURCES: Readonly<Record<Lang, string>> = { zh: '依据', en: 'Sources' };
/** Title, what it is about, headings. */
export const FIRST_ROW = 4;
/** The column of the value, behind kind, subject and title. */
const VALUE = 'D';

const rows = once(({ facts }: Result) => new Map(facts.map((fact, at) => [fact, FIRST_ROW + at])));

/** A fact's value on the sheet of sources. */
export function placeOfFact(fact: Fact, { result, lang }: { readonly result: Result; readonly lang: Lang }): string {
  return `'${SOURCES[lang]}'!${VALUE}${rows(result).get(fact) ?? FIRST_ROW}`;
}

/** Where in the workbook each fact has a row of its own, so that every figure can lead there. */
import { once } from '../../base/once.js';
import type { Lang } from '../../base/text.js';
import { factsOf } from '../../explain/own.js';
import type { Fact } from '../../model/grading.js';
import type { Result } from '../../model/result.js';

/** The sheet on which every fact has a row. */
export const SOURCES: Readonly<Record<Lang, string>> = { zh: '依据', en: 'Sources' };
/** Title, what it is about, headings. */
export const FIRST_ROW = 4;
/** The column of the value, behind kind, subject and title. */
const VALUE = 'D';

/** The rows of each subject's facts, in their order. */
const rows = once(({ facts }: Result) => {
  const of = new Map<string, number[]>();
  for (const [at, { subject }] of facts.entries()) {
    const own = of.get(subject) ?? [];
    of.set(subject, own);
    own.push(FIRST_ROW + at);
  }
  return of;
});

/** A fact's value on the sheet of sources. */
export function placeOfFact(fact: Fact, { result, lang }: { readonly result: Result; readonly lang: Lang }): string {
  const row = rows(result).get(fact.subject)?.[factsOf(result, fact.subject).indexOf(fact)] ?? FIRST_ROW;
  return `'${SOURCES[lang]}'!${VALUE}${row}`;
}

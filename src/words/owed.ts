/** What is owed, told once for all who wait for the same: a cell that may be anybody's keeps a whole order waiting. */
import { groupedBy } from '../base/group.js';
import type { Lang } from '../base/text.js';
import type { Owed } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { owedText } from './grade.js';
import { phrases } from './phrase.js';

export interface Waiting {
  readonly subject: string;
  readonly owed: readonly Owed[];
}

/** Those who wait for the same together, in order of first mention, with what they wait for. */
export function waitingFor<T extends Waiting>(
  all: readonly T[],
  result: Result,
  lang: Lang,
): { readonly waiting: readonly T[]; readonly owed: string }[] {
  const groups = groupedBy(all, ({ subject, owed }) =>
    phrases([...new Set(owed.map((each) => owedText(each, result, lang, subject)))], lang),
  );
  return [...groups].map(([owed, waiting]) => ({ waiting, owed }));
}

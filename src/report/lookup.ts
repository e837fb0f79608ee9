/**
 * A result looked up by subject, in one language. Names are as the roster has them, told apart by number where two
 * members share one; standings are in order of rank, those without a rank last, groups that are ranked apart one after
 * the other.
 */
import { groupedBy } from '../base/group.js';
import type { Lang } from '../base/text.js';
import { factsOf, ownOf } from '../explain/own.js';
import type { ConsequenceLine, Fact, Grade, Standing } from '../model/grading.js';
import type { Result, Words } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import { capital } from '../words/phrase.js';
import { namesOf } from '../words/value.js';

export interface Lookup {
  readonly result: Result;
  readonly lang: Lang;
  readonly words: Words;
  subject(id: string): Subject | undefined;
  /** The subject's name; the office's own for what it keeps itself. */
  name(id: string): string;
  /** The title of a kind of subject, as a heading. */
  kind(id: string): string;
  fact(subject: string, id: string): Fact | undefined;
  grade(subject: string, ladder: string): Grade | undefined;
  consequencesOf(subject: string): readonly ConsequenceLine[];
  standingsOf(ranking: string): readonly Standing[];
}

/** Indexes a result once, for a report that is written from it. */
export function lookUp(result: Result, lang: Lang): Lookup {
  const { words } = result;
  const subjects = new Map(result.subjects.map((subject) => [subject.id, subject]));
  const names = namesOf(result);
  const standings = groupedBy(result.standings, ({ ranking }) => ranking);
  return {
    result,
    lang,
    words,
    subject: (id) => subjects.get(id),
    name: (id) => names(id, lang),
    kind: (id) => capital(words.subjects[id]?.[lang] ?? id),
    fact: (subject, fact) => factsOf(result, subject).find(({ id }) => id === fact),
    grade: (subject, ladder) => ownOf(result, subject).grades.find((each) => each.ladder === ladder),
    consequencesOf: (subject) => ownOf(result, subject).consequences,
    standingsOf: (ranking) => inOrder(standings.get(ranking) ?? []),
  };
}

function inOrder(standings: readonly Standing[]): Standing[] {
  return [...groupedBy(standings, ({ group }) => group).values()].flatMap((own) => own.toSorted(byRank));
}

function byRank(a: Standing, b: Standing): number {
  if (a.rank === b.rank) return 0;
  return a.rank !== undefined && (b.rank === undefined || a.rank < b.rank) ? -1 : 1;
}

/**
 * Standings and scores by the groups that are ranked apart, within each in order of standing. Where all are ranked
 * together there is one group without a title; nobody is left out.
 */
import { groupedBy } from '../base/group.js';
import type { Standing } from '../model/grading.js';
import type { Scored } from '../model/scored.js';
import { capital } from '../words/phrase.js';
import type { Lookup } from './lookup.js';

export interface Group<T> {
  /** Absent where all are ranked together. */
  readonly title?: string;
  readonly members: readonly T[];
}

/** The standings of a ranking in the order in which they are given, group by group. */
export function groupsOf(standings: readonly Standing[], lookup: Lookup): Group<Standing>[] {
  if (standings.every(({ group }) => group === undefined)) return standings.length > 0 ? [{ members: standings }] : [];
  return [...groupedBy(standings, ({ group }) => group)].map(([id, members]) => ({
    title: groupTitle(id, members, lookup),
    members,
  }));
}

/** The title by which the roster knows a group. */
export function groupTitle(id: string | undefined, members: readonly { subject: string }[], lookup: Lookup): string {
  const { lang, subject } = lookup;
  if (id === undefined) return { zh: '未分组', en: 'In no group' }[lang];
  const named = members.map((member) => subject(member.subject)?.group).find((group) => group?.id === id);
  return capital(named?.title[lang] ?? id);
}

/** Everyone's score in order of standing; those without a standing come last, in the order of the roster. */
export function scoredGroups(score: string, lookup: Lookup): Group<Scored>[] {
  const scored = lookup.result.scores.filter((each) => each.score === score);
  const standings = standingsOfScored(scored, lookup);
  const bySubject = new Map(scored.map((each) => [each.subject, each]));
  const placed = groupsOf(standings, lookup)
    .map(({ members, ...group }) => ({
      ...group,
      members: members.flatMap(({ subject }) => bySubject.get(subject) ?? []),
    }))
    .filter(({ members }) => members.length > 0);
  const known = new Set(standings.map(({ subject }) => subject));
  const rest = scored.filter(({ subject }) => !known.has(subject));
  if (rest.length === 0) return placed;
  const [first, ...more] = placed;
  if (first && more.length === 0 && first.title === undefined) return [{ members: [...first.members, ...rest] }];
  return placed.length === 0 ? [{ members: rest }] : [...placed, { title: UNPLACED[lookup.lang], members: rest }];
}

const UNPLACED = { zh: '未参加排序', en: 'Not in the order' } as const;

/** Standings in the order that goes by the score's points, else in the first that ranks any of these. */
function standingsOfScored(scored: readonly Scored[], { result, words, standingsOf }: Lookup): readonly Standing[] {
  const subjects = new Set(scored.map(({ subject }) => subject));
  const own = words.scores[scored[0]?.score ?? '']?.ranking;
  const ranking = own ?? result.standings.find(({ subject }) => subjects.has(subject))?.ranking;
  return ranking === undefined ? [] : standingsOf(ranking);
}

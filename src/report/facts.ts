/** Which facts a table shows beside its subjects, in the order in which the pack or the bulletin has them. */
import type { Lookup } from './lookup.js';

/** The facts of the bulletin's tables in their order, then those that only the ranking asks for. */
export function factsAsked(ranking: string, { words, standingsOf }: Lookup): string[] {
  const shown = words.bulletin.sections.flatMap((each) =>
    each.kind === 'order' && each.ranking === ranking ? each.facts : [],
  );
  const keys = standingsOf(ranking).flatMap((standing) => standing.keys.map(({ fact }) => fact));
  return [...new Set([...shown, ...keys])];
}

/** Facts that anybody of these has, in the pack's order. */
export function factsAbout(subjects: readonly string[], { words, fact }: Lookup): string[] {
  return Object.keys(words.facts).filter((id) => subjects.some((subject) => fact(subject, id)));
}

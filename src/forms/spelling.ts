/** Finds what a pack names by any of its spellings: its id, its titles, its other names. They are folded once for a list. */
import { once } from '../base/once.js';
import { folded } from '../base/text.js';
import type { Choice } from '../model/form.js';

const bySpelling = once((among: readonly Choice[]): ReadonlyMap<string, Choice> => {
  const found = new Map<string, Choice>();
  for (const each of among) {
    for (const name of [each.id, each.title.zh, each.title.en, ...each.aliases].map(folded))
      if (!found.has(name)) found.set(name, each);
  }
  return found;
});

/** The first of a list that a folded text is a spelling of. */
export function spelled<T extends Choice>(among: readonly T[], text: string): T | undefined {
  // What is found is one of the list.
  return bySpelling(among).get(text) as T | undefined;
}

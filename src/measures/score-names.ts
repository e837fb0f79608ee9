/** The rules and items of a score as a pack writes them, flat: what forms offer to choose from, and what names there are. */
import type { Choice } from '../model/form.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import type { Pack } from './schema.js';
import type { ItemEntry, RuleEntry } from './score-schema.js';
import type { Path } from './yaml.js';

export type ScoreEntry = NonNullable<Pack['score']>[string];

export interface Named<T> {
  readonly id: string;
  readonly entry: T;
  readonly path: Path;
}

/** Every item of a score, those above before those below. */
export function itemEntries(items: Readonly<Record<string, ItemEntry>> | undefined, path: Path): Named<ItemEntry>[] {
  return entries(items).flatMap(([id, entry]) => {
    const at = [...path, 'items', id];
    return [{ id, entry, path: at }, ...itemEntries(entry.items, at)];
  });
}

export function ruleEntries(score: ScoreEntry, path: Path): Named<RuleEntry>[] {
  return itemEntries(score.items, path).flatMap(({ entry, path: at }) =>
    entries(entry.rules).map(([id, rule]) => ({ id, entry: rule, path: [...at, 'rules', id] })),
  );
}

/** Whether a rule rests on rows of the log. */
export function isLogged({ fact, when, pro_rata }: RuleEntry): boolean {
  return fact === undefined && when === undefined && pro_rata === undefined;
}

/** What a clerk types for a rule: its own code, else its clause's heading. */
export function codeOf(draft: Draft, { code, clause }: RuleEntry): string {
  return code ?? draft.pack.clauses[clause]?.at ?? clause;
}

/** Rules that a log can name, by code and title, or the items that have points of their own. */
export function choicesFrom(
  draft: Draft,
  { score: id, of }: { readonly score: string; readonly of: 'rules' | 'items' },
  path?: Path,
): Choice[] {
  const score = draft.pack.score?.[id];
  if (path) draft.known(KINDS.score, id, Object.keys(draft.pack.score ?? {}), path);
  if (!score) return [];
  if (of === 'items') {
    return itemEntries(score.items, [])
      .filter(({ entry }) => entry.full !== undefined || entry.outside === true)
      .map(({ id: item, entry }) => ({ id: item, title: textOf(entry), aliases: [] }));
  }
  return ruleEntries(score, [])
    .filter(({ entry }) => isLogged(entry))
    .map(({ id: rule, entry }) => {
      const code = codeOf(draft, entry);
      const title = { zh: `${code} ${entry.zh}`, en: `${code} ${entry.en}` };
      return { id: rule, title, aliases: [code, entry.zh, entry.en] };
    });
}

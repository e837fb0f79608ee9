/** The clause that something rests on: its number in the source, and what it says. */
import type { Lang } from '../base/text.js';
import type { Words } from '../model/result.js';
import { clauseText } from '../words/value.js';

export interface Cited {
  /** 三(三)6 in the source's own numbering. */
  readonly clause: string;
  /** In our own words; empty where the measures are no longer at hand. */
  readonly clauseSays: string;
}

export function cited(id: string, words: Words, lang: Lang): Cited {
  return { clause: clauseText(id, words), clauseSays: words.clauses[id]?.[lang] ?? '' };
}

/**
 * What every part of a page asks: the result in one language, where in the page somebody or a clause stands, and what
 * stands in a cell as far as the result knows. Anchors are numbers of ours, so that no name gets into a link.
 */
import { groupedBy } from '../../base/group.js';
import type { Lang } from '../../base/text.js';
import type { Account } from '../../explain/account.js';
import { type Told, telling } from '../../explain/tell.js';
import type { Result } from '../../model/result.js';
import type { Subject } from '../../model/submission.js';
import { type Lookup, lookUp } from '../lookup.js';
import { sheetNames } from './cells.js';
import type { Element } from './element.js';
import { type StandsIn, standingIn } from './stands.js';

export interface PageLookup extends Lookup {
  /** Everyone who has a page of their own, in the order of the roster. */
  readonly told: readonly Subject[];
  /** Those of them who belong to a subject. */
  membersOf(subject: string): readonly Subject[];
  /** An account in words. */
  tell(account: Account): Told;
  /** The anchor of a subject's page; absent where it has none. */
  anchorOf(subject: string): string | undefined;
  /** The anchor of a clause, by its number in the source and what it says. */
  clauseAnchor(clause: string, says: string): string | undefined;
  /** What stands in the cells of a sheet; absent where the result does not say of any. */
  standsIn(file: string, sheet: string | undefined): StandsIn | undefined;
  /** file › sheet, and the sign that cells follow; made once for all cells of a sheet. */
  sheetName(file: string, sheet: string | undefined, isFollowed: boolean): Element;
}

/** One in Chinese and one in English; what is the same in both is held once. */
export function lookUpPage(result: Result): readonly [zh: PageLookup, en: PageLookup] {
  const told = result.subjects.filter(({ takesPart }) => takesPart);
  const members = groupedBy(told, ({ within }) => within);
  const anchors = new Map(told.map(({ id }, at) => [id, `s${at + 1}`]));
  const standing = standingIn(result);
  const sheetName = sheetNames();
  const inLanguage = (lang: Lang): PageLookup => ({
    ...lookUp(result, lang),
    told,
    membersOf: (subject) => members.get(subject) ?? [],
    tell: telling(result, lang),
    anchorOf: (subject) => anchors.get(subject),
    clauseAnchor: clauseAnchors(result, lang),
    standsIn: (file, sheet = '') => standing.get(file)?.get(sheet),
    sheetName,
  });
  return [inLanguage('zh'), inLanguage('en')];
}

/** The anchor of a clause by its place in the pack. */
export function clauseId(at: number): string {
  return `c${at + 1}`;
}

function clauseAnchors({ words }: Result, lang: Lang): PageLookup['clauseAnchor'] {
  const anchors = new Map<string, Map<string, string>>();
  Object.values(words.clauses).forEach((about, at) => {
    const bySays = anchors.get(about.at) ?? new Map<string, string>();
    if (!bySays.has(about[lang])) bySays.set(about[lang], clauseId(at));
    anchors.set(about.at, bySays);
  });
  return (clause, says) => anchors.get(clause)?.get(says);
}

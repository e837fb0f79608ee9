/**
 * What every part of a page asks: the result in one language, where in the page somebody or a clause stands, and what
 * stands in a cell as far as the result knows. Anchors are numbers of ours, so that no name gets into a link.
 */
import type { Lang } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import type { ScoredItem } from '../../model/scored.js';
import type { Subject } from '../../model/submission.js';
import type { Place } from '../../model/value.js';
import { type Lookup, lookUp } from '../lookup.js';

export interface PageLookup extends Lookup {
  /** Everyone who has a page of their own, in the order of the roster. */
  readonly told: readonly Subject[];
  /** The anchor of a subject's page; absent where it has none. */
  anchorOf(subject: string): string | undefined;
  /** The anchor of a clause, by its number in the source and what it says. */
  clauseAnchor(clause: string, says: string): string | undefined;
  /** What stands in a cell; absent where the result does not say. */
  standsAt(place: Place): string | undefined;
}

export function lookUpPage(result: Result, lang: Lang): PageLookup {
  const lookup = lookUp(result, lang);
  const told = result.subjects.filter(({ takesPart }) => takesPart);
  const anchors = new Map(told.map(({ id }, at) => [id, `s${at + 1}`]));
  const clauses = new Map<string, string>();
  Object.entries(result.words.clauses).forEach(([, about], at) => {
    const key = JSON.stringify([about.at, about[lang]]);
    if (!clauses.has(key)) clauses.set(key, clauseId(at));
  });
  const standing = standingIn(result, lang);
  return {
    ...lookup,
    told,
    anchorOf: (subject) => anchors.get(subject),
    clauseAnchor: (clause, says) => clauses.get(JSON.stringify([clause, says])),
    standsAt: (place) => standing.get(keyOf(place)),
  };
}

/** The anchor of a clause by its place in the pack. */
export function clauseId(at: number): string {
  return `c${at + 1}`;
}

function keyOf({ file, sheet = '', cell = '' }: Place): string {
  return JSON.stringify([file, sheet, cell]);
}

/** Cells that findings, extracts, the register of receipts or a self-score have quoted. */
function standingIn({ findings, extracts, expected, scores }: Result, lang: Lang): Map<string, string> {
  const known = new Map<string, string>();
  const note = (place: Place | undefined, text: string | undefined): void => {
    if (place?.cell && text !== undefined && text !== '') known.set(keyOf(place), text);
  };
  for (const { place, received } of expected) note(place, received);
  for (const { items } of scores) noteSelf(items, note);
  for (const { rows } of extracts)
    for (const { cells } of rows) for (const cell of cells) note(cell.place, cell.text[lang]);
  for (const { place, raw } of findings) note(place, raw);
  return known;
}

function noteSelf(items: readonly ScoredItem[], note: (place: Place, text: string) => void): void {
  for (const { self, items: parts } of items) {
    if (self) note(self.place, self.points);
    noteSelf(parts, note);
  }
}

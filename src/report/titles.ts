/** Titles of what a result names, as they head columns and stand in sentences. An id without words stands for itself. */

import type { ConsequenceLine, Owed } from '../model/grading.js';
import type { LadderWords } from '../model/result.js';
import { owedText } from '../words/grade.js';
import { bracketed, withoutStop } from '../words/phrase.js';
import { clauseText } from '../words/value.js';
import type { Lookup } from './lookup.js';

export function factTitle(id: string, { words, lang }: Lookup): string {
  return words.facts[id]?.title[lang] ?? id;
}

export function formTitle(id: string, { words, lang }: Lookup): string {
  return words.forms[id]?.[lang] ?? id;
}

/** A rule of a ladder with its clause, as the ground of a grade. */
export function ruleText(ladder: string, id: string, { words, lang }: Lookup): string {
  const rule = words.ladders[ladder]?.rules[id];
  return rule ? bracketed(rule.title[lang], clauseText(rule.clause, words), lang) : id;
}

/** A rule of a score with its clause. */
export function scoreRuleText(score: string, id: string, { words, lang }: Lookup): string {
  const rule = words.scores[score]?.rules[id];
  return rule ? bracketed(rule.title[lang], clauseText(rule.clause, words), lang) : id;
}

/** What follows for a subject, with its clause. */
export function consequenceText({ text, clause }: ConsequenceLine, { words, lang }: Lookup): string {
  return bracketed(withoutStop(text[lang]), clauseLabel(clauseText(clause, words), lang), lang);
}

function clauseLabel(at: string, lang: Lookup['lang']): string {
  return { zh: `依据${at}`, en: `clause ${at}` }[lang];
}

/** Ladders that grade a kind of subject, in the pack's order. */
export function laddersOf(kind: string, { words }: Lookup): (readonly [id: string, ladder: LadderWords])[] {
  return Object.entries(words.ladders).filter(([, { subject }]) => subject === kind);
}

/** Heads the column of grades: plainly while a kind has one ladder, by the ladder's title when it has several. */
export function gradeHeading(id: string, lookup: Lookup): string {
  const ladder = lookup.words.ladders[id];
  const alone = ladder && laddersOf(ladder.subject, lookup).length === 1;
  return ladder && !alone ? ladder.title[lookup.lang] : { zh: '等次', en: 'Grade' }[lookup.lang];
}

/** Each thing owed once, in order of first mention. */
export function owedTexts(owed: readonly Owed[], { result, lang }: Lookup, about?: string): string[] {
  return [...new Set(owed.map((each) => owedText(each, result, lang, about)))];
}

/**
 * Numbers that are not the measures' own: left unset, assumed, or set by the office; and which rules and facts of this
 * result ask for them, as far as it shows. What asks for an unset one was not applied.
 */
import type { Text } from '../base/text.js';
import type { Considered, Owed } from '../model/grading.js';
import type { Words } from '../model/result.js';
import type { ScoredItem, ScoredRule } from '../model/scored.js';
import { bracketed } from '../words/phrase.js';
import { clauseText } from '../words/value.js';
import type { Lookup } from './lookup.js';
import { factTitle, ruleText, scoreRuleText } from './titles.js';

export type ParameterState = 'unset' | 'assumed' | 'office' | 'source';

export const STATES: Readonly<Record<ParameterState, Text>> = {
  unset: { zh: '未设定，有关规则未适用', en: 'not set: what asks for it is not applied' },
  assumed: { zh: '办法未写明，推定', en: 'assumed: the measures do not give it' },
  office: { zh: '本单位设定', en: 'set by the office' },
  source: { zh: '办法规定', en: 'given by the measures' },
};

export interface ParameterUse {
  readonly parameter: string;
  readonly about: Words['parameters'][string];
  readonly state: ParameterState;
  readonly askedBy: readonly string[];
}

/** Those that are not the measures' own. */
export function parameterUses(lookup: Lookup): ParameterUse[] {
  return allParameters(lookup).filter(({ state }) => state !== 'source');
}

/** Unset ones first, then assumed, the office's and the measures' own; within each in the pack's order. */
export function allParameters(lookup: Lookup): ParameterUse[] {
  const asked = askedBy(lookup);
  const found = Object.entries(lookup.words.parameters).map(
    ([parameter, about]): ParameterUse => ({
      parameter,
      about,
      state: stateOf(about),
      askedBy: [...(asked.get(parameter) ?? [])],
    }),
  );
  return (Object.keys(STATES) as ParameterState[]).flatMap((each) => found.filter(({ state }) => state === each));
}

function stateOf({ value, byOffice, origin }: ParameterUse['about']): ParameterState {
  if (value === undefined) return 'unset';
  if (byOffice) return 'office';
  return origin === 'assumed' ? 'assumed' : 'source';
}

/** What asks for each parameter, with its clause, in order of first mention. */
function askedBy(lookup: Lookup): Map<string, Set<string>> {
  const { result, words, lang } = lookup;
  const asked = new Map<string, Set<string>>();
  const note = (names: readonly string[], by: () => string): void => {
    for (const name of names) {
      if (!words.parameters[name]) continue;
      const texts = asked.get(name) ?? new Set();
      asked.set(name, texts.add(by()));
    }
  };
  // What was weighed alike for many is often one thing, and asks for nothing more the second time.
  const seen = new Set<Considered>();
  let of = '';
  for (const { ladder, considered } of result.grades) {
    if (ladder !== of) seen.clear();
    of = ladder;
    for (const each of considered) {
      if (seen.has(each)) continue;
      seen.add(each);
      for (const { names } of each.atoms) note(names, () => ruleText(ladder, each.rule, lookup));
    }
  }
  for (const { id, owed } of result.facts) {
    if (owed.length === 0 && words.facts[id]?.into === undefined) continue;
    const into = words.facts[id]?.into;
    note([...parametersIn(owed), ...(into === undefined ? [] : [into])], () => factTitle(id, lookup));
  }
  for (const { score, items } of result.scores) {
    for (const rule of items.flatMap(rulesIn))
      note(askedByRule(score, rule, words), () => scoreRuleText(score, rule.rule, lookup));
  }
  for (const { consequence, clause, atoms } of result.consequences) {
    const title = words.consequences[consequence]?.title[lang] ?? consequence;
    for (const { names } of atoms) note(names, () => bracketed(title, clauseText(clause, words), lang));
  }
  return asked;
}

function parametersIn(owed: readonly Owed[]): string[] {
  return owed.flatMap((each) => (each.kind === 'parameter' ? [each.parameter] : []));
}

function rulesIn({ rules, items }: ScoredItem): ScoredRule[] {
  return [...rules, ...items.flatMap(rulesIn)];
}

/** The numbers that a rule of a score asks for, where anything was found under it. */
function askedByRule(score: string, { rule, reckoned }: ScoredRule, words: Words): string[] {
  const own = reckoned.length > 0 ? (words.scores[score]?.rules[rule]?.asks ?? []) : [];
  return [...own, ...reckoned.flatMap(({ owed }) => parametersIn(owed))];
}

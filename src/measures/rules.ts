/** The rules of a pack: ladders of grades, orders, limits, consequences and the plan of the bulletin. */

import type { Text } from '../base/text.js';
import type { Condition } from '../model/condition.js';
import {
  type BulletinPlan,
  type BulletinSection,
  type Consequence,
  type FactRule,
  gradeName,
  type Ladder,
  type Limit,
  type Ranking,
  type Rule,
} from '../model/measures.js';
import type { Declarations, Declared } from './cel.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import { declaredFact, factNames } from './facts.js';
import { compileSource, rowNames } from './forms.js';
import type { Pack } from './schema.js';
import type { Path } from './yaml.js';

/** A condition that was refused has been reported; the pack is then not used, so this stands in for it unweighed. */
const REFUSED: Condition = {
  source: '',
  names: [],
  weigh: () => ({ outcome: 'unknown', atoms: [] }),
  outcome: () => 'unknown',
};

type RuleEntry = NonNullable<Pack['grades']>[string]['rules'][string] | NonNullable<Pack['consequences']>[string];

function compileRule(draft: Draft, id: string, entry: RuleEntry, names: Declarations, path: Path): Rule {
  draft.cites(entry.clause, path);
  return {
    id,
    clause: entry.clause,
    title: textOf(entry),
    when: draft.condition(entry.when, draft.words(names), [...path, 'when']) ?? REFUSED,
    periods: entry.periods ?? [],
  };
}

export function compileLadders(draft: Draft, facts: ReadonlyMap<string, FactRule>, parameters: Declarations): Ladder[] {
  return entries(draft.pack.grades).map(([id, entry]) => {
    const path = ['grades', id];
    draft.cites(entry.clause, path);
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
    const names = factNames(draft, facts, entry.subject, parameters);
    return {
      id,
      subject: entry.subject,
      clause: entry.clause,
      title: textOf(entry),
      grades: entries(entry.grades).map(([grade, title]) => ({ id: grade, title: textOf(title) })),
      rules: entries(entry.rules).map(([rule, ruleEntry]) => {
        const at = [...path, 'rules', rule];
        draft.known(KINDS.grade, ruleEntry.grade, Object.keys(entry.grades), [...at, 'grade']);
        return {
          ...compileRule(draft, rule, ruleEntry, names, at),
          grade: ruleEntry.grade,
          effect: ruleEntry.effect ?? 'decides',
        };
      }),
    };
  });
}

export function compileRankings(
  draft: Draft,
  facts: ReadonlyMap<string, FactRule>,
  parameters: Declarations,
): Ranking[] {
  return entries(draft.pack.ranking).map(([id, entry]) => {
    const path = ['ranking', id];
    draft.cites(entry.clause, path);
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
    // A place is what an order gives; no order can ask for one.
    const known = new Map([...facts].filter(([, { from }]) => from.kind !== 'place'));
    const own = [...known.values()].filter(({ subject }) => subject === entry.subject).map((fact) => fact.id);
    const names = draft.words(factNames(draft, known, entry.subject, parameters));
    const among = entry.among === undefined ? undefined : draft.condition(entry.among, names, [...path, 'among']);
    const by = entry.by.map((key, index) => {
      const { fact, ascending } = typeof key === 'string' ? { fact: key, ascending: false } : key;
      const rule = draft.known(KINDS.fact, fact, own, [...path, 'by', index]) ? facts.get(fact) : undefined;
      if (rule) draft.typed(fact, declaredFact(draft, rule, parameters), ['int', 'decimal'], [...path, 'by', index]);
      return { fact, ascending };
    });
    return {
      id,
      subject: entry.subject,
      clause: entry.clause,
      title: textOf(entry),
      by,
      periods: entry.periods ?? [],
      byGroup: entry.by_group ?? false,
      ...(among ? { among } : {}),
    };
  });
}

export function compileLimits(draft: Draft, parameters: Declarations): Limit[] {
  return entries(draft.pack.limits).map(([id, entry]) => {
    const path = ['limits', id];
    draft.cites(entry.clause, path);
    const ladder = draft.pack.grades?.[entry.ladder];
    draft.known(KINDS.ladder, entry.ladder, Object.keys(draft.pack.grades ?? {}), [...path, 'ladder']);
    if (ladder) draft.known(KINDS.grade, entry.grade, Object.keys(ladder.grades), [...path, 'grade']);
    const { clause, grade, rounding } = entry;
    const share = shareOf(draft, entry.share, parameters, [...path, 'share']);
    return { id, clause, title: textOf(entry), ladder: entry.ladder, grade, share, rounding };
  });
}

function shareOf(
  draft: Draft,
  entry: NonNullable<Pack['limits']>[string]['share'],
  parameters: Declarations,
  path: Path,
): Limit['share'] {
  const given = (name: string, at: Path): void => {
    if (draft.known(KINDS.parameter, name, Object.keys(draft.pack.parameters), at))
      draft.typed(name, parameters.get(name), ['decimal', 'int'], at);
  };
  if (typeof entry === 'string') {
    given(entry, path);
    return entry;
  }
  const { by, of } = entry;
  const ladders = draft.pack.grades ?? {};
  const isKnown = draft.known(KINDS.ladder, by, Object.keys(ladders), [...path, 'by']);
  for (const [grade, parameter] of entries(of)) {
    if (isKnown) draft.known(KINDS.grade, grade, Object.keys(ladders[by]?.grades ?? {}), [...path, 'of']);
    given(parameter, [...path, 'of', grade]);
  }
  return { ladder: by, of: new Map(entries(of)) };
}

export function compileConsequences(
  draft: Draft,
  facts: ReadonlyMap<string, FactRule>,
  parameters: Declarations,
): Consequence[] {
  return entries(draft.pack.consequences).map(([id, entry]) => {
    const path = ['consequences', id];
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
    const names = factNames(draft, facts, entry.subject, parameters);
    for (const [ladder, { subject, grades }] of entries(draft.pack.grades)) {
      const graded: Declared = { type: 'choice', choices: Object.keys(grades) };
      if (subject === entry.subject) names.set(gradeName(ladder), graded);
    }
    const own = [...facts.values()].filter(({ subject }) => subject === entry.subject).map((fact) => fact.id);
    placeholders(draft, entry.text, own, [...path, 'text']);
    return {
      ...compileRule(draft, id, entry, names, path),
      subject: entry.subject,
      tone: entry.tone,
      text: entry.text,
    };
  });
}

/** What the title and the opening of a bulletin can be filled with. */
const BULLETIN_NAMES = ['period', 'measures'];

/** A placeholder that nothing fills is refused when the pack is loaded, not when the report is made. */
function placeholders(draft: Draft, wording: Text, known: readonly string[], path: Path): void {
  for (const [, name = ''] of `${wording.zh}${wording.en}`.matchAll(/\{(\w+)\}/g))
    draft.known(KINDS.placeholder, name, known, path);
}

/** Bars stand for numbers alone. */
function checkChart(
  fact: string | undefined,
  draft: Draft,
  facts: ReadonlyMap<string, FactRule>,
  parameters: Declarations,
  path: Path,
): void {
  if (fact === undefined || !draft.known(KINDS.fact, fact, facts.keys(), path)) return;
  const rule = facts.get(fact);
  if (rule) draft.typed(fact, declaredFact(draft, rule, parameters), ['int', 'decimal'], path);
}

export function compileBulletin(
  draft: Draft,
  facts: ReadonlyMap<string, FactRule>,
  parameters: Declarations,
): BulletinPlan {
  const { title, opening, sections } = draft.pack.bulletin;
  for (const [key, wording] of [
    ['title', title],
    ['opening', opening],
  ] as const)
    placeholders(draft, wording, BULLETIN_NAMES, ['bulletin', key]);
  return {
    title,
    opening,
    sections: sections.map((entry, index): BulletinSection => {
      const path = ['bulletin', 'sections', index];
      if (entry.kind === 'order') {
        draft.known(KINDS.ranking, entry.ranking, Object.keys(draft.pack.ranking ?? {}), [...path, 'ranking']);
        for (const fact of entry.facts) draft.known(KINDS.fact, fact, facts.keys(), [...path, 'facts']);
        checkChart(entry.chart, draft, facts, parameters, [...path, 'chart']);
      }
      if (entry.kind === 'grades')
        draft.known(KINDS.ladder, entry.ladder, Object.keys(draft.pack.grades ?? {}), [...path, 'ladder']);
      if (entry.kind === 'scores' || entry.kind === 'score-lines')
        draft.known(KINDS.score, entry.score, Object.keys(draft.pack.score ?? {}), [...path, 'score']);
      if (entry.kind === 'order') {
        const { chart, ...plain } = entry;
        return chart === undefined ? plain : { ...plain, chart };
      }
      if (entry.kind !== 'rows') return entry;
      const { title, none, columns, ahead } = entry;
      const declared = rowNames(draft, entry.form, new Map());
      for (const column of columns) draft.known(KINDS.column, column, declared.keys(), [...path, 'columns']);
      if (ahead !== undefined && draft.known(KINDS.column, ahead, declared.keys(), [...path, 'ahead']))
        draft.typed(ahead, declared.get(ahead), ['day'], [...path, 'ahead']);
      const rows = compileSource(draft, entry, parameters, path);
      return { kind: 'rows', title, rows, columns, ...(ahead === undefined ? {} : { ahead }), none };
    }),
  };
}

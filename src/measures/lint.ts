/**
 * What a pack's author should know beyond errors: clauses nothing cites, rules of thumb unset or assumed, names that
 * nothing uses, grades that no rule gives.
 */
import type { Measures } from '../model/measures.js';
import { coverage } from './coverage.js';
import type { Unplaced } from './problem.js';
import { namesInScore } from './score-asks.js';

export function lint(measures: Measures): Unplaced[] {
  return [...lintClauses(measures), ...lintParameters(measures), ...lintFacts(measures), ...lintGrades(measures)];
}

function lintClauses(measures: Measures): Unplaced[] {
  return coverage(measures).flatMap(({ clause, mechanisms }): Unplaced[] => {
    const path = ['clauses', clause.id];
    const cited = mechanisms.length > 0;
    if (clause.asks === 'software' && !cited)
      return [{ kind: 'clause-uncited', path, severity: 'error', clause: clause.id }];
    if (clause.asks === 'people' && cited)
      return [{ kind: 'clause-cited', path, severity: 'warning', clause: clause.id }];
    return [];
  });
}

function lintParameters(measures: Measures): Unplaced[] {
  const used = usedNames(measures);
  return [...measures.parameters.values()].flatMap(({ id, origin, value, byOffice }): Unplaced[] => {
    const path = ['parameters', id];
    const unused: Unplaced[] = used.has(id) ? [] : [{ kind: 'parameter-unused', path, severity: 'warning', name: id }];
    if (value === undefined) return [...unused, { kind: 'parameter-unset', path, severity: 'note', name: id }];
    if (origin !== 'assumed' || byOffice) return unused;
    const plain = 'type' in value && value.type === 'threshold' ? value.bound : value;
    return [
      ...unused,
      {
        kind: 'parameter-assumed',
        path,
        severity: 'note',
        name: id,
        value: 'value' in plain ? String(plain.value) : plain.join(', '),
      },
    ];
  });
}

function lintFacts(measures: Measures): Unplaced[] {
  const used = usedNames(measures);
  return [...measures.facts.keys()]
    .filter((id) => !used.has(id))
    .map((id) => ({ kind: 'fact-unused', path: ['facts', id], severity: 'note', name: id }));
}

function lintGrades(measures: Measures): Unplaced[] {
  return measures.ladders.flatMap(({ id, grades, rules }) =>
    grades
      .filter((grade) => !rules.some((rule) => rule.grade === grade.id && rule.effect !== 'caps'))
      .map(
        (grade): Unplaced => ({
          kind: 'grade-unreachable',
          path: ['grades', id, 'grades', grade.id],
          severity: 'error',
          grade: grade.id,
        }),
      ),
  );
}

/** Every name that a rule, a due day, an order or the bulletin asks for. */
function usedNames(measures: Measures): Set<string> {
  const names = new Set<string>();
  const add = (...more: readonly (string | number | undefined)[]): void => {
    for (const name of more) if (typeof name === 'string') names.add(name);
  };
  for (const { due, rules } of measures.forms.values()) {
    if (due) add(due.kind === 'date' ? due.day : due.count);
    for (const { when, must } of rules) add(...(when?.names ?? []), ...(must?.names ?? []));
  }
  for (const { each, in: other } of measures.checks) add(...(each.where?.names ?? []), ...(other.where?.names ?? []));
  for (const { from } of measures.facts.values()) {
    if (from.kind === 'share') add(from.of, from.in);
    else if (from.kind === 'total') add(...from.parts);
    else if (from.kind === 'converted') add(from.fact, from.into);
    else if (from.kind !== 'points' && from.kind !== 'place')
      add(...(from.rows.where?.names ?? []), from.kind === 'longest' ? from.accountsFor : undefined);
  }
  for (const rule of [...measures.ladders.flatMap(({ rules }) => rules), ...measures.consequences])
    add(...rule.when.names);
  for (const score of measures.scores) add(...namesInScore(score));
  for (const { by, among } of measures.rankings) add(...by.map(({ fact }) => fact), ...(among?.names ?? []));
  for (const { share } of measures.limits) add(...(typeof share === 'string' ? [share] : share.of.values()));
  for (const section of measures.bulletin.sections) if (section.kind === 'order') add(...section.facts, section.chart);
  return names;
}

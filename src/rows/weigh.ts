/** Weighs a pack's rule about one subject: its outcome, its atoms, and what is owed where it is unknown. */
import type { Condition, Operand, Weighed } from '../model/condition.js';
import type { Fact, Owed } from '../model/grading.js';
import { followsScoring, type Measures } from '../model/measures.js';

export interface Weighing extends Weighed {
  readonly owed: readonly Owed[];
}

/** The parameter a rule is open for: what an office has not set is not applied. */
export function unsetIn({ owed }: { readonly owed: readonly Owed[] }): string | undefined {
  return owed.find((each) => each.kind === 'parameter')?.parameter;
}

/** The facts about one subject, by id. */
export type FactsOf = ReadonlyMap<string, Fact>;

export function weighRule(
  when: Condition,
  facts: FactsOf,
  measures: Measures,
  also: ReadonlyMap<string, Operand> = new Map(),
): Weighing {
  const operand = (name: string): Operand => also.get(name) ?? factOperand(name, facts, measures);
  const weighed = when.weigh(operand);
  const unknown = weighed.outcome === 'unknown' ? when.names.filter((name) => operand(name).state === 'unknown') : [];
  const owed = unknown.flatMap((name): readonly Owed[] =>
    measures.parameters.has(name) ? [{ kind: 'parameter', parameter: name }] : (facts.get(name)?.owed ?? []),
  );
  return { ...weighed, owed: distinctOwed(owed) };
}

function factOperand(name: string, facts: FactsOf, measures: Measures): Operand {
  const parameter = measures.parameters.get(name);
  if (parameter)
    return parameter.value === undefined ? { state: 'unknown' } : { state: 'known', value: parameter.value };
  const fact = facts.get(name);
  // Who has no place in an order, or no such item, is not waiting for one.
  const rule = measures.facts.get(name);
  if (!fact && rule && followsScoring(rule)) return { state: 'absent' };
  if (fact?.value) return { state: 'known', value: fact.value };
  const { atLeast, atMost } = fact ?? {};
  return { state: 'unknown', ...(atLeast ? { atLeast } : {}), ...(atMost ? { atMost } : {}) };
}

export function distinctOwed(owed: readonly Owed[]): Owed[] {
  return [...new Map(owed.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * Facts that rest on points: what a score or one of its items comes to, and points converted in proportion. A number
 * that is not known yet keeps its least; rounding happens here, at the places the pack names, and nowhere else.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Fact, Owed } from '../model/grading.js';
import { type Derivation, type FactRule, followsScoring, type Measures } from '../model/measures.js';
import type { Bounded, Reckoned, Scored, ScoredItem } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import type { Place, Value } from '../model/value.js';
import { distinct } from './rows.js';

/** The facts given, with those that rest on points among them, each subject's in the pack's order. */
export function withPoints(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  scores: readonly Scored[],
  measures: Measures,
): Fact[] {
  const rules = [...measures.facts.values()];
  if (!rules.some(followsScoring)) return [...facts];
  const known = new Map(facts.map((fact) => [`${fact.subject}\n${fact.id}`, fact]));
  return subjects.flatMap((subject) => {
    const own = scores.filter((each) => each.subject === subject.id);
    return rules
      .filter((rule) => rule.subject === subject.kind)
      .flatMap((rule) => known.get(`${subject.id}\n${rule.id}`) ?? factOf(rule, subject, own, measures) ?? []);
  });
}

function factOf(rule: FactRule, subject: Subject, scores: readonly Scored[], measures: Measures): Fact | undefined {
  const { from } = rule;
  if (from.kind === 'points') return pointsFact(rule, from, subject, scores);
  if (from.kind !== 'converted') return undefined;
  const base = measures.facts.get(from.fact);
  const points = base && factOf(base, subject, scores, measures);
  return points && convertedFact(rule, from, points, measures);
}

function pointsFact(
  { id }: FactRule,
  { score, item }: Extract<Derivation, { kind: 'points' }>,
  subject: Subject,
  scores: readonly Scored[],
): Fact | undefined {
  const scored = scores.find((each) => each.score === score);
  const part = item === undefined ? scored : scored && itemOf(scored.items, item);
  // An item that is not for the subject's group gives no fact about it.
  if (!scored || !part) return undefined;
  const items = 'item' in part ? [part] : part.items;
  return {
    id,
    subject: subject.id,
    from: scored.from,
    to: scored.to,
    ...valuesOf(part),
    owed: part.points === undefined ? scored.owed : [],
    cells: distinct(items.flatMap(cellsOf)),
    parts: [...new Set(items.flatMap(factsOf))],
  };
}

function valuesOf({ points, least, most }: Bounded): Pick<Fact, 'value' | 'atLeast' | 'atMost'> {
  if (points !== undefined) return { value: { type: 'number', value: points } };
  return {
    ...(least === undefined ? {} : { atLeast: { type: 'number', value: least } }),
    ...(most === undefined ? {} : { atMost: { type: 'number', value: most } }),
  };
}

function itemOf(items: readonly ScoredItem[], id: string): ScoredItem | undefined {
  return items.find(({ item }) => item === id) ?? items.map((each) => itemOf(each.items, id)).find(Boolean);
}

function cellsOf(item: ScoredItem): Place[] {
  return standing(item).flatMap(({ cells }) => cells);
}

function factsOf(item: ScoredItem): string[] {
  return standing(item).flatMap(({ fact }) => (fact ? [fact.fact] : []));
}

/** Everything under an item that is not set aside, itself or with its rule or group. */
function standing({ aside, rules, items }: ScoredItem): Reckoned[] {
  if (aside) return [];
  const own = rules.filter((rule) => !rule.aside).flatMap(({ reckoned }) => reckoned.filter((each) => !each.aside));
  return [...own, ...items.flatMap(standing)];
}

function convertedFact(
  { id }: FactRule,
  { from, into, places }: Extract<Derivation, { kind: 'converted' }>,
  points: Fact,
  measures: Measures,
): Fact {
  const parameter = measures.parameters.get(into)?.value;
  const full = parameter && 'type' in parameter && parameter.type === 'number' ? parameter.value : undefined;
  const unset: Owed[] = full === undefined ? [{ kind: 'parameter', parameter: into }] : [];
  const convert = (value: Value | undefined): Value | undefined => {
    if (value?.type !== 'number' || full === undefined) return undefined;
    const exact = new Decimal(value.value).times(full).div(from);
    return { type: 'number', value: canonical(exact.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)) };
  };
  const { value: _, atLeast: __, atMost: ___, ...rest } = points;
  const [value, atLeast, atMost] = [points.value, points.atLeast, points.atMost].map(convert);
  return {
    ...rest,
    id,
    ...(value ? { value } : {}),
    ...(atLeast ? { atLeast } : {}),
    ...(atMost ? { atMost } : {}),
    owed: [...points.owed, ...unset],
    parts: [points.id],
  };
}

/**
 * Facts, rules, grades and lists of what is owed, of which the same is to be said whoever they are about: one object stands
 * for all that are alike, so that it is put into words and drawn up once. What is a subject's own is no part of it: no
 * cells. Who owes something is named in what is owed, to themselves as to others.
 */

import { remembering } from '../base/remember.js';
import type { Considered, Fact, Grade, Owed } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { type NextLike, nextOf } from './next.js';

interface Numbered {
  /** Tells it from all that are not alike. */
  readonly number: number;
}

export interface OwedLike extends Numbered {
  readonly owed: readonly Owed[];
}

/** What a fact is; what is owed for it stands beside it. */
export interface FactLike extends Numbered {
  readonly fact: Pick<Fact, 'id' | 'from' | 'to' | 'value' | 'atLeast' | 'atMost'>;
  readonly isOwed: boolean;
}

/** What came of asking a rule; what is owed for it stands beside it. */
export interface RuleLike {
  readonly ladder: string;
  readonly considered: Omit<Considered, 'owed'>;
  /** Those that its atoms ask for, by id. */
  readonly facts: ReadonlyMap<string, FactLike['fact']>;
}

export interface RuleOwed {
  readonly like: RuleLike;
  readonly owed: OwedLike;
}

export interface GradeLike {
  /** The first of those that are alike: what it is, not whose. */
  readonly grade: Grade;
  readonly rules: readonly RuleOwed[];
  readonly next: NextLike | undefined;
  readonly owed: OwedLike;
}

/** Facts of one subject by id. */
export type FactsAlike = ReadonlyMap<string, { readonly like: FactLike }>;

export interface Likenesses {
  owed(owed: readonly Owed[]): OwedLike;
  fact(fact: Fact): FactLike;
  grade(grade: Grade, facts: FactsAlike): GradeLike;
}

export function likenesses(result: Result): Likenesses {
  const next = counting();
  const owedOf = owedAlike(next);
  const ruleOf = rulesAlike(next);
  const weighedOf = weighedAlike(next);
  const facts = remembering<string, FactLike>();
  const grades = remembering<string, GradeLike>(LISTS);
  return {
    owed: owedOf,
    fact(fact) {
      const { id, from, to, value, atLeast, atMost, owed } = fact;
      const isOwed = owed.length > 0;
      const key = JSON.stringify([isOwed, id, from, to, value, atLeast, atMost]);
      return facts(key, () => ({ number: next(), fact, isOwed }));
    },
    grade(each, own) {
      const { ladder, state, grade, possible, decidedBy, notApplied, considered } = each;
      const owed = owedOf(each.owed);
      const { number, names } = weighedOf(considered);
      const about = [ladder, state, grade, possible, decidedBy, notApplied];
      const key = `${owed.number} ${number}${valuesOf(names, own)} ${JSON.stringify(about)}`;
      return grades(key, () => {
        const rules = considered.map((rule) => ({
          like: ruleOf(rule, ladder, own),
          owed: owedOf(rule.owed),
        }));
        return { grade: each, rules, next: nextOf(each, rules, result), owed };
      });
    },
  };
}

/** Grades with all that was asked for them are much, and few are remembered. */
const LISTS = 100;

function counting(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

type OwedAlike = (owed: readonly Owed[]) => OwedLike;

/** Where a list is met again, or its equal, the text of it tells; the object itself does so sooner. */
function owedAlike(next: () => number): OwedAlike {
  const nothing: OwedLike = { number: next(), owed: [] };
  const met = remembering<readonly Owed[], OwedLike>();
  const alike = remembering<string, OwedLike>();
  return (owed) => {
    if (owed.length === 0) return nothing;
    return met(owed, () => alike(JSON.stringify(owed), () => ({ number: next(), owed })));
  };
}

interface Weighed extends Numbered {
  /** What is asked for, each once. */
  readonly names: readonly string[];
}

/** Rules that were asked one after another, and came to the same. */
function weighedAlike(next: () => number): (considered: readonly Considered[]) => Weighed {
  const met = remembering<readonly Considered[], Weighed>(LISTS);
  const alike = remembering<string, Weighed>(LISTS);
  return (considered) =>
    met(considered, () =>
      alike(JSON.stringify(considered), () => ({
        number: next(),
        names: [...new Set(considered.flatMap(namesIn))],
      })),
    );
}

function rulesAlike(next: () => number): (considered: Considered, ladder: string, facts: FactsAlike) => RuleLike {
  const outcomes = remembering<string, Numbered>();
  const rules = remembering<string, RuleLike>();
  return ({ owed: _, ...considered }, ladder, facts) => {
    const { number } = outcomes(JSON.stringify([ladder, considered]), () => ({ number: next() }));
    const names = namesIn(considered);
    return rules(`${number}${valuesOf(names, facts)}`, () => ({
      ladder,
      considered,
      facts: new Map(names.flatMap((name) => named(name, facts))),
    }));
  };
}

function namesIn({ atoms }: Pick<Considered, 'atoms'>): string[] {
  return atoms.flatMap(({ names }) => names);
}

function valuesOf(names: readonly string[], facts: FactsAlike): string {
  let values = '';
  for (const name of names) values += ` ${facts.get(name)?.like.number ?? ''}`;
  return values;
}

function named(name: string, facts: FactsAlike): (readonly [string, FactLike['fact']])[] {
  const found = facts.get(name);
  return found ? [[name, found.like.fact]] : [];
}

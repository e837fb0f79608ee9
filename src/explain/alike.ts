/**
 * Facts, rules, grades and lists of what is owed, of which the same is to be said whoever they are about: one object stands
 * for all that are alike, so that it is put into words and drawn up once. What is a subject's own is no part of it: no
 * cells, and where a subject is named in what is owed, which is worded apart for it, its own object stands for it alone.
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
  /** Whom it is told to, where that makes a difference. */
  readonly about?: string;
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
  owed(owed: readonly Owed[], subject: string): OwedLike;
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
      const { subject, ladder, state, grade, possible, decidedBy, notApplied, considered } = each;
      const owed = owedOf(each.owed, subject);
      const { number, names, mentioned } = weighedOf(considered);
      const about = [ladder, state, grade, possible, decidedBy, notApplied, mentioned.has(subject) ? subject : ''];
      const key = `${owed.number} ${number}${valuesOf(names, own)} ${JSON.stringify(about)}`;
      return grades(key, () => {
        const rules = considered.map((rule) => ({
          like: ruleOf(rule, ladder, own),
          owed: owedOf(rule.owed, subject),
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

type OwedAlike = (owed: readonly Owed[], subject: string) => OwedLike;

/** Where a list is met again, or its equal, the text of it tells; the object itself does so sooner. */
function owedAlike(next: () => number): OwedAlike {
  interface Met {
    readonly mentioned: ReadonlySet<string>;
    readonly toOthers: OwedLike;
    readonly toThose: Map<string, OwedLike>;
  }
  const nothing: OwedLike = { number: next(), owed: [] };
  const met = remembering<readonly Owed[], Met>();
  const alike = remembering<string, Met>();
  return (owed, subject) => {
    if (owed.length === 0) return nothing;
    const { mentioned, toOthers, toThose } = met(owed, () =>
      alike(JSON.stringify(owed), () => ({
        mentioned: mentionedIn(owed),
        toOthers: { number: next(), owed },
        toThose: new Map(),
      })),
    );
    if (!mentioned.has(subject)) return toOthers;
    const known = toThose.get(subject) ?? { number: next(), owed, about: subject };
    toThose.set(subject, known);
    return known;
  };
}

/** Every name and id in what is owed: whom of them it is told to may make a difference. */
function mentionedIn(owed: readonly Owed[]): ReadonlySet<string> {
  return new Set(owed.flatMap((each) => Object.values(each).flat()).filter((each) => typeof each === 'string'));
}

interface Weighed extends Numbered {
  /** What is asked for, each once. */
  readonly names: readonly string[];
  readonly mentioned: ReadonlySet<string>;
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
        mentioned: mentionedIn(considered.flatMap(({ owed }) => owed)),
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

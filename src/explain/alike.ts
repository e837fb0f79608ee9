/**
 * Facts, rules, grades and lists of what is owed, of which the same is to be said whoever they are about: one object stands
 * for all that are alike, so that it is put into words and drawn up once. What is a subject's own is no part of it: no
 * cells, and where a subject is named in what is owed, which is worded apart for it, its own object stands for it alone.
 */
import type { Considered, Fact, Grade, Owed } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { type NextLike, nextOf } from './next.js';
import { remembering } from './remember.js';

interface Numbered {
  /** Tells it from all that are not alike. */
  readonly number: number;
}

export interface OwedLike extends Numbered {
  readonly owed: readonly Owed[];
  /** Whom it is told to, where that makes a difference. */
  readonly about?: string;
}

export interface FactLike extends Numbered {
  readonly fact: Pick<Fact, 'id' | 'from' | 'to' | 'value' | 'atLeast' | 'atMost'>;
  readonly owed: OwedLike;
}

export interface RuleLike {
  readonly ladder: string;
  readonly considered: Omit<Considered, 'owed'>;
  /** Those that its atoms ask for, by id. */
  readonly facts: ReadonlyMap<string, FactLike['fact']>;
  readonly owed: OwedLike;
}

export interface GradeLike {
  /** The first of those that are alike: what it is, not whose. */
  readonly grade: Grade;
  readonly rules: readonly RuleLike[];
  readonly next: NextLike | undefined;
  readonly owed: OwedLike;
}

/** Facts of one subject by id. */
export type FactsAlike = ReadonlyMap<string, { readonly like: FactLike }>;

export interface Likenesses {
  fact(fact: Fact): FactLike;
  grade(grade: Grade, facts: FactsAlike): GradeLike;
}

export function likenesses(result: Result): Likenesses {
  const next = counting();
  const owedOf = owedAlike(next);
  const ruleOf = rulesAlike(next, owedOf);
  const weighedOf = weighedAlike<readonly Considered[]>(next, (list) => list, LISTS);
  const facts = remembering<string, FactLike>();
  const grades = remembering<string, GradeLike>();
  return {
    fact(fact) {
      const { id, from, to, value, atLeast, atMost, subject } = fact;
      const owed = owedOf(fact.owed, subject);
      const key = JSON.stringify([owed.number, id, from, to, value, atLeast, atMost]);
      return facts(key, () => ({ number: next(), fact, owed }));
    },
    grade(each, own) {
      const { subject, ladder, state, grade, possible, decidedBy, notApplied, considered } = each;
      const owed = owedOf(each.owed, subject);
      const about = [ladder, state, grade, possible, decidedBy, notApplied];
      const key = `${owed.number} ${keyOf(weighedOf(considered), subject, own)} ${JSON.stringify(about)}`;
      return grades(key, () => {
        const rules = considered.map((rule) => ruleOf(rule, ladder, subject, own));
        return { grade: each, rules, next: nextOf(each, rules, result), owed };
      });
    },
  };
}

/** Lists of rules are long. */
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
  /** What its conditions ask for, each once. */
  readonly names: readonly string[];
  readonly mentioned: ReadonlySet<string>;
}

/** Rules that were weighed alike, whatever the facts were. */
function weighedAlike<T extends object>(
  next: () => number,
  rulesIn: (of: T) => readonly Considered[],
  certain?: number,
): (of: T) => Weighed {
  const met = remembering<T, Weighed>(certain);
  const alike = remembering<string, Weighed>(certain);
  return (of) =>
    met(of, () =>
      alike(JSON.stringify(of), () => ({
        number: next(),
        names: [...new Set(rulesIn(of).flatMap(({ atoms }) => atoms.flatMap(({ names }) => names)))],
        mentioned: mentionedIn(rulesIn(of).flatMap(({ owed }) => owed)),
      })),
    );
}

/** The same for all of whom the same was asked with the same facts, unless what is owed names them. */
function keyOf({ number, names, mentioned }: Weighed, subject: string, facts: FactsAlike): string {
  let key = String(number);
  for (const name of names) key += ` ${facts.get(name)?.like.number ?? ''}`;
  return mentioned.has(subject) ? key + JSON.stringify(subject) : key;
}

function rulesAlike(
  next: () => number,
  owedOf: OwedAlike,
): (considered: Considered, ladder: string, subject: string, facts: FactsAlike) => RuleLike {
  const weighedOf = weighedAlike<Considered>(next, (rule) => [rule]);
  const rules = remembering<string, RuleLike>();
  return (considered, ladder, subject, facts) => {
    const weighed = weighedOf(considered);
    const key = `${keyOf(weighed, subject, facts)} ${ladder}`;
    return rules(key, () => ({
      ladder,
      considered,
      facts: new Map(weighed.names.flatMap((name) => named(name, facts))),
      owed: owedOf(considered.owed, subject),
    }));
  };
}

function named(name: string, facts: FactsAlike): (readonly [string, FactLike['fact']])[] {
  const found = facts.get(name);
  return found ? [[name, found.like.fact]] : [];
}

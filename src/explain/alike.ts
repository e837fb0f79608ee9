/**
 * Facts, rules and lists of what is owed, of which the same is to be said whoever they are about: one object stands for all
 * that are alike, so that it is put into words and drawn up once. What is a subject's own is no part of it: no cells, and
 * where a subject owes something itself, which is worded apart, what is owed stands for it alone.
 */
import type { Considered, Fact, Owed } from '../model/grading.js';
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

/** Facts of one subject by id. */
export type FactsAlike = ReadonlyMap<string, { readonly like: FactLike }>;

export interface Likenesses {
  owed(owed: readonly Owed[], subject: string): OwedLike;
  fact(fact: Fact): FactLike;
  rule(considered: Considered, ladder: string, subject: string, facts: FactsAlike): RuleLike;
}

export function likenesses(): Likenesses {
  const next = counting();
  const owedOf = owedAlike(next);
  const weighedOf = weighedAlike(next);
  const facts = remembering<string, FactLike>();
  const rules = remembering<string, RuleLike>();
  return {
    owed: owedOf,
    fact(fact) {
      const { id, from, to, value, atLeast, atMost, subject } = fact;
      const owed = owedOf(fact.owed, subject);
      const key = JSON.stringify([owed.number, id, from, to, value, atLeast, atMost]);
      return facts(key, () => ({ number: next(), fact, owed }));
    },
    rule(considered, ladder, subject, own) {
      const { number, names } = weighedOf(considered);
      const owed = owedOf(considered.owed, subject);
      let key = `${number} ${owed.number}`;
      for (const name of names) key += ` ${own.get(name)?.like.number ?? ''}`;
      return rules(`${key} ${ladder}`, () => ({ ladder, considered, facts: named(names, own), owed }));
    },
  };
}

function counting(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/** Where an object is met again, or its equal, the text of it tells; the object alone does so sooner. */
function owedAlike(next: () => number): Likenesses['owed'] {
  const nothing: OwedLike = { number: next(), owed: [] };
  const met = remembering<readonly Owed[], { readonly text: string; readonly byOthers: OwedLike }>();
  const alike = remembering<string, OwedLike>();
  return (owed, subject) => {
    if (owed.length === 0) return nothing;
    const { text, byOthers } = met(owed, () => {
      const written = JSON.stringify(owed);
      return { text: written, byOthers: alike(written, () => ({ number: next(), owed })) };
    });
    const own = JSON.stringify(subject);
    if (!text.includes(own)) return byOthers;
    return alike(own + text, () => ({ number: next(), owed, about: subject }));
  };
}

function weighedAlike(
  next: () => number,
): (considered: Considered) => { readonly number: number; readonly names: readonly string[] } {
  type Weighed = ReturnType<ReturnType<typeof weighedAlike>>;
  const met = remembering<Considered, Weighed>();
  const alike = remembering<string, Weighed>();
  return (considered) =>
    met(considered, () =>
      alike(JSON.stringify(considered), () => ({
        number: next(),
        names: [...new Set(considered.atoms.flatMap(({ names }) => names))],
      })),
    );
}

function named(names: readonly string[], own: FactsAlike): RuleLike['facts'] {
  return new Map(
    names.flatMap((name) => {
      const found = own.get(name);
      return found ? [[name, found.like.fact] as const] : [];
    }),
  );
}

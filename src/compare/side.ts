/** A result to be compared: looked up by subject, with its own words, in both languages at once. */
import { groupedBy } from '../base/group.js';
import type { Lang, Text } from '../base/text.js';
import type { ConsequenceLine, Fact, Grade, Owed, Standing } from '../model/grading.js';
import type { Sources } from '../model/manifest.js';
import type { Result, Words } from '../model/result.js';
import type { Scored } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import { owedText } from '../words/grade.js';
import { clauseText, namesOf } from '../words/value.js';
import type { About, Change, OwedChange, Person, Said } from './types.js';

export interface Looked {
  readonly result: Result;
  readonly words: Words;
  readonly sources: Sources | undefined;
  subject(id: string): Subject | undefined;
  person(id: string): Person;
  facts(subject: string): ReadonlyMap<string, Fact>;
  grades(subject: string): ReadonlyMap<string, Grade>;
  scores(subject: string): ReadonlyMap<string, Scored>;
  standings(subject: string): ReadonlyMap<string, Standing>;
  consequences(subject: string): ReadonlyMap<string, ConsequenceLine>;
  about(id: string, words: { readonly title: Text; readonly clause: string } | undefined): About;
}

export function lookedUp(result: Result, sources?: Sources): Looked {
  const { words } = result;
  const subjects = new Map(result.subjects.map((subject) => [subject.id, subject]));
  const names = namesOf(result);
  return {
    result,
    words,
    sources,
    subject: (id) => subjects.get(id),
    person: (id) => ({ subject: id, kind: subjects.get(id)?.kind ?? '', name: both((lang) => names(id, lang)) }),
    facts: bySubject(result.facts, ({ id }) => id),
    grades: bySubject(result.grades, ({ ladder }) => ladder),
    scores: bySubject(result.scores, ({ score }) => score),
    standings: bySubject(result.standings, ({ ranking }) => ranking),
    consequences: bySubject(result.consequences, ({ consequence }) => consequence),
    about: (id, about) => ({
      id,
      title: about?.title ?? { zh: id, en: id },
      clause: about ? clauseText(about.clause, words) : '',
    }),
  };
}

function bySubject<T extends { readonly subject: string }>(all: readonly T[], key: (each: T) => string) {
  const grouped = groupedBy(all, ({ subject }) => subject);
  const keyed = new Map([...grouped].map(([subject, own]) => [subject, new Map(own.map((each) => [key(each), each]))]));
  const none: ReadonlyMap<string, T> = new Map();
  return (subject: string): ReadonlyMap<string, T> => keyed.get(subject) ?? none;
}

export function both(text: (lang: Lang) => string): Text {
  return { zh: text('zh'), en: text('en') };
}

/** What something was and is, each only where it was or is anything. */
export function change<T>(before: Said<T> | undefined, after: Said<T> | undefined): Change<T> {
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

/** The keys of both maps, those of the latter in their order before those of the former alone. */
export function keysOf(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...after.keys(), ...before.keys()])];
}

/** Whether two pieces of plain data say the same; the order of keys is that in which we write them. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What is in one list and not in the other, each as often as it is there more often. */
export function less<T>(all: readonly T[], others: readonly T[], key: (each: T) => string = JSON.stringify): T[] {
  const left = new Map<string, number>();
  for (const each of others) left.set(key(each), (left.get(key(each)) ?? 0) + 1);
  return all.filter((each) => {
    const at = key(each);
    const count = left.get(at) ?? 0;
    left.set(at, count - 1);
    return count <= 0;
  });
}

type Owing = { readonly owed: readonly Owed[] } | undefined;

/** What was owed to something and no longer is, and what newly is; told without naming whom it is about. */
export function owedChange(before: Owing, after: Owing, sides: Pair, subject: string): OwedChange {
  const texts = (owed: readonly Owed[], { result }: Looked): Text[] =>
    owed.map((each) => both((lang) => owedText(each, result, lang, subject)));
  const [then, now] = [texts(before?.owed ?? [], sides.before), texts(after?.owed ?? [], sides.after)];
  return { settled: once(less(then, now)), arisen: once(less(now, then)) };
}

/** Of different periods what is owed is not held against each other. */
export const NOTHING_OWED: OwedChange = { settled: [], arisen: [] };

function once(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

export interface Pair {
  readonly before: Looked;
  readonly after: Looked;
}

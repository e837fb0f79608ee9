/**
 * One part of a condition in words: whether it holds, the facts it asks for, what they must come to, and by how much
 * that was missed.
 */
import type { Lang } from '../base/text.js';
import type { Atom, Outcome } from '../model/condition.js';
import type { Fact } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { bracketed, listed } from '../words/phrase.js';
import { factWithUnit, parameterText } from '../words/value.js';
import { type Asked, askedBy, requiredText } from './asked.js';
import { apartText, type Known, missedText } from './missed.js';

export interface ExplainedAtom {
  /** Of the part as the rule needs it: one that stands under a not holds where what it says does not. */
  readonly outcome: Outcome;
  readonly text: string;
}

type Facts = ReadonlyMap<string, Pick<Fact, 'id'> & Known>;

export function explainAtom(atom: Atom, facts: Facts, result: Result, lang: Lang): ExplainedAtom {
  return { outcome: neededOutcome(atom), text: atomText(atom, facts, result, lang) };
}

const NOT: Readonly<Record<Outcome, Outcome>> = { true: 'false', false: 'true', unknown: 'unknown' };

export function neededOutcome({ outcome, denied }: Pick<Atom, 'outcome' | 'denied'>): Outcome {
  return denied ? NOT[outcome] : outcome;
}

/** "本年未按时上报 2次（3次以上），差 1" */
export function atomText(atom: Atom, facts: Facts, { words }: Result, lang: Lang): string {
  const { names, source } = atom;
  const said = names.flatMap((name) => {
    const fact = facts.get(name);
    const title = words.facts[name]?.title[lang];
    return fact && title ? [`${title} ${factWithUnit(fact, words, lang)}`] : [];
  });
  if (said.length === 0) return source;
  const asked = askedBy(atom, words);
  const figures = said.join({ zh: '，', en: ', ' }[lang]);
  const missed = asked ? missedOf(atom, asked, facts, words, lang) : unreadMissed(atom, lang);
  return `${bracketed(figures, boundText(atom, asked, words, lang), lang)}${missed}`;
}

type Words = Result['words'];

/** A bound of the measures as they word it, where a part asks to reach it; else what the part's own sign asks. */
function boundText({ names, source, denied }: Atom, asked: Asked | undefined, words: Words, lang: Lang): string {
  const bounds = names.filter((name) => name in words.parameters);
  const isWorded = bounds.length > 0 && !denied && source.startsWith('reaches(');
  if (asked && !isWorded) return requiredText(asked, words, lang);
  return listed(
    bounds.map((name) => parameterText(name, words, lang)),
    lang,
  );
}

function missedOf(atom: Atom, asked: Asked, facts: Facts, words: Words, lang: Lang): string {
  const { fact, other, sign, bound } = asked;
  const own = facts.get(fact);
  const against = other === undefined ? bound : facts.get(other)?.value;
  const isShare = words.facts[fact]?.show === 'share';
  return own ? missedText(own, sign, against, neededOutcome(atom), isShare, lang) : '';
}

function unreadMissed({ short, denied }: Atom, lang: Lang): string {
  return short === undefined || denied ? '' : apartText(short, lang);
}

/**
 * What one part of a condition asks of a fact: the sign, and the bound it is held against. It is read from the part's
 * text, which is written anew from the parsed condition and so has few forms; of any other form nothing is said.
 */
import type { Lang, Text } from '../base/text.js';
import type { Atom } from '../model/condition.js';
import type { Words } from '../model/result.js';
import type { Value } from '../model/value.js';
import { factWithUnit } from '../words/value.js';

export type Sign = '>=' | '>' | '<=' | '<' | '==' | '!=';

export interface Asked {
  readonly fact: string;
  readonly sign: Sign;
  /** What the measures set. */
  readonly bound?: Value;
  /** The other fact it is held against. */
  readonly other?: string;
}

const ALONE = /^\w+$/;
const REACHES = /^reaches\((\w+), (\w+)\)$/;
const COMPARED = /^(\w+) (>=|>|<=|<|==|!=) (\w+|-?\d+(?:\.\d+)?|"[^"\\]*")$/;

const DENIED: Readonly<Record<Sign, Sign>> = { '>=': '<', '>': '<=', '<=': '>', '<': '>=', '==': '!=', '!=': '==' };

export function askedBy({ source, denied }: Pick<Atom, 'source' | 'denied'>, words: Words): Asked | undefined {
  const asked = statedBy(source, words);
  if (!asked || !(asked.fact in words.facts)) return undefined;
  return plainly(denied ? { ...asked, sign: DENIED[asked.sign] } : asked);
}

function statedBy(source: string, words: Words): Asked | undefined {
  if (ALONE.test(source)) return { fact: source, sign: '==', bound: { type: 'yesno', value: true } };
  const [, reaching, parameter] = REACHES.exec(source) ?? [];
  if (reaching !== undefined && parameter !== undefined) {
    const bound = parameterBound(parameter, words);
    return bound && { fact: reaching, sign: words.parameters[parameter]?.inclusive ? '>=' : '>', bound };
  }
  const [, fact, sign, right] = COMPARED.exec(source) ?? [];
  if (fact === undefined || sign === undefined || right === undefined) return undefined;
  const base = { fact, sign: sign as Sign };
  if (right in words.facts) return { ...base, other: right };
  const bound = right in words.parameters ? parameterBound(right, words) : literal(right);
  return bound && { ...base, bound };
}

function parameterBound(id: string, words: Words): Value | undefined {
  const value = words.parameters[id]?.value;
  return value && 'type' in value ? value : undefined;
}

function literal(text: string): Value | undefined {
  if (text === 'true' || text === 'false') return { type: 'yesno', value: text === 'true' };
  if (text.startsWith('"')) return { type: 'choice', value: text.slice(1, -1) };
  return /^-?\d/.test(text) ? { type: 'number', value: text } : undefined;
}

/** Not to be yes is to be no. */
function plainly(asked: Asked): Asked {
  const { sign, bound } = asked;
  if (sign !== '!=' || bound?.type !== 'yesno') return asked;
  return { ...asked, sign: '==', bound: { type: 'yesno', value: !bound.value } };
}

/** What it must come to: "3次以上", "须为0次", "须为是"; of two facts how they must stand to each other. */
export function requiredText({ fact, sign, bound }: Asked, words: Words, lang: Lang): string {
  return bound ? BOUNDS[sign](factWithUnit({ id: fact, value: bound }, words, lang))[lang] : BETWEEN[sign][lang];
}

const BOUNDS: Readonly<Record<Sign, (bound: string) => Text>> = {
  '>=': (bound) => ({ zh: `${bound}以上`, en: `at least ${bound}` }),
  '>': (bound) => ({ zh: `超过${bound}`, en: `more than ${bound}` }),
  '<=': (bound) => ({ zh: `不超过${bound}`, en: `at most ${bound}` }),
  '<': (bound) => ({ zh: `低于${bound}`, en: `less than ${bound}` }),
  '==': (bound) => ({ zh: `须为${bound}`, en: `must be ${bound}` }),
  '!=': (bound) => ({ zh: `不得为${bound}`, en: `must not be ${bound}` }),
};

const BETWEEN: Readonly<Record<Sign, Text>> = {
  '>=': { zh: '前者不得少于后者', en: 'the first must be at least the second' },
  '>': { zh: '前者须超过后者', en: 'the first must be more than the second' },
  '<=': { zh: '前者不得超过后者', en: 'the first must be at most the second' },
  '<': { zh: '前者须少于后者', en: 'the first must be less than the second' },
  '==': { zh: '两者须相等', en: 'both must be equal' },
  '!=': { zh: '两者不得相等', en: 'they must differ' },
};

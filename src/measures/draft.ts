/**
 * A pack while it is compiled: problems are collected with their path of keys, names are checked against what the
 * pack declares, conditions against the names they may use. Shared by the compilers of the pack's parts.
 */
import { once } from '../base/once.js';
import type { Text } from '../base/text.js';
import type { Condition } from '../model/condition.js';
import type { Scale } from '../model/measures.js';
import type { Declarations, Declared } from './cel.js';
import { isRefused, type Language, language } from './expression.js';
import type { Unplaced } from './problem.js';
import type { Pack } from './schema.js';
import type { Path } from './yaml.js';

/** What a name can be, in the words of a message. */
export const KINDS = {
  clause: { zh: '条款', en: 'clause' },
  form: { zh: '表', en: 'form' },
  column: { zh: '列', en: 'column' },
  fact: { zh: '事实', en: 'fact' },
  parameter: { zh: '参数', en: 'parameter' },
  scale: { zh: '等级序列', en: 'scale' },
  subject: { zh: '考核对象', en: 'kind of subject' },
  grade: { zh: '等次', en: 'grade' },
  ladder: { zh: '等次表', en: 'ladder of grades' },
  ranking: { zh: '排序', en: 'ranking' },
  score: { zh: '评分', en: 'score' },
  item: { zh: '评分项目', en: 'item of the score' },
  group: { zh: '考核对象分组', en: 'group of subjects' },
  choice: { zh: '选项', en: 'choice' },
  placeholder: { zh: '可填项', en: 'placeholder' },
} satisfies Record<string, Text>;

export interface Draft {
  readonly pack: Pack;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly problems: Unplaced[];
  /** Conditions that were refused are left out by their owners; this is the problem's entry. */
  refuse(problem: Unplaced): void;
  /** Reports a name that is none of those known; gives whether it is one. */
  known(what: Text, name: string, names: Iterable<string>, path: Path): boolean;
  cites(clause: string, path: Path): void;
  /** Reports a declared name that is not of one of the types wanted. */
  typed(name: string, declared: Declared | undefined, wanted: readonly Declared['type'][], path: Path): void;
  /** The condition, or undefined when it was refused and reported. */
  condition(source: string, words: Language, path: Path): Condition | undefined;
  words(declarations: Declarations): Language;
}

/** A condition known to be `sound` is not compiled before it is weighed. */
export function draft(
  pack: Pack,
  scales: ReadonlyMap<string, Scale>,
  isSound: (source: string) => boolean = () => false,
): Draft {
  const problems: Unplaced[] = [];
  const languages = new Map<string, Language>();
  const known: Draft['known'] = (what, name, names, path) => {
    const all = [...names];
    if (all.includes(name)) return true;
    problems.push({ kind: 'unknown-name', path, what, name, known: all });
    return false;
  };
  return {
    pack,
    scales,
    problems,
    known,
    refuse: (problem) => problems.push(problem),
    cites: (clause, path) => {
      known(KINDS.clause, clause, Object.keys(pack.clauses), [...path, 'clause']);
    },
    typed: (name, declared, wanted, path) => {
      if (declared && !wanted.includes(declared.type))
        problems.push({ kind: 'wrong-type', path, name, expected: expectedType(wanted) });
    },
    condition: (source, words, path) => {
      if (isSound(source)) return words.later(source);
      const outcome = words.compile(source);
      if (!isRefused(outcome)) return outcome;
      problems.push({
        kind: 'expression',
        path,
        at: { start: outcome.start, end: outcome.end },
        reason: outcome.message,
      });
      return undefined;
    },
    words: once((declarations) => {
      const key = JSON.stringify([...declarations]);
      const made = languages.get(key) ?? language(declarations, scales);
      languages.set(key, made);
      return made;
    }),
  };
}

const TYPES: Partial<Record<Declared['type'], Text>> = {
  day: { zh: '日期', en: 'a date' },
  step: { zh: '等级序列中的等级', en: 'a step of a scale' },
};

function expectedType([first]: readonly Declared['type'][]): Text {
  return (first && TYPES[first]) ?? { zh: '数字', en: 'a number' };
}

/** The entries of an optional map of a pack. */
export function entries<T>(map: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(map ?? {});
}

/** The two wordings of an entry that carries more. */
export function textOf({ zh, en }: Text): Text {
  return { zh, en };
}

/**
 * What is wrong with a pack or an office file: each problem with its place in the text and words in both languages.
 * These are mistakes of the pack's author, found before any workbook is read.
 */
import { type Text, visible } from '../base/text.js';
import type { Severity } from '../model/finding.js';

/** A stretch of a text file; line and column are 1-based. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The whole line, to be shown above the caret. */
  readonly text: string;
}

/** What each kind of problem says. */
interface ProblemData {
  'not-found': { file: string };
  syntax: { reason: string };
  shape: { reason: string };
  setting: { reason: Text };
  'extends-itself': { chain: string };
  'unknown-name': { what: Text; name: string; known: readonly string[] };
  'name-twice': { name: string };
  'wrong-type': { name: string; expected: Text };
  'fact-circular': { chain: readonly string[] };
  expression: { reason: string };
  'parameter-value': { reason: Text };
  'column-incomplete': { reason: Text };
  'score-name-twice': { name: string };
  'score-unfit': { reason: Text };
  'score-sum': { found: string; expected: string; group?: string };
  'clause-uncited': { clause: string };
  'clause-cited': { clause: string };
  'parameter-unused': { name: string };
  'fact-unused': { name: string };
  'grade-unreachable': { grade: string };
  'parameter-unset': { name: string };
  'parameter-assumed': { name: string; value: string };
}

export type ProblemKind = keyof ProblemData;
export type Problem = {
  [K in ProblemKind]: { readonly kind: K; readonly severity: Severity; readonly spot: Spot } & Readonly<ProblemData[K]>;
}[ProblemKind];

/** A problem before its place is looked up: the path of keys in the pack, and a stretch within the value when known. */
export type Unplaced = {
  [K in ProblemKind]: {
    kind: K;
    path: readonly (string | number)[];
    at?: { start: number; end: number };
    severity?: Severity;
  } & ProblemData[K];
}[ProblemKind];

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : '—');

const WORDS: { [K in ProblemKind]: (data: ProblemData[K]) => Text } = {
  'not-found': ({ file }) => ({ zh: `找不到文件：${file}`, en: `no such file: ${file}` }),
  syntax: ({ reason }) => ({ zh: `YAML 写法有误：${reason}`, en: `not valid YAML: ${reason}` }),
  shape: ({ reason }) => ({ zh: `内容不合规定：${reason}`, en: `not as the schema says: ${reason}` }),
  setting: ({ reason: { zh, en } }) => ({ zh: `内容不合规定：${zh}`, en: `not as it must be: ${en}` }),
  'extends-itself': ({ chain }) => ({ zh: `相互引用：${chain}`, en: `extends itself: ${chain}` }),
  'unknown-name': ({ what, name, known }) => ({
    zh: `没有名为“${name}”的${what.zh}；已有：${list(known)}`,
    en: `no ${what.en} named "${name}"; there are: ${list(known)}`,
  }),
  'name-twice': ({ name }) => ({
    zh: `名称“${name}”既是参数又是事实`,
    en: `"${name}" names both a parameter and a fact`,
  }),
  'wrong-type': ({ name, expected }) => ({ zh: `“${name}”应为${expected.zh}`, en: `"${name}" must be ${expected.en}` }),
  'fact-circular': ({ chain }) => ({
    zh: `事实相互引用：${chain.join(' → ')}`,
    en: `facts made of each other: ${chain.join(' → ')}`,
  }),
  expression: ({ reason }) => ({ zh: `条件有误：${reason}`, en: `in this condition: ${reason}` }),
  'parameter-value': ({ reason }) => ({ zh: `参数值不对：${reason.zh}`, en: `parameter value: ${reason.en}` }),
  'column-incomplete': ({ reason }) => reason,
  'score-name-twice': ({ name }) => ({
    zh: `“${name}”在本评分中出现两次`,
    en: `"${name}" stands twice in this score`,
  }),
  'score-unfit': ({ reason }) => reason,
  'score-sum': ({ found, expected, group }) => ({
    zh: `各项满分合计 ${found}，应为 ${expected}${group ? `（${group}）` : ''}`,
    en: `the items add up to ${found}, not ${expected}${group ? ` (${group})` : ''}`,
  }),
  'clause-uncited': ({ clause }) => ({
    zh: `条款 ${clause} 要求软件处理，却没有任何规则引用`,
    en: `clause ${clause} asks something of software, but nothing cites it`,
  }),
  'clause-cited': ({ clause }) => ({
    zh: `条款 ${clause} 注明无须软件处理，却被引用`,
    en: `clause ${clause} is said to ask nothing of software, but something cites it`,
  }),
  'parameter-unused': ({ name }) => ({ zh: `参数 ${name} 没有用到`, en: `parameter ${name} is used nowhere` }),
  'fact-unused': ({ name }) => ({
    zh: `事实 ${name} 只供查看，没有规则用到`,
    en: `fact ${name} is only shown: no rule asks for it`,
  }),
  'grade-unreachable': ({ grade }) => ({
    zh: `没有规则能评出等次 ${grade}`,
    en: `no rule can give the grade ${grade}`,
  }),
  'parameter-unset': ({ name }) => ({
    zh: `参数 ${name} 由本单位填写，尚未设定，有关条款不适用`,
    en: `parameter ${name} is for the office to set and is not set: what asks for it is not applied`,
  }),
  'parameter-assumed': ({ name, value }) => ({
    zh: `参数 ${name} 办法未给出，取默认值 ${value}`,
    en: `parameter ${name} is not given by the measures; assumed ${value}`,
  }),
};

/** The words of a problem in both languages. */
export function problemText(problem: Problem): Text {
  const words = WORDS[problem.kind] as (data: Problem) => Text;
  return words(problem);
}

/** File, line and caret, as a compiler shows a fault; nothing in the text commands a terminal. */
export function problemLines(problem: Problem, lang: keyof Text): string[] {
  const { spot } = problem;
  const gutter = String(spot.line);
  const blank = ' '.repeat(gutter.length);
  return [
    visible(`${spot.file}:${spot.line}:${spot.column}: ${problemText(problem)[lang]}`),
    ...(spot.text.trim() === '' ? [] : [`${gutter} | ${visible(spot.text)}`, `${blank} | ${caretLine(spot)}`]),
  ];
}

/** Blanks as wide on a terminal as what stands before the fault: a Chinese character takes two. */
function caretLine({ text, column, length }: Spot): string {
  const wide = (part: string): number =>
    [...visible(part)].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(char) ? 2 : 1), 0);
  return (
    ' '.repeat(wide(text.slice(0, column - 1))) +
    '^'.repeat(Math.max(1, wide(text.slice(column - 1, column - 1 + length))))
  );
}

/**
 * When two names look alike to the eye: for naming them to somebody who can tell, never for taking one for the other.
 */
import { folded } from './text.js';

/** Characters, folded, that are taken for one another in print: Chinese ones, letters of three alphabets, digits. */
const LOOK_ALIKE = [
  '己已巳',
  '未末',
  '土士',
  '日曰',
  '戊戌戍',
  '人入',
  '天夭',
  '干千于',
  '大太犬',
  '木本术',
  '甲申由',
  '今令',
  '毋母毌',
  '鸟乌',
  '免兔',
  '享亨',
  '侯候',
  '冼洗',
  '佘余',
  '仝全',
  '刑邢',
  '祁祈',
  '荀苟',
  '盂孟',
  '段叚',
  '郗郄',
  '茆茚',
  '褚诸',
  '汨汩',
  '晴睛',
  '徽微',
  '薄簿',
  '竞竟',
  '折拆',
  '料科',
  '哀衰衷',
  '赢嬴羸',
  '菁箐',
  '斐裴',
  '〇○0oоο',
  '一ー―—–-',
  'aаα',
  'bвβ',
  'cсϲ',
  'eеε',
  'hнη',
  'il1іι',
  'jј',
  'kкκ',
  'mмμ',
  'nν',
  'pрρ',
  'sѕ',
  'tтτ',
  'xхχ',
  'yуυ',
  'zζ',
];

/** Each of them by the first of its group. */
const SHAPES = new Map(LOOK_ALIKE.flatMap((group) => [...group].map((char) => [char, [...group][0] ?? char] as const)));

/** A text with look-alike characters made one: two texts of one shape can hardly be told apart in print. */
export function shapeOf(text: string): string {
  return [...folded(text)].map((char) => SHAPES.get(char) ?? char).join('');
}

/** Of two folded texts: one within the other, one slip of the pen apart, or of one shape. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))) return true;
  if (Math.max(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return false;
  return oneSlipApart([...a], [...b]) || shapeOf(a) === shapeOf(b);
}

/** Whether one character was put in, left out or changed, or two neighbours swapped. */
export function oneSlipApart(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = differing(a, b);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The stretch of each that the other has not: what stands between a common beginning and a common end. */
export function differing<T>(a: readonly T[], b: readonly T[]): [readonly T[], readonly T[]] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

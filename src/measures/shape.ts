/**
 * What the values of a small settings file must be, and every value that is something else, each with its path. A pack is
 * held to its schema by a library; one that is loaded at every start, for a dozen keys, would take longer than all the rest.
 */
import type { Text } from '../base/text.js';
import type { Path } from './yaml.js';

/** A value that is not what is asked for there. */
export interface Misfit {
  readonly path: Path;
  readonly expected: Text;
}

/** What a value must be: gives all that is wrong in it. */
export type Shape = (value: unknown, path: Path) => Misfit[];

/** A value that passes a test, said in words. */
export function which(test: (value: unknown) => boolean, expected: Text): Shape {
  return (value, path) => (test(value) ? [] : [{ path, expected }]);
}

export const text = which((value) => typeof value === 'string' && value !== '', {
  zh: '应为文字',
  en: 'a text is expected',
});

export function oneOf(choices: readonly string[]): Shape {
  const listed = choices.join(', ');
  return which((value) => choices.some((each) => each === value), {
    zh: `应为 ${listed} 之一`,
    en: `one of ${listed}`,
  });
}

export function listOf(each: Shape): Shape {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((member, index) => each(member, [...path, index]))
      : [{ path, expected: { zh: '应为列表', en: 'a list is expected' } }];
}

/** A map, whatever its keys and values. */
export const anyMap: Shape = (value, path) => inMap(value, path, () => []);

/** A map of keys that all pass a test to values of one shape. */
export function mapOf(isKey: (key: string) => boolean, expected: Text, each: Shape): Shape {
  return (value, path) =>
    inMap(value, path, (entries) =>
      entries.flatMap(([key, member]) =>
        isKey(key) ? each(member, [...path, key]) : [{ path: [...path, key], expected }],
      ),
    );
}

/** A map of known keys, those in `needed` among them; any other key is refused. */
export function keysOf(shapes: Readonly<Record<string, Shape>>, needed: readonly string[]): Shape {
  const listed = Object.keys(shapes).join(', ');
  const unknown = { zh: `没有这一项；可用的有：${listed}`, en: `no such key; there are: ${listed}` };
  return (value, path) =>
    inMap(value, path, (entries) => [
      ...needed
        .filter((key) => !entries.some(([given]) => given === key))
        .map((key) => ({ path: [...path, key], expected: { zh: '不可缺少', en: 'is needed' } })),
      ...entries.flatMap(([key, member]): Misfit[] => {
        const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
        return shape ? shape(member, [...path, key]) : [{ path: [...path, key], expected: unknown }];
      }),
    ]);
}

function inMap(value: unknown, path: Path, check: (entries: readonly [string, unknown][]) => Misfit[]): Misfit[] {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return check(Object.entries(value));
  return [{ path, expected: { zh: '应为若干“名称: 值”', en: 'keys with values are expected' } }];
}

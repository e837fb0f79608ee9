import { describe, expect, it } from 'vitest';
import { anyMap, keysOf, listOf, mapOf, oneOf, type Shape, text } from '../../src/measures/shape.js';

const map = mapOf((key) => key.length === 1, { zh: '一个字母', en: 'one letter' }, oneOf(['yes', 'no']));
const keys = keysOf({ name: text, list: listOf(text), map }, ['name']);

describe('a shape', () => {
  it.each<[string, Shape, unknown]>([
    ['a text', text, 'a'],
    ['one of some', oneOf(['a', 'b']), 'b'],
    ['an empty list', listOf(text), []],
    ['any map', anyMap, { a: null }],
    ['known keys', keys, { name: 'a', list: ['b'], map: { c: 'no' } }],
    ['known keys that may be missing', keys, { name: 'a' }],
  ])('is that of %s', (_, shape, value) => {
    expect(shape(value, [])).toEqual([]);
  });

  it.each<[string, Shape, unknown, (string | number)[][]]>([
    ['an empty text', text, '', [[]]],
    ['a number', text, 1, [[]]],
    ['another choice', oneOf(['a']), 'b', [[]]],
    ['a text for a list', listOf(text), 'a', [[]]],
    ['one member of a list', listOf(text), ['a', null, 'b', 3], [[1], [3]]],
    ['a list for a map', anyMap, [], [[]]],
    ['nothing for a map', keys, null, [[]]],
    ['a key that is none', map, { ab: 'yes', c: 'maybe' }, [['ab'], ['c']]],
    ['a key missing and one too many', keys, { names: 'a' }, [['name'], ['names']]],
    ['a key that every object has', keys, { name: 'a', constructor: 'b' }, [['constructor']]],
    ['what lies deeper', keys, { name: 'a', map: { c: 'maybe' } }, [['map', 'c']]],
  ])('is not that of %s', (_, shape, value, paths) => {
    expect(shape(value, []).map(({ path }) => path)).toEqual(paths);
  });
});

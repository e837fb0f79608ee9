import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laidOver, locate, parseYaml, type YamlFile } from '../../src/measures/yaml.js';

const yaml = (file: string, text: string): YamlFile => parseYaml(file, text).yaml;

describe('parseYaml', () => {
  it.each([
    ['a: 1\na: 2', 2, 1],
    ['a: [1', 1, 6],
    ['a:\n\t- b', 2, 1],
    ['a: "b', 1, 6],
    ['a: 1\n---\nb: 2', 2, 1],
  ])('tells where %j is no YAML', (text, line, column) => {
    const { problems } = parseYaml('a.yaml', text);
    expect(problems.map(({ kind, severity, spot }) => [kind, severity, spot.line, spot.column])).toEqual([
      ['syntax', 'error', line, column],
    ]);
  });

  it('says it without the place, which stands beside it', () => {
    const [problem] = parseYaml('a.yaml', 'a: 1\na: 2').problems;
    expect(problem?.kind === 'syntax' && problem.reason).toBe('Map keys must be unique');
  });

  it('finds nothing wrong in what is right', () => {
    expect(parseYaml('a.yaml', 'a: { b: [1, 2] }').problems).toEqual([]);
  });
});

describe('locate', () => {
  const derived = yaml('derived.yaml', 'a:\n  b: "over there"\n');
  const base = yaml('base.yaml', '# base\na:\n  b: here\n  c: [x, y]\n');

  it('finds a value in the most derived file that has it', () => {
    expect(locate([derived, base], ['a', 'b'])).toMatchObject({ file: 'derived.yaml', line: 2, column: 6, length: 12 });
  });

  it('finds in the base what the derived file has not', () => {
    expect(locate([derived, base], ['a', 'c', 1])).toMatchObject({ file: 'base.yaml', line: 4, column: 10, length: 1 });
  });

  it('underlines a part of a value, also within quotes', () => {
    const part = { start: 5, end: 10 };
    expect(locate([derived], ['a', 'b'], part)).toMatchObject({ line: 2, column: 12, length: 5 });
  });

  it('underlines the whole where a part cannot be told', () => {
    const wrapped = yaml('a.yaml', 'a: "tab\\there"');
    expect(locate([wrapped], ['a'], { start: 4, end: 8 })).toMatchObject({ line: 1, column: 4, length: 11 });
  });

  it('points at the nearest thing above what is not there', () => {
    expect(locate([derived, base], ['a', 'd', 'e'])).toMatchObject({ file: 'derived.yaml', line: 2, length: 1 });
  });

  it('points at the beginning of an empty file, and of none', () => {
    expect(locate([yaml('a.yaml', '')], ['a'])).toMatchObject({ file: 'a.yaml', line: 1, column: 1 });
    expect(locate([], ['a'])).toMatchObject({ file: '', line: 1, column: 1 });
  });
});

describe('laidOver', () => {
  const tree = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(fc.integer(), fc.array(fc.integer()), fc.dictionary(fc.constantFrom('a', 'b'), fc.integer())),
  );

  it('changes nothing where nothing is laid over', () => {
    fc.assert(
      fc.property(tree, (base) => {
        expect(laidOver(base, {})).toEqual(base);
      }),
    );
  });

  it('changes nothing when a tree is laid over itself', () => {
    fc.assert(
      fc.property(tree, (base) => {
        expect(laidOver(base, base)).toEqual(base);
      }),
    );
  });

  it('has every key of both, in the order of the first', () => {
    fc.assert(
      fc.property(tree, tree, (base, over) => {
        const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
        expect(Object.keys(laidOver(base, over) as object)).toEqual(keys);
      }),
    );
  });

  it.each([
    [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    [{ a: { b: 1 } }, { a: null }, {}],
    [{ a: 1 }, { b: null }, { a: 1, b: null }],
    [{ a: 1 }, { b: { c: null } }, { a: 1, b: { c: null } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: { b: 1 } }, { a: 2 }, { a: 2 }],
    [{ a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }],
    [{ a: 1 }, null, null],
  ])('%j, with %j over it, is %j', (base, over, expected) => {
    expect(laidOver(base, over)).toEqual(expected);
  });
});

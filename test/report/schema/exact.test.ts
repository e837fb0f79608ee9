/** Schemas and types cannot drift apart: the compiler refuses each of the lines that expect an error. */
import { describe, expect, it } from 'vitest';
import {
  always,
  count,
  either,
  list,
  object,
  oneOf,
  optional,
  type Schema,
  text,
  variants,
} from '../../../src/report/schema/exact.js';

interface Thing {
  readonly name: string;
  readonly size?: number;
}

const thing = object<Thing>({ name: text, size: optional(count) });

describe('a schema of exactly a type', () => {
  it('has every key of it, and no other', () => {
    // @ts-expect-error a key is wanting
    object<Thing>({ name: text });
    // @ts-expect-error there is no such key
    object<Thing>({ name: text, size: optional(count), colour: text });
    expect(thing.safeParse({ name: 'a', colour: 'red' }).success).toBe(false);
  });

  it('has each key as the type has it', () => {
    // @ts-expect-error the key can be wanting
    object<Thing>({ name: text, size: count });
    // @ts-expect-error the key cannot be wanting
    object<Thing>({ name: optional(text), size: optional(count) });
    // @ts-expect-error a number is no text
    object<Thing>({ name: count, size: optional(count) });
    expect([{ name: 'a' }, { name: 'a', size: 1 }].map((each) => thing.safeParse(each).success)).toEqual([true, true]);
    expect([{}, { name: 1 }, { name: 'a', size: null }].map((each) => thing.safeParse(each).success)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is neither narrower nor wider', () => {
    // @ts-expect-error one of the words is wanting
    oneOf<'left' | 'right'>({ left: true });
    // @ts-expect-error there is no such word
    oneOf<'left'>({ left: true, right: true });
    // @ts-expect-error a schema of one word is none of two
    const wide: Schema<'left' | 'right'> = oneOf<'left'>({ left: true });
    // @ts-expect-error a schema of two words is none of one
    const narrow: Schema<'left'> = oneOf<'left' | 'right'>({ left: true, right: true });
    // @ts-expect-error what may be nothing is not always something
    const some: Schema<string> = either(text, always(null));
    // @ts-expect-error a list of things is no list of texts
    const texts: Schema<readonly string[]> = list(thing);
    expect([wide, narrow, some, texts]).toHaveLength(4);
  });

  it('has every variant', () => {
    type Shape = { readonly kind: 'dot' } | { readonly kind: 'line'; readonly length: number };
    // @ts-expect-error a variant is wanting
    variants<Shape, 'kind'>('kind', { dot: {} });
    // @ts-expect-error a variant lacks its key
    variants<Shape, 'kind'>('kind', { dot: {}, line: {} });
    const shape = variants<Shape, 'kind'>('kind', { dot: {}, line: { length: count } });
    expect([{ kind: 'line', length: 2 }, { kind: 'line' }].map((each) => shape.safeParse(each).success)).toEqual([
      true,
      false,
    ]);
  });
});

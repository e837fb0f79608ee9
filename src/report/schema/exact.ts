/**
 * Schemas that the compiler holds to the types of the model: what is written down has exactly the keys of its type, with
 * the values of their types, neither more nor fewer. A type that changes without its schema does not compile, nor does
 * a schema without its type. Unknown keys are refused.
 */
import { z } from 'zod';
import { FORMS, type Form } from './forms.js';

declare const of: unique symbol;

/** A schema of exactly T: one of a narrower or a wider type is another. */
export type Schema<T> = z.ZodType & { readonly [of]: (value: T) => T };

/** A schema for every key of T; keys that T can be without are made so. */
export type Shape<T> = { readonly [K in keyof T]-?: Schema<Exclude<T[K], OptionalIn<T, K>>> | Lesser<T, K> };

type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false;
type OptionalIn<T, K extends keyof T> = IsOptional<T, K> extends true ? T[K] : never;
type Lesser<T, K extends keyof T> = IsOptional<T, K> extends true ? Optional<Exclude<T[K], undefined>> : never;

/** What a key may be without. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: schema };
}

function exactly<T>(schema: z.ZodType): Schema<T> {
  return schema as Schema<T>;
}

export function object<T extends object>(shape: Shape<T>): Schema<T> {
  return exactly(strict(shape));
}

function strict(shape: object): z.ZodObject {
  const members = Object.entries(shape).map(([key, member]: [string, z.ZodType | Optional<unknown>]) => [
    key,
    'optional' in member && typeof member.optional === 'object' ? z.exactOptional(member.optional) : member,
  ]);
  return z.strictObject(Object.fromEntries(members));
}

type Variant<T, K extends keyof T, V> = Extract<T, { readonly [P in K]: V }>;

/** Objects told apart by what stands under one key; every variant of T must be there. */
export function variants<T extends object, K extends keyof T & string>(
  key: K,
  shapes: { readonly [V in T[K] & string]: Shape<Omit<Variant<T, K, V>, K>> },
): Schema<T> {
  const members = Object.entries(shapes).map(([name, shape]) =>
    strict({ [key]: z.literal(name), ...(shape as object) }),
  );
  return exactly(z.discriminatedUnion(key, members as [z.ZodObject, ...z.ZodObject[]]));
}

/** One of several words; the record must name each of them. */
export function oneOf<T extends string>(words: Readonly<Record<T, true>>): Schema<T> {
  return exactly(z.enum(Object.keys(words)));
}

export function list<T>(member: Schema<T>): Schema<readonly T[]> {
  return exactly(z.array(member));
}

export function pair<A, B>(first: Schema<A>, second: Schema<B>): Schema<readonly [A, B]> {
  return exactly(z.tuple([first, second]));
}

export function byName<T>(member: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return exactly(z.record(z.string(), member));
}

export function either<A, B>(one: Schema<A>, other: Schema<B>): Schema<A | B> {
  return exactly(z.union([one, other]));
}

/** What is made of itself. */
export function within<T>(schema: () => Schema<T>): Schema<T> {
  return exactly(z.lazy(schema));
}

/** A text of a form, which a pattern describes; what the pattern cannot say, a test does. */
export function written<T extends string>(form: Form, pattern: RegExp, test?: (text: string) => boolean): Schema<T> {
  const schema = z.string().regex(pattern, { error: form, abort: true }).describe(FORMS[form].en);
  return exactly(test ? schema.refine(test, { error: form }) : schema);
}

export function always<T extends number | true | null>(value: T): Schema<T> {
  return exactly(z.literal(value));
}

export const text: Schema<string> = exactly(z.string());
export const yesno: Schema<boolean> = exactly(z.boolean());
export const count: Schema<number> = exactly(z.int().min(0));

/** Stands once in the published schema, under its name. */
export function named<T>(id: string, about: string, schema: Schema<T>): Schema<T> {
  return exactly(schema.meta({ id, description: about }));
}

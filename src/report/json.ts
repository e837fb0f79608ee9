/** A result as JSON: the same result gives the same text, and reading it back gives the same result. */
import { RESULT_FORMAT, type Result } from '../model/result.js';
import type { Schema } from './schema/exact.js';
import { type Misfit, misfitsOf } from './schema/misfit.js';
import { resultSchema } from './schema/result.js';

export function resultJson(result: Result): string {
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** Why a text is not what it should be: no JSON, of another format, or with something wrong in it. */
export type Unfit =
  | { readonly problem: 'not-json'; readonly reason: string }
  | { readonly problem: 'other-format'; readonly format: unknown; readonly expected: number }
  | { readonly problem: 'misfits'; readonly misfits: readonly Misfit[] };

/** The result in a text, or why it is none. */
export function parseResult(text: string): Result | Unfit {
  return parseAs<Result>(text, RESULT_FORMAT, resultSchema);
}

/** What a text holds by a schema, with its keys in the order in which they stand there. */
export function parseAs<T>(text: string, expected: number, schema: Schema<T>): T | Unfit {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problem: 'not-json', reason: (error as Error).message };
  }
  const format = content !== null && typeof content === 'object' && 'format' in content ? content.format : undefined;
  if (format !== expected) return { problem: 'other-format', format, expected };
  try {
    const misfits = misfitsOf(content, schema);
    return misfits.length > 0 ? { problem: 'misfits', misfits } : (content as T);
  } catch (error) {
    // Only what is made of itself without end is too deep to be gone through; no measures are.
    if (error instanceof RangeError) return { problem: 'not-json', reason: error.message };
    throw error;
  }
}

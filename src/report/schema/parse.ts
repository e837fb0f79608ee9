/** Reads the text of a file of ours by its schema: what it holds, or why it is none. Nothing is believed unread. */
import type { Schema } from './exact.js';
import { type Misfit, misfitsOf } from './misfit.js';

/** Why a text is not what it should be: no JSON, of another format, or with something wrong in it. */
export type Unfit =
  | { readonly problem: 'not-json'; readonly reason: string }
  | { readonly problem: 'other-format'; readonly format: unknown; readonly expected: number }
  | { readonly problem: 'misfits'; readonly misfits: readonly Misfit[] };

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

/** A result as JSON: the same result gives the same text, and reading it back gives the same result. */
import { RESULT_FORMAT, type Result } from '../model/result.js';

export function resultJson(result: Result): string {
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** The result in a text, or why it is none. */
export function parseResult(text: string): Result | { readonly problem: 'not-json' | 'other-format' } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Whatever is wrong with the text, the file is no result.
    return { problem: 'not-json' };
  }
  if (parsed === null || typeof parsed !== 'object' || !('format' in parsed) || parsed.format !== RESULT_FORMAT)
    return { problem: 'other-format' };
  return parsed as Result;
}

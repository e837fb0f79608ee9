/** A result as JSON: the same result gives the same text, and reading it back gives the same result. */
import { RESULT_FORMAT, type Result } from '../model/result.js';
import { parseAs, type Unfit } from './schema/parse.js';
import { resultSchema } from './schema/result.js';

export function resultJson(result: Result): string {
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** The result in a text, or why it is none. */
export function parseResult(text: string): Result | Unfit {
  return parseAs<Result>(text, RESULT_FORMAT, resultSchema);
}

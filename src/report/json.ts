/** A result as JSON: the same result gives the same text, and reading it back gives the same result. */
import { RESULT_FORMAT, type Result } from '../model/result.js';
import { parseAs, type Unfit } from './schema/parse.js';
import { resultSchema } from './schema/result.js';

/** One line for each entry of a list, so that two results can be compared line by line and a large one stays small. */
export function resultJson(result: Result): string {
  const members = Object.entries(result).map(([key, value]) => `"${key}": ${listed(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function listed(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
}

/** The result in a text, or why it is none. */
export function parseResult(text: string): Result | Unfit {
  return parseAs<Result>(text, RESULT_FORMAT, resultSchema);
}

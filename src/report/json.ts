/** A result as JSON: the same result gives the same text, and reading it back gives the same result. */
import { RESULT_FORMAT, type Result } from '../model/result.js';
import { parseAs, type Unfit } from './schema/parse.js';
import { resultSchema } from './schema/result.js';

/** One line for each entry of a list, so that two results can be compared line by line and a large one stays small. */
export function resultJson(result: Result): string {
  return [...resultJsonPieces(result)].join('');
}

/** The same piece by piece, as it is written to a file. */
export function* resultJsonPieces(result: Result): Generator<string> {
  let piece = '{\n';
  let before = '';
  for (const [key, value] of Object.entries(result)) {
    piece += `${before}"${key}": `;
    for (const part of listed(value)) {
      piece += part;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    before = ',\n';
  }
  yield `${piece}\n}\n`;
}

/** Characters that are put together before they are written. */
const PIECE = 65_536;

function* listed(value: unknown): Generator<string> {
  if (!Array.isArray(value) || value.length === 0) {
    yield JSON.stringify(value);
    return;
  }
  let before = '[\n';
  for (const entry of value) {
    yield before + JSON.stringify(entry);
    before = ',\n';
  }
  yield '\n]';
}

/** The result in a text, or why it is none. */
export function parseResult(text: string): Result | Unfit {
  return parseAs<Result>(text, RESULT_FORMAT, resultSchema);
}

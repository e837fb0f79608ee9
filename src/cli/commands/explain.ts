/** assess explain: why a unit or person has its grade, from results already written. */
import { explain } from '../../explain/explain.js';
import { findSubjects } from '../../explain/find.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { readResult } from '../results.js';
import { explanationText } from '../show/explanation.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { type Common, contextFor } from './context.js';

export interface ExplainOptions extends Common {
  readonly results?: string;
}

export async function explainCommand(typed: string, options: ExplainOptions, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const result = readResult(options.results, system);
  const found = findSubjects(result, typed);
  const [only] = found;
  if (!only) throw wrongCall(`结果中没有“${typed}”`, `the results have nobody called "${typed}"`);
  if (found.length > 1) {
    const names = found.map(({ name, number, within }) =>
      [name, number, result.subjects.find(({ id }) => id === within)?.name].filter(Boolean).join(' '),
    );
    throw wrongCall(
      `“${typed}”可能是：${names.join('；')}。请写编号`,
      `"${typed}" may be: ${names.join('; ')}. Give the number`,
    );
  }
  const explanation = explain(result, only, context.lang);
  await context.out(options.json ? jsonText(explanation) : explanationText(explanation, context.lang, context.paint));
  return 0;
}

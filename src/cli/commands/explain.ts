/** assess explain: why a unit or person has its grade, from results already written. */
import { explain } from '../../explain/explain.js';
import { findSubjects } from '../../explain/find.js';
import { type Who, whoOf } from '../../explain/who.js';
import { type ExitCode, type Failure, wrongCall } from '../failure.js';
import { isUnfinished, UNFINISHED } from '../place.js';
import { readResult, resultsFolder } from '../results.js';
import { explanationText } from '../show/explanation.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { type Common, contextFor } from './context.js';

export interface ExplainOptions extends Common {
  readonly results?: string;
}

export async function explainCommand(typed: string, options: ExplainOptions, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const folder = resultsFolder(options.results, system);
  const result = readResult(folder, system);
  const found = findSubjects(result, typed);
  const [only] = found;
  if (!only || found.length > 1) {
    const candidates = found.map((subject) => whoOf(subject, result, context.lang));
    // Whoever reads the data gets those to choose from as data too.
    if (options.json) await context.out(jsonText({ typed, candidates }));
    throw unsettled(typed, candidates);
  }
  if (isUnfinished(folder)) await context.complain(UNFINISHED[context.lang]);
  const explanation = explain(result, only, context.lang);
  await context.out(options.json ? jsonText(explanation) : explanationText(explanation, context.lang, context.paint));
  return 0;
}

function unsettled(typed: string, candidates: readonly Who[]): Failure {
  if (candidates.length === 0) return wrongCall(`结果中没有“${typed}”`, `the results have nobody called "${typed}"`);
  const names = candidates.map(({ name, number, within }) => [name, number, within].filter(Boolean).join(' '));
  return wrongCall(
    `“${typed}”可能是：${names.join('；')}。请写编号`,
    `"${typed}" may be: ${names.join('; ')}. Give the number`,
  );
}

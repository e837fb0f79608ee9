/** assess explain: why a unit or person has its grade, from results already written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explain } from '../../explain/explain.js';
import { findSubjects } from '../../explain/find.js';
import type { Result } from '../../model/result.js';
import { parseResult } from '../../report/json.js';
import { type ExitCode, reasonText, unreadable, wrongCall } from '../failure.js';
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

/** results.json of a folder; without one named, of the only folder under ./results. */
export function readResult(folder: string | undefined, system: System): Result {
  const path = join(resultsFolder(folder, system), 'results.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(`无法读取 ${path}：${reasonText(error).zh}`, `cannot read ${path}: ${reasonText(error).en}`);
  }
  const result = parseResult(text);
  if ('problem' in result)
    throw wrongCall(
      `${path} 不是本程序的结果，或版本不同；请重新计算`,
      `${path} is no result of this programme, or of another version; run again`,
    );
  return result;
}

/** The folder of results that is named, else the only one under ./results. */
export function resultsFolder(named: string | undefined, system: System): string {
  return named === undefined ? onlyResults(system) : resolve(system.cwd, named);
}

function onlyResults(system: System): string {
  const root = join(system.cwd, 'results');
  let found: string[] = [];
  try {
    found = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    throw wrongCall(
      `没有找到结果（${root}：${reasonText(error).zh}）；请先运行 assess quarter，或用 --results 指明`,
      `no results were found (${root}: ${reasonText(error).en}); run assess quarter first, or name them with --results`,
    );
  }
  const [only] = found;
  if (only && found.length === 1) return join(root, only);
  const list = found.map((name) => join('results', name)).join(', ');
  throw wrongCall(
    `有几份结果：${list}；请用 --results 指明`,
    `there are several results: ${list}; name one with --results`,
  );
}

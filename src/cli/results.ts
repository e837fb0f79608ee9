/** Finds results that a run has written and reads them; a file that is not what it should be fails with what is wrong. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Text, visible } from '../base/text.js';
import type { Result } from '../model/result.js';
import { parseResult } from '../report/json.js';
import type { Unfit } from '../report/schema/parse.js';
import { labelled } from '../words/phrase.js';
import { Failure, reasonText, unreadable, wrongCall } from './failure.js';
import { readRegular } from './regular-file.js';
import type { System } from './system.js';

export const RESULTS = 'results.json' as const;
export const MANIFEST = 'manifest.json';

/** results.json of a folder; without one named, of the only folder under ./results. */
export function readResult(folder: string | undefined, system: System): Result {
  return readResultFile(join(resultsFolder(folder, system), RESULTS));
}

export function readResultFile(path: string): Result {
  const result = parseResult(readOwn(path));
  if ('problem' in result) throw unfit(path, result);
  return result;
}

/** The text of a regular file of ours; links are not followed, as nobody knows who has laid them. */
export function readOwn(path: string): string {
  try {
    const bytes = readRegular(path);
    if (!bytes) throw Object.assign(new Error(), { code: 'NOTAFILE' });
    return bytes.toString('utf8');
  } catch (error) {
    throw unreadable(`无法读取 ${path}：${reasonText(error).zh}`, `cannot read ${path}: ${reasonText(error).en}`);
  }
}

/** More places are only counted. */
const SHOWN_MISFITS = 10;

/** A file that is none of ours, of another version, or was changed by hand; what is wrong comes before the remedy. */
export function unfit(path: string, problem: Unfit): Failure {
  if (problem.problem === 'not-json')
    return new Failure(
      2,
      { zh: `${path} 不是本程序的结果；请重新计算`, en: `${path} is no result of this programme; run again` },
      () => [`${path}: ${visible(problem.reason)}`],
    );
  if (problem.problem === 'other-format') {
    const { format, expected } = problem;
    const found = format === undefined ? '—' : JSON.stringify(format);
    return wrongCall(
      `${path} 的格式是 ${found}，本版程序读的是 ${expected}：不是本程序的结果，或由另一版本写成；请重新计算`,
      `${path} has format ${found}, and this version reads ${expected}: it is no result of this programme, or of another version; run again`,
    );
  }
  const { misfits } = problem;
  const text = {
    zh: `${path} 有 ${misfits.length} 处不合格式，可能被改动过；请重新计算`,
    en: `${path} is not as it was written in ${misfits.length} place(s), as if changed by hand; run again`,
  };
  return new Failure(2, text, (lang) => {
    const lines = misfits.slice(0, SHOWN_MISFITS).map(({ path: at, expected, found }) => {
      const stands = found === undefined ? { zh: '没有', en: 'nothing' }[lang] : found;
      const says = { zh: `应为${expected.zh}，实为 ${stands}`, en: `must be ${expected.en}, and is ${stands}` }[lang];
      return labelled(at === '' ? path : at, says, lang);
    });
    const more = misfits.length - SHOWN_MISFITS;
    return more > 0 ? [...lines, { zh: `另有 ${more} 处`, en: `and ${more} more` }[lang]] : lines;
  });
}

const BY_OPTION: Text = { zh: '请用 --results 指明', en: 'name one with --results' };

/** The folder named, or the only one under ./results; `how` says how one is named. */
export function resultsFolder(folder: string | undefined, { cwd }: System, how = BY_OPTION): string {
  if (folder !== undefined) return resolve(cwd, folder);
  const root = join(cwd, 'results');
  let found: string[] = [];
  try {
    found = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    throw wrongCall(
      `没有找到结果（${root}：${reasonText(error).zh}）；请先运行 assess quarter，或者${how.zh}`,
      `no results were found (${root}: ${reasonText(error).en}); run assess quarter first, or ${how.en}`,
    );
  }
  const [only] = found;
  if (only && found.length === 1) return join(root, only);
  const list = found.map((name) => join('results', name)).join(', ');
  throw wrongCall(`有几份结果：${list}；${how.zh}`, `there are several results: ${list}; ${how.en}`);
}

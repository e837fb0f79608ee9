/** assess verify: whether results are still as they were written, and what they were made from still is as it was read. */
import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { assess } from '../../assess.js';
import { firstDifference } from '../../compare/first-difference.js';
import { type Again, verify } from '../../compare/verification.js';
import type { Manifest, Sources } from '../../model/manifest.js';
import { resultJson } from '../../report/json.js';
import { parseManifest } from '../../report/manifest.js';
import type { ExitCode } from '../failure.js';
import { isUnfinished, UNFINISHED } from '../place.js';
import { MANIFEST, RESULTS, readOwn, resultsFolder, unfit } from '../results.js';
import { jsonText } from '../show/json.js';
import { verificationText } from '../show/verification.js';
import { sourcesOf } from '../sources.js';
import type { System } from '../system.js';
import { takeInGathered } from '../take-in.js';
import { version } from '../version.js';
import { gatherSubmissions, openWorkspace } from '../workspace.js';
import { filesBesides, writtenFiles } from '../written.js';
import { type Common, type Context, contextFor } from './context.js';

export interface VerifyOptions extends Common {
  readonly dir?: string;
  readonly again?: boolean;
}

export async function verifyCommand(
  named: string | undefined,
  options: VerifyOptions,
  system: System,
): Promise<ExitCode> {
  const folder = resultsFolder(named, system, { zh: '请写明哪一份', en: 'name one' });
  const manifest = readManifest(folder);
  const context = contextFor(system, options);
  const names = manifest.outputs.map(({ file }) => file);
  const dir = submissionsOf(folder, manifest, options.dir, system);
  const isThere = dir !== undefined && existsSync(dir);
  const sources = isThere ? await readSources(dir, folder, manifest, options.again ?? false, context) : undefined;
  const found = verify(manifest, {
    version: version(),
    outputs: writtenFiles(folder, names),
    besides: filesBesides(folder, [...names, MANIFEST]),
    sources: sources?.sources,
    again: sources?.again,
  });
  if (options.json) await context.out(jsonText(found));
  else {
    const shown = { results: near(folder, system), ...(isThere ? { submissions: shownDir(dir, system) } : {}) };
    await context.out(verificationText(found, shown, context.lang, context.paint));
  }
  if (isUnfinished(folder)) await context.complain(UNFINISHED[context.lang]);
  if (!sources) {
    await context.complain(withoutSubmissions(dir && near(dir, system))[context.lang]);
    return 3;
  }
  return found.matches ? 0 : 1;
}

/** manifest.json of a folder of results. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  const manifest = parseManifest(readOwn(path));
  if ('problem' in manifest) throw unfit(path, manifest);
  return manifest;
}

/** The folder asked for, or else the one to which the manifest knows the way. */
export function submissionsOf(
  folder: string,
  { submissions }: Pick<Manifest, 'submissions'>,
  asked: string | undefined,
  { cwd }: System,
): string | undefined {
  if (asked !== undefined) return resolve(cwd, asked);
  return submissions === undefined ? undefined : resolve(folder, submissions);
}

interface Read {
  readonly sources: Sources;
  readonly again?: Again;
}

/** What the results were made from as it is now, and if asked, what comes of it. */
async function readSources(
  dir: string,
  folder: string,
  { period, asOf }: Manifest,
  isAgain: boolean,
  context: Context,
): Promise<Read> {
  const { cwd } = context.system;
  const workspace = await openWorkspace(dir, cwd, false);
  const gathered = await gatherSubmissions(dir, cwd, workspace, context, { mayBeEmpty: true });
  const sources = sourcesOf(workspace, gathered, cwd);
  if (!isAgain) return { sources };
  const { measures, office } = workspace;
  const intake = await takeInGathered(gathered, measures, office.counts, context);
  await context.doing({ zh: '检查、评定', en: 'Checking and grading' });
  const now = resultJson(assess(intake, measures, { period, asOf, office }));
  const then = readOwn(join(folder, RESULTS));
  if (now === then) return { sources, again: { same: true } };
  const at = firstDifference(contentOf(then), JSON.parse(now));
  return { sources, again: { same: false, ...(at === undefined ? {} : { at }) } };
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It differs from the first character on.
    return undefined;
  }
}

function near(path: string, { cwd }: System): string {
  const way = relative(cwd, path) || '.';
  return way.startsWith('..') ? path : way;
}

/** Where the submissions are read, and where that really lies if a link leads there. */
function shownDir(dir: string, system: System): string {
  const real = realpathSync(dir);
  return real === dir ? near(dir, system) : `${near(dir, system)} → ${real}`;
}

function withoutSubmissions(dir: string | undefined) {
  return dir === undefined
    ? {
        zh: '不知道材料放在哪里，没有核对材料、设置和办法；请用 --dir 指明',
        en: 'where the submissions lie is not known, so they, the settings and the pack were not verified; name them with --dir',
      }
    : {
        zh: `没有找到材料文件夹 ${dir}，没有核对材料、设置和办法；请用 --dir 指明`,
        en: `there is no folder of submissions ${dir}, so they, the settings and the pack were not verified; name it with --dir`,
      };
}

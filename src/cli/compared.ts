/**
 * The two sides of a comparison, as they are named: results by their folder or file, or a pack by name or path, under which
 * a folder of submissions is graded now. Everything is read; nothing is written.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { assess } from '../assess.js';
import { sha256 } from '../base/hash.js';
import type { Period } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Compared } from '../compare/compare.js';
import type { Manifest } from '../model/manifest.js';
import { parseManifest } from '../report/manifest.js';
import { dayOfRun, periodNamed } from './commands/asked.js';
import { chosenPeriod } from './commands/chosen-period.js';
import type { Context } from './commands/context.js';
import { noRoster } from './commands/period.js';
import { wrongCall } from './failure.js';
import { isPack } from './packs.js';
import { MANIFEST, RESULTS, readOwn, readResultFile } from './results.js';
import { sourcesOf } from './sources.js';
import { takeInGathered } from './take-in.js';
import { gatherSubmissions, openWorkspace } from './workspace.js';

export interface ComparedOptions {
  readonly dir?: string;
  readonly period?: string;
  readonly asOf?: string;
}

/** A side that was read. Of results `manifest` is theirs, if it stands beside them and speaks of them. */
export interface ReadSide extends Compared {
  /** Where it comes from, as the call says it. */
  readonly named: Text;
  readonly folder?: string;
  readonly manifest?: Manifest | undefined;
}

/** Either results that are there, or the name of a pack; without a name the pack in force. */
type Named = { readonly results: string; readonly name: string } | { readonly pack?: string };

export async function readSides(
  before: string,
  after: string | undefined,
  options: ComparedOptions,
  context: Context,
): Promise<{ readonly before: ReadSide; readonly after: ReadSide }> {
  const { cwd } = context.system;
  const named = [namedBy(before, cwd), after === undefined ? {} : namedBy(after, cwd)] as const;
  const read = named.map((each) => ('results' in each ? readResults(each) : undefined));
  if (read.every((each) => each !== undefined)) refuseGrading(options);
  const known = read.find((each) => each !== undefined);
  const grade = (side: Named): Promise<ReadSide> =>
    gradeNow('pack' in side ? side.pack : undefined, options, known, context);
  return {
    before: read[0] ?? (await grade(named[0])),
    after: read[1] ?? (await grade(named[1])),
  };
}

function namedBy(name: string, cwd: string): Named {
  const path = resolve(cwd, name);
  if (/\.json$/i.test(path)) return { results: path, name };
  if (existsSync(join(path, RESULTS))) return { results: join(path, RESULTS), name };
  if (isPack(name, cwd)) return { pack: name };
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  throw isFolder
    ? wrongCall(
        `${name} 中既没有 ${RESULTS}，也没有 measures.yaml，不是结果也不是办法`,
        `${name} holds neither ${RESULTS} nor measures.yaml: it is neither results nor a pack`,
      )
    : wrongCall(
        `没有名为 ${name} 的结果或办法；请写结果的文件夹，或办法的名称或文件夹`,
        `there are neither results nor a pack called ${name}: name a folder of results, or a pack by name or folder`,
      );
}

function readResults({ results: path, name }: { readonly results: string; readonly name: string }): ReadSide {
  const result = readResultFile(path);
  const folder = dirname(path);
  const manifest = ownManifest(folder, path);
  return { result, folder, manifest, sources: manifest, named: { zh: name, en: name } };
}

/** The manifest beside results, unless it is damaged or speaks of others: then it tells nothing of these. */
function ownManifest(folder: string, path: string): Manifest | undefined {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  const manifest = parseManifest(readOwn(file));
  if ('problem' in manifest) return undefined;
  const hash = sha256(readOwn(path));
  return manifest.outputs.some((output) => output.file === RESULTS && output.sha256 === hash) ? manifest : undefined;
}

function refuseGrading({ dir, period, asOf }: ComparedOptions): void {
  if ((dir ?? period ?? asOf) === undefined) return;
  throw wrongCall(
    '两边都是已有的结果，不重新计算：--dir、--period、--as-of 用不上',
    'both sides are results that are there, and nothing is graded: --dir, --period and --as-of have no use',
  );
}

/** The submissions as they are now under a pack; the period is that of the results on the other side, unless named. */
async function gradeNow(
  pack: string | undefined,
  options: ComparedOptions,
  other: ReadSide | undefined,
  context: Context,
): Promise<ReadSide> {
  const { system } = context;
  const { cwd } = system;
  const dir = submissionsFor(options.dir, other);
  const workspace = await openWorkspace(dir, cwd, false, pack);
  const { measures, office } = workspace;
  const gathered = await gatherSubmissions(dir, cwd, workspace, context);
  const intake = await takeInGathered(gathered, measures, office.counts, context);
  if (intake.roster.subjects.length === 0) throw noRoster(measures);
  const asked: Period | undefined = options.period === undefined ? other?.result.period : periodNamed(options.period);
  const period = asked ?? chosenPeriod('quarter', undefined, intake, measures);
  const asOf = dayOfRun(options.asOf, office.asOf, system);
  await context.doing({ zh: '检查、评定', en: 'Checking and grading' });
  const shown = relative(cwd, resolve(cwd, dir)) || '.';
  return {
    result: assess(intake, measures, { period, asOf, office }),
    sources: sourcesOf(workspace, gathered, cwd),
    named: {
      zh: `${shown} 中现在的材料，按 ${pack ?? office.measures}`,
      en: `the submissions in ${shown} as they are now, by ${pack ?? office.measures}`,
    },
  };
}

/** The folder named, or the one that the results know the way to; where there are no results, the one we are in. */
function submissionsFor(dir: string | undefined, other: ReadSide | undefined): string {
  if (dir !== undefined) return dir;
  if (!other) return '.';
  const { folder, manifest } = other;
  if (folder === undefined || manifest?.submissions === undefined)
    throw wrongCall(
      '不知道材料放在哪里；请用 --dir 指明',
      'where the submissions lie is not known; name them with --dir',
    );
  return resolve(folder, manifest.submissions);
}

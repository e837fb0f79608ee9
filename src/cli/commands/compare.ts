/**
 * assess compare: what a correction or a revised pack changes, for whom, and by which clause or cell. Between results that are
 * there, between them and what the submissions come to now, or between two packs. Writes nothing but what --out names.
 */
import { dirname, join, resolve } from 'node:path';
import type { Day } from '../../base/day.js';
import type { Text } from '../../base/text.js';
import { compare } from '../../compare/compare.js';
import { designComparison } from '../../report/comparison/workbook.js';
import { writeWorkbook } from '../../workbook/write.js';
import { type ComparedOptions, type ReadSide, readSides } from '../compared.js';
import { dropHalves, writeWhole } from '../durable.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { MANIFEST } from '../results.js';
import { comparisonText } from '../show/comparison.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { type Common, contextFor } from './context.js';

export interface CompareOptions extends Common, ComparedOptions {
  readonly out?: string;
}

export async function compareCommand(
  before: string,
  after: string | undefined,
  options: CompareOptions,
  system: System,
): Promise<ExitCode> {
  const context = contextFor(system, options);
  const { lang, paint } = context;
  const sides = await readSides(before, after, options, context);
  const out = outFile(options.out, [sides.before, sides.after], system);
  const found = compare(sides.before, sides.after);
  const named = { before: sides.before.named, after: sides.after.named };
  if (out !== undefined) {
    await context.doing({ zh: '写结果', en: 'Writing the results' });
    const workbook = await writeWorkbook(designComparison(found, sides.after.result, lang));
    dropHalves(dirname(out));
    writeWhole(out, workbook, { over: true });
  }
  await context.out(options.json ? jsonText(found) : comparisonText(found, named, lang, paint));
  const day = options.asOf === undefined ? otherDay(sides.before, sides.after) : undefined;
  if (day !== undefined) await context.tell(dayHint(day)[lang]);
  if (out !== undefined) await context.tell(`${{ zh: '结果写入', en: 'Written to' }[lang]} ${out}`);
  return 0;
}

/** The day of results that are compared with what is graded as of another, where nobody asked for that day. */
function otherDay(before: ReadSide, after: ReadSide): Day | undefined {
  const [there, ...others] = [before, after].filter(({ folder }) => folder !== undefined);
  const isApart = before.result.asOf !== after.result.asOf;
  return isApart && others.length === 0 ? there?.result.asOf : undefined;
}

function dayHint(day: Day): Text {
  return {
    zh: `另一边按运行当天（或 assess.yaml 的 as_of）计算；只看更正的影响，请加 --as-of ${day}`,
    en: `the other side is as of the day of this run, or as_of in assess.yaml; to see what a correction alone does, add --as-of ${day}`,
  };
}

/** Where the workbook goes: never over what a run has written, or the results would no longer match. */
function outFile(out: string | undefined, sides: readonly ReadSide[], { cwd }: System): string | undefined {
  if (out === undefined) return undefined;
  const path = resolve(cwd, out);
  if (!/\.xlsx$/i.test(path))
    throw wrongCall(`--out 应为 .xlsx 文件；给的是 ${out}`, `--out must be a .xlsx file, not ${out}`);
  const written = sides.flatMap(({ folder, manifest }) =>
    folder === undefined
      ? []
      : [MANIFEST, 'ranking.xlsx', ...(manifest?.outputs ?? []).map(({ file }) => file)].map((file) =>
          join(folder, file),
        ),
  );
  if (written.includes(path))
    throw wrongCall(
      `--out 会覆盖所比较的结果中的 ${out}；请另选一个文件`,
      `--out would write over ${out}, one of the results that are compared; choose another file`,
    );
  return path;
}

/**
 * A folder among the outputs that is replaced as a whole. Only what a former run wrote, and nobody has changed since, is taken
 * away or written over: whatever else lies there belongs to somebody, and may be all there is of a submission.
 */
import { dirname, join } from 'node:path';
import { type Text, visible } from '../base/text.js';
import { Failure } from './failure.js';
import { dropEmpty, type Output, replaceTogether } from './place.js';
import { writtenFiles } from './written.js';

/** Files by their path within the folder, with slashes; empty where there is to be none. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** What a former run wrote, by its name beside the manifest, with its hash; undefined where no run has written. */
export type Formerly = () => ReadonlyMap<string, string> | undefined;

/** Replaces outputs and the folder `name` beside them, all together; what is `last` takes its place after all others. */
export async function replaceWithFolder(
  folder: string,
  outputs: readonly Output[],
  name: string,
  files: Folder,
  last: readonly Output[],
  formerly: Formerly,
): Promise<void> {
  let gone: readonly string[] = [];
  await replaceTogether(folder, () => {
    const former = formerly();
    const own = [...(former?.keys() ?? [])].filter((each) => isWithin(each, name));
    const made = [...files.keys()].map((each) => `${name}/${each}`);
    const beside = former === undefined ? [...outputs, ...last].map(([each]) => each) : [];
    refuseOthers(folder, [...beside, ...new Set([...own, ...made])], former ?? new Map());
    gone = own.filter((each) => !made.includes(each));
    return [
      ...outputs,
      ...[...files].map(([each, content]): Output => [join(name, each), content]),
      ...gone.map((each): Output => [each, undefined]),
      ...last,
    ];
  });
  for (const each of gone) dropEmpty(dirname(join(folder, each)), join(folder, name));
}

/** A manifest may come from anywhere: what it names elsewhere is none of ours. */
function isWithin(path: string, name: string): boolean {
  const [first, ...rest] = path.split('/');
  return first === name && rest.length > 0 && rest.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** More are only counted. */
const SHOWN = 10;

/** Fails for what stands in the way and is not as a former run wrote it; links on the way to it count as such. */
function refuseOthers(folder: string, names: readonly string[], former: ReadonlyMap<string, string>): void {
  const others = writtenFiles(folder, names).filter(({ file, sha256 }) => !sha256 || former.get(file) !== sha256);
  if (others.length === 0) return;
  throw new Failure(2, refusal(folder), (lang) => {
    const more = others.length - SHOWN;
    const shown = others.slice(0, SHOWN).map(({ file }) => visible(file));
    return more > 0 ? [...shown, { zh: `另有 ${more} 个`, en: `and ${more} more` }[lang]] : shown;
  });
}

function refusal(folder: string): Text {
  return {
    zh: `${folder} 中的上列文件不是先前的运行写出的，或写出后改动过，没有覆盖；请移走，或用 --out 另选一个文件夹，再重新运行`,
    en: `in ${folder} no earlier run has written these files, or they were changed since: nothing was written over them. Move them away, or choose another folder with --out, and run again`,
  };
}

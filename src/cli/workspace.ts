/** An office's workspace: its assess.yaml, found in a folder or above it, and the measures that are in force there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { finding } from '../check/inspection.js';
import type { Loaded } from '../measures/loaded.js';
import { type LoadedOffice, loadOffice, NO_OFFICE } from '../measures/office.js';
import { problemLines } from '../measures/problem.js';
import type { Measures } from '../model/measures.js';
import type { Office } from '../model/office.js';
import type { SentFile } from '../take-in.js';
import { findingWords } from '../words/finding.js';
import { labelled } from '../words/phrase.js';
import type { Context } from './commands/context.js';
import { Failure, reasonText, unreadable } from './failure.js';
import { type Gathered, type GatheredFile, gather, type OnFile } from './files.js';
import { measuresOf, readPack } from './packs.js';

export const OFFICE_FILE = 'assess.yaml';

export interface Workspace {
  /** The folder of assess.yaml; absent when there is none. */
  readonly root?: string;
  readonly office: Office;
  readonly measures: Measures;
  readonly loaded: Loaded;
  /** assess.yaml as it was read; absent when there is none. */
  readonly settings?: { readonly name: string; readonly text: string };
}

/** The settings of the office whose assess.yaml lies in one of these folders or above it, the first that has one. */
export function officeAbove(folders: readonly string[], cwd: string): Office | undefined {
  for (const folder of folders) {
    const root = findRoot(resolve(cwd, folder));
    if (root !== undefined) return loadedOffice(root, cwd).office;
  }
  return undefined;
}

/** Looks for assess.yaml in a folder and above it; without one the default pack serves. A pack that is named takes its place. */
export async function openWorkspace(from: string, cwd: string, strict: boolean, pack?: string): Promise<Workspace> {
  const root = findRoot(resolve(cwd, from));
  const base = root ?? cwd;
  if (root === undefined) {
    const loaded = await readPack(pack ?? NO_OFFICE.measures, base, cwd);
    return { office: NO_OFFICE, measures: measuresOf(loaded), loaded };
  }
  const { office, parameters, yaml, text } = loadedOffice(root, cwd);
  const own = { values: parameters, yaml };
  const loaded = await (pack === undefined ? readPack(office.measures, root, cwd, own) : readPack(pack, cwd, cwd, own));
  const measures = measuresOf(loaded);
  const unset = [...measures.parameters.values()].filter(({ value }) => value === undefined);
  if (strict && unset.length > 0) {
    throw new Failure(2, { zh: '有参数尚未设定（--strict）', en: 'some parameters are not set (--strict)' }, (lang) =>
      unset.map(({ id, title }) => `${id}: ${title[lang]}`),
    );
  }
  return { root, office, measures, loaded, settings: { name: OFFICE_FILE, text } };
}

function loadedOffice(root: string, cwd: string): LoadedOffice & { readonly office: Office; readonly text: string } {
  const file = join(root, OFFICE_FILE);
  const text = readText(file);
  const loaded = loadOffice(relative(cwd, file) || OFFICE_FILE, text);
  const { office, problems } = loaded;
  if (office) {
    const fonts = Object.entries(office.fonts).map(([face, path]) => [face, resolve(root, path)]);
    return { ...loaded, text, office: { ...office, fonts: Object.fromEntries(fonts) } };
  }
  throw new Failure(2, { zh: `${OFFICE_FILE} 有错误`, en: `${OFFICE_FILE} has errors` }, (lang) =>
    problems.flatMap((each) => problemLines(each, lang)),
  );
}

function findRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, OFFICE_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(`无法读取 ${path}：${reasonText(error).zh}`, `cannot read ${path}: ${reasonText(error).en}`);
  }
}

/** The submissions of a folder, which must hold some unless said, and what the office keeps besides; what lies in both is read once. */
export async function gatherSubmissions(
  dir: string,
  cwd: string,
  workspace: Workspace,
  context: Pick<Context, 'doing'>,
  { mayBeEmpty = false } = {},
): Promise<Gathered & { readonly sent: readonly SentFile[] }> {
  const { root, office } = workspace;
  const folder = resolve(cwd, dir);
  const seen = new Set<string>();
  const found = await gather([folder], folder, loading(context), seen);
  const sent = { ...found, files: markKept(found.files, folder, workspace) };
  const kept = await gatherKept(root, office, context, seen);
  if (sent.files.length === 0 && !mayBeEmpty) throw nothingToRead(dir, sent);
  const taken = new Set(sent.files.map(({ file }) => file));
  // Two files of one name below two folders must not be taken for one.
  const besides = kept.files.map((each) =>
    taken.has(each.file) ? { ...each, file: `${relative(folder, root ?? folder)}/${each.file}` } : each,
  );
  return {
    files: [...sent.files, ...besides],
    refused: [...sent.refused, ...kept.refused],
    skipped: [...sent.skipped, ...kept.skipped],
    sent: sent.files,
  };
}

/** The registers that the office names in its own file: roster, receipts, incidents. */
export async function gatherKept(
  root: string | undefined,
  office: Office,
  context: Pick<Context, 'doing'>,
  seen?: Set<string>,
): Promise<Gathered> {
  if (root === undefined || office.read.length === 0) return { files: [], refused: [], skipped: [] };
  const paths = office.read.map((path) => resolve(root, path));
  const kept = await gather(paths, root, loading(context), seen);
  return { ...kept, files: kept.files.map((each) => ({ ...each, isKept: true as const })) };
}

/** Files with a mark on those that lie where the office keeps its own; `base` is what their names start from. */
export function markKept(
  files: readonly GatheredFile[],
  base: string,
  { root, office }: Pick<Workspace, 'root' | 'office'>,
): readonly GatheredFile[] {
  const folders = root === undefined ? [] : office.read.map((path) => resolve(root, path));
  const isKept = (file: string): boolean =>
    folders.some((folder) => file === folder || file.startsWith(`${folder}${sep}`));
  return files.map((each) => (isKept(resolve(base, each.file)) ? { ...each, isKept: true as const } : each));
}

/** Says which file is being loaded. */
export function loading({ doing }: Pick<Context, 'doing'>): OnFile {
  return (name, number, of) => doing({ zh: '载入', en: 'Loading' }, { number, of, name });
}

/** No file was read; what was there instead is said with its reason. */
export function nothingToRead(dir: string, { refused, skipped }: Gathered): Failure {
  const reasons = [
    ...refused.map(({ file, fault, detail }) => {
      const { says } = findingWords(finding('file-unreadable', { place: { file } }, { fault, detail }));
      return { file, reason: says };
    }),
    ...skipped,
  ];
  return new Failure(2, { zh: `${dir} 中没有表格文件`, en: `there are no workbooks in ${dir}` }, (lang) =>
    reasons.map(({ file, reason }) => labelled(file, reason[lang], lang)),
  );
}

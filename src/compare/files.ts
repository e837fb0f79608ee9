/** Files by their names and hashes, then and now: each is the same, changed, gone, new, or can no longer be read. */
import type { HashedFile, Sources } from '../model/manifest.js';

export type FileState = 'unchanged' | 'changed' | 'gone' | 'new' | 'unreadable';

export interface FileChange {
  readonly file: string;
  readonly state: FileState;
  /** The hashes then and now; absent where there was no file or it could not be read. */
  readonly before?: string;
  readonly after?: string;
  /** Of a new file: the one that is gone and had the same bytes. */
  readonly was?: string;
}

/** A file without a hash could not be read. */
export interface NamedFile {
  readonly file: string;
  readonly sha256?: string;
}

/** Every file of either, those of then first, in their order. */
export function compareFiles(before: readonly NamedFile[], after: readonly NamedFile[]): FileChange[] {
  const now = new Map(after.map((each) => [each.file, each]));
  const then = new Set(before.map(({ file }) => file));
  const kept = before.map((each) => changeOf(each, now.get(each.file)));
  const gone = new Map(
    kept.flatMap((each) => (each.state === 'gone' && each.before ? [[each.before, each.file]] : [])),
  );
  const added = after
    .filter(({ file }) => !then.has(file))
    .map(({ file, sha256 }): FileChange => {
      const was = sha256 === undefined ? undefined : gone.get(sha256);
      return { file, state: 'new', ...(sha256 ? { after: sha256 } : {}), ...(was === undefined ? {} : { was }) };
    });
  return [...kept, ...added];
}

function changeOf({ file, sha256: before }: NamedFile, now: NamedFile | undefined): FileChange {
  const after = now?.sha256;
  const hashes = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  if (!now) return { file, state: 'gone', ...hashes };
  if (before === after) return { file, state: 'unchanged', ...hashes };
  return { file, state: after === undefined ? 'unreadable' : 'changed', ...hashes };
}

/** What was read and what could not be, by name. */
export function namedInputs({ inputs, refused }: Pick<Sources, 'inputs' | 'refused'>): NamedFile[] {
  return [...inputs, ...refused.map((file) => ({ file }))];
}

/** A pack's files: those that come with the programme are told apart from the office's own of the same name. */
export function namedPack({ pack }: Pick<Sources, 'pack'>): HashedFile[] {
  return pack.map(({ file, sha256, isShipped }) => ({ file: isShipped ? `assess/${file}` : file, sha256 }));
}

export function differing(files: readonly FileChange[]): FileChange[] {
  return files.filter(({ state }) => state !== 'unchanged');
}

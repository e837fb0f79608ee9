/**
 * Reads the files that were handed in: regular files only, each once, none of them waited for. What cannot be read is
 * named with its fault and what is passed over with the reason; neither stops the others. Nothing is ever written here.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { sha256 } from '../base/hash.js';
import type { Text } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';
import type { SentFile } from '../take-in.js';
import { MAX_SENT_BYTES } from '../workbook/limits.js';
import { inaccessible, list } from './listing.js';
import { spareForFiles } from './memory.js';
import { REGULAR, readRegular } from './regular-file.js';

export interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly refused: readonly Refused[];
  readonly skipped: readonly Skipped[];
}

/** A file with where it lies on this machine. */
export interface GatheredFile extends SentFile {
  readonly liesAt: string;
}

/** What could be a submission and cannot be read. */
export interface Refused {
  readonly file: string;
  readonly fault: FileFault;
  readonly detail: string;
}

/** What is passed over without loss; `unsaved` where it says that a workbook beside it is open. */
export interface Skipped {
  readonly file: string;
  readonly reason: Text;
  readonly unsaved?: string;
}

/** Told of each file before it is read. */
export type OnFile = (file: string, number: number, of: number) => Promise<void>;

/**
 * Everything that could be a submission below the paths given; names are relative to the base, with forward slashes.
 * What `seen` holds is left out, and what is found is added to it.
 */
export async function gather(
  paths: readonly string[],
  base: string,
  onFile: OnFile = async () => undefined,
  seen: Set<string> = new Set(),
): Promise<Gathered> {
  const files: GatheredFile[] = [];
  const refused: Refused[] = [];
  const skipped: Skipped[] = [];
  const listed = (await list(paths)).filter(({ real }) => !seen.has(real) && seen.add(real));
  spareForFiles(listed.length);
  for (const [at, { path, as }] of listed.entries()) {
    const file = relative(base, path).split(sep).join('/') || basename(path);
    if (as.kind === 'skip') skipped.push({ file, reason: as.reason, ...(as.unsaved ? { unsaved: as.unsaved } : {}) });
    else if (as.kind === 'refuse') refused.push({ file, fault: as.fault, detail: as.detail });
    else {
      await onFile(file, at + 1, listed.length);
      const bytes = bytesOf(path);
      if ('kind' in bytes) refused.push({ file, fault: bytes.fault, detail: bytes.detail });
      else files.push(sentFile(file, path, sha256(bytes)));
    }
  }
  return { files, refused, skipped };
}

/** A file that is read again whenever its bytes are asked for, and then must be what it was. */
function sentFile(file: string, path: string, hash: string): GatheredFile {
  return {
    file,
    liesAt: path,
    sha256: hash,
    bytes: () => {
      const bytes = bytesAgain(path);
      return bytes && sha256(bytes) === hash ? bytes : undefined;
    },
  };
}

function bytesAgain(path: string): Uint8Array | undefined {
  try {
    return readRegular(path);
  } catch {
    // It could be read a moment ago: whatever the system says of it now, it is no longer the same.
    return undefined;
  }
}

type Refusal = ReturnType<typeof inaccessible>;

/** The bytes of a regular file that stays as it is while it is read. Files are small and many: each is read at once. */
function bytesOf(path: string): Uint8Array | Refusal {
  try {
    const file = openSync(path, REGULAR);
    try {
      return steadyBytes(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return inaccessible(basename(path), error);
  }
}

function steadyBytes(file: number): Uint8Array | Refusal {
  const before = fstatSync(file);
  if (!before.isFile()) return { kind: 'refuse', fault: 'no-file', detail: 'no regular file' };
  if (before.size > MAX_SENT_BYTES) return { kind: 'refuse', fault: 'too-large', detail: `${before.size} bytes` };
  const bytes = readFileSync(file);
  const after = fstatSync(file);
  return after.mtimeMs === before.mtimeMs && after.size === bytes.length
    ? bytes
    : { kind: 'refuse', fault: 'changing', detail: 'changed while it was read' };
}

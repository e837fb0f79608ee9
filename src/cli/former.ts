/** What the manifest of a folder says that a run wrote there. */
import { join } from 'node:path';
import { parseManifest } from '../report/manifest.js';
import { readRegular } from './regular-file.js';
import { MANIFEST } from './results.js';

/**
 * Names with hashes; none where the manifest is damaged or of another version. Undefined where there is none: other
 * programmes have files of that name.
 */
export function formerOutputs(folder: string): ReadonlyMap<string, string> | undefined {
  const manifest = manifestText(join(folder, MANIFEST));
  if (manifest === undefined) return undefined;
  const read = parseManifest(manifest);
  if (!('problem' in read)) return new Map(read.outputs.map(({ file, sha256 }) => [file, sha256]));
  const isOurs = read.problem === 'misfits' || (read.problem === 'other-format' && typeof read.format === 'number');
  return isOurs ? new Map() : undefined;
}

function manifestText(path: string): string | undefined {
  try {
    return readRegular(path)?.toString('utf8');
  } catch {
    // It is not there or cannot be read: then nothing in the folder is known to be ours.
    return undefined;
  }
}

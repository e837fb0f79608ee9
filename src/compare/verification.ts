/**
 * Whether results still are what was made, and what they were made from: each file of theirs, by hash. `assess verify
 * --json` prints a `Verification`; its keys stay.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Manifest, Sources } from '../model/manifest.js';
import { compareFiles, differing, type FileChange, type NamedFile, namedInputs, namedPack } from './files.js';

/** Raised whenever a reader of the old form could misread the new one. */
export const VERIFICATION_FORMAT = 1;

export interface Verification {
  readonly format: typeof VERIFICATION_FORMAT;
  readonly measures: Manifest['measures'];
  readonly period: Period;
  readonly asOf: Day;
  /** The programme that made the results, and this one. */
  readonly version: { readonly made: string; readonly now: string };
  readonly outputs: readonly FileChange[];
  /** Files beside the results that the run did not write: they differ from nothing. */
  readonly besides: readonly string[];
  /** Absent where the submissions could not be found: then nothing is known of them. */
  readonly sources?: {
    readonly inputs: readonly FileChange[];
    readonly settings: readonly FileChange[];
    readonly pack: readonly FileChange[];
  };
  /** Graded again from the sources as they are now; absent where nobody asked. */
  readonly again?: Again;
  /** Everything that was looked at is as it was. */
  readonly matches: boolean;
}

export interface Again {
  /** results.json comes out the same, byte for byte. */
  readonly same: boolean;
  /** Where it first differs, as grades[3].state; absent where only the writing differs. */
  readonly at?: string;
}

export interface Found {
  readonly version: string;
  readonly outputs: readonly NamedFile[];
  readonly besides: readonly string[];
  readonly sources?: Sources | undefined;
  readonly again?: Again | undefined;
}

export function verify(manifest: Manifest, found: Found): Verification {
  const { measures, period, asOf } = manifest;
  const outputs = compareFiles(manifest.outputs, found.outputs);
  const sources = found.sources && {
    inputs: compareFiles(namedInputs(manifest), namedInputs(found.sources)),
    settings: compareFiles(listed(manifest.settings), listed(found.sources.settings)),
    pack: compareFiles(namedPack(manifest), namedPack(found.sources)),
  };
  const all = [outputs, ...(sources ? Object.values(sources) : [])];
  return {
    format: VERIFICATION_FORMAT,
    measures,
    period,
    asOf,
    version: { made: manifest.version, now: found.version },
    outputs,
    besides: found.besides,
    ...(sources ? { sources } : {}),
    ...(found.again ? { again: found.again } : {}),
    matches: all.every((files) => differing(files).length === 0) && found.again?.same !== false,
  };
}

function listed<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

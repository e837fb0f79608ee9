/**
 * What results were made from and what was made, by hash: whoever has the files can tell whether they are still the same.
 * Written as manifest.json beside the results, the last of all. It holds no clock and no path of a machine.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';
import type { Lang } from '../base/text.js';

/** Raised whenever a reader of the old form could misread the new one. */
export const MANIFEST_FORMAT = 1;

/** A file by its path, with slashes, and the hash of its bytes. */
export interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

/** What a run reads. */
export interface Sources {
  /** The pack in force and what it extends, most derived first. */
  readonly pack: readonly PackFile[];
  /** The office's assess.yaml; absent where there is none. */
  readonly settings?: HashedFile;
  /** What was handed in and what the office keeps, by the names that the results use. */
  readonly inputs: readonly HashedFile[];
  /** What could be a submission and could not be read. */
  readonly refused: readonly string[];
}

/** Of a pack that comes with the programme below its packs, else below the folder of assess.yaml. */
export interface PackFile extends HashedFile {
  readonly isShipped?: true;
}

export interface Manifest extends Sources {
  readonly format: typeof MANIFEST_FORMAT;
  /** Of the programme. */
  readonly version: string;
  readonly measures: { readonly id: string; readonly version: string };
  readonly period: Period;
  readonly asOf: Day;
  /** In which the outputs are written. */
  readonly lang: Lang;
  /** The folder of submissions as seen from that of the results; absent where only this machine has such a way. */
  readonly submissions?: string;
  /** Everything written beside the manifest. */
  readonly outputs: readonly HashedFile[];
}

/** All checks in one ordered list, and the order in which findings are shown: by file, sheet, row, column, code. */
import type { Finding } from '../model/finding.js';
import { checkAcross } from './across.js';
import { checkCells, checkFields } from './cells.js';
import { FINDINGS } from './findings.js';
import {
  checkAhead,
  checkCalendar,
  checkDates,
  checkDoubleReceipts,
  checkHandedIn,
  checkParameters,
  checkReceipts,
  checkRegisters,
  checkRivals,
  checkSuperseded,
} from './handed-in.js';
import type { Check, Inspection } from './inspection.js';
import { checkLayout } from './layout.js';
import { checkLogs, checkSelfScores } from './log.js';
import { checkMerged } from './merged.js';
import { checkLookAlikes } from './roster.js';
import { checkCovered, checkRepeats, checkRowRules, checkStretches } from './rows.js';
import { checkSheets } from './sheets.js';

/** Checks on one file alone. */
const FILE_CHECKS: readonly Check[] = [
  checkLayout,
  checkSheets,
  checkFields,
  checkCells,
  checkMerged,
  checkRowRules,
  checkRepeats,
  checkStretches,
  checkCovered,
  checkLookAlikes,
  checkLogs,
  checkSelfScores,
];
/** Checks that need everything handed in. */
const FOLDER_CHECKS: readonly Check[] = [
  checkAcross,
  checkRivals,
  checkSuperseded,
  checkHandedIn,
  checkDates,
  checkReceipts,
  checkDoubleReceipts,
  checkAhead,
  checkRegisters,
  checkParameters,
  checkCalendar,
];

/** Every finding of the checks on single files, or of all checks when the whole folder is at hand. */
export function check(inspection: Inspection, scope: 'file' | 'folder'): Finding[] {
  const checks = scope === 'file' ? FILE_CHECKS : [...FILE_CHECKS, ...FOLDER_CHECKS];
  return checks.flatMap((each) => each(inspection));
}

/** Findings in reading order; equal ones appear once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const unique = [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
  return unique
    .map((each) => [sortKey(each), each] as const)
    .toSorted(([a], [b]) => compareKeys(a, b))
    .map(([, each]) => each);
}

type Key = readonly [file: string, sheet: string, row: number, column: string, code: string];

function sortKey({ place, kind }: Finding): Key {
  const match = /^([A-Z]+)(\d+)$/.exec(place.cell ?? '');
  const column = match?.[1] ?? '';
  return [place.file, place.sheet ?? '', Number(match?.[2] ?? 0), column.padStart(3), FINDINGS[kind].code];
}

function compareKeys(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/**
 * Every kind of finding with its permanent code, its usual severity, and its words: what is wrong and how to mend it,
 * in both languages. The table is total: a kind without its words does not compile.
 */
import type { Text } from '../base/text.js';
import type { FindingData, FindingKind, FindingOf, Severity } from '../model/finding.js';
import { CELL_FINDINGS } from './cell-findings.js';
import { FILE_FINDINGS } from './file-findings.js';
import { HANDED_IN_FINDINGS } from './handed-in-findings.js';
import { LOG_FINDINGS } from './log-findings.js';
import { NAME_FINDINGS } from './name-findings.js';
import { OFFICE_FINDINGS } from './office-findings.js';
import { ROW_FINDINGS } from './row-findings.js';
import { SHEET_FINDINGS } from './sheet-findings.js';
import { TABLE_FINDINGS } from './table-findings.js';

export interface FindingWords<K extends FindingKind> {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Text;
  says(data: FindingData[K] & Pick<FindingOf<K>, 'raw'>): Text;
  remedy(data: FindingData[K] & Pick<FindingOf<K>, 'raw'>): Text;
}

export type FindingTable = { readonly [K in FindingKind]: FindingWords<K> };

export const FINDINGS: FindingTable = {
  ...FILE_FINDINGS,
  ...TABLE_FINDINGS,
  ...SHEET_FINDINGS,
  ...CELL_FINDINGS,
  ...ROW_FINDINGS,
  ...NAME_FINDINGS,
  ...HANDED_IN_FINDINGS,
  ...OFFICE_FINDINGS,
  ...LOG_FINDINGS,
};

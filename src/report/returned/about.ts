/** What every returned file needs to know beside its findings, and how findings are worded in it. */
import type { Day } from '../../base/day.js';
import type { Lang } from '../../base/text.js';
import { FINDINGS, type FindingWords } from '../../check/findings.js';
import type { Finding, FindingKind } from '../../model/finding.js';

export interface About {
  readonly lang: Lang;
  /** The name of the office that returns it; may be empty. */
  readonly office: string;
  readonly date: Day;
  /** A clause in the numbering of its source. */
  clauseAt(id: string): string;
}

export interface Said {
  readonly code: string;
  readonly says: string;
  readonly remedy: string;
  /** What stands in the cell, said where it is empty; absent where the finding is about no content. */
  readonly raw?: string;
  readonly clause: string;
}

export function said(finding: Finding, { lang, clauseAt }: About): Said {
  const words: FindingWords<FindingKind> = FINDINGS[finding.kind];
  const { raw, clause } = finding;
  return {
    code: words.code,
    says: words.says(finding)[lang],
    remedy: words.remedy(finding)[lang],
    ...(raw === undefined ? {} : { raw: raw === '' ? { zh: '（空）', en: '(empty)' }[lang] : raw }),
    clause: clause === undefined ? '' : clauseAt(clause),
  };
}

/** Whether something is to be mended or looked into: a file with notes alone stays with the office. */
export function isToReturn({ severity }: Finding): boolean {
  return severity !== 'note';
}

/** What every returned file needs to know beside its findings, and how findings are worded in it. */
import type { Day } from '../../base/day.js';
import type { Lang } from '../../base/text.js';
import type { Finding } from '../../model/finding.js';
import { findingWords } from '../../words/finding.js';

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
  const { code, says, remedy } = findingWords(finding);
  const { raw, clause } = finding;
  return {
    code,
    says: says[lang],
    remedy: remedy[lang],
    ...(raw === undefined ? {} : { raw: raw === '' ? { zh: '（空）', en: '(empty)' }[lang] : raw }),
    clause: clause === undefined ? '' : clauseAt(clause),
  };
}

/** Whether something is to be mended or looked into: a file with notes alone stays with the office. */
export function isToReturn({ severity }: Finding): boolean {
  return severity !== 'note';
}

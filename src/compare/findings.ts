/** Findings that came and that went. One whose severity alone is another has gone as the one and come as the other. */
import type { Finding } from '../model/finding.js';
import { findingWords } from '../words/finding.js';
import { clauseText } from '../words/value.js';
import { type Looked, less, type Pair } from './side.js';
import type { Comparison, FoundChange } from './types.js';

export function compareFindings({ before, after }: Pair): NonNullable<Comparison['findings']> {
  const [then, now] = [before.result.findings, after.result.findings];
  return {
    came: less(now, then).map((finding) => found(finding, after)),
    went: less(then, now).map((finding) => found(finding, before)),
  };
}

function found(finding: Finding, { words }: Looked): FoundChange {
  const { severity, place, row, raw, clause } = finding;
  const { code, says } = findingWords(finding);
  return {
    code,
    severity,
    place,
    ...(row === undefined ? {} : { row }),
    ...(raw === undefined ? {} : { raw }),
    ...(clause === undefined ? {} : { clause: clauseText(clause, words) }),
    says,
  };
}

/** The words of a finding, as every report says them. */
import type { Text } from '../base/text.js';
import { FINDINGS, type FindingWords } from '../check/findings.js';
import type { Finding, FindingKind } from '../model/finding.js';

/** Its code and title, what it says, and how it is mended, or why the office lets it stand. */
export function findingWords(finding: Finding): { code: string; title: Text; says: Text; remedy: Text } {
  const { code, title, says, remedy } = FINDINGS[finding.kind] as FindingWords<FindingKind>;
  const data = finding as never;
  const { confirmed } = finding;
  const mended = confirmed === undefined ? remedy(data) : { zh: `已确认：${confirmed}`, en: `confirmed: ${confirmed}` };
  return { code, title, says: says(data), remedy: mended };
}

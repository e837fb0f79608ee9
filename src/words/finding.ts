/** The words of a finding, as every report says them. */
import type { Text } from '../base/text.js';
import { FINDINGS, type FindingWords } from '../check/findings.js';
import type { Finding, FindingKind } from '../model/finding.js';
import type { Place } from '../model/value.js';

/** Its code and title, what it says, and how it is mended, or why the office lets it stand. */
export function findingWords(finding: Finding): { code: string; title: Text; says: Text; remedy: Text } {
  const { code, title, says, remedy } = FINDINGS[finding.kind] as FindingWords<FindingKind>;
  const data = finding as never;
  const { confirmed } = finding;
  const mended = confirmed === undefined ? remedy(data) : { zh: `已确认：${confirmed}`, en: `confirmed: ${confirmed}` };
  return { code, title, says: says(data), remedy: mended };
}

/** The other places of a finding: the cell it disagrees with, the row it repeats, the details it adds up. */
export function relatedTo(finding: Finding): readonly Place[] {
  const { other, cells = [] } = finding as { readonly other?: Place; readonly cells?: readonly Place[] };
  const { place } = finding;
  const all = other ? [other, ...cells] : cells;
  return all.filter(({ file, sheet, cell }) => cell !== place.cell || sheet !== place.sheet || file !== place.file);
}

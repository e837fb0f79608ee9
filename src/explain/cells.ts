/**
 * The cells that something rests on, each with the faults found at that very cell. Where it rests on a report that never
 * came there is no cell: then those that did not come are named.
 */
import type { Day } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import { once } from '../base/once.js';
import { countsTo } from '../base/period.js';
import type { Lang } from '../base/text.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { findingWords } from '../words/finding.js';
import { owedText } from '../words/grade.js';
import { placeText } from '../words/value.js';

export interface ExplainedCell extends Place {
  /** Errors and warnings about what stands there; absent where there are none. */
  readonly findings?: readonly CellFinding[];
  /**
   * Of a place without a file: the reports of these spans that did not come. A result does not keep which of several were
   * counted.
   */
  readonly missing?: readonly string[];
}

export interface CellFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Says of cells what is known about them; the spans are those of what rests on them. */
export type CellsOf = (cells: readonly Place[], spans: readonly Span[]) => readonly ExplainedCell[];

export function cellsFor(subject: Subject, result: Result, lang: Lang): CellsOf {
  return (cells, spans) =>
    cells.map((cell) => {
      if (cell.file === '') return { ...cell, missing: missing(subject, spans, result, lang) };
      const found = faultsAt(result).get(placeText(cell)) ?? [];
      return found.length === 0 ? cell : { ...cell, findings: found.map((each) => cellFinding(each, lang)) };
    });
}

const faultsAt = once((result: Result): ReadonlyMap<string, readonly Finding[]> => {
  const faults = result.findings.filter(({ severity, place }) => severity !== 'note' && place.cell !== undefined);
  return groupedBy(faults, ({ place }) => placeText(place));
});

function cellFinding(finding: Finding, lang: Lang): CellFinding {
  const { code, says } = findingWords(finding);
  return { code, severity: finding.severity, text: says[lang] };
}

function missing({ id, within }: Subject, spans: readonly Span[], result: Result, lang: Lang): string[] {
  return result.expected
    .filter(({ by, status }) => status === 'missing' && (by === id || by === within))
    .filter(({ period, due }) => spans.some(({ from, to }) => countsTo(period, due, from, to)))
    .map(({ form, by, period, due }) => owedText({ kind: 'submission', form, by, period, due }, result, lang));
}

/** Findings by the thousand, cut to so many of a kind for each file, with the true number of those that are left out. */
import type { Finding, FindingKind } from '../model/finding.js';

export interface Capped {
  readonly shown: readonly Finding[];
  /** Only kinds of which some are left out. */
  readonly cut: readonly CutShort[];
}

export interface CutShort {
  readonly file: string;
  readonly kind: FindingKind;
  readonly total: number;
  readonly shown: number;
}

/** In the order given; `most` of each kind in each file stay. */
export function capped(findings: readonly Finding[], most: number): Capped {
  const counts = new Map<string, { file: string; kind: FindingKind; total: number }>();
  const shown = findings.filter(({ kind, place: { file } }) => {
    const key = JSON.stringify([file, kind]);
    const count = counts.get(key) ?? { file, kind, total: 0 };
    counts.set(key, count);
    count.total++;
    return count.total <= most;
  });
  const cut = [...counts.values()].filter(({ total }) => total > most);
  return { shown, cut: cut.map((each) => ({ ...each, shown: most })) };
}

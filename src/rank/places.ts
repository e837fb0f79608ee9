/**
 * A subject's place in an order, as a fact that grades and consequences can ask for. Who shares a place, or stands in an
 * order in which somebody's place is open, has bounds instead of a place: a tie at a cut-off is never broken in silence.
 */
import { groupedBy } from '../base/group.js';
import type { Fact, Owed, Standing } from '../model/grading.js';
import type { Measures } from '../model/measures.js';
import type { Subject } from '../model/submission.js';
import type { Value } from '../model/value.js';

/** The facts given, with places among them, each subject's in the pack's order. */
export function withPlaces(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  standings: readonly Standing[],
  measures: Measures,
): Fact[] {
  const rules = [...measures.facts.values()];
  if (!rules.some(({ from }) => from.kind === 'place')) return [...facts];
  const adrift = new Set(subjects.filter(({ ungrouped }) => ungrouped).map(({ id }) => id));
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  return subjects.flatMap((subject) => {
    const own = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
    return rules
      .filter((rule) => rule.subject === subject.kind)
      .flatMap(({ id, from }) =>
        from.kind === 'place'
          ? (placeOf(id, subject, from.ranking, { standings, adrift }, own) ?? [])
          : (own.get(id) ?? []),
      );
  });
}

/** Nothing about whoever is not ranked at all. */
function placeOf(
  id: string,
  subject: Subject,
  ranking: string,
  { standings, adrift }: { readonly standings: readonly Standing[]; readonly adrift: ReadonlySet<string> },
  facts: ReadonlyMap<string, Fact>,
): Fact | undefined {
  const all = standings.filter((each) => each.ranking === ranking);
  const own = all.find((each) => each.subject === subject.id);
  const key = own && facts.get(own.keys[0]?.fact ?? '');
  if (!own || !key) return undefined;
  // Whose group is not known may be of this one.
  const beside = all.filter((each) => each !== own && (each.group === own.group || adrift.has(each.subject)));
  const base = {
    id,
    subject: subject.id,
    from: key.from,
    to: key.to,
    cells: [],
    parts: own.keys.map(({ fact }) => fact),
  };
  // Who may not be ranked at all has no place that is certain to be so good or so bad.
  if (own.isDoubtful) return { ...base, owed: own.owed };
  if (own.rank === undefined) return { ...base, atLeast: number(1), atMost: number(beside.length + 1), owed: own.owed };
  const tied = beside.filter(({ rank }) => rank === own.rank);
  const open = beside.filter(({ rank }) => rank === undefined);
  if (tied.length + open.length === 0) return { ...base, value: number(own.rank), owed: [] };
  const owed = [...others('tie', ranking, tied), ...others('unplaced', ranking, open)];
  return { ...base, atLeast: number(own.rank), atMost: number(own.rank + tied.length + open.length), owed };
}

function others(kind: 'tie' | 'unplaced', ranking: string, standings: readonly Standing[]): Owed[] {
  return standings.length === 0 ? [] : [{ kind, ranking, subjects: standings.map(({ subject }) => subject) }];
}

function number(value: number): Value {
  return { type: 'number', value: String(value) };
}

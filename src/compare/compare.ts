/**
 * Compares two results: whose grade, points, place, consequences or facts have changed, and what did it. A pure function of
 * the two. Whoever is in one of them alone is named and not compared; of different periods nothing is held against
 * each other but outcomes, as everything else speaks of other days.
 */
import type { Sources } from '../model/manifest.js';
import type { Result } from '../model/result.js';
import { compareConsequences } from './consequences.js';
import { compareFacts } from './facts.js';
import { compareFiles, differing, type FileChange, namedPack } from './files.js';
import { compareFindings } from './findings.js';
import { compareGrades } from './grades.js';
import { compareParameters } from './parameters.js';
import { comparePeople } from './people.js';
import { compareRanks, type Orders, ordersOf } from './ranks.js';
import type { Moving } from './rests-on.js';
import { compareRules } from './rules.js';
import { compareScores } from './scores.js';
import { compareSeats } from './seats.js';
import { lookedUp, type Pair, same } from './side.js';
import { COMPARISON_FORMAT, type Comparison, type Side, type SubjectChange } from './types.js';

/** A result, and where it is known what it was made from by hash. */
export interface Compared {
  readonly result: Result;
  readonly sources?: Sources | undefined;
}

export function compare(before: Compared, after: Compared): Comparison {
  const sides: Pair = {
    before: lookedUp(before.result, before.sources),
    after: lookedUp(after.result, after.sources),
  };
  const isExplained = before.result.period === after.result.period;
  const parameters = compareParameters(sides);
  const files = isExplained ? changedFiles(sides) : undefined;
  const pack = changedPack(sides);
  const about = {
    sides,
    isExplained,
    parameters: new Set(parameters.map(({ id }) => id)),
    rewritten: new Set((files ?? []).flatMap(({ file, state }) => (state === 'changed' ? [file] : []))),
    orders: ordersOf(sides),
  };
  const inBoth = after.result.subjects.filter(({ id }) => sides.before.subject(id));
  const compared = inBoth.map(({ id }) => subjectChange(id, about));
  return {
    format: COMPARISON_FORMAT,
    before: sideOf(before.result),
    after: sideOf(after.result),
    apart: apart(before.result, after.result),
    people: comparePeople(sides),
    changed: compared.filter(isChanged),
    unchanged: unchanged(compared, sides),
    parameters,
    rules: compareRules(sides),
    seats: compareSeats(sides),
    ...(files ? { files } : {}),
    ...(pack ? { pack } : {}),
    ...(isExplained ? { findings: compareFindings(sides) } : {}),
  };
}

function sideOf({ measures, office, period, asOf, words }: Result): Side {
  const { id, version, title } = measures;
  return { measures: { id, version, title }, office: office.name, period, asOf, kinds: words.subjects };
}

function apart(before: Result, after: Result): Comparison['apart'] {
  const identity = ({ measures: { id, version } }: Result) => [id, version];
  return [
    ...(before.office.name === after.office.name ? [] : (['office'] as const)),
    ...(same(identity(before), identity(after)) ? [] : (['measures'] as const)),
    ...(before.period === after.period ? [] : (['period'] as const)),
    ...(before.asOf === after.asOf ? [] : (['day'] as const)),
  ];
}

function changedFiles({ before, after }: Pair): FileChange[] {
  return differing(compareFiles(before.result.files, after.result.files));
}

/** The files of the packs and the settings, where both sides know their own. */
function changedPack({ before, after }: Pair): FileChange[] | undefined {
  if (!before.sources || !after.sources) return undefined;
  const all = (sources: Sources) => [...namedPack(sources), ...(sources.settings ? [sources.settings] : [])];
  return differing(compareFiles(all(before.sources), all(after.sources)));
}

interface AboutAll extends Pick<Moving, 'sides' | 'isExplained' | 'parameters'> {
  readonly rewritten: ReadonlySet<string>;
  readonly orders: Orders;
}

function subjectChange(id: string, { sides, isExplained, parameters, rewritten, orders }: AboutAll): SubjectChange {
  const facts = isExplained ? compareFacts(id, sides, rewritten) : [];
  const moving: Moving = { subject: id, sides, facts, parameters, isExplained };
  const grades = compareGrades(id, moving);
  return {
    ...sides.after.person(id),
    grades,
    scores: compareScores(id, moving),
    ranks: compareRanks(id, moving, orders),
    consequences: compareConsequences(id, grades, moving),
    facts,
  };
}

function isChanged({ facts, ...change }: SubjectChange): boolean {
  return facts.length > 0 || isOutcomeChanged({ ...change, facts });
}

/** Whether more than facts have changed: a grade, points, a place, or what follows. */
export function isOutcomeChanged({ grades, scores, ranks, consequences }: SubjectChange): boolean {
  return [grades, scores, ranks, consequences].some((changes) => changes.length > 0);
}

/** Those who take part in both, by kind, in the order of the roster. */
function unchanged(compared: readonly SubjectChange[], { before, after }: Pair): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of compared) {
    const takesPart = [before, after].every((side) => side.subject(each.subject)?.takesPart);
    if (takesPart) counts[each.kind] = (counts[each.kind] ?? 0) + (isChanged(each) ? 0 : 1);
  }
  return counts;
}

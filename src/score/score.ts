/**
 * Scores each subject by the measures' tree of points, from its facts and the rows of the log. Exact decimals; what is
 * still open is looked at in the subject's favour and against it, and a number is given only where both agree.
 */
import { canonical, Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import { daysOver, type Period } from '../base/period.js';
import type { Fact, Owed } from '../model/grading.js';
import type { Measures } from '../model/measures.js';
import { rulesOf, type Score, type ScoreItem } from '../model/score.js';
import type { Logged, Scored, SelfScore } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import { fullByRule } from '../rows/amount.js';
import { distinctOwed } from '../rows/weigh.js';
import { boundedBy } from './bounded.js';
import { chosenPerMatter, type Entries, weighed } from './choose.js';
import type { Given } from './entry.js';
import { extentOf, VIEWS, type View } from './extent.js';
import { entriesFromFacts } from './from-facts.js';
import { entriesFromLog } from './from-log.js';
import { linesOf, type Viewed } from './lines.js';
import { type ItemTotal, totalOf } from './total.js';

/** Everything that was found about the subjects before points are reckoned. */
export interface Found {
  readonly facts: readonly Fact[];
  readonly logged: readonly Logged[];
  readonly self: readonly SelfScore[];
}

export function scoreSubjects(
  subjects: readonly Subject[],
  { facts, logged, self }: Found,
  measures: Measures,
  period: Period,
): Scored[] {
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  const logs = new Map(logged.map((each) => [`${each.score}\n${each.subject}`, each]));
  const own = groupedBy(self, ({ score, subject }) => `${score}\n${subject}`);
  return measures.scores.flatMap((score) => {
    const fulls = fullByRule(score);
    return subjects
      .filter(({ kind }) => kind === score.subject)
      .map((subject) => {
        const key = `${score.id}\n${subject.id}`;
        const known = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
        const given: Given = { measures, score, facts: known, logged: logs.get(key), fulls };
        return scored(subject, given, own.get(key) ?? [], period);
      });
  });
}

function scored(subject: Subject, given: Given, self: readonly SelfScore[], period: Period): Scored {
  const { score } = given;
  const items = score.items.flatMap((item) => applicable(item, subject.group?.id));
  const views = VIEWS.map((view) => viewOf(view, items, given));
  const sums = views.map(({ chosen }) => sumOf(chosen));
  const ungrouped = groupMissing(score, subject);
  const bounds = ungrouped.length > 0 ? {} : boundedBy(sums);
  const lines = linesOf(views, self);
  return {
    score: score.id,
    subject: subject.id,
    ...daysOver(score.over, period),
    ...bounds,
    sure: canonical(sums[0] ?? new Decimal(0)),
    full: score.full,
    items: lines.items,
    owed: bounds.points === undefined ? distinctOwed([...ungrouped, ...(given.logged?.owed ?? []), ...lines.owed]) : [],
  };
}

/** An item and its parts, without those that are for other groups. */
function applicable(item: ScoreItem, group: string | undefined): ScoreItem[] {
  if (item.for.length > 0 && (group === undefined || !item.for.includes(group))) return [];
  return [{ ...item, items: item.items.flatMap((part) => applicable(part, group)) }];
}

/** Where items are for groups and a subject's is not known, nothing can be said of its points. */
function groupMissing({ items }: Score, { group, ungrouped, place }: Subject): Owed[] {
  const grouped = (all: readonly ScoreItem[]): boolean =>
    all.some((item) => item.for.length > 0 || grouped(item.items));
  return group === undefined && grouped(items) ? [{ kind: 'cell', place: ungrouped ?? place ?? { file: '' } }] : [];
}

function viewOf(view: View, items: readonly ScoreItem[], given: Given): Viewed {
  const { measures } = given;
  const entries: Entries = new Map(
    rulesOf({ items }).map((rule) => {
      const { basis } = rule;
      const extent = extentOf(view, rule.effect);
      const found =
        basis.kind === 'log'
          ? entriesFromLog(rule, basis, given, extent)
          : entriesFromFacts(rule, basis, given, extent);
      return [rule.id, weighed(rule, found, measures)];
    }),
  );
  const chosen = chosenPerMatter(items, entries);
  return {
    chosen: items.map((item) => totalOf(item, chosen, measures)),
    free: items.map((item) => totalOf(item, entries, measures, false)),
  };
}

function sumOf(totals: readonly ItemTotal[]): Decimal {
  return Decimal.sum(0, ...totals.map(({ points }) => points));
}

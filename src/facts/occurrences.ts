/**
 * The rows of a score's log, put to the subject and the rule they are about. What could not be read is named and left
 * open; whether and how far a row counts is for the score to say.
 */
import { canonical, Decimal } from '../base/decimal.js';
import { daysOver, type Period } from '../base/period.js';
import { folded } from '../base/text.js';
import type { Condition, Outcome } from '../model/condition.js';
import type { Owed } from '../model/grading.js';
import type { Measures } from '../model/measures.js';
import { type EventLog, rulesOf, type Score, type ScoreRule } from '../model/score.js';
import type { Logged, Occurrence } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import { boundsOf } from '../rows/amount.js';
import { sameRow } from '../rows/match.js';
import type { SourceRow } from '../rows/row.js';
import type { Records } from './records.js';
import { distinct, formRows, matters, namesOf, unknownOf } from './rows.js';
import { written } from './written.js';

export function collectOccurrences(subjects: readonly Subject[], period: Period, records: Records): Logged[] {
  return records.measures.scores.flatMap((score) => {
    const { log } = score;
    if (!log) return [];
    const own = subjects.filter(({ kind }) => kind === score.subject);
    return own.map((subject) => loggedAbout(subject, score, log, period, records));
  });
}

function loggedAbout(subject: Subject, score: Score, log: EventLog, period: Period, records: Records): Logged {
  const form = records.measures.forms.get(log.form);
  const { candidates, owed } = formRows(subject, form, daysOver(score.over, period), records);
  const base = { score: score.id, subject: subject.id };
  const rules = rulesOf(score).filter(({ basis }) => basis.kind === 'log');
  const read = (row: SourceRow, doubt: readonly Owed[]): Occurrence[] => {
    const named = row.reading(log.rule)?.value;
    const rule = named?.type === 'choice' ? rules.find(({ id }) => id === named.value) : undefined;
    if (rule) return [{ ...base, ...occurrenceOf(row, rule, log, doubt, records) }];
    const unnamed = [...doubt, row.owedFor(log.rule)];
    // What any of them would ask for besides is not owed before it is known which; nor is a column of its own
    // that was left empty told to be once.
    return rules.map((each) => {
      const { times, ...rest } = occurrenceOf(row, each, log, unnamed, records);
      const own = each.basis.kind === 'log' ? each.basis.times : undefined;
      const isWritten = own === undefined || row.reading(own)?.value !== undefined;
      return {
        ...base,
        ...rest,
        ...(times !== undefined && isWritten ? { times } : {}),
        isAnyRules: true,
        owed: unnamed,
      };
    });
  };
  const doubtful = candidates.flatMap(({ row, doubt }) => (doubt ? read(row, [doubt]) : []));
  const sure = matters(form, candidates).flatMap((twins) => {
    const [first] = twins;
    if (!first) return [];
    if (twins.every((twin) => sameRow(twin, first, namesOf(form)))) return read(first, []);
    const differ: Owed = { kind: 'repeated', form: log.form, places: twins.map(({ place }) => place) };
    return twins.flatMap((twin) => read(twin, [differ]));
  });
  return { ...base, occurrences: [...sure, ...doubtful].toSorted(inOrder), owed };
}

/** By place, so that nothing depends on the order of files. */
function inOrder(a: Occurrence, b: Occurrence): number {
  const [left, right] = [a, b].map(({ place }) => `${place.file}\n${place.sheet ?? ''}`);
  if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1;
  return rowNumber(a) - rowNumber(b);
}

function rowNumber({ place }: Occurrence): number {
  return Number(/\d+$/.exec(place.cell ?? '')?.[0] ?? 0);
}

function occurrenceOf(
  row: SourceRow,
  rule: ScoreRule,
  log: EventLog,
  doubt: readonly Owed[],
  records: Records,
): Omit<Occurrence, 'score' | 'subject'> {
  const asked = askedOf(row, rule, log, records.measures);
  const times = timesOf(row, rule, log, records.measures);
  const typed = log.points === undefined ? undefined : row.reading(log.points)?.value;
  const isMatterUnread = log.matter !== undefined && row.reading(log.matter)?.state === 'unreadable';
  const matter = log.matter === undefined ? '' : folded(isMatterUnread ? '' : (row.reading(log.matter)?.raw ?? ''));
  const weighed = rule.basis.kind === 'log' ? weighedBy(row, rule.basis, log) : NOTHING_ASKED;
  const unread = [
    ...(isMatterUnread && log.matter !== undefined ? [log.matter] : []),
    ...asked.unread,
    ...(times.unread ? [times.unread] : []),
    ...weighed.unread,
  ];
  return {
    place: row.cell(log.rule),
    rule: rule.id,
    sure: doubt.length === 0,
    choices: asked.choices,
    unread,
    holds: weighed.holds,
    exempt: weighed.exempt,
    evidenced: weighed.evidenced,
    shown: shownIn(row, log, records),
    owed: distinct([...doubt, ...unread.map((name) => owedFor(row, name, log))]),
    ...(weighed.unset === undefined ? {} : { unset: weighed.unset }),
    ...(times.value === undefined ? {} : { times: times.value }),
    ...(typed?.type === 'number' && !unread.includes(log.points ?? '')
      ? { typed: canonical(new Decimal(typed.value).abs()) }
      : {}),
    ...(matter === '' ? {} : { matter }),
  };
}

/** The column of points is only ever open where an assessor has to set them. */
function owedFor(row: SourceRow, name: string, log: EventLog): Owed {
  return name === log.points ? { kind: 'assessor', place: row.cell(name) } : row.owedFor(name);
}

function timesColumn({ basis }: ScoreRule, log: EventLog): string | undefined {
  return (basis.kind === 'log' ? basis.times : undefined) ?? log.times;
}

/** Once where nothing is entered. A number that the column cannot hold, or below none, is a slip: nobody can say what was meant. */
function timesOf(
  row: SourceRow,
  rule: ScoreRule,
  log: EventLog,
  { forms }: Measures,
): { value?: string; unread?: string } {
  const column = timesColumn(rule, log);
  if (column === undefined) return { value: '1' };
  const operand = row.operand(column);
  if (operand.state === 'absent') return { value: '1' };
  const known = operand.state === 'known' && 'type' in operand.value ? operand.value : undefined;
  const least = forms.get(log.form)?.columns.find(({ id }) => id === column)?.min ?? '0';
  return known?.type === 'number' && new Decimal(known.value).gte(Decimal.max(0, least))
    ? { value: known.value }
    : { unread: column };
}

/** The tier and the share taken by a row, and points that only an assessor can set. */
function askedOf(row: SourceRow, { amount, basis }: ScoreRule, log: EventLog, measures: Measures) {
  const choices: Record<string, string> = {};
  const unread: string[] = [];
  const ask = (column: string, needed: boolean): void => {
    const reading = row.reading(column);
    if (reading?.value?.type === 'choice') choices[column] = reading.value.value;
    else if (needed || reading?.state === 'unreadable') unread.push(column);
  };
  if (amount.kind === 'tiers') ask(amount.by, true);
  if (basis.kind === 'log' && basis.share) ask(basis.share.by, false);
  if (amount.kind === 'discretion' && log.points !== undefined && !isWithin(row, log.points, amount, measures))
    unread.push(log.points);
  return { choices, unread };
}

/** Whether an assessor has set points, and within the bounds that the measures leave: beyond them they are nobody's to give. */
function isWithin(row: SourceRow, column: string, amount: ScoreRule['amount'], measures: Measures): boolean {
  const value = row.reading(column)?.value;
  if (value?.type !== 'number') return false;
  const bounds = boundsOf(amount, new Decimal(0), undefined, measures);
  const points = new Decimal(value.value).abs();
  return 'unset' in bounds || (points.gte(bounds.least) && points.lte(bounds.most));
}

interface Weighed {
  readonly holds: Outcome;
  readonly exempt: Outcome;
  readonly evidenced: Outcome;
  readonly unread: readonly string[];
  readonly unset?: string;
}

const NOTHING_ASKED: Weighed = { holds: 'true', exempt: 'false', evidenced: 'true', unread: [] };

function weighedBy(
  row: SourceRow,
  { where, exempt, evidence }: Extract<ScoreRule['basis'], { kind: 'log' }>,
  { source }: EventLog,
): Weighed {
  const weigh = (condition: Condition | undefined, without: Outcome): Outcome =>
    condition?.outcome((name) => row.operand(name)) ?? without;
  const [holds, spared] = [weigh(where, 'true'), weigh(exempt, 'false')];
  const asked = [
    ...(holds === 'unknown' ? (where?.names ?? []) : []),
    ...(spared === 'unknown' ? (exempt?.names ?? []) : []),
  ];
  const unset = asked.find((name) => row.owedFor(name).kind === 'parameter' && row.operand(name).state === 'unknown');
  const open = asked.filter((name) => name !== unset && unknownOf(row, [name]).length > 0);
  const own = unset === undefined ? {} : { unset };
  if (evidence.length === 0 || source === undefined)
    return { holds, exempt: spared, evidenced: 'true', unread: open, ...own };
  const given = row.reading(source)?.value;
  if (given?.type !== 'choice')
    return { holds, exempt: spared, evidenced: 'unknown', unread: [...open, source], ...own };
  const evidenced = evidence.includes(given.value) ? 'true' : 'false';
  return { holds, exempt: spared, evidenced, unread: open, ...own };
}

function shownIn(row: SourceRow, { form: id, shown }: EventLog, { measures, nameOf }: Records): Occurrence['shown'] {
  const form = measures.forms.get(id);
  return shown.flatMap((name) => {
    const column = form?.columns.find((each) => each.id === name);
    return column ? [{ column: name, text: written(column, row.reading(name), measures, nameOf) }] : [];
  });
}

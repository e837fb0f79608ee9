/**
 * Rows of a score's log against the rule they name: points typed by hand, what the rule leaves to an assessor, what it
 * needs to be told, and whether the source is evidence for it. And self-scores against the full points of their item.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Outcome } from '../model/condition.js';
import type { Finding } from '../model/finding.js';
import type { Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import { type EventLog, itemsOf, rulesOf, type Score, type ScoreRule } from '../model/score.js';
import type { Roster, Row, Submission } from '../model/submission.js';
import { boundsOf, fullByRule, numberOf, stepsOf } from '../rows/amount.js';
import { rowLabel } from '../rows/label.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { type Check, finding, placeOf, placeOfReading } from './inspection.js';

/** One row of a log under its rule, and where its findings stand. */
interface Entered {
  readonly score: Score;
  readonly log: EventLog;
  readonly rule: ScoreRule;
  /** The full points of the item that the rule stands in. */
  readonly full: Decimal;
  readonly form: Form;
  readonly source: SourceRow;
  readonly measures: Measures;
  at(column: string): Parameters<typeof finding>[1];
}

export const checkLogs: Check = ({ measures, roster, inspected, run }) =>
  measures.scores.flatMap((score) => {
    const { log } = score;
    if (!log) return [];
    const rules = new Map(rulesOf(score).map((rule) => [rule.id, rule]));
    const fulls = fullByRule(score);
    return inspected
      .filter(({ submission }) => submission.form === log.form)
      .flatMap(({ layout: { form }, submission }) =>
        submission.rows.flatMap((row) => {
          const source = sourceRow(measures, submission, row, run?.asOf);
          const named = source.reading(log.rule)?.value;
          const rule = named?.type === 'choice' ? rules.get(named.value) : undefined;
          if (!rule) return [];
          const at = locator(form, submission, row, rule);
          const full = fulls.get(rule.id) ?? new Decimal(0);
          const entered: Entered = { score, log, rule, full, form, source, measures, at };
          return [...notFor(entered, roster), ...unfitEvidence(entered), ...needed(entered), ...typedPoints(entered)];
        }),
      );
  });

function locator(form: Form, submission: Submission, row: Row, { clause }: ScoreRule): Entered['at'] {
  return (column) => {
    const reading = row.readings.get(column);
    return {
      place: reading ? placeOfReading(submission, reading) : placeOf(submission),
      row: rowLabel(form, row),
      raw: reading?.raw ?? '',
      clause,
    };
  };
}

/** Items for groups leave out everyone else: a row under a rule of theirs would be lost without a word. */
function notFor({ score, rule, form, source, at }: Entered, roster: Roster): Finding[] {
  const column = form.columns.find(({ type, subject }) => type === 'subject' && subject === score.subject);
  const named = column && source.reading(column.id)?.value;
  const subject = named?.type === 'subject' ? roster.get(named.value) : undefined;
  // Who takes no part is not scored at all, and what was entered about them would be lost in silence.
  if (column && subject && !subject.takesPart) {
    const said = { rule: rule.title, subject: subject.name, item: score.title };
    return [finding('rule-not-for', { ...at(column.id), severity: 'warning' }, said)];
  }
  const barring = itemsOf(score).find(
    (item) =>
      item.for.length > 0 &&
      rulesOf({ items: [item] }).includes(rule) &&
      subject?.group !== undefined &&
      !item.for.includes(subject.group.id),
  );
  if (!column || !subject || !barring) return [];
  const data = { rule: rule.title, subject: subject.name, item: barring.title };
  return [finding('rule-not-for', at(column.id), data)];
}

function unfitEvidence({ log, rule, form, source, at }: Entered): Finding[] {
  const { basis, title } = rule;
  const given = log.source === undefined ? undefined : source.reading(log.source)?.value;
  if (basis.kind !== 'log' || log.source === undefined || basis.evidence.length === 0 || given?.type !== 'choice')
    return [];
  if (basis.evidence.includes(given.value)) return [];
  const choices = form.columns.find(({ id }) => id === log.source)?.choices ?? [];
  const titleOf = (id: string) => choices.find((choice) => choice.id === id)?.title ?? { zh: id, en: id };
  const data = { rule: title, source: titleOf(given.value), sources: basis.evidence.map(titleOf) };
  return [finding('evidence-unfit', at(log.source), data)];
}

/** Columns that this rule cannot do without: the tier, open points and who set them, the source. */
function needed({ log, rule, form, source, at }: Entered): Finding[] {
  const { amount, basis, title } = rule;
  const asked = [
    ...(amount.kind === 'tiers' ? [amount.by] : []),
    ...(amount.kind === 'discretion' ? [log.points, log.assessor] : []),
    ...(basis.kind === 'log' && basis.evidence.length > 0 ? [log.source] : []),
  ];
  return asked.flatMap((id) => {
    const column = form.columns.find((each) => each.id === id);
    if (!column || column.required || (source.reading(column.id)?.state ?? 'blank') !== 'blank') return [];
    return [finding('rule-needs', at(column.id), { rule: title, column: column.title })];
  });
}

function typedPoints(entered: Entered): Finding[] {
  const { log, rule, full, source, measures, at } = entered;
  const typed = log.points === undefined ? undefined : source.reading(log.points)?.value;
  if (log.points === undefined || typed?.type !== 'number') return [];
  const points = new Decimal(typed.value).abs();
  const bounds = boundsOf(rule.amount, full, tierOf(entered), measures);
  if ('unset' in bounds) return [];
  const { least, most } = bounds;
  if (rule.amount.kind === 'discretion') {
    if (points.gte(least) && points.lte(most)) return [];
    const data = { rule: rule.title, least: canonical(least), most: canonical(most) };
    return [finding('points-out-of-bounds', at(log.points), data)];
  }
  const counting = countingOf(entered);
  if (counting === 'unknown') return [];
  const product = least.eq(most) ? productOf(most, entered) : undefined;
  const expected = counting === 'false' ? new Decimal(0) : product;
  if (!expected || expected.eq(points)) return [];
  return [finding('points-disagree', at(log.points), { rule: rule.title, expected: canonical(expected) })];
}

/** Whether the row counts under its rule at all, as far as its own cells say. */
function countingOf({ rule: { basis }, source }: Entered): Outcome {
  if (basis.kind !== 'log') return 'true';
  const operand = (name: string) => source.operand(name);
  const holds = basis.where?.outcome(operand) ?? 'true';
  const spared = basis.exempt?.outcome(operand) ?? 'false';
  if (holds === 'false' || spared === 'true') return 'false';
  return holds === 'unknown' || spared === 'unknown' ? 'unknown' : 'true';
}

function tierOf({ rule: { amount }, source }: Entered): string | undefined {
  const value = amount.kind === 'tiers' ? source.reading(amount.by)?.value : undefined;
  return value?.type === 'choice' ? value.value : undefined;
}

/** What one row comes to by its rule: times × each × share; undefined while a part of it cannot be told from the row. */
function productOf(each: Decimal, { rule: { amount, basis }, log, source, measures }: Entered): Decimal | undefined {
  if (basis.kind !== 'log' || basis.per.kind === 'reaching') return undefined;
  const column = basis.times ?? log.times;
  const operand = column === undefined ? undefined : source.operand(column);
  if (operand?.state === 'unknown') return undefined;
  const value = operand?.state === 'known' && 'type' in operand.value ? operand.value : undefined;
  const entered = value?.type === 'number' ? new Decimal(value.value) : new Decimal(1);
  const number = basis.step ? stepsOf(basis.step, entered, measures) : entered;
  if (!(number instanceof Decimal)) return undefined;
  const isCounted = basis.per.kind === 'each' && amount.kind !== 'all';
  const times = isCounted ? number : new Decimal(1);
  const share = basis.share ? shareOf(basis.share, source, measures) : new Decimal(1);
  return share && each.times(times).times(share);
}

function shareOf(
  { by, of }: NonNullable<Extract<ScoreRule['basis'], { kind: 'log' }>['share']>,
  source: SourceRow,
  measures: Measures,
): Decimal | undefined {
  const reading = source.reading(by);
  if (reading?.state === 'unreadable') return undefined;
  const value = reading?.value;
  const part = of.find(([choice]) => value?.type === 'choice' && choice === value.value)?.[1];
  return part ? numberOf(part, measures) : new Decimal(1);
}

export const checkSelfScores: Check = ({ measures, inspected }) =>
  measures.scores.flatMap((score) => {
    const { self } = score;
    if (!self) return [];
    const items = new Map(itemsOf(score).map((item) => [item.id, item]));
    return inspected
      .filter(({ submission }) => submission.form === self.form)
      .flatMap(({ layout: { form }, submission }) =>
        submission.rows.flatMap((row): Finding[] => {
          const [named, points] = [row.readings.get(self.item), row.readings.get(self.points)];
          const item = named?.value?.type === 'choice' ? items.get(named.value.value) : undefined;
          if (item?.full === undefined || points?.value?.type !== 'number') return [];
          if (item.above === 'total' || new Decimal(points.value.value).lte(item.full)) return [];
          const at = { place: placeOf(submission, points.cell), row: rowLabel(form, row), raw: points.raw };
          const data = { item: item.title, full: item.full };
          return [finding('self-score-beyond', { ...at, clause: item.clause }, data)];
        }),
      );
  });

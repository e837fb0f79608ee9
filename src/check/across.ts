/** Rules between two forms: what was planned reappears, quantities agree, totals match their details. */
import type { Day } from '../base/day.js';
import { canonical, Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import type { Finding } from '../model/finding.js';
import { type Form, OFFICE } from '../model/form.js';
import type { CrossCheck, Measures, RowSource } from '../model/measures.js';
import type { Row, Submission } from '../model/submission.js';
import { rowLabel } from '../rows/label.js';
import { comparable, keyOf } from '../rows/match.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { type Check, finding, type Inspection } from './inspection.js';

interface Side {
  readonly submission: Submission;
  readonly row: Row;
  readonly source: SourceRow;
}

export const checkAcross: Check = (inspection) =>
  inspection.measures.checks.flatMap((check) => runCheck(check, inspection));

/** The two forms of a check, with what was handed in of them. */
interface Pairing {
  readonly left: Form;
  readonly right: Form;
  /** What was handed in of the first, where it can be expected in the other: that was handed in, once. */
  readonly each: readonly Submission[];
  /** Rows of the other form on the same matter. */
  matched(side: Side): readonly Side[];
  /** The one file of the other form for the same submitter and period; absent for registers, and where there are several. */
  beside(side: Side): Submission | undefined;
}

function pairing(check: CrossCheck, { measures, settled, run }: Inspection): Pairing | undefined {
  const [left, right] = [check.each, check.in].map((source) => measures.forms.get(source.form));
  if (!left || !right) return undefined;
  const sameMatter = left.from === right.from && left.from !== OFFICE;
  const scopeOf = ({ by, period }: Submission): string =>
    sameMatter ? JSON.stringify([by, scopePeriod(left, right, period)]) : '';
  const [here, there] = [check.on.map(([name]) => name), check.on.map(([, name]) => name)];
  const scopes = groupedBy(
    settled.counted.filter(({ form }) => form === right.id),
    scopeOf,
  );
  const contested = new Set(
    settled.rivals.flatMap((group) => group.filter(({ form }) => form === right.id).map(scopeOf)),
  );
  // What has not been handed in is reported as missing, once; its rows are not each missed again.
  const isComparable = (scope: string): boolean =>
    !sameMatter || (!contested.has(scope) && (!right.required || scopes.has(scope)));
  const within = latest((scope: string) => {
    const rows = (scopes.get(scope) ?? []).flatMap((sent) => rowsOf(check.in, measures, sent, run?.asOf));
    return groupedBy(rows, ({ source }) => keyOf(source, there));
  });
  return {
    left,
    right,
    each: settled.counted.filter((sent) => sent.form === left.id && isComparable(scopeOf(sent))),
    matched: ({ submission, source }) => within(scopeOf(submission)).get(keyOf(source, here)) ?? [],
    beside: ({ submission }) => {
      const [only, ...more] = (sameMatter ? scopes.get(scopeOf(submission)) : undefined) ?? [];
      return more.length === 0 ? only : undefined;
    },
  };
}

/** What was made last is kept: rows of one submission ask for the same one after another, and all together would take much room. */
function latest<V>(make: (key: string) => V): (key: string) => V {
  let last: { readonly key: string; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

function runCheck(check: CrossCheck, inspection: Inspection): Finding[] {
  const pair = pairing(check, inspection);
  if (!pair) return [];
  const { measures, run } = inspection;
  return pair.each.flatMap((sent) =>
    rowsOf(check.each, measures, sent, run?.asOf).flatMap((side) => compare(check, side, pair)),
  );
}

function compare(check: CrossCheck, side: Side, { left, right, matched, beside }: Pairing): Finding[] {
  const found = matched(side);
  const [first] = found;
  const at = { severity: check.severity, row: rowLabel(left, side.row), clause: check.clause };
  if (!first && check.missing) {
    const name = check.on.at(-1)?.[0] ?? '';
    const file = beside(side)?.file;
    const data = { rule: check.id, message: check.message, form: right.title, ...(file ? { file } : {}) };
    const place = side.source.cell(name);
    return [finding('row-missing-elsewhere', { ...at, place, raw: side.source.reading(name)?.raw ?? '' }, data)];
  }
  const differing = first ? check.agree.flatMap((columns) => disagreement(check, columns, side, first, left, at)) : [];
  return [...differing, ...check.totals.flatMap((columns) => totalOff(check, columns, side, found, left, right, at))];
}

/** A yearly form stands beside every shorter period of its year. */
function scopePeriod(left: Form, right: Form, period: string | undefined): string | undefined {
  return left.every === 'year' || right.every === 'year' ? period?.slice(0, 4) : period;
}

function rowsOf(source: RowSource, measures: Measures, submission: Submission, asOf?: Day): Side[] {
  return submission.rows
    .map((row): Side => ({ submission, row, source: sourceRow(measures, submission, row, asOf) }))
    .filter(({ source: row }) => (source.where?.outcome((name) => row.operand(name)) ?? 'true') === 'true');
}

type At = { severity: CrossCheck['severity']; row: string; clause: string };

function disagreement(
  check: CrossCheck,
  [left, right]: readonly [string, string],
  side: Side,
  other: Side,
  form: Form,
  at: At,
): Finding[] {
  const [here, there] = [side.source.reading(left), other.source.reading(right)];
  if (!here || !there || here.state === 'unreadable' || there.state === 'unreadable') return [];
  if (comparable(here.value) === comparable(there.value)) return [];
  const column = form.columns.find(({ id }) => id === left);
  if (!column) return [];
  const data = {
    rule: check.id,
    message: check.message,
    column: column.title,
    other: other.source.cell(right),
    otherRaw: there.raw,
  };
  return [finding('values-disagree', { ...at, place: side.source.cell(left), raw: here.raw }, data)];
}

function totalOff(
  check: CrossCheck,
  [left, right]: readonly [string, string],
  side: Side,
  matched: readonly Side[],
  form: Form,
  other: Form,
  at: At,
): Finding[] {
  const here = side.source.reading(left);
  const column = form.columns.find(({ id }) => id === left);
  if (!column || here?.value?.type !== 'number') return [];
  const amounts = matched.map(({ source }) => source.reading(right)?.value);
  if (amounts.some((value) => value !== undefined && value.type !== 'number')) return [];
  const sum = amounts.reduce((total, value) => total.plus(value?.type === 'number' ? value.value : 0), new Decimal(0));
  if (sum.eq(here.value.value)) return [];
  const cells = matched.map(({ source }) => source.cell(right));
  const data = {
    rule: check.id,
    message: check.message,
    column: column.title,
    form: other.title,
    total: canonical(sum),
    cells,
  };
  return [
    finding('totals-disagree', { ...at, place: side.source.cell(left), raw: here.raw || here.value.value }, data),
  ];
}

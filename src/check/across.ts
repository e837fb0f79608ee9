/** Rules between two forms: what was planned reappears, quantities agree, totals match their details. */
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

function runCheck(check: CrossCheck, { measures, settled }: Inspection): Finding[] {
  const [left, right] = [check.each, check.in].map((source) => measures.forms.get(source.form));
  if (!left || !right) return [];
  const sameMatter = left.from === right.from && left.from !== OFFICE;
  const scopeOf = ({ by, period }: Submission): string =>
    sameMatter ? JSON.stringify([by, scopePeriod(left, right, period)]) : '';
  const others = settled.counted.filter(({ form }) => form === right.id);
  const scopes = new Set(others.map(scopeOf));
  const key = (side: Side, index: 0 | 1): string =>
    `${scopeOf(side.submission)} ${keyOf(
      side.source,
      check.on.map((pair) => pair[index]),
    )}`;
  const found = groupedBy(rowsOf(check.in, measures, others), (side) => key(side, 1));
  const each = rowsOf(
    check.each,
    measures,
    settled.counted.filter(({ form }) => form === left.id),
  );
  return each.flatMap((side): Finding[] => {
    const scope = scopeOf(side.submission);
    // What has not been handed in is reported as missing, once; its rows are not each missed again.
    if (right.required && sameMatter && !scopes.has(scope)) return [];
    if (
      sameMatter &&
      settled.rivals.some((group) => group.some((other) => other.form === right.id && scopeOf(other) === scope))
    )
      return [];
    const matched = found.get(key(side, 0)) ?? [];
    const at = { severity: check.severity, row: rowLabel(left, side.row), clause: check.clause };
    const [first] = matched;
    if (!first && check.missing) {
      const name = check.on.at(-1)?.[0] ?? '';
      const file = sameMatter ? others.find((other) => scopeOf(other) === scope)?.file : undefined;
      const data = { rule: check.id, message: check.message, form: right.title, ...(file ? { file } : {}) };
      return [
        finding(
          'row-missing-elsewhere',
          { ...at, place: side.source.cell(name), raw: side.source.reading(name)?.raw ?? '' },
          data,
        ),
      ];
    }
    const differing = first ? check.agree.flatMap((pair) => disagreement(check, pair, side, first, left, at)) : [];
    return [...differing, ...check.totals.flatMap((pair) => totalOff(check, pair, side, matched, left, right, at))];
  });
}

/** A yearly form stands beside every shorter period of its year. */
function scopePeriod(left: Form, right: Form, period: string | undefined): string | undefined {
  return left.every === 'year' || right.every === 'year' ? period?.slice(0, 4) : period;
}

function rowsOf(source: RowSource, measures: Measures, submissions: readonly Submission[]): Side[] {
  return submissions.flatMap((submission) =>
    submission.rows
      .map((row): Side => ({ submission, row, source: sourceRow(measures, submission, row) }))
      .filter(({ source: row }) => (source.where?.weigh((name) => row.operand(name)).outcome ?? 'true') === 'true'),
  );
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

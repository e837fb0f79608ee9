/** Rows that break a rule of their form, rows that stand twice, and members of the roster that are left out. */
import { groupedBy } from '../base/group.js';
import type { Finding } from '../model/finding.js';
import type { Form, RowRule } from '../model/form.js';
import type { Row, Submission } from '../model/submission.js';
import { rowLabel } from '../rows/label.js';
import { keyOf } from '../rows/match.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { type Check, finding, placeOf } from './inspection.js';

export const checkRowRules: Check = ({ measures, inspected, run }) =>
  inspected.flatMap(({ layout: { form }, submission }) =>
    (form.rules.length > 0 ? submission.rows : []).flatMap((row) => {
      const source = sourceRow(measures, submission, row, run?.asOf);
      return form.rules.flatMap((rule) => broken(rule, form, submission, row, source));
    }),
  );

function broken(rule: RowRule, form: Form, submission: Submission, row: Row, source: SourceRow): Finding[] {
  const operand = (name: string) => source.operand(name);
  if ((rule.when?.outcome(operand) ?? 'true') !== 'true') return [];
  const at = () => ({ severity: rule.severity, row: rowLabel(form, row), clause: rule.clause });
  const needed = rule.needs.flatMap((id): Finding[] => {
    const reading = row.readings.get(id);
    const column = form.columns.find((each) => each.id === id);
    if (!column || reading?.state !== 'blank') return [];
    const place = placeOf(submission, reading.cell);
    return [
      finding(
        'cell-needed',
        { ...at(), place, raw: '' },
        { column: column.title, rule: rule.id, message: rule.message },
      ),
    ];
  });
  if ((rule.must?.outcome(operand) ?? 'true') !== 'false') return needed;
  const name = rule.at ?? rule.must?.names[0] ?? '';
  const raw = row.readings.get(name)?.raw ?? '';
  const { remedy } = rule;
  const data = { rule: rule.id, message: rule.message, ...(remedy ? { remedy } : {}) };
  return [...needed, finding('row-rule-broken', { ...at(), place: source.cell(name), raw }, data)];
}

export const checkRepeats: Check = ({ measures, inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const keys = form.columns.filter(({ key }) => key);
    if (keys.length === 0) return [];
    const names = keys.map(({ id }) => id);
    const seen = new Map<string, Row>();
    return submission.rows.flatMap((row): Finding[] => {
      if (keys.every(({ id }) => row.readings.get(id)?.state !== 'value')) return [];
      const key = keyOf({ reading: (name) => row.readings.get(name) ?? submission.fields.get(name) }, names);
      const other = seen.get(key);
      if (!other) {
        seen.set(key, row);
        return [];
      }
      const first = names[0] ?? '';
      const cell = (of: Row) => sourceRow(measures, submission, of).cell(first);
      const at = {
        place: cell(row),
        row: rowLabel(form, row),
        raw: row.readings.get(first)?.raw ?? '',
        clause: form.clause,
      };
      return [finding('row-repeated', at, { columns: keys.map(({ title }) => title), other: cell(other) })];
    });
  });

export const checkCovered: Check = ({ roster, inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const column = form.columns.find(({ id }) => id === form.covers);
    if (!column || !submission.by) return [];
    const listed = new Set(submission.rows.map(({ readings }) => readings.get(column.id)?.value?.value));
    return roster
      .membersOf(submission.by)
      .filter(({ id, kind, takesPart }) => takesPart && kind === column.subject && !listed.has(id))
      .map(({ name }) =>
        finding(
          'subject-unlisted',
          { place: placeOf(submission), clause: form.clause },
          { subject: column.title, name },
        ),
      );
  });

export const checkStretches: Check = ({ measures, inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const { stretches } = form;
    if (!stretches) return [];
    const rows = submission.rows.map((row) => ({ row, source: sourceRow(measures, submission, row) }));
    const alike = groupedBy(rows, ({ source }) => keyOf(source, stretches.per));
    return [...alike.values()].flatMap((group) =>
      group.flatMap(({ row, source }, index): Finding[] => {
        const before = group.slice(0, index).find((other) => overlap(other.source, source, stretches));
        if (!before) return [];
        const at = {
          place: source.cell(stretches.from),
          row: rowLabel(form, row),
          raw: source.reading(stretches.from)?.raw ?? '',
          clause: form.clause,
        };
        return [finding('stretches-overlap', at, { other: before.source.cell(stretches.from) })];
      }),
    );
  });

function overlap(a: SourceRow, b: SourceRow, { from, to }: NonNullable<Form['stretches']>): boolean {
  const [firstA, lastA, firstB, lastB] = [a.reading(from), a.reading(to), b.reading(from), b.reading(to)].map(
    (reading) => reading?.value,
  );
  if (firstA?.type !== 'day' || lastA?.type !== 'day' || firstB?.type !== 'day' || lastB?.type !== 'day') return false;
  return firstA.value <= lastB.value && firstB.value <= lastA.value;
}

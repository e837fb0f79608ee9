/** Rows that break a rule of their form, rows that stand twice, and members of the roster that are left out. */

import { groupedBy } from '../base/group.js';
import type { Weighed } from '../model/condition.js';
import type { Finding } from '../model/finding.js';
import type { Form, RowRule } from '../model/form.js';
import type { Row, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { rowLabel } from '../rows/label.js';
import { keyOf } from '../rows/match.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { type Check, finding, placeOf, placeOfReading } from './inspection.js';

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
    const place = placeOfReading(submission, reading);
    return [
      finding(
        'cell-needed',
        { ...at(), place, raw: '' },
        { column: column.title, rule: rule.id, message: rule.message },
      ),
    ];
  });
  if (rule.must?.outcome(operand) !== 'false') return needed;
  const name = rule.at ?? rule.must.names[0] ?? '';
  const raw = row.readings.get(name)?.raw ?? '';
  const { id, message, remedy } = rule;
  const by = apart(rule.must.weigh(operand));
  const data = { rule: id, message, ...(by ? { by } : {}), ...(remedy ? { remedy } : {}) };
  return [...needed, finding('row-rule-broken', { ...at(), place: source.cell(name), raw }, data)];
}

/** By how much the one comparison of numbers failed; of several none is singled out, and at 0 only a bound was excluded. */
function apart({ atoms }: Weighed): string | undefined {
  const [only, ...more] = atoms.flatMap(({ short }) => (short === undefined ? [] : [short]));
  return more.length > 0 || only === '0' ? undefined : only;
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
      const [own, others] = [row, other].map((each) => sourceRow(measures, submission, each));
      if (!own || !others) return [];
      const telling = names.find((name) => !isSameCell(own.cell(name), others.cell(name)));
      const first = telling ?? names[0] ?? '';
      const at = {
        place: own.cell(first),
        row: rowLabel(form, row),
        raw: row.readings.get(first)?.raw ?? '',
        clause: form.clause,
      };
      const columns = keys.map(({ title }) => title);
      return [finding('row-repeated', at, { columns, other: others.cell(first), isMerged: telling === undefined })];
    });
  });

/** A table may go on on a further sheet, where the same address is another cell. */
function isSameCell(one: Place, other: Place): boolean {
  return one.cell === other.cell && one.sheet === other.sheet;
}

export const checkCovered: Check = ({ roster, inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const column = form.columns.find(({ id }) => id === form.covers);
    if (!column || !submission.by) return [];
    const named = submission.rows.map(({ readings }) => readings.get(column.id));
    const listed = new Set(named.map((reading) => reading?.value?.value));
    // Whose name was mistyped, or is not theirs alone, is not left out: the name has a finding of its own.
    const mistyped = named.flatMap((reading) => (reading?.state === 'unreadable' ? [reading.raw] : []));
    const meant = new Set(mistyped.flatMap((raw) => roster.similar(column.subject ?? '', raw)));
    return roster
      .membersOf(submission.by)
      .filter(({ id, kind, takesPart }) => takesPart && kind === column.subject && !listed.has(id))
      .filter(({ name }) => !meant.has(name))
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
    const rows = submission.rows.flatMap((row) => {
      const source = sourceRow(measures, submission, row);
      const [first, last] = [stretches.from, stretches.to].map((id) => source.reading(id)?.value);
      const isWhole = first?.type === 'day' && last?.type === 'day';
      return isWhole ? [{ row, source, first: first.value, last: last.value }] : [];
    });
    const alike = groupedBy(rows, ({ source }) => keyOf(source, stretches.per));
    return [...alike.values()].flatMap((group) =>
      group.flatMap(({ row, source, first, last }, index): Finding[] => {
        // A stretch meets itself, unless it ends before it begins: so few are asked in vain.
        const meeting = group.findIndex((other) => other.first <= last && first <= other.last);
        const before = group[meeting];
        if (!before || meeting >= index) return [];
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

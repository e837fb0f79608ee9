/**
 * One fact from the rows it rests on: counted, summed, the most, the highest step, the longest stretch, or looked up.
 * Exact decimals throughout. A row that cannot be read makes the fact unknown; it is never left out in silence.
 */
import { addDays, type Day, isWorkday } from '../base/day.js';
import { canonical, Decimal } from '../base/decimal.js';
import type { Fact, Owed } from '../model/grading.js';
import type { Derivation, FactRule, Measures } from '../model/measures.js';
import type { Place, Value } from '../model/value.js';
import { comparable } from '../rows/match.js';
import type { SourceRow } from '../rows/row.js';
import { type Found, unknownOf } from './rows.js';

/** What a fact comes to, without its subject and span. */
export type Derived = Pick<Fact, 'value' | 'atLeast' | 'atMost' | 'owed' | 'cells' | 'parts'>;

type FromRows = Exclude<Derivation, { kind: 'share' | 'total' | 'points' | 'converted' | 'place' }>;

export function deriveFromRows(
  rule: FactRule,
  from: FromRows,
  found: Found,
  measures: Measures,
  fact: (id: string) => Fact,
): Derived {
  switch (from.kind) {
    case 'count': {
      const counted = [...found.rows, ...found.contested];
      const sure = settled(
        found.owed,
        number(new Decimal(counted.length)),
        counted.map((row) => whereCell(row, from)),
      );
      if (sure.value || found.perhaps === undefined) return sure;
      return { ...sure, atMost: number(new Decimal(counted.length + found.perhaps)) };
    }
    case 'sum':
      return overColumn(
        found,
        from.column,
        (values) => number(Decimal.sum(0, ...values.map(({ at }) => at))),
        neverNegative(from, measures),
      );
    case 'most':
      return overColumn(found, from.column, (values) => number(Decimal.max(0, ...values.map(({ at }) => at))), true);
    case 'highest':
      return highest(found, from.column, from.scale, measures);
    case 'longest':
      return longest(found, from, from.accountsFor === undefined ? undefined : fact(from.accountsFor));
    case 'find':
      return lookUp(rule, found, from.column);
  }
}

/** A fact with something still owed has no value; `floor` says that what is certain already is its least. */
function settled(owed: readonly Owed[], value: Value, cells: readonly Place[], floor = true): Derived {
  if (owed.length === 0) return { value, owed, cells, parts: [] };
  return { ...(floor ? { atLeast: value } : {}), owed, cells, parts: [] };
}

function number(value: Decimal): Value {
  return { type: 'number', value: canonical(value) };
}

/** The cell that made a row count: the first that its condition asks for, else the row's first. */
function whereCell(row: SourceRow, { rows }: FromRows): Place {
  const name = rows.where?.names.find((each) => row.reading(each)?.state === 'value' && row.cell(each).cell);
  return name === undefined ? row.place : row.cell(name);
}

interface Numbered {
  readonly at: Decimal;
  readonly row: SourceRow;
}

/** A sum can only grow when no amount is below zero. */
function neverNegative({ rows, column }: Extract<FromRows, { kind: 'sum' }>, measures: Measures): boolean {
  const min = measures.forms.get(rows.form)?.columns.find(({ id }) => id === column)?.min;
  return min !== undefined && !new Decimal(min).isNegative();
}

function overColumn(
  found: Found,
  column: string,
  value: (values: readonly Numbered[]) => Value,
  floor: boolean,
): Derived {
  const numbers: Numbered[] = [];
  const owed: Owed[] = [...found.owed];
  for (const row of found.rows) {
    const operand = row.operand(column);
    if (operand.state === 'unknown') owed.push(...unknownOf(row, [column]));
    if (operand.state === 'known' && 'type' in operand.value && operand.value.type === 'number') {
      numbers.push({ at: new Decimal(operand.value.value), row });
    }
  }
  const cells = numbers.filter(({ at }) => !at.isZero()).map(({ row }) => row.cell(column));
  return settled(owed, value(numbers), cells.length > 0 ? cells : numbers.map(({ row }) => row.cell(column)), floor);
}

function highest(found: Found, column: string, scale: string, measures: Measures): Derived {
  const steps = measures.scales.get(scale)?.steps.map(({ id }) => id) ?? [];
  const owed: Owed[] = [...found.owed, ...found.rows.flatMap((row) => unknownOf(row, [column]))];
  let best = -1;
  let cells: Place[] = [];
  for (const row of found.rows) {
    const value = row.reading(column)?.value;
    const index = value?.type === 'step' && value.value !== null ? steps.indexOf(value.value) : -1;
    if (index > best) [best, cells] = [index, []];
    if (index >= 0 && index === best) cells.push(row.cell(column));
  }
  return settled(owed, { type: 'step', scale, value: steps[best] ?? null }, cells);
}

interface Stretch {
  readonly from: Day;
  to: Day;
  length: Decimal;
  readonly cells: Place[];
}

function longest(
  found: Found,
  { rows, from, to, amount, gap }: Extract<Derivation, { kind: 'longest' }>,
  reported: Fact | undefined,
): Derived {
  const owed: Owed[] = [...found.owed];
  const stretches: Stretch[] = [];
  for (const row of found.rows) {
    const [first, last, length] = [from, to, amount].map((name) => row.reading(name)?.value);
    if (first?.type === 'day' && last?.type === 'day' && length?.type === 'number') {
      stretches.push({
        from: first.value,
        to: last.value,
        length: new Decimal(length.value),
        cells: [row.cell(amount)],
      });
    } else
      owed.push(...[from, to, amount].filter((name) => !row.reading(name)?.value).map((name) => row.owedFor(name)));
  }
  const sum = stretches.reduce((total, { length }) => total.plus(length), new Decimal(0));
  if (reported && !reported.value) owed.push(...reported.owed);
  const total = reported?.value?.type === 'number' ? new Decimal(reported.value.value) : undefined;
  if (reported && total && !sum.eq(total)) owed.push({ kind: 'unaccounted', form: rows.form, fact: reported.id });
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (!last || !touches(last.to, next.from, gap)) joined.push({ ...next, cells: [...next.cells] });
    else if (next.from <= last.to) {
      // Two stretches on one day: what they come to together nobody can say, only that the longer of them stands.
      owed.push({ kind: 'repeated', form: rows.form, places: [...last.cells, ...next.cells] });
      if (next.length.gt(last.length)) last.length = next.length;
      if (next.to > last.to) last.to = next.to;
    } else {
      last.length = last.length.plus(next.length);
      last.to = next.to;
      last.cells.push(...next.cells);
    }
  }
  const best = joined.reduce<Stretch | undefined>(
    (most, each) => (!most || each.length.gt(most.length) ? each : most),
    undefined,
  );
  // More entered than reported: one of the two is wrong, so that not even the least is certain.
  const floor = !total || sum.lte(total);
  return settled(owed, number(best?.length ?? new Decimal(0)), best?.cells ?? [], floor);
}

/** Whether no day that counts lies between two stretches. */
function touches(end: Day, start: Day, gap: 'workdays' | 'days'): boolean {
  for (let day = addDays(end, 1); day < start; day = addDays(day, 1)) {
    if (gap === 'days' || isWorkday(day)) return false;
  }
  return true;
}

function lookUp(rule: FactRule, found: Found, column: string): Derived {
  // What an empty cell stands for is an answer too.
  const given = found.rows.filter((row) => row.reading(column)?.value !== undefined);
  const [first] = given;
  const unreadable = found.rows
    .filter((row) => row.reading(column)?.state === 'unreadable')
    .map((row) => row.owedFor(column));
  const owed: Owed[] = [...found.owed, ...unreadable];
  const cells = given.map((row) => row.cell(column));
  const value = first?.reading(column)?.value;
  if (!value) {
    if (owed.length === 0) owed.push({ kind: 'answer', fact: rule.id, by: rule.owedBy ?? rule.title });
    return { owed, cells, parts: [] };
  }
  const conflicting = given.some((row) => comparable(row.reading(column)?.value) !== comparable(value));
  if (conflicting) owed.push({ kind: 'conflict', fact: rule.id, places: cells });
  return settled(owed, value, cells, false);
}

/**
 * A row as conditions see it: its own columns, its submission's fields and the pack's parameters, each known, rightly
 * absent, or unknown. Checks and facts both weigh rows through it, so that they never differ.
 */
import type { Day } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import { once } from '../base/once.js';
import { firstDay, lastDay, type Period } from '../base/period.js';
import type { Operand } from '../model/condition.js';
import { AS_OF, type Form, PERIOD_END, PERIOD_START } from '../model/form.js';
import type { Owed } from '../model/grading.js';
import type { Measures } from '../model/measures.js';
import type { Reading, Row, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';

export interface SourceRow {
  readonly place: Place;
  /** The period of the submission it stands in. */
  readonly period?: Period;
  reading(name: string): Reading | undefined;
  operand(name: string): Operand;
  cell(name: string): Place;
  /** What is owed before an unknown name of this row can be known. */
  owedFor(name: string): Owed;
}

/** `asOf` is the day of the run; what asks for it is unknown where a file is looked at on its own. */
export function sourceRow(measures: Measures, submission: Submission, { readings }: Row, asOf?: Day): SourceRow {
  const { file, sheet, form: id, fields, period } = submission;
  const form = measures.forms.get(id);
  const names = form && namesIn(form);
  const reading = (name: string): Reading | undefined => readings.get(name) ?? fields.get(name);
  const plain = (name: string, needed: boolean): Operand => {
    const column = names?.columns.get(name);
    return operandOf(reading(name), needed || (column?.required ?? false), column?.blank !== undefined);
  };
  /** Whether a rule of the form asks for this cell in this very row: left empty, it is unknown and not "no". */
  const isNeeded = (name: string): boolean =>
    reading(name)?.state === 'blank' &&
    (names?.needing.get(name) ?? []).some(
      ({ when }) =>
        (when?.outcome((other) =>
          measures.parameters.has(other) ? parameterOperand(measures, other) : plain(other, false),
        ) ?? 'true') === 'true',
    );
  const cell = (name: string): Place => {
    const at = reading(name) ?? firstOf(readings);
    return { file, sheet: at?.sheet ?? sheet, cell: at?.cell ?? '' };
  };
  return {
    place: cell(''),
    ...(period ? { period } : {}),
    reading,
    cell,
    owedFor: (name) =>
      measures.parameters.has(name) ? { kind: 'parameter', parameter: name } : { kind: 'cell', place: cell(name) },
    operand: (name) => {
      // Whatever holds a value is a column or field: a parameter of the same name is refused when the pack is loaded.
      const value = reading(name)?.value;
      if (value) return { state: 'known', value };
      const parameter = measures.parameters.get(name);
      if (parameter) return parameterOperand(measures, name);
      if (name === AS_OF) return dayOperand(asOf);
      if (name === PERIOD_START) return dayOperand(period && firstDay(period));
      if (name === PERIOD_END) return dayOperand(period && lastDay(period));
      return plain(name, isNeeded(name));
    },
  };
}

function dayOperand(day: Day | undefined): Operand {
  return day ? { state: 'known', value: { type: 'day', value: day } } : { state: 'unknown' };
}

/** The columns of a form, else its fields, by name, and the rules that need each. */
const namesIn = once(({ columns, fields, rules }: Form) => ({
  columns: new Map([...fields, ...columns].map((each) => [each.id, each] as const)),
  needing: groupedBy(
    rules.flatMap((rule) => rule.needs.map((name) => ({ name, when: rule.when }))),
    ({ name }) => name,
  ),
}));

/** Where a row begins: its first cell with a value. */
function firstOf(readings: Row['readings']): Reading | undefined {
  for (const reading of readings.values()) if (reading.state === 'value') return reading;
  return undefined;
}

/** A parameter that the office has not set is unknown, so that what asks for it is not applied. */
export function parameterOperand(measures: Measures, name: string): Operand {
  const value = measures.parameters.get(name)?.value;
  return value === undefined ? { state: 'unknown' } : { state: 'known', value };
}

/** An empty cell is absent where the form allows it; a missing column, or an empty cell that had to be filled, is unknown. */
function operandOf(reading: Reading | undefined, required: boolean, counts: boolean): Operand {
  if (!reading) return required || counts ? { state: 'unknown' } : { state: 'absent' };
  if (reading.value) return { state: 'known', value: reading.value };
  return reading.state === 'blank' && !required ? { state: 'absent' } : { state: 'unknown' };
}

/** The rules by which a spreadsheet program refuses what is typed: one rule for a whole range. */
import type { DataValidation, Worksheet } from 'exceljs';
import type { Day } from '../base/day.js';
import type { ValidationDesign } from '../model/design.js';
import { serialOf } from './content.js';
import { escaped, harmless, LIMIT, message } from './stored-text.js';

/** Numbers of 15 digits: as far as a spreadsheet counts exactly, so it bounds a rule that has no bound. */
const BOUND = '999999999999999';

/** What the sheets of one file share while it is written. */
export interface Shared {
  /** "Sheet!A1" with the sheet's real name, quoted. */
  readonly place: (reference: string) => string;
  /** A range of cells that hold these choices. */
  readonly choices: (choices: readonly string[]) => string;
}

/** exceljs can hold one validation for a whole range, but its typings do not know. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): unknown };
}

export function validate(worksheet: Worksheet, design: ValidationDesign, shared: Shared): void {
  const validation: DataValidation = {
    ...ruleOf(design.rule, shared),
    allowBlank: !design.required,
    showErrorMessage: !design.open,
    errorStyle: 'stop',
  };
  if (design.prompt) Object.assign(validation, { showInputMessage: true, prompt: message(design.prompt) });
  if (design.error) validation.error = message(design.error);
  // exceljs looks the range up again in its own spelling and fails when it carries dollar signs.
  (worksheet as unknown as WithValidations).dataValidations.add(design.range.replaceAll('$', ''), validation);
}

type Rule = Pick<DataValidation, 'type' | 'operator' | 'formulae'>;

function ruleOf(rule: ValidationDesign['rule'], shared: Shared): Rule {
  switch (rule.kind) {
    case 'list':
      return {
        type: 'list',
        formulae: [fitsInRule(rule.choices) ? inRule(rule.choices) : shared.choices(rule.choices)],
      };
    case 'listFrom':
      return { type: 'list', formulae: [shared.place(rule.range)] };
    case 'date':
      return {
        type: 'date',
        ...bounded(rule.min && dateBound(rule.min), rule.max && dateBound(rule.max), dateBound(FIRST)),
      };
    case 'whole':
    case 'decimal':
      return { type: rule.kind, ...bounded(rule.min, rule.max, `-${BOUND}`) };
  }
}

const FIRST = '1900-01-01' as Day;

/** exceljs makes a Date of a date's bound and turns it into a serial in UTC; only milliseconds survive both steps. */
function dateBound(day: Day): number {
  return (serialOf(day) - 25_569) * 86_400_000;
}

function bounded<T>(
  min: T | undefined,
  max: T | undefined,
  lowest: T,
): Pick<Rule, 'formulae'> & { operator: NonNullable<Rule['operator']> } {
  if (min !== undefined && max !== undefined) return { operator: 'between', formulae: [min, max] };
  if (max !== undefined) return { operator: 'lessThanOrEqual', formulae: [max] };
  return { operator: 'greaterThanOrEqual', formulae: [min ?? lowest] };
}

/** A comma parts the choices within a rule and blanks around them are lost there; a quote ends the list. */
function fitsInRule(choices: readonly string[]): boolean {
  const plain = choices.every((choice) => choice !== '' && choice === choice.trim() && !/[",\r\n]/.test(choice));
  return plain && choices.length > 0 && choices.map(harmless).join(',').length <= LIMIT.list;
}

function inRule(choices: readonly string[]): string {
  return `"${choices.map((choice) => escaped(harmless(choice))).join(',')}"`;
}

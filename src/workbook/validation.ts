/** The rules by which a spreadsheet program refuses what is typed: one rule for a whole range. */
import type { Day } from '../base/day.js';
import type { ValidationDesign } from '../model/design.js';
import { serialOf } from './content.js';
import { attribute, entities } from './spelling.js';
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

/** The rules of a sheet; of two for the same range the later holds. */
export function validations(designs: readonly ValidationDesign[], shared: Shared): string {
  const rules = new Map(
    designs.map((design) => {
      const range = design.range.replaceAll('$', '');
      return [range, validation(range, design, shared)];
    }),
  );
  if (rules.size === 0) return '';
  return `<dataValidations count="${rules.size}">${[...rules.values()].join('')}</dataValidations>`;
}

function validation(range: string, design: ValidationDesign, shared: Shared): string {
  const { type, operator, formulae } = ruleOf(design.rule, shared);
  const said = [
    `type="${type}"`,
    operator && `operator="${operator}"`,
    design.required ? '' : 'allowBlank="1"',
    design.prompt && `showInputMessage="1" prompt="${attribute(message(design.prompt))}"`,
    design.open ? '' : 'showErrorMessage="1"',
    'errorStyle="stop"',
    design.error && `error="${attribute(message(design.error))}"`,
    `sqref="${range}"`,
  ];
  const bounds = formulae.map((formula, at) => `<formula${at + 1}>${entities(formula)}</formula${at + 1}>`);
  return `<dataValidation ${said.filter(Boolean).join(' ')}>${bounds.join('')}</dataValidation>`;
}

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly formulae: readonly string[];
}

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
      return { type: 'date', ...bounded(rule.min && serial(rule.min), rule.max && serial(rule.max), serial(FIRST)) };
    case 'whole':
    case 'decimal':
      return { type: rule.kind, ...bounded(rule.min, rule.max, `-${BOUND}`) };
  }
}

const FIRST = '1900-01-01' as Day;

function serial(day: Day): string {
  return String(serialOf(day));
}

/** Between two bounds unless another operator is named. */
function bounded(min: string | undefined, max: string | undefined, lowest: string): Omit<Rule, 'type'> {
  if (min !== undefined && max !== undefined) return { formulae: [min, max] };
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

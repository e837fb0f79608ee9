/**
 * The CEL environment in which a pack's conditions are checked and evaluated: exact decimals instead of floating
 * point, boundaries with or without the number itself, ordered scales, days and working days.
 */
import { Environment } from '@marcbachmann/cel-js';
import { type Day, daysBetween, workdaysWithin } from '../base/day.js';
import { Decimal } from '../base/decimal.js';
import type { Threshold } from '../model/condition.js';
import type { Scale } from '../model/measures.js';
import type { Value } from '../model/value.js';

/** What a name stands for in an expression. */
export type Declared =
  | { readonly type: 'int' | 'decimal' | 'text' | 'yesno' | 'day' | 'threshold' }
  | { readonly type: 'list'; readonly values?: readonly string[] }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'step' | 'step-threshold'; readonly scale: string };

export type Declarations = ReadonlyMap<string, Declared>;

export class Bound {
  constructor(
    readonly at: Decimal,
    readonly inclusive: boolean,
  ) {}
  /** How far a value is from being enough; negative or zero when it is. */
  missing(value: Decimal): Decimal {
    return this.at.minus(value);
  }
  reachedBy(value: Decimal): boolean {
    return this.inclusive ? value.gte(this.at) : value.gt(this.at);
  }
}

interface Step {
  readonly index: number;
}
interface StepBound extends Step {
  readonly inclusive: boolean;
}
interface StepTypes {
  readonly Step: new (index: number) => Step;
  readonly StepBound: new (index: number, inclusive: boolean) => StepBound;
}

const STEP_TYPES = new Map<string, StepTypes>();

/** One pair of classes a scale, so that the types keep a step of one scale from being measured on another. */
function stepTypes(scale: string): StepTypes {
  const known = STEP_TYPES.get(scale);
  if (known) return known;
  const made = {
    Step: class {
      constructor(readonly index: number) {}
    },
    StepBound: class {
      constructor(
        readonly index: number,
        readonly inclusive: boolean,
      ) {}
    },
  };
  STEP_TYPES.set(scale, made);
  return made;
}

/** A day has a type of its own, so that no other text is ever taken for one. */
class CalendarDay {
  constructor(readonly day: Day) {}
}

const DAY_COMPARISONS: Record<string, (a: Day, b: Day) => boolean> = {
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
  '==': (a, b) => a === b,
};

export type Numeric = Decimal | bigint | number;
export const exact = (value: Numeric): Decimal =>
  value instanceof Decimal ? value : new Decimal(typeof value === 'bigint' ? value.toString() : value);

const COMPARISONS: Record<string, (a: Decimal, b: Decimal) => boolean> = {
  '>=': (a, b) => a.gte(b),
  '>': (a, b) => a.gt(b),
  '<=': (a, b) => a.lte(b),
  '<': (a, b) => a.lt(b),
  '==': (a, b) => a.eq(b),
};
const ARITHMETIC: Record<string, (a: Decimal, b: Decimal) => Decimal> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
};

export function environment(declarations: Declarations): Environment {
  const env = new Environment()
    .registerType('Decimal', { ctor: Decimal, fields: {} })
    .registerType('Threshold', { ctor: Bound, fields: {} });
  for (const [left, right] of [
    ['Decimal', 'Decimal'],
    ['Decimal', 'int'],
    ['int', 'Decimal'],
    ['Decimal', 'double'],
    ['double', 'Decimal'],
  ]) {
    for (const [sign, apply] of Object.entries(COMPARISONS)) {
      // The library derives == for swapped sides itself and refuses a second registration.
      if (sign === '==' && left !== 'Decimal') continue;
      env.registerOperator(`${left} ${sign} ${right}`, (a: Numeric, b: Numeric) => apply(exact(a), exact(b)));
    }
    for (const [sign, apply] of Object.entries(ARITHMETIC)) {
      env.registerOperator(`${left} ${sign} ${right}: Decimal`, (a: Numeric, b: Numeric) => apply(exact(a), exact(b)));
    }
  }
  env.registerFunction('reaches(Decimal, Threshold): bool', (value: Decimal, bound: Bound) => bound.reachedBy(value));
  env.registerFunction('reaches(int, Threshold): bool', (value: bigint, bound: Bound) => bound.reachedBy(exact(value)));
  env.registerType('Day', { ctor: CalendarDay, fields: {} });
  for (const [sign, apply] of Object.entries(DAY_COMPARISONS)) {
    env.registerOperator(`Day ${sign} Day`, (a: CalendarDay, b: CalendarDay) => apply(a.day, b.day));
    // A day written out in a condition, "2026-07-01", is text; as such it is in order.
    env.registerOperator(`Day ${sign} string`, (a: CalendarDay, b: Day) => apply(a.day, b));
  }
  env.registerFunction('days(Day, Day): int', (a: CalendarDay, b: CalendarDay) =>
    BigInt(daysBetween(a.day, b.day) + 1),
  );
  env.registerFunction('workdays(Day, Day): int', (a: CalendarDay, b: CalendarDay) =>
    BigInt(workdaysWithin(a.day, b.day)),
  );
  env.registerFunction('blank(dyn): bool', () => false);
  const scales = new Set(
    [...declarations.values()].flatMap((declared) => ('scale' in declared ? [declared.scale] : [])),
  );
  for (const scale of scales) {
    const { Step, StepBound } = stepTypes(scale);
    env.registerType(`Step_${scale}`, { ctor: Step, fields: {} });
    env.registerType(`StepThreshold_${scale}`, { ctor: StepBound, fields: {} });
    env.registerFunction(`reaches(Step_${scale}, StepThreshold_${scale}): bool`, (step: Step, bound: StepBound) =>
      bound.inclusive ? step.index >= bound.index : step.index > bound.index,
    );
  }
  for (const [name, declared] of declarations) env.registerVariable(name, celType(declared));
  return env;
}

function celType(declared: Declared): string {
  switch (declared.type) {
    case 'int':
      return 'int';
    case 'decimal':
      return 'Decimal';
    case 'yesno':
      return 'bool';
    case 'day':
      return 'Day';
    case 'list':
      return 'list<string>';
    case 'threshold':
      return 'Threshold';
    case 'step':
      return `Step_${declared.scale}`;
    case 'step-threshold':
      return `StepThreshold_${declared.scale}`;
    default:
      return 'string';
  }
}

export function celValue(
  value: Value | readonly string[] | Threshold,
  declared: Declared | undefined,
  scales: ReadonlyMap<string, Scale>,
): unknown {
  if ('length' in value) return [...value];
  if (value.type === 'threshold') {
    const { bound, inclusive } = value;
    return bound.type === 'step'
      ? new (stepTypes(bound.scale).StepBound)(stepIndex(bound, scales), inclusive)
      : new Bound(new Decimal(String(bound.value)), inclusive);
  }
  if (value.type === 'number') return declared?.type === 'int' ? BigInt(value.value) : new Decimal(value.value);
  if (value.type === 'day') return new CalendarDay(value.value);
  if (value.type === 'step') return new (stepTypes(value.scale).Step)(stepIndex(value, scales));
  return value.value;
}

/** The position of a step on its scale; nothing recorded stands below the lowest. */
function stepIndex(step: { scale: string; value: string | null }, scales: ReadonlyMap<string, Scale>): number {
  return scales.get(step.scale)?.steps.findIndex(({ id }) => id === step.value) ?? -1;
}

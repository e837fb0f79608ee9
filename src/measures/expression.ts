/**
 * Conditions of a pack, written in CEL. A condition is type-checked against what the pack declares before any file
 * is read; what it comes to is weighed in src/measures/weighing.ts.
 */
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Condition } from '../model/condition.js';
import type { Scale } from '../model/measures.js';
import { type Declarations, environment } from './cel.js';
import { children, namesOf } from './syntax.js';
import { outcomeOf, treeOf, weigh } from './weighing.js';

/** Why an expression was refused, with the part of it that is at fault (0-based, end excluded). */
export interface Refused {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Expressions over one set of names. Compiling is the costly part and is done once, when the pack is loaded. */
export interface Language {
  compile(source: string): Condition | Refused;
  /** A condition that is known to compile, and does when it is first asked for anything but its source. */
  later(source: string): Condition;
}

export function isRefused(outcome: Condition | Refused): outcome is Refused {
  return !('weigh' in outcome);
}

export function language(declarations: Declarations, scales: ReadonlyMap<string, Scale>): Language {
  let made: Environment | undefined;
  const compile = (source: string): Condition | Refused => {
    made ??= environment(declarations);
    return compiled(source, made, declarations, scales);
  };
  return { compile, later: (source) => later(source, compile) };
}

function compiled(
  source: string,
  env: Environment,
  declarations: Declarations,
  scales: ReadonlyMap<string, Scale>,
): Condition | Refused {
  const checked = env.check(source);
  if (!checked.valid) {
    const { range, summary } = checked.error as { range?: { start: number; end: number }; summary?: string };
    return {
      start: range?.start ?? 0,
      end: range?.end ?? source.length,
      message: summary ?? String(checked.error?.message),
    };
  }
  if (checked.type !== 'bool')
    return { start: 0, end: source.length, message: `gives ${checked.type}, not true or false` };
  const { ast } = env.parse(source);
  const wrong = wrongChoice(ast, declarations) ?? divided(ast);
  if (wrong) return wrong;
  const names = namesOf(ast).filter((name) => declarations.has(name));
  const tree = treeOf(ast, env, declarations, scales);
  return {
    source,
    names,
    weigh: (operand) => weigh(tree, operand),
    outcome: (operand) => outcomeOf(tree, operand),
  };
}

function later(source: string, compile: (source: string) => Condition | Refused): Condition {
  let made: Condition | undefined;
  const condition = (): Condition => {
    if (made) return made;
    const outcome = compile(source);
    if (isRefused(outcome)) throw new Error(`a pack that was found sound is not: ${outcome.message} in ${source}`);
    made = outcome;
    return made;
  };
  return {
    source,
    get names() {
      return condition().names;
    },
    weigh: (operand) => condition().weigh(operand),
    outcome: (operand) => condition().outcome(operand),
  };
}

/** Dividing can fail, and a share is a fact of its own that says what it is a share of. */
function divided(node: ASTNode): Refused | undefined {
  if (node.op === '/' || node.op === '%')
    return { start: node.start, end: node.end, message: `no division in a condition: make it a fact with share` };
  for (const child of children(node)) {
    const found = divided(child);
    if (found) return found;
  }
  return undefined;
}

/** A literal compared with a choice that is none of its choices: the commonest slip that types alone let through. */
function wrongChoice(node: ASTNode, declarations: Declarations): Refused | undefined {
  if (node.op === '==' || node.op === '!=' || node.op === 'in') {
    const [left, right] = node.args;
    const [name, literals] =
      left.op === 'id' ? [left.args, right] : right.op === 'id' ? [right.args, left] : [undefined, right];
    const declared = name === undefined ? undefined : declarations.get(name);
    const listed = literals.op === 'id' ? declarations.get(literals.args) : undefined;
    const stray =
      declared?.type === 'choice' && listed?.type === 'list'
        ? listed.values?.find((each) => !declared.choices.includes(each))
        : undefined;
    if (declared?.type === 'choice' && stray !== undefined) {
      return {
        start: literals.start,
        end: literals.end,
        message: `${stray} is none of ${declared.choices.join(', ')}`,
      };
    }
    if (declared?.type === 'choice') {
      for (const literal of literals.op === 'list' ? children(literals) : [literals]) {
        if (literal.op === 'value' && typeof literal.args === 'string' && !declared.choices.includes(literal.args)) {
          return {
            start: literal.start,
            end: literal.end,
            message: `${name} is one of ${declared.choices.join(', ')}, never ${literal.args}`,
          };
        }
      }
    }
  }
  for (const child of children(node)) {
    const wrong = wrongChoice(child, declarations);
    if (wrong) return wrong;
  }
  return undefined;
}

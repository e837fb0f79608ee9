/**
 * Conditions of a pack, written in CEL. A condition is type-checked against what the pack declares before any file
 * is read, and weighed in three values: an atom that asks for something unknown is unknown, never false.
 */
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import { canonical, type Decimal } from '../base/decimal.js';
import type { Atom, Condition, Operand, Outcome, Threshold, Weighed } from '../model/condition.js';
import type { Scale } from '../model/measures.js';
import type { Value } from '../model/value.js';
import { celValue, type Declarations, environment } from './cel.js';
import { type Context, type Leaning, leaningsOf, shortfall } from './comparison.js';
import { children, namesOf, sourceOf } from './syntax.js';

/** Why an expression was refused, with the part of it that is at fault (0-based, end excluded). */
export interface Refused {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Expressions over one set of names. Compiling is the costly part and is done once, when the pack is loaded. */
export interface Language {
  compile(source: string): Condition | Refused;
}

export function isRefused(outcome: Condition | Refused): outcome is Refused {
  return !('weigh' in outcome);
}

export function language(declarations: Declarations, scales: ReadonlyMap<string, Scale>): Language {
  const env = environment(declarations);
  return {
    compile(source) {
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
      const wrong = wrongChoice(ast, declarations);
      if (wrong) return wrong;
      const division = divided(ast);
      if (division) return division;
      const names = namesOf(ast).filter((name) => declarations.has(name));
      const tree = treeOf(ast, env, declarations, scales);
      return { source, names, weigh: (operand) => weigh(tree, operand) };
    },
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

type Tree =
  | { readonly op: 'and' | 'or'; readonly parts: readonly [Tree, Tree] }
  | { readonly op: 'not'; readonly part: Tree }
  | {
      readonly op: 'atom';
      readonly source: string;
      readonly names: readonly string[];
      /** The name asked about by blank(name). */
      readonly blank?: string;
      /** The names whose bounds can already decide the atom, and how. */
      readonly leanings: readonly Leaning[];
      test(context: Context): boolean;
      short?(context: Context): { readonly by: Decimal; readonly excluded: boolean };
      convert(name: string, value: Value | readonly string[] | Threshold): unknown;
    };

function treeOf(node: ASTNode, env: Environment, declarations: Declarations, scales: ReadonlyMap<string, Scale>): Tree {
  const below = (part: ASTNode): Tree => treeOf(part, env, declarations, scales);
  if (node.op === '&&' || node.op === '||') {
    return { op: node.op === '&&' ? 'and' : 'or', parts: [below(node.args[0]), below(node.args[1])] };
  }
  if (node.op === '!_') return { op: 'not', part: below(node.args) };
  const source = sourceOf(node);
  const test = env.parse(source);
  const asked = node.op === 'call' && node.args[0] === 'blank' ? node.args[1][0] : undefined;
  const short = shortfall(node, env);
  const leanings = leaningsOf(node, env);
  return {
    op: 'atom',
    source,
    names: namesOf(node).filter((name) => declarations.has(name)),
    ...(asked?.op === 'id' ? { blank: asked.args } : {}),
    ...(short ? { short } : {}),
    leanings,
    test: (context) => test(context) === true,
    convert: (name, value) => celValue(value, declarations.get(name), scales),
  };
}

const NOT: Record<Outcome, Outcome> = { true: 'false', false: 'true', unknown: 'unknown' };

function weigh(tree: Tree, operand: (name: string) => Operand): Weighed {
  const atoms: Atom[] = [];
  const walk = (part: Tree): Outcome => {
    if (part.op === 'not') return NOT[walk(part.part)];
    if (part.op === 'atom') {
      const atom = weighAtom(part, operand);
      atoms.push(atom);
      return atom.outcome;
    }
    const decisive = part.op === 'and' ? 'false' : 'true';
    // Both sides are always weighed: the explanation shows every atom, also those behind a decisive one.
    const sides = part.parts.map(walk);
    if (sides.includes(decisive)) return decisive;
    return sides.includes('unknown') ? 'unknown' : NOT[decisive];
  };
  return { outcome: walk(tree), atoms };
}

function weighAtom(atom: Extract<Tree, { op: 'atom' }>, operand: (name: string) => Operand): Atom {
  const base = { source: atom.source, names: atom.names };
  const operands = atom.names.map((name) => [name, operand(name)] as const);
  const unknown = operands.filter(([, each]) => each.state === 'unknown');
  if (unknown.length > 0) return { ...base, outcome: certain(atom, operands, unknown.length) };
  if (atom.blank !== undefined)
    return { ...base, outcome: operands.some(([, each]) => each.state === 'absent') ? 'true' : 'false' };
  const context = contextOf(atom, operands);
  if (!context) return { ...base, outcome: 'false' };
  if (atom.test(context)) return { ...base, outcome: 'true' };
  const missed = atom.short?.(context);
  return {
    ...base,
    outcome: 'false',
    ...(missed ? { short: canonical(missed.by), ...(missed.excluded ? { excluded: true } : {}) } : {}),
  };
}

type Operands = readonly (readonly [string, Operand])[];

/** The values of an atom's names; undefined when one of them is rightly absent, or not bounded where it is unknown. */
function contextOf(
  atom: Extract<Tree, { op: 'atom' }>,
  operands: Operands,
  bound: 'atLeast' | 'atMost' = 'atLeast',
): Context | undefined {
  const context: Context = {};
  for (const [name, each] of operands) {
    const value = each.state === 'known' ? each.value : each.state === 'unknown' ? each[bound] : undefined;
    if (value === undefined) return undefined;
    context[name] = atom.convert(name, value);
  }
  return context;
}

/** What an atom comes to already, by the least and the most that its one unknown value can be. */
function certain(atom: Extract<Tree, { op: 'atom' }>, operands: Operands, unknown: number): Outcome {
  const [open, asked] = operands.find(([, { state }]) => state === 'unknown') ?? [];
  const leaning = atom.leanings.find(({ name }) => name === open);
  if (!leaning || unknown !== 1 || asked?.state !== 'unknown') return 'unknown';
  const { way } = leaning;
  const [least, most] = (['atLeast', 'atMost'] as const).map((bound) =>
    asked[bound] === undefined ? undefined : contextOf(atom, operands, bound),
  );
  if (way === 'up' || way === 'down') {
    const [holdsAt, failsAt] = way === 'up' ? [least, most] : [most, least];
    if (holdsAt && atom.test(holdsAt)) return 'true';
    return failsAt && !atom.test(failsAt) ? 'false' : 'unknown';
  }
  const isOutside = (least && leaning.beyond(least)) || (most && leaning.before(most));
  if (!isOutside) return 'unknown';
  return way === 'equal' ? 'false' : 'true';
}

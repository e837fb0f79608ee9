/**
 * Weighs conditions in three values: an atom that asks for something unknown is unknown, never false, unless what is
 * certain of it already decides.
 */
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import { canonical, type Decimal } from '../base/decimal.js';
import type { Atom, Operand, Outcome, Threshold, Weighed } from '../model/condition.js';
import type { Scale } from '../model/measures.js';
import type { Value } from '../model/value.js';
import { celValue, type Declarations } from './cel.js';
import { type Context, type Leaning, leaningsOf, shortfall } from './comparison.js';
import { namesOf, sourceOf } from './syntax.js';

/** A condition in parts: its atoms, and how && || and ! join them. */
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
      /** What it came to for values that it was tested with: rows mostly hold one of few. */
      readonly tested: Map<string, boolean>;
      short?(context: Context): { readonly by: Decimal; readonly excluded: boolean };
      convert(name: string, value: Value | readonly string[] | Threshold): unknown;
    };

export function treeOf(
  node: ASTNode,
  env: Environment,
  declarations: Declarations,
  scales: ReadonlyMap<string, Scale>,
): Tree {
  const below = (part: ASTNode): Tree => treeOf(part, env, declarations, scales);
  if (node.op === '&&' || node.op === '||') {
    return { op: node.op === '&&' ? 'and' : 'or', parts: [below(node.args[0]), below(node.args[1])] };
  }
  if (node.op === '!_') return { op: 'not', part: below(node.args) };
  const source = sourceOf(node);
  const names = namesOf(node).filter((name) => declarations.has(name));
  const asked = node.op === 'call' && node.args[0] === 'blank' ? node.args[1][0] : undefined;
  const short = shortfall(node, env);
  const leanings = leaningsOf(node, env);
  return {
    op: 'atom',
    source,
    names,
    ...(asked?.op === 'id' ? { blank: asked.args } : {}),
    ...(short ? { short } : {}),
    leanings,
    test: testOf(env.parse(source)),
    tested: new Map(),
    convert: (name, value) => celValue(value, declarations.get(name), scales),
  };
}

function testOf(test: (context: Context) => unknown): (context: Context) => boolean {
  return (context) => test(context) === true;
}

type AtomTree = Extract<Tree, { op: 'atom' }>;

const NOT: Record<Outcome, Outcome> = { true: 'false', false: 'true', unknown: 'unknown' };

export function weigh(tree: Tree, operand: (name: string) => Operand): Weighed {
  const atoms: Atom[] = [];
  const walk = (part: Tree, denied: boolean): Outcome => {
    if (part.op === 'not') return NOT[walk(part.part, !denied)];
    if (part.op === 'atom') {
      const atom = weighAtom(part, operand);
      atoms.push(denied ? { ...atom, denied } : atom);
      return atom.outcome;
    }
    const decisive = part.op === 'and' ? 'false' : 'true';
    // Both sides are always weighed: the explanation shows every atom, also those behind a decisive one.
    const sides = part.parts.map((side) => walk(side, denied));
    if (sides.includes(decisive)) return decisive;
    return sides.includes('unknown') ? 'unknown' : NOT[decisive];
  };
  return { outcome: walk(tree, false), atoms };
}

/** As weighing gives it. A part behind a decisive one cannot change it and is left alone. */
export function outcomeOf(tree: Tree, operand: (name: string) => Operand): Outcome {
  if (tree.op === 'not') return NOT[outcomeOf(tree.part, operand)];
  if (tree.op === 'atom') return atomOutcome(tree, operand);
  const decisive = tree.op === 'and' ? 'false' : 'true';
  const [first, second] = tree.parts;
  const one = outcomeOf(first, operand);
  if (one === decisive) return decisive;
  const other = outcomeOf(second, operand);
  return other === decisive || one !== 'unknown' ? other : one;
}

function weighAtom(atom: AtomTree, operand: (name: string) => Operand): Atom {
  let failed: Context | undefined;
  const outcome = atomOutcome(atom, operand, (context) => {
    failed = context;
  });
  const missed = failed && atom.short?.(failed);
  return {
    source: atom.source,
    names: atom.names,
    outcome,
    ...(missed ? { short: canonical(missed.by), ...(missed.excluded ? { excluded: true } : {}) } : {}),
  };
}

/** What an atom comes to. Where all values are known and it does not hold for them, they are told. */
function atomOutcome(atom: AtomTree, operand: (name: string) => Operand, failed?: (context: Context) => void): Outcome {
  const operands = atom.names.map(operand);
  if (operands.some(({ state }) => state === 'unknown')) return certain(atom, operands);
  if (atom.blank !== undefined) return operands.some(({ state }) => state === 'absent') ? 'true' : 'false';
  const key = keyOf(operands);
  const known = key === undefined ? undefined : atom.tested.get(key);
  // How it failed is told by the values themselves, so these are needed once more.
  if (known !== undefined && (known || !failed)) return known ? 'true' : 'false';
  const context = contextOf(atom, operands);
  if (!context) return 'false';
  const holds = atom.test(context);
  if (key !== undefined) remember(atom.tested, key, holds);
  if (!holds) failed?.(context);
  return holds ? 'true' : 'false';
}

/** More than so many are forgotten, so that no file can make them grow without end. */
const MOST_TESTED = 4096;

function remember(tested: Map<string, boolean>, key: string, holds: boolean): void {
  if (tested.size === MOST_TESTED) tested.clear();
  tested.set(key, holds);
}

/** The values of an atom's names as one text; undefined where one is absent, or a list or a threshold. */
function keyOf(operands: Operands): string | undefined {
  let key = '';
  for (const operand of operands) {
    if (operand.state !== 'known' || !('value' in operand.value)) return undefined;
    // Within one atom a name always has values of one type.
    key += `${operand.value.value}\u0000`;
  }
  return key;
}

/** What each of an atom's names stands for, in their order. */
type Operands = readonly Operand[];

/** The values of an atom's names; undefined when one of them is rightly absent, or not bounded where it is unknown. */
function contextOf(atom: AtomTree, operands: Operands, bound: 'atLeast' | 'atMost' = 'atLeast'): Context | undefined {
  const context: Context = {};
  for (let index = 0; index < operands.length; index += 1) {
    const [name, each] = [atom.names[index], operands[index]];
    const value = each?.state === 'known' ? each.value : each?.state === 'unknown' ? each[bound] : undefined;
    if (name === undefined || value === undefined) return undefined;
    context[name] = atom.convert(name, value);
  }
  return context;
}

/** What an atom comes to already, by the least and the most that its one unknown value can be. */
function certain(atom: AtomTree, operands: Operands): Outcome {
  const open = operands.findIndex(({ state }) => state === 'unknown');
  const asked = operands[open];
  const leaning = atom.leanings.find(({ name }) => name === atom.names[open]);
  if (!leaning || asked?.state !== 'unknown') return 'unknown';
  if (operands.some((each, index) => each.state === 'unknown' && index !== open)) return 'unknown';
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

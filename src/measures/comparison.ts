/**
 * What a comparison says beyond true or false: by how much it was missed, and how it depends on a value of which only
 * bounds are known.
 */
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Decimal } from '../base/decimal.js';
import { Bound, exact, type Numeric } from './cel.js';
import { children, namesOf, sourceOf } from './syntax.js';

/** Values by name, as the library takes them. */
export type Context = Record<string, unknown>;

/**
 * How an atom depends on a value that lies within bounds: `up` holds where it does at the least, and fails where it does
 * at the most; `down` the other way round; `equal` fails where the other side lies outside the bounds.
 */
export interface Leaning {
  readonly name: string;
  readonly way: 'up' | 'down' | 'equal' | 'unequal';
  /** Whether the value lies beyond the other side, or before it. */
  beyond(context: Context): boolean;
  before(context: Context): boolean;
}

const WAYS: Readonly<Record<string, Leaning['way']>> = {
  '>=': 'up',
  '>': 'up',
  '<=': 'down',
  '<': 'down',
  '==': 'equal',
  '!=': 'unequal',
};
const REVERSED: Readonly<Record<Leaning['way'], Leaning['way']>> = {
  up: 'down',
  down: 'up',
  equal: 'equal',
  unequal: 'unequal',
};

/** One for each side that is a name alone. */
export function leaningsOf(node: ASTNode, env: Environment): Leaning[] {
  const asked = node.op === 'call' && node.args[0] === 'reaches';
  const way = asked ? 'up' : WAYS[node.op];
  const [left, right] = asked ? node.args[1] : children(node);
  if (!way || !left || !right) return [];
  return [leaning(left, right, way, env), ...(asked ? [] : [leaning(right, left, REVERSED[way], env)])].flat();
}

function leaning(side: ASTNode, other: ASTNode, way: Leaning['way'], env: Environment): Leaning[] {
  if (side.op !== 'id' || namesOf(other).includes(side.args)) return [];
  const never = () => false;
  if (way === 'up' || way === 'down') return [{ name: side.args, way, beyond: never, before: never }];
  const compared = (sign: '>' | '<'): ((context: Context) => boolean) | undefined => {
    const text = `${side.args} ${sign} ${sourceOf(other)}`;
    if (!env.check(text).valid) return undefined;
    const test = env.parse(text);
    return (context) => test(context) === true;
  };
  const [beyond, before] = [compared('>'), compared('<')];
  return beyond && before ? [{ name: side.args, way, beyond, before }] : [];
}

/** How far a failed comparison of numbers is from holding, and whether the bound itself would not do. */
export function shortfall(
  node: ASTNode,
  env: Environment,
): ((context: Context) => { by: Decimal; excluded: boolean }) | undefined {
  const asked = node.op === 'call' && node.args[0] === 'reaches';
  const [left, right] = asked ? node.args[1] : ['>=', '>', '<=', '<'].includes(node.op) ? children(node) : [];
  if (!left || !right) return undefined;
  const numeric = ['int', 'Decimal', 'Threshold', 'double'];
  const sources = [sourceOf(left), sourceOf(right)] as const;
  if (!sources.every((source) => numeric.includes(env.check(source).type ?? ''))) return undefined;
  const [first, second] = [env.parse(sources[0]), env.parse(sources[1])];
  const strict = node.op === '>' || node.op === '<';
  return (context) => {
    const value = exact(first(context));
    const bound: unknown = second(context);
    if (bound instanceof Bound) return { by: bound.missing(value), excluded: !bound.inclusive };
    return {
      by: exact(bound as Numeric)
        .minus(value)
        .abs(),
      excluded: strict,
    };
  };
}

/** Which of the facts and parameters that something asks for have changed. */
import type { Pair } from './side.js';
import type { FactChange, RestsOn } from './types.js';

/** What is known of one subject's changes while what rests on them is compared. */
export interface Moving {
  readonly sides: Pair;
  readonly facts: readonly FactChange[];
  /** Ids of parameters that have changed. */
  readonly parameters: ReadonlySet<string>;
  /** What did it can be told: both are of one period. */
  readonly isExplained: boolean;
}

export function restsOn(atoms: readonly { readonly names: readonly string[] }[], moving: Moving): RestsOn {
  const asked = new Set(atoms.flatMap(({ names }) => names));
  return {
    facts: moving.facts.map(({ id }) => id).filter((id) => asked.has(id)),
    parameters: [...moving.parameters].filter((id) => asked.has(id)),
  };
}

/** Which of the facts and parameters that something asks for have changed, and what the other facts are. */
import { factWithUnit } from '../words/value.js';
import { both, type Pair } from './side.js';
import type { FactChange, RestsOn } from './types.js';

/** What is known of one subject's changes while what rests on them is compared. */
export interface Moving {
  readonly subject: string;
  readonly sides: Pair;
  readonly facts: readonly FactChange[];
  /** Ids of parameters that have changed. */
  readonly parameters: ReadonlySet<string>;
  /** What did it can be told: both are of one period. */
  readonly isExplained: boolean;
}

export function restsOn(atoms: readonly { readonly names: readonly string[] }[], moving: Moving): RestsOn {
  const asked = new Set(atoms.flatMap(({ names }) => names));
  const { after } = moving.sides;
  const changed = new Set(moving.facts.map(({ id }) => id));
  const unmoved = [...after.facts(moving.subject).values()].filter(({ id }) => asked.has(id) && !changed.has(id));
  return {
    facts: [...changed].filter((id) => asked.has(id)),
    parameters: [...moving.parameters].filter((id) => asked.has(id)),
    unmoved: unmoved.map((fact) => ({
      ...after.about(fact.id, after.words.facts[fact.id]),
      text: both((lang) => factWithUnit(fact, after.words, lang)),
    })),
  };
}

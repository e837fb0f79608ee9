/**
 * Loads a pack: reads it and what it extends, checks its shape, sets the office's parameters and compiles its
 * conditions. Gives measures, or every problem found, each with file, line and caret. Never a half-checked pack.
 */
import { type Chain, type FindPack, type ReadText, readChain } from './chain.js';
import { basesOf } from './inherited.js';
import { type Loaded, loadedFrom, type OfficeParameters } from './loaded.js';
import type { Problem } from './problem.js';
import { packSchema } from './schema.js';
import { laidOver, locate } from './yaml.js';

export function loadPack(
  name: string,
  read: ReadText,
  find: FindPack,
  office: OfficeParameters = { values: {} },
): Loaded {
  return loadChain(readChain(name, read, find), office);
}

export function loadChain(chain: Chain, office: OfficeParameters): Loaded {
  if (chain.problems.length > 0) return { problems: chain.problems, files: chain.files };
  const tree = chain.files.toReversed().reduce<unknown>((base, yaml) => laidOver(base, yaml.tree), {});
  const shaped = packSchema.safeParse(tree);
  if (!shaped.success) {
    const problems = shaped.error.issues.map((issue): Problem => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const spot = locate(chain.files, unknownKey === undefined ? path : [...path, unknownKey]);
      return { kind: 'shape', severity: 'error', reason: `${path.join('.') || 'pack'}: ${issue.message}`, spot };
    });
    return { problems, files: chain.files };
  }
  const loaded = loadedFrom(chain.files, shaped.data, office, false);
  const { measures } = loaded;
  return measures ? { ...loaded, measures: { ...measures, bases: basesOf(chain.files) } } : loaded;
}

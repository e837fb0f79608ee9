/** The last step of loading: a pack of the right shape becomes measures, or every problem found with its place. */
import type { Measures } from '../model/measures.js';
import { compile } from './compile.js';
import type { Problem } from './problem.js';
import type { Pack } from './schema.js';
import { placed, type YamlFile } from './yaml.js';

export interface Loaded {
  readonly measures?: Measures;
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
  /** The files it was read from, most derived first. */
  readonly files: readonly YamlFile[];
}

/** Values the office sets for parameters, and the file they stand in. */
export interface OfficeParameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly yaml?: YamlFile;
}

/** The conditions of a sound pack are not checked again; each is compiled when it is first weighed. */
export function loadedFrom(files: readonly YamlFile[], pack: Pack, office: OfficeParameters, isSound: boolean): Loaded {
  const { measures, problems } = compile(pack, office.values, isSound);
  const found = [
    ...placed(
      files,
      problems.filter(({ path }) => path[0] !== 'office'),
    ),
    ...placed(
      office.yaml ? [office.yaml] : [],
      problems
        .filter(({ path }) => path[0] === 'office')
        .map((problem) => ({ ...problem, path: problem.path.slice(1) })),
    ),
  ];
  const refused = found.some(({ severity }) => severity === 'error');
  return { ...(refused ? {} : { measures }), pack, problems: found, files };
}

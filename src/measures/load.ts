/**
 * Loads a pack: reads it and what it extends, checks its shape, sets the office's parameters and compiles its
 * conditions. Gives measures, or every problem found, each with file, line and caret. Never a half-checked pack.
 */
import type { Measures } from '../model/measures.js';
import { compile } from './compile.js';
import type { Problem } from './problem.js';
import { type Pack, packSchema } from './schema.js';
import { knownYaml, laidOver, locate, parseYaml, placed, type YamlFile } from './yaml.js';

/** Reads a text file by path; undefined when there is none. */
export type ReadText = (path: string) => string | undefined;

/** Finds a pack by name or path, as named in a file: the path of its measures.yaml. */
export type FindPack = (name: string, namedIn?: string) => string;

export interface Loaded {
  readonly measures?: Measures;
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
  /** The files it was read from, most derived first. */
  readonly files: readonly YamlFile[];
}

/** The content of a text that was parsed before, such as that of a pack that comes with the programme. */
export type KnownTree = (text: string) => unknown;

/** Values the office sets for parameters, and the file they stand in. */
export interface OfficeParameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly yaml?: YamlFile;
}

export function loadPack(
  name: string,
  read: ReadText,
  find: FindPack,
  office: OfficeParameters = { values: {} },
  known: KnownTree = () => undefined,
): Loaded {
  const chain = readChain(name, read, find, known);
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
  const { measures, problems } = compile(shaped.data, office.values);
  const found = [
    ...placed(
      chain.files,
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
  return { ...(refused ? {} : { measures }), pack: shaped.data, problems: found, files: chain.files };
}

function readChain(
  name: string,
  read: ReadText,
  find: FindPack,
  known: KnownTree,
): { files: YamlFile[]; problems: Problem[] } {
  const files: YamlFile[] = [];
  let namedIn: string | undefined;
  for (let next: string | undefined = name; next !== undefined; ) {
    const path: string = find(next, namedIn);
    const asked =
      namedIn === undefined
        ? { file: path, line: 1, column: 1, length: 1, text: '' }
        : locate(files.slice(-1), ['extends']);
    if (files.some(({ file }) => file === path)) {
      const chain = [...files.map(({ file }) => file), path].join(' → ');
      return { files, problems: [{ kind: 'extends-itself', severity: 'error', chain, spot: asked }] };
    }
    const text = read(path);
    if (text === undefined)
      return { files, problems: [{ kind: 'not-found', severity: 'error', file: path, spot: asked }] };
    const tree = known(text);
    const { yaml, problems } =
      tree === undefined ? parseYaml(path, text) : { yaml: knownYaml(path, text, tree), problems: [] };
    if (problems.length > 0) return { files: [yaml], problems };
    files.push(yaml);
    namedIn = path;
    const content = yaml.tree;
    const parent: unknown =
      content !== null && typeof content === 'object' && 'extends' in content ? content.extends : undefined;
    next = typeof parent === 'string' ? parent : undefined;
  }
  return { files, problems: [] };
}

/**
 * Reads the texts of a pack: its own and those of what it extends. What was checked when the programme was built is
 * told apart, so that it need not be checked again.
 */
import type { Problem } from './problem.js';
import type { Pack } from './schema.js';
import { knownYaml, locate, parseYaml, type YamlFile } from './yaml.js';

/** Reads a text file by path; undefined when there is none. */
export type ReadText = (path: string) => string | undefined;

/** Finds a pack by name or path, as named in a file: the path of its measures.yaml. */
export type FindPack = (name: string, namedIn?: string) => string;

/** The pack that a text is, where it was found to be without fault before: one that comes with the programme. */
export type SoundPack = (text: string) => Pack | undefined;

export interface Chain {
  /** Most derived first. */
  readonly files: readonly YamlFile[];
  readonly problems: readonly Problem[];
  /** The pack, where it is sound as it stands. */
  readonly sound?: Pack;
}

export function readChain(name: string, read: ReadText, find: FindPack, sound: SoundPack = () => undefined): Chain {
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
    const pack = sound(text);
    const { yaml, problems } = pack ? { yaml: knownYaml(path, text, pack), problems: [] } : parseYaml(path, text);
    if (problems.length > 0) return { files: [yaml], problems };
    files.push(yaml);
    // With another laid over it, or over another, it is a new pack.
    if (pack && files.length === 1 && pack.extends === undefined) return { files, problems: [], sound: pack };
    namedIn = path;
    const content = yaml.tree;
    const parent: unknown =
      content !== null && typeof content === 'object' && 'extends' in content ? content.extends : undefined;
    next = typeof parent === 'string' ? parent : undefined;
  }
  return { files, problems: [] };
}

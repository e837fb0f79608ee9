/** YAML texts that keep where everything stands, and the laying of one over another. Nothing here knows packs. */
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem, Spot, Unplaced } from './problem.js';

export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** The text's content as plain data. */
  readonly tree: unknown;
  /** The parsed text with the place of everything; parsed when first asked for. */
  parsed(): Parsed;
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

export type Path = readonly (string | number)[];

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}

/** A file whose content is known already: it is parsed only when a place in it must be shown. */
export function knownYaml(file: string, text: string, tree: unknown): YamlFile {
  let parsed: Parsed | undefined;
  return {
    file,
    text,
    tree,
    parsed: () => {
      parsed ??= parse(text);
      return parsed;
    },
  };
}

/** Parses one file; what the YAML library refuses comes back as problems with their place. */
export function parseYaml(file: string, text: string): { yaml: YamlFile; problems: Problem[] } {
  const parsed = parse(text);
  const { document } = parsed;
  const place: YamlFile = { file, text, tree: undefined, parsed: () => parsed };
  const problems = document.errors.map(
    (error): Problem => ({
      kind: 'syntax',
      severity: 'error',
      reason: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '',
      spot: spotAt(place, error.pos[0], error.pos[1] - error.pos[0]),
    }),
  );
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) || !alias.range) return;
      const spot = spotAt(place, alias.range[0], alias.range[1] - alias.range[0]);
      problems.push({ kind: 'syntax', severity: 'error', reason: `unresolved alias: *${alias.source}`, spot });
    },
  });
  return { yaml: { ...place, tree: problems.length > 0 ? undefined : document.toJS() }, problems };
}

function spotAt({ file, text, parsed }: YamlFile, offset: number, length: number): Spot {
  const { line, col } = parsed().lines.linePos(offset);
  return {
    file,
    line,
    column: Math.max(1, col),
    length: Math.max(1, length),
    text: text.split(/\r?\n/)[line - 1] ?? '',
  };
}

/** Where a path stands: in the first of the files that has it, else where its nearest ancestor does. */
export function locate(files: readonly YamlFile[], path: Path, at?: { start: number; end: number }): Spot {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    for (const yaml of files) {
      const node: unknown = yaml.parsed().document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (!range) continue;
      const whole = depth === path.length;
      const written = isScalar(node) ? String(node.value).trimEnd() : '';
      const inside = yaml.text.slice(range[0], range[1]).indexOf(written);
      if (whole && at && written !== '' && inside >= 0)
        return spotAt(yaml, range[0] + inside + at.start, at.end - at.start);
      const firstLine = yaml.text.slice(range[0], range[1]).split('\n')[0] ?? '';
      return spotAt(yaml, range[0], whole ? firstLine.trimEnd().length : 1);
    }
  }
  const [first] = files;
  return { file: first?.file ?? '', line: 1, column: 1, length: 1, text: '' };
}

/** Gives problems their place in the files they come from, most derived file first. */
export function placed(files: readonly YamlFile[], problems: readonly Unplaced[]): Problem[] {
  return problems.map(({ path, at, severity, ...data }) => ({
    ...data,
    severity: severity ?? 'error',
    spot: locate(files, path, at),
  })) as Problem[];
}

/**
 * Lays one tree over another: maps key by key, null takes a key away, everything else replaces. Where there is no key to
 * take away null stays, for the shape to refuse: a text in braces that its comma cut in two looks like that.
 */
export function laidOver(base: unknown, over: unknown): unknown {
  if (!isMap(over)) return over;
  const merged = new Map<string, unknown>(isMap(base) ? Object.entries(base) : []);
  for (const [key, value] of Object.entries(over)) {
    if (value === null && merged.has(key)) merged.delete(key);
    else merged.set(key, laidOver(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Which forms a pack has exactly as a pack that it extends: a template made for that one is a template of this one too. A form
 * is the same if it is asked for in the same words, the choices, steps and form names that it offers included.
 */
import type { Base } from '../model/measures.js';
import { isMap, laidOver, type YamlFile } from './yaml.js';

type Tree = Record<string, unknown>;

/** Of the files of a pack, most derived first, those that are extended; what of these has no id or version is no base. */
export function basesOf(files: readonly YamlFile[]): Base[] {
  const trees: unknown[] = [];
  for (const { tree } of files.toReversed()) trees.push(laidOver(trees.at(-1), tree));
  const own = trees.at(-1);
  return trees.slice(0, -1).flatMap((base): Base[] => {
    if (!isMap(base) || !isMap(own)) return [];
    const { id, version, forms } = base;
    if (typeof id !== 'string' || typeof version !== 'string' || !isMap(forms)) return [];
    const same = Object.keys(forms).filter((form) => asked(base, form) === asked(own, form));
    return [{ id, version, forms: new Set(same) }];
  });
}

/** All that a form asks for, as text. */
function asked({ forms, scales, score, clauses }: Tree, id: string): string {
  const form = isMap(forms) ? forms[id] : undefined;
  const columns = isMap(form)
    ? [form.fields, form.columns].flatMap((each) => (isMap(each) ? Object.values(each) : []))
    : [];
  const some = (has: (column: Tree) => boolean): boolean => columns.some((column) => isMap(column) && has(column));
  return JSON.stringify([
    form,
    some(({ scale }) => scale !== undefined) && scales,
    some(({ choices_from: from }) => from !== undefined) && [offered(score), clauses],
    some(({ type }) => type === 'form') && isMap(forms) && Object.values(forms).map(named),
  ]);
}

/**
 * Of rules and items: how they are called, by the headings of their clauses too, and on what they rest, for only what rests on a
 * log is offered; not what they come to.
 */
const OFFERED: ReadonlySet<string> = new Set(['zh', 'en', 'code', 'clause', 'fact', 'when', 'pro_rata']);

function offered(tree: unknown): unknown {
  if (!isMap(tree)) return undefined;
  return Object.entries(tree).flatMap(([key, value]) =>
    OFFERED.has(key) ? [[key, value]] : isMap(value) ? [[key, offered(value)]] : [],
  );
}

function named(form: unknown): unknown {
  return isMap(form) ? [form.zh, form.en, form.aliases] : form;
}

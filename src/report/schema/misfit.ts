/**
 * What is wrong with a file of ours that was read: at which path, what must stand there, and what does. Found by the file's
 * schema; each place is told once, in the order of the file.
 */
import type { z } from 'zod';
import type { Text } from '../../base/text.js';
import { FORMS, type Form } from './forms.js';

export interface Misfit {
  /** As grades[3].state; empty for the whole. */
  readonly path: string;
  readonly expected: Text;
  /** What stands there, as JSON and cut short; absent where nothing does. */
  readonly found?: string;
}

/** Everything that does not fit; nothing when all does. */
export function misfitsOf(content: unknown, schema: z.ZodType): Misfit[] {
  const checked = schema.safeParse(content);
  if (checked.success) return [];
  const found = checked.error.issues.flatMap((issue) => misfits(issue, content));
  return [...new Map(found.map((each) => [each.path, each])).values()];
}

type Issue = z.core.$ZodIssue;

function misfits(issue: Issue, content: unknown): Misfit[] {
  const at = (path: readonly PropertyKey[], expected: Text): Misfit => {
    const found = foundAt(content, path);
    return { path: pathText(path), expected, ...(found === undefined ? {} : { found }) };
  };
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...issue.path, key], NOTHING));
  // Of several forms none fits: the one that comes nearest says what is wrong.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [nearest = []] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
    const [first] = nearest;
    if (first && first.path.length > 0)
      return misfits({ ...first, path: [...issue.path, ...first.path] } as Issue, content);
  }
  return [at(issue.path, expectedBy(issue))];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

const NOTHING: Text = { zh: '没有这一项', en: 'no such key' };

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};

function expectedBy(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const words = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return issue.values.length === 1 ? { zh: words, en: words } : { zh: `${words} 之一`, en: `one of ${words}` };
    }
    case 'invalid_format':
    case 'custom':
      return isForm(issue.message) ? FORMS[issue.message] : KNOWN;
    case 'too_small':
    case 'too_big':
      return { zh: '不小于 0 的整数', en: 'a whole number not below 0' };
    default:
      return KNOWN;
  }
}

/** A word that tells variants apart and is none of them. */
const KNOWN: Text = { zh: '已知的内容', en: 'something that is known' };

function isForm(text: string): text is Form {
  return Object.hasOwn(FORMS, text);
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? String(key) : `.${String(key)}`))
    .join('');
}

/** Longer contents are cut. */
const SHOWN = 60;

function foundAt(content: unknown, path: readonly PropertyKey[]): string | undefined {
  let found: unknown = content;
  for (const key of path) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  const text = JSON.stringify(found);
  const characters = [...text];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : text;
}

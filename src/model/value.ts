/**
 * Values as they stand in forms, facts and parameters: plain data with their type, so that a result can be written
 * down and read back without loss. Numbers are canonical decimal text.
 */
import type { Day } from '../base/day.js';
import type { Period } from '../base/period.js';

export type Value =
  | { readonly type: 'number'; readonly value: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'yesno'; readonly value: boolean }
  | { readonly type: 'day'; readonly value: Day }
  | { readonly type: 'period'; readonly value: Period }
  /** The id of one of a column's choices. */
  | { readonly type: 'choice'; readonly value: string }
  /** The id of a step of a scale; null stands below the lowest step (no sanction at all). */
  | { readonly type: 'step'; readonly scale: string; readonly value: string | null }
  /** Someone or something assessed; the name as written until the roster knows it. */
  | { readonly type: 'subject'; readonly value: string }
  | { readonly type: 'form'; readonly value: string };

export type ValueType = Value['type'];

/** Where something stands: a file, a sheet of it, a cell of that. The base of every explanation. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
}

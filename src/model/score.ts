/**
 * Points as measures give and take them: a tree of items with full points, under them rules that deduct or add, and
 * what bounds them. Numbers are decimal text or the id of a parameter.
 */
import type { Text } from '../base/text.js';
import type { Condition } from './condition.js';

/** A number in the pack, as canonical text, or the parameter that gives it. */
export type Points = { readonly number: string } | { readonly parameter: string };

/** One rubric for one kind of subject. */
export interface Score {
  readonly id: string;
  readonly subject: string;
  readonly clause: string;
  readonly title: Text;
  /** The assessed period alone, or the year from 1 January to the period's end. */
  readonly over: 'period' | 'year';
  /** Its items' full points come to this for every group of subjects. */
  readonly full: string;
  readonly log?: EventLog;
  readonly self?: SelfScores;
  readonly items: readonly ScoreItem[];
}

/** The form in which occurrences are entered row by row, and which of its columns says what. */
export interface EventLog {
  readonly form: string;
  /** Which rule a row is entered under. */
  readonly rule: string;
  /** How many times, or how many persons; once where it is empty. */
  readonly times?: string;
  /** Number of the matter: rows of one number are about one and the same. */
  readonly matter?: string;
  /** Points typed by hand: must agree with the rule, and stand where the rule leaves them to an assessor. */
  readonly points?: string;
  /** Who set points that the rule leaves open. */
  readonly assessor?: string;
  /** Where it is known from, e.g. inspection or complaint. */
  readonly source?: string;
  /** Columns carried into every report, in this order. */
  readonly shown: readonly string[];
}

/** The form in which subjects score themselves, item by item. Only shown beside; the group's score stands. */
export interface SelfScores {
  readonly form: string;
  readonly item: string;
  readonly points: string;
}

/**
 * An item: with `full` points of its own, or `outside` the full points of the score, or else a group within an item,
 * which only gathers rules. An item that has parts with points of their own has no rules.
 */
export interface ScoreItem {
  readonly id: string;
  readonly clause: string;
  readonly title: Text;
  readonly full?: string;
  readonly outside: boolean;
  /** Points are taken from the full, or gathered from zero. */
  readonly begins: 'full' | 'zero';
  /** What goes below zero or above the full points ends there, or counts to the total. */
  readonly below: 'ends' | 'total';
  readonly above: 'ends' | 'total';
  /** The most that a group, or an item outside, comes to, whether added or deducted. */
  readonly cap?: Points;
  /** Of its parts all count; or only the one that weighs most; or for each matter the occurrence that weighs most. */
  readonly counts: 'all' | 'highest' | 'highest-per-matter';
  /** Groups of subjects that it is for; all when empty. */
  readonly for: readonly string[];
  readonly rules: readonly ScoreRule[];
  readonly items: readonly ScoreItem[];
}

export interface ScoreRule {
  readonly id: string;
  readonly clause: string;
  readonly title: Text;
  /** What a clerk types in the log, e.g. 3(2). */
  readonly code: string;
  readonly effect: 'deduct' | 'add';
  readonly amount: Amount;
  readonly basis: Basis;
  /** The most that the rule comes to, however often. */
  readonly cap?: Points;
  /** Subjects for whom it holds; everyone's when absent. Over facts. */
  readonly applies?: Condition;
}

export type Amount =
  | { readonly kind: 'fixed'; readonly points: Points }
  /** By a choice in the log, e.g. the level of an award. */
  | {
      readonly kind: 'tiers';
      readonly by: string;
      readonly points: readonly (readonly [choice: string, points: Points])[];
    }
  /** An assessor's, within bounds. */
  | { readonly kind: 'discretion'; readonly least: Points; readonly most: Points }
  /** Whatever the item holds: it comes to nothing. */
  | { readonly kind: 'all' };

/** What a rule rests on, and how often it counts. */
export type Basis =
  | {
      readonly kind: 'log';
      readonly per: Repetition;
      /** Column with the number counted here, e.g. persons, instead of the log's own. */
      readonly times?: string;
      /** Over the row: only what it holds for counts. */
      readonly where?: Condition;
      /** Not the number of a row counts, but how many steps it lies above or below a bound. */
      readonly step?: Step;
      /** Over the row: what is exempt counts for nothing. */
      readonly exempt?: Condition;
      /** Sources that are evidence for it; any when empty. */
      readonly evidence: readonly string[];
      /** Of joint work each takes a share, by a choice in the log; all of it where that is empty. */
      readonly share?: { readonly by: string; readonly of: readonly (readonly [choice: string, share: Points])[] };
    }
  | { readonly kind: 'fact'; readonly fact: string; readonly per: Repetition; readonly step?: Step }
  | { readonly kind: 'when'; readonly when: Condition }
  /** In proportion to a quota, and no more than in full. */
  | { readonly kind: 'pro-rata'; readonly fact: string; readonly of: Points };

/** Every time; once, however often; or once as soon as a threshold is reached. */
export type Repetition =
  | { readonly kind: 'each' }
  | { readonly kind: 'once' }
  | { readonly kind: 'reaching'; readonly parameter: string };

/** Not a number itself counts, but how many steps it lies above or below a bound. A step begun counts only when rounded up. */
export interface Step {
  readonly size: Points;
  readonly above?: Points;
  readonly below?: Points;
  readonly rounding: 'down' | 'up' | 'exact';
}

/** Every item of a score, those above before those below. */
export function itemsOf({ items }: { readonly items: readonly ScoreItem[] }): ScoreItem[] {
  return items.flatMap((item) => [item, ...itemsOf(item)]);
}

/** Every rule of a score, in its order. */
export function rulesOf(score: { readonly items: readonly ScoreItem[] }): ScoreRule[] {
  return itemsOf(score).flatMap(({ rules }) => rules);
}

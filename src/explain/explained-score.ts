/** The explanation of a score as data: a tree of texts in the language asked for, each with the cells it comes from. */
import type { Outcome } from '../model/condition.js';
import type { ExplainedCell } from './cells.js';
import type { Cited } from './cited.js';

export interface ExplainedScore extends Cited {
  readonly score: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** 88.5分; 82–90分 while something is open. */
  readonly points: string;
  /** Without the unit. */
  readonly full: string;
  /** Written out: 45 + 43.5 = 88.5. */
  readonly sum?: string;
  readonly items: readonly ExplainedItem[];
  readonly owed: readonly string[];
}

export interface ExplainedItem extends Cited {
  readonly item: string;
  readonly title: string;
  readonly points: string;
  readonly full?: string;
  readonly sum?: string;
  /** What was taken and added. */
  readonly changes?: string;
  /** What was cut off. */
  readonly cut?: string;
  /** Why it does not count, or not yet. */
  readonly why?: string;
  readonly self?: { readonly text: string; readonly place: ExplainedCell };
  readonly rules: readonly ExplainedScoreRule[];
  readonly items: readonly ExplainedItem[];
  /** Its rules that were asked and gave nothing; absent where they are not asked for. */
  readonly unused?: readonly ExplainedUnused[];
}

/** A rule under which nothing was found: it did not apply, or it is not known yet whether it does. */
export interface ExplainedUnused extends Cited {
  readonly rule: string;
  readonly code: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly why?: string;
}

export interface ExplainedScoreRule extends Cited {
  readonly rule: string;
  readonly code: string;
  readonly title: string;
  readonly points: string;
  readonly cut?: string;
  readonly why?: string;
  readonly products: readonly ExplainedProduct[];
}

/** One line of the arithmetic, with the row or fact it comes from. */
export interface ExplainedProduct {
  readonly text: string;
  readonly why?: string;
  readonly matter?: string;
  /** What the log says of it, each with its heading. */
  readonly shown: readonly string[];
  readonly cells: readonly ExplainedCell[];
  readonly owed: readonly string[];
}

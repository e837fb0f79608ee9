/**
 * Three ways of looking at what is still open. `sure` counts what is certain and nothing else; `best` and `worst`
 * settle everything open in the subject's favour, or against it: what all three agree on is known.
 */
import type { Outcome } from '../model/condition.js';
import type { ScoreRule } from '../model/score.js';

export const VIEWS = ['sure', 'best', 'worst'] as const;
export type View = (typeof VIEWS)[number];

/** How far a rule goes in a view: as little as what is open allows, or as much. */
export type Extent = 'little' | 'much';

export function extentOf(view: View, effect: ScoreRule['effect']): Extent {
  return view === 'sure' || (view === 'best') === (effect === 'deduct') ? 'little' : 'much';
}

/** Whether something of an outcome counts: what is open counts where as much as may be does. */
export function counts(outcome: Outcome, extent: Extent): boolean {
  return outcome === 'true' || (outcome === 'unknown' && extent === 'much');
}

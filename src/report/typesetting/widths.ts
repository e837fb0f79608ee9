/**
 * Shares out the width of a table among its columns: in the wanted proportion, none less than it must have and none more
 * than it can use, and from there step by step from one column to another as long as the table gets better.
 */

export interface Need {
  /** The wanted share, any unit. */
  readonly share: number;
  /** Points that it must have, and beyond which it has no use for more. */
  readonly least: number;
  readonly full: number;
}

/** Steps from one column to another; a table that still gets better then is good enough. */
const STEPS = 60;

/** Undefined when there is no room for what the columns must have. `cost` says how good widths are, the less the better. */
export function lowest(
  needs: readonly Need[],
  whole: number,
  step: number,
  cost: (widths: readonly number[]) => number,
): number[] | undefined {
  const byShare = apportioned(needs, whole);
  const byContent = apportioned(
    needs.map((need) => ({ ...need, share: need.full })),
    whole,
  );
  if (!byShare || !byContent) return undefined;
  const begin = cost(byContent) < cost(byShare) ? byContent : byShare;
  return bettered(begin, needs, step, cost);
}

/** The widths in the wanted proportion, whatever the columns need. */
export function wanted(shares: readonly number[], whole: number): number[] {
  return shared(
    shares.map((share) => Math.max(share, 1)),
    whole,
  );
}

/** Takes the best step each time, of one, two or four times its size, until none makes it better. */
function bettered(
  begin: readonly number[],
  needs: readonly Need[],
  step: number,
  cost: (widths: readonly number[]) => number,
): number[] {
  let widths = [...begin];
  let least = cost(widths);
  for (let taken = 0; taken < STEPS; taken += 1) {
    let best: number[] | undefined;
    for (const next of neighbours(widths, needs, step)) {
      const then = cost(next);
      if (then < least - 1e-9) [best, least] = [next, then];
    }
    if (!best) return widths;
    widths = best;
  }
  return widths;
}

function* neighbours(widths: readonly number[], needs: readonly Need[], step: number): Generator<number[]> {
  for (const size of [step, 2 * step, 4 * step]) {
    for (let from = 0; from < widths.length; from += 1) {
      if ((widths[from] ?? 0) - size < (needs[from]?.least ?? 0)) continue;
      for (let to = 0; to < widths.length; to += 1) {
        if (to === from || (widths[to] ?? 0) >= (needs[to]?.full ?? 0)) continue;
        yield widths.map((width, at) => (at === from ? width - size : at === to ? width + size : width));
      }
    }
  }
}

/**
 * Columns are fixed at their bounds until the rest agrees with the proportion. Undefined when there is no room for what
 * they must have.
 */
function apportioned(needs: readonly Need[], whole: number): number[] | undefined {
  if (needs.reduce((sum, { least }) => sum + least, 0) > whole) return undefined;
  const fixed = needs.map((): number | undefined => undefined);
  for (;;) {
    const left = fixed.reduce<number>((rest, width) => rest - (width ?? 0), whole);
    const offered = shared(
      needs.map(({ share }, at) => (fixed[at] === undefined ? share : 0)),
      left,
    );
    // By how much a column would rather be wider (above zero) or narrower than offered.
    const wishes = needs.map(({ least, full }, at) =>
      fixed[at] === undefined ? Math.min(full, Math.max(least, offered[at] ?? 0)) - (offered[at] ?? 0) : 0,
    );
    // What the wider columns ask for must come from the others: those are fixed first of which there is more.
    const balance = wishes.reduce((sum, wish) => sum + wish, 0);
    const bound = wishes.map((wish) => (balance >= 0 ? wish > 0 : wish < 0));
    if (!bound.includes(true)) return spread(needs, fixed, offered, left);
    for (const [at, { least, full }] of needs.entries()) if (bound[at]) fixed[at] = balance >= 0 ? least : full;
  }
}

/** When every column has found its width, the rest goes to all by their shares. */
function spread(
  needs: readonly Need[],
  fixed: readonly (number | undefined)[],
  offered: readonly number[],
  left: number,
): number[] {
  const all = needs.map(({ share }) => share);
  const more = fixed.includes(undefined) ? offered : shared(all, left);
  return fixed.map((width, at) => (width ?? 0) + (more[at] ?? 0));
}

function shared(parts: readonly number[], whole: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (total > 0 ? (part * whole) / total : 0));
}

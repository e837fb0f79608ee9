// @ts-check
/**
 * Makes figures of samples: medians, and every target with what was measured, how far the rounds lay apart and whether it is met.
 * A quotient is taken within each round, where both readers met the same machine, and then its median.
 */

/** @typedef {import('./rounds.js').Samples} Samples */
/** @typedef {import('./sets.js').Target} Target */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** @param {Samples} samples */
export function mediansOf(samples) {
  return Object.entries(samples).map(([reader, each]) => {
    const of = (/** @type {'loop' | 'whole' | 'peak'} */ by) => {
      const values = each.flatMap((sample) => sample[by] ?? []);
      return values.length > 0 ? median(values) : undefined;
    };
    return { reader, loop: of('loop'), whole: of('whole'), peak: of('peak') };
  });
}

/**
 * @param {Target} target @param {Samples} samples
 * @returns {{ target: Target, value: number, from: number, to: number, whole?: number, loop?: number, met: boolean }}
 */
export function judged(target, samples) {
  const values = valuesOf(target, samples, target.by);
  const value = median(values);
  const met = 'most' in target ? value <= target.most : value >= target.least;
  // The other way to take the time, for a quotient that is judged by one of them.
  const other = target.by === 'whole' ? 'loop' : 'whole';
  const besides = target.over ? { [other]: median(valuesOf(target, samples, other)) } : {};
  return { target, value, from: Math.min(...values), to: Math.max(...values), ...besides, met };
}

/** The figure of each round. @param {Target} target @param {Samples} samples @param {import('./sets.js').Measured} by */
function valuesOf({ of, over, excess }, samples, by) {
  return (samples[of] ?? []).map((sample, round) => {
    const value = sample[by] ?? Number.NaN;
    if (over === undefined) return value;
    return value / (samples[over]?.[round]?.[by] ?? Number.NaN) - (excess ? 1 : 0);
  });
}

// @ts-check
/** Shows what was measured as plain tables that can be pasted into a document. */

/** @typedef {ReturnType<typeof import('./verdict.js').mediansOf>} Medians */
/** @typedef {ReturnType<typeof import('./verdict.js').judged>} Judged */
/** @typedef {{ files: number, bytes: number, inflated: number, cells: number }} Witnessed */
/** @typedef {{ name: string, title: string, rounds: number, seen?: Witnessed, medians: Medians, targets: Judged[] }} Measured */

/** @param {Measured} measured */
export function tableOf({ title, rounds, seen, medians, targets }) {
  const mega = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const what = seen
    ? ` (${seen.files} file${seen.files === 1 ? '' : 's'}, ${mega(seen.bytes)}, inflated ${mega(seen.inflated)}, ${seen.cells} cells)`
    : '';
  const rows = medians.map(({ reader, loop, whole, peak }) => [reader, ms(loop), ms(whole), peak?.toFixed(0) ?? '-']);
  return [
    `${title}${what}, median of ${rounds}`,
    ...columns([['', 'loop ms', 'process ms', 'peak MB'], ...rows]),
    ...columns(targets.map(targetRow)),
    '',
  ].join('\n');
}

/** @param {Judged} judged */
function targetRow({ target, value, from, to, whole, loop, met }) {
  const figure = (/** @type {number} */ number) => number.toFixed(target.unit === '×' ? 2 : 0);
  const limit = 'most' in target ? `at most ${target.most}` : `at least ${target.least}`;
  // A command has no loop that could be seen from outside.
  const isThere = (/** @type {number | undefined} */ value) => value !== undefined && !Number.isNaN(value);
  const besides = isThere(whole)
    ? `; whole process ${figure(Number(whole))}`
    : isThere(loop)
      ? `; loop ${figure(Number(loop))}`
      : '';
  return [
    target.title,
    `${figure(value)}${target.unit}`,
    `rounds ${figure(from)} to ${figure(to)}${besides}`,
    `target ${limit}${target.unit}`,
    met ? 'met' : 'MISSED',
  ];
}

/** @param {number | undefined} value */
function ms(value) {
  return value === undefined ? '-' : value.toFixed(value < 100 ? 1 : 0);
}

/** Lines with their cells below one another. @param {string[][]} rows */
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

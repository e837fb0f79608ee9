// @ts-check
/**
 * npm run bench: makes a corpus, measures reading, checking and starting on it, and holds the figures to their targets. Everything
 * is made by itself in a temporary folder, which is removed again. With --strict the exit code is 1 when a target is missed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, run } from './rounds.js';
import { SETS } from './sets.js';
import { tableOf } from './shown.js';
import { judged, mediansOf } from './verdict.js';

const USAGE = `npm run bench -- [--rounds N] [--only ${SETS.map(({ name }) => name).join('|')}]... [--json] [--strict]`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const given = options.rounds === undefined ? undefined : Number(options.rounds);
const chosen = SETS.filter(({ name, isAsked }) => (options.only.length === 0 ? !isAsked : options.only.includes(name)));
const unknown = options.only.filter((name) => !SETS.some((set) => set.name === name));

if (options.help) console.log(USAGE);
else if (unknown.length > 0 || (given !== undefined && !(Number.isInteger(given) && given > 0))) {
  console.error(USAGE);
  process.exitCode = 2;
} else bench();

function bench() {
  const begun = performance.now();
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: availableParallelism() };
  // The bench itself keeps about one core busy; what goes beyond that was somebody else's and makes the figures worse.
  const load = [loadavg()[0] ?? 0];
  if (!options.json) console.log(`Node ${machine.node}, ${machine.cores} cores, ${machine.cpu}\n`);
  const root = mkdtempSync(join(tmpdir(), 'assess-bench-'));
  // An interrupted child fails, and so does the bench, but not before the folder is removed.
  process.once('SIGINT', () => {});
  const sets = [];
  try {
    for (const set of chosen) {
      const measured = measuredSet(set, root);
      sets.push(measured);
      if (!options.json) console.log(tableOf(measured));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  load.push(loadavg()[0] ?? 0);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const missed = sets.flatMap(({ targets }) => targets).filter(({ met }) => !met).length;
  if (options.json)
    console.log(JSON.stringify({ date: new Date().toISOString(), machine, load, seconds, missed, sets }, null, 2));
  else
    console.log(
      `${missed === 0 ? 'all targets met' : `${missed} target(s) missed`}, ${seconds} s, load ${load.map((each) => each.toFixed(1)).join(' to ')}`,
    );
  if (missed > 0 && options.strict) process.exitCode = 1;
}

/** @param {import('./sets.js').MeasuredSet} set @param {string} root */
function measuredSet(set, root) {
  const { name, title, targets } = set;
  const folder = join(root, set.folder);
  // Two sets are read from one folder; the first of them makes it.
  if (mkdirSync(folder, { recursive: true }) !== undefined) run('make.js', name, folder);
  const seen = set.witnessed ? { seen: JSON.parse(run('witness.js', folder)) } : {};
  const rounds = given ?? set.rounds;
  const samples = measure(set, folder, rounds);
  const medians = mediansOf(samples);
  return { name, title, rounds, ...seen, medians, targets: targets.map((target) => judged(target, samples)), samples };
}

// @ts-check
/**
 * Measures a set: its readers in turn, round by round (A B C, A B C, …), each time in a fresh process, so that no
 * reader has another's memory or warm code, and what slows the machine for a while slows all of them.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { workbooksIn } from './readers.js';
import { TENFOLD } from './sets.js';

/**
 * Milliseconds of the reading loop and of the whole process; megabytes at the peak. Nobody asks a command from inside.
 * @typedef {{ loop?: number, whole: number, peak?: number }} Sample
 * @typedef {Record<string, Sample[]>} Samples
 */

const HERE = import.meta.dirname;

/** @param {import('./sets.js').MeasuredSet} set @param {string} folder @param {number} rounds */
export function measure({ name, readers }, folder, rounds) {
  /** @type {Samples} */
  const samples = Object.fromEntries(readers.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) {
      samples[reader]?.push(sampleOf(name, reader, folder));
    }
  }
  return samples;
}

/** @param {string} set @param {string} reader @param {string} folder @returns {Sample} */
function sampleOf(set, reader, folder) {
  if (reader === 'assess quarter') return quarterOf(folder);
  if (reader === 'assess quarter, tenfold') return quarterOf(join(folder, TENFOLD));
  return set === 'command' ? timed(callOf(reader, folder), folder) : readBy(reader, folder);
}

/** A whole run with all that it writes; a script beside the programme tells its peak at the end. @param {string} folder */
function quarterOf(folder) {
  const call = ['quarter', '--dir', 'submissions', '--period', '2026-Q1', '--as-of', '2026-04-10', '--quiet'];
  const out = join(folder, '..', 'results');
  const peak = join(HERE, 'peak.js');
  const argv = ['--import', peak, join(HERE, '../../bin/assess.js'), ...call, '--out', out];
  // Among so many invented people some share a name, which is a finding and ends the run with 1.
  const { err, whole } = timed(argv, folder, [0, 1]);
  rmSync(out, { recursive: true });
  return { whole, peak: Number(/^peak (\d+)$/m.exec(err)?.[1]) / 1024 };
}

/** @param {string} reader @param {string} folder @returns {Sample} */
function readBy(reader, folder) {
  const { out, whole } = timed([join(HERE, 'read.js'), reader, folder], folder);
  return { ...JSON.parse(out), whole };
}

/** @param {string} reader @param {string} folder */
function callOf(reader, folder) {
  if (reader === 'node alone') return ['--eval', '0'];
  const file = workbooksIn(folder).find((path) => path.includes('完成月工作目标情况表')) ?? '';
  return [join(HERE, '../../bin/assess.js'), 'check', file];
}

/** A script in a process of its own; fails when it does, and says what it said. @param {string} name @param {string[]} given */
export function run(name, ...given) {
  return timed([join(HERE, name), ...given], HERE).out;
}

/**
 * This process stays small on purpose: on Linux a child's peak is never less than what its parent had when it began.
 * @param {string[]} call @param {string} cwd @param {readonly number[]} codes
 */
function timed(call, cwd, codes = [0]) {
  const start = performance.now();
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, call, { cwd, encoding: 'utf8' });
  const whole = performance.now() - start;
  if (error) throw error;
  if (status === null || !codes.includes(status))
    throw new Error(`${call.join(' ')} ended with ${status ?? signal}\n${stderr}`);
  return { out: stdout, err: stderr, whole };
}

/** Whether another run is still there, by its process number. */
import { reasonOf } from './failure.js';

export function isAlive(run: number): boolean {
  if (!Number.isInteger(run) || run <= 0 || run === process.pid) return false;
  try {
    process.kill(run, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return reasonOf(error) === 'EPERM';
  }
}

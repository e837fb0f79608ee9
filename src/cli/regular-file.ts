/** Opens regular files and nothing else: no link is followed, and no pipe that stands in a file's place is waited for. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Without O_NONBLOCK a pipe would be waited for without end; not every system knows both. */
export const REGULAR = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a regular file; undefined when something else stands there. Throws what the system says. */
export function readRegular(path: string): Buffer | undefined {
  const file = openSync(path, REGULAR);
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * The one door to the machine: arguments, clock, environment, files and streams come in through it, so that a command
 * can be run in a test exactly as at a terminal.
 */
import { type Day, parseDay } from '../base/day.js';
import { type Progress, progressOn } from './progress.js';

export interface Stream {
  write(text: string, done: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface System {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** What stands on the terminal for a while; gone before anything else is written there. */
  readonly progress: Progress;
  /** Today, in the machine's own time zone. */
  today(): Day;
}

export function realSystem(): System {
  // Without a listener an error of a stream would end the process; whoever prints learns of it by the callback.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const isWatched = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  const progress = progressOn(process.stderr, () => performance.now(), isWatched);
  // However the programme ends, a signal included, the terminal is left as it was.
  process.once('exit', progress.clear);
  return {
    progress,
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    today: () => {
      const now = new Date();
      const two = (part: number): string => String(part).padStart(2, '0');
      const today = parseDay(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
      if (!today) throw new RangeError('the clock shows no valid day');
      return today;
    },
  };
}

/** That a stream took no more; `cause` is what the system says of it. */
export class StreamRefused extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

/** Writes a text and waits until the stream has taken it: a full disk or a closed pipe is an error, not silence. */
export function print(stream: Stream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(new StreamRefused(error)) : resolve()));
  });
}

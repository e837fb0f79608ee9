/**
 * One line on a terminal that says what is being done, written anew while it lasts and gone when it ends. Who waits less
 * than a second sees nothing of it, nor does what is no terminal. It holds no colour and no escape, only blanks and
 * carriage returns.
 */
import type { Stream } from './system.js';

export interface Progress {
  /** Shows a text for as long as nothing else is shown; `isNews` if it must not be left out for being too soon. */
  show(text: string, isNews: boolean): Promise<void>;
  /** Takes the line away, before anything else is written to the terminal. */
  clear(): void;
}

/** Milliseconds for which a command runs before anything is shown, and between two looks at the same work. */
const PATIENCE = 1000;
const PAUSE = 100;
/** Where a terminal does not say how wide it is. */
const USUAL_WIDTH = 80;

/** `elapsed` tells the milliseconds since the programme was started. */
export function progressOn(stream: Stream, elapsed: () => number, isWanted: boolean): Progress {
  let columns = 0;
  let last = Number.NEGATIVE_INFINITY;
  const write = (text: string): void => void stream.write(text, () => undefined);
  const clear = (): void => {
    if (columns > 0) write(`\r${' '.repeat(columns)}\r`);
    columns = 0;
  };
  const show = async (text: string, isNews: boolean): Promise<void> => {
    const now = elapsed();
    if (!isWanted || now < PATIENCE || (!isNews && now - last < PAUSE)) return;
    last = now;
    // Loaded by those who wait, and only by them.
    const { cut, padded } = await import('./show/line.js');
    clear();
    // The last column stays free, or the terminal would go to the next line.
    columns = Math.max(1, (stream.columns ?? USUAL_WIDTH) - 1);
    write(`\r${padded(cut(text, columns), columns)}\r`);
  };
  return { show, clear };
}

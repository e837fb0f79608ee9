/**
 * What V8 is told about memory, by those who hold much of it and no sooner: Node's own modules are compiled anew under other
 * flags, which a short command would feel.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * For who writes reports: by itself V8 keeps what each page of a report is made of for as long as the report, since the
 * first of it stayed, and doubles the room for what is new, which saves no time here.
 */
export function spareForReports(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** From so many files on memory counts for more than time. */
const MANY = 2000;

/**
 * For who reads files: of many, what is let go of is given back soon, which takes time. By itself V8 first lets the heap grow
 * to several times what is in use.
 */
export function spareForFiles(files: number): void {
  if (files <= MANY) return;
  setFlagsFromString('--heap-growing-percent=10');
  setFlagsFromString('--expose-gc');
  clear = runInNewContext('gc');
}

let clear: ((how?: { readonly type: 'minor' }) => void) | undefined;

/** Between two large pieces of work: what the one let go of need not lie about while the other is done. */
export function clearHeap(): void {
  clear?.();
}

/** V8 by itself lets buffers lie about until they come to 32 MB, and takes no notice while little else is new. */
const LYING = 4_000_000;
let held = 0;

/** Between two small pieces of work that take buffers. */
export function clearBuffers(): void {
  if (!clear) return;
  const now = externalBytes();
  held = Math.min(held, now);
  if (now < held + LYING) return;
  clear({ type: 'minor' });
  held = externalBytes();
}

function externalBytes(): number {
  return getHeapStatistics().external_memory;
}

/**
 * What V8 is told about memory, by those who hold much of it and no sooner: Node's own modules are compiled anew under other
 * flags, which a short command would feel.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * For who writes reports: by itself V8 keeps what each page of a report is made of for as long as the report, since the
 * first of it stayed.
 */
export function spareForReports(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
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
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  clear = runInNewContext('gc');
}

let clear: (() => void) | undefined;

/** Between two large pieces of work: what the one let go of need not lie about while the other is done. */
export function clearHeap(): void {
  clear?.();
}

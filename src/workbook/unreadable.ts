/**
 * The one exception of the reading room. It carries a fault of the submitted file, is thrown anywhere in this room
 * and caught in open.ts alone; whatever else is thrown is our own bug and is not caught.
 */
import { visible } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';

/** A detail may quote names from the file, so it is bounded and made harmless. */
const MAX_DETAIL = 200;

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly fault: FileFault;

  constructor(fault: FileFault, detail: string) {
    super(visible(detail.slice(0, MAX_DETAIL)));
    this.fault = fault;
  }
}

/** The commonest fault: what the file says contradicts itself or stops too early. */
export function damaged(detail: string): Unreadable {
  return new Unreadable('damaged', detail);
}

export function tooLarge(detail: string): Unreadable {
  return new Unreadable('too-large', detail);
}

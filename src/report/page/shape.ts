/**
 * Shapes of elements: a tag and its attributes. Where a value begins with the id of the page that it stands in, the rest of it
 * alone is kept, so that everybody's tables are of one shape.
 */
import type { Attributes, Tag } from './element.js';
import { embedded, seen } from './escape.js';

/** What follows an id: the rest of the value. */
const AFTER_ID = Symbol('after the id');

/** After so many shapes all are forgotten, and those met again are told once more. */
const KNOWN = 50_000;

/** Shapes that begin alike share the way: tag, name, value, name, value. */
interface Step {
  number?: number;
  readonly next: Map<string | number | symbol, Step>;
}

export interface Shaping {
  /** The number of a shape within the page of an id. */
  of(tag: Tag, attributes: Attributes, id: string | undefined): number;
  /** Those that have come since this was asked last, as data. */
  fresh(): string;
}

export function shaping(): Shaping {
  const first: Step = { next: new Map() };
  let count = 0;
  let fresh: string[] = [];
  return {
    of(tag, attributes, id) {
      let step = after(first, tag);
      for (const name in attributes) {
        const value = attributes[name] ?? '';
        const rest = id === undefined ? undefined : restAfter(id, value);
        step = after(step, name);
        step = rest === undefined ? after(step, value) : after(after(step, AFTER_ID), rest);
      }
      if (step.number === undefined) {
        if (count % KNOWN === KNOWN - 1) first.next.clear();
        step.number = count;
        count += 1;
        fresh.push(embedded([tag, written(attributes, id)]));
      }
      return step.number;
    },
    fresh() {
      const all = fresh.join();
      fresh = [];
      return all;
    },
  };
}

function after({ next }: Step, way: string | number | symbol): Step {
  const known = next.get(way);
  if (known) return known;
  const step: Step = { next: new Map() };
  next.set(way, step);
  return step;
}

/** Of an id itself or one made of it, what follows; absent for any other value. */
function restAfter(id: string, value: string | number): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(id)) return undefined;
  return value.length === id.length || value[id.length] === '-' ? value.slice(id.length) : undefined;
}

function written(attributes: Attributes, id: string | undefined): Record<string, string | [string]> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const rest = id === undefined ? undefined : restAfter(id, value);
      return [name, rest === undefined ? seen(String(value)) : [rest]];
    }),
  );
}

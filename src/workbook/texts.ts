/** The texts of a file, each once, as a part of their own: cells name them by their number. */

import { HEAD, MAIN } from './namespaces.js';
import { entities } from './spelling.js';

export class Texts {
  private readonly numbers = new Map<string, number>();
  private count = 0;

  numberOf(text: string): number {
    this.count += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(text, next);
    return next;
  }

  /** The part of shared strings. */
  part(): string {
    const items = Array.from(this.numbers.keys(), (text) => `<si><t${kept(text)}>${entities(text)}</t></si>`);
    const counts = `count="${this.count}" uniqueCount="${items.length}"`;
    return `${HEAD}<sst xmlns="${MAIN}" ${counts}>${items.join('')}</sst>`;
  }
}

/** Blanks at an end, and line breaks, are lost unless it is said that they count. */
function kept(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
}

/** Text as it is spelt in the parts that we write: nothing in it is markup, a formula or what XML forbids. */
import { harmless, stored } from './stored-text.js';

export function attribute(text: string): string {
  return entities(harmless(text)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** The text of a cell or comment, at most as long as the programs take. */
export function content(text: string): string {
  return entities(stored(text));
}

/** Text that is without what XML forbids already. */
export function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

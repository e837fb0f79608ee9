/** Text within the markup of a written part. */
import { harmless } from './stored-text.js';

export function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function attribute(text: string): string {
  return markup(harmless(text)).replaceAll('"', '&quot;');
}

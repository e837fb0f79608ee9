/** One wording in both languages, as the tables of findings write them. */
import type { Text } from '../base/text.js';

export function said(zh: string, en: string): Text {
  return { zh, en };
}

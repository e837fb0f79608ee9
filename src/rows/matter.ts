/** What a report is: which form, whose, for when. Two that agree in it are the same matter, however many files tell it. */
import type { Period } from '../base/period.js';
import { OFFICE } from '../model/form.js';

/** The key of a matter; what nobody's name stands on is the office's own. */
export function matterOf({ form, by, period }: { form: string; by?: string; period?: Period }): string {
  return JSON.stringify([form, by ?? OFFICE, period]);
}

/** Whom a finding is about: who handed in the sheet it stands on, or else whoever it names as owing something. */
import { groupedBy } from '../../base/group.js';
import { once } from '../../base/once.js';
import type { Text } from '../../base/text.js';
import type { Finding } from '../../model/finding.js';
import type { Result } from '../../model/result.js';
import { namesOf } from '../../words/value.js';

/** The id of the subject; absent for what the office keeps itself and for what nobody can tell. */
export const sendersOf = once((result: Result): ((finding: Finding) => string | undefined) => {
  const sheets = new Map<string, string>();
  const files = new Map<string, string>();
  for (const { file, forms } of result.files) {
    const senders = new Set(forms.map(({ by }) => by));
    const [only] = senders;
    if (senders.size === 1 && only !== undefined) files.set(file, only);
    for (const { sheet, by } of forms) if (by !== undefined) sheets.set(`${file}\n${sheet}`, by);
  }
  const name = namesOf(result);
  const named = new Map(result.subjects.map(({ id }) => [name(id, 'zh'), id]));
  return (finding) => {
    const { file, sheet } = finding.place;
    const { by } = finding as { readonly by?: Text | string };
    return (
      sheets.get(`${file}\n${sheet}`) ?? files.get(file) ?? (typeof by === 'object' ? named.get(by.zh) : undefined)
    );
  };
});

/** Findings by whom they are about. */
export const foundWith = once((result: Result): ReadonlyMap<string | undefined, readonly Finding[]> => {
  return groupedBy(result.findings, sendersOf(result));
});

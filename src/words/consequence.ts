/** Fills the wording of what follows with the figures of the subject concerned, each written in its own manner. */
import { groupedBy } from '../base/group.js';
import { filledText } from '../base/text.js';
import type { ConsequenceLine, Fact } from '../model/grading.js';
import type { Words } from '../model/result.js';
import { factText } from './value.js';

export function filledConsequences(
  lines: readonly ConsequenceLine[],
  facts: readonly Fact[],
  words: Words,
): ConsequenceLine[] {
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  return lines.map((line) => {
    const own = bySubject.get(line.subject) ?? [];
    return {
      ...line,
      text: filledText(line.text, (lang) =>
        Object.fromEntries(own.map((fact) => [fact.id, factText(fact, words, lang)])),
      ),
    };
  });
}

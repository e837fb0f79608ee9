/**
 * Finds the subject of a result that someone means by a name as they type it: alone, or with its number or whom it belongs
 * to beside it, in simplified or traditional characters. Several are listed, none is guessed.
 */
import { simplified } from '../base/simplified.js';
import { folded } from '../base/text.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';

type Spelling = (text: string) => string;

/** A name alone comes before one with something beside it, and both before a part of a name. */
export function findSubjects({ subjects }: Pick<Result, 'subjects'>, typed: string): Subject[] {
  if (folded(typed) === '') return [];
  const above = new Map(subjects.map((subject) => [subject.id, subject]));
  const whole = (subject: Subject): string[] => wholeNames(subject, subject.within && above.get(subject.within));
  const ways = [
    (spelling: Spelling) => named(subjects, alone, typed, spelling),
    (spelling: Spelling) => named(subjects, whole, typed, (text) => unmarked(spelling(text))),
    (spelling: Spelling) => {
      const wanted = spelling(typed);
      return subjects.filter(({ name }) => spelling(name).includes(wanted));
    },
  ];
  for (const spelling of [folded, inSimplified])
    for (const way of ways) {
      const found = way(spelling);
      if (found.length > 0) return found;
    }
  return [];
}

function named(
  subjects: readonly Subject[],
  names: (subject: Subject) => readonly string[],
  typed: string,
  spelling: Spelling,
): Subject[] {
  const wanted = spelling(typed);
  return wanted === '' ? [] : subjects.filter((subject) => names(subject).some((each) => spelling(each) === wanted));
}

function inSimplified(text: string): string {
  return simplified(folded(text));
}

/** Without what people put between a name and what stands beside it. */
function unmarked(text: string): string {
  return text.replace(/[()[\]【】〔〕,、;:·・/_-]/gu, '');
}

function alone({ id, name, number, aliases }: Subject): string[] {
  return [id, name, ...(number === undefined ? [] : [number]), ...aliases];
}

/** 王婷0603; 质量监督科王婷; 王婷（0603）质量监督科. */
function wholeNames({ name, aliases, number }: Subject, above: Subject | '' | undefined): string[] {
  const units = above ? [above.name, ...above.aliases] : [];
  const numbers = number === undefined ? [] : [number];
  return [name, ...aliases].flatMap((own) => {
    const numbered = numbers.flatMap((each) => [own + each, each + own]);
    const placed = [own, ...numbered].flatMap((each) => units.flatMap((unit) => [each + unit, unit + each]));
    return [...numbered, ...placed];
  });
}

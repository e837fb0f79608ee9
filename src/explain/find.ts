/** Finds the subject of a result that someone means by a name as they type it. Several are listed, none is guessed. */
import { folded } from '../base/text.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';

/** Exact names, other names and numbers first; failing these, names that contain what was typed. */
export function findSubjects(result: Pick<Result, 'subjects'>, typed: string): Subject[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const exact = result.subjects.filter(({ id, name, number, aliases }) =>
    [id, name, number ?? '', `${name}(${number})`, ...aliases].some((each) => folded(each) === wanted),
  );
  if (exact.length > 0) return exact;
  return result.subjects.filter(({ name }) => folded(name).includes(wanted));
}

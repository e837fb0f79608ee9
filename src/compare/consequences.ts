/** What newly follows for somebody, no longer does, or follows in other words; and which facts or grades did it. */
import { gradeName } from '../model/measures.js';
import { type Moving, restsOn } from './rests-on.js';
import { change, keysOf, same } from './side.js';
import type { ConsequenceChange, GradeChange } from './types.js';

export function compareConsequences(
  subject: string,
  grades: readonly GradeChange[],
  moving: Moving,
): ConsequenceChange[] {
  const { before, after } = moving.sides;
  const [then, now] = [before.consequences(subject), after.consequences(subject)];
  return keysOf(then, now).flatMap((id) => {
    const [was, is] = [then.get(id), now.get(id)];
    const line = is ?? was;
    if (!line || same(was?.text, is?.text)) return [];
    const side = is ? after : before;
    const atoms = [was, is].flatMap((each) => each?.atoms ?? []);
    const asked = new Set(atoms.flatMap(({ names }) => names));
    return [
      {
        ...side.about(id, { title: side.words.consequences[id]?.title ?? { zh: id, en: id }, clause: line.clause }),
        ...change(was && { text: was.text }, is && { text: is.text }),
        tone: line.tone,
        restsOn: restsOn(moving.isExplained ? atoms : [], moving),
        grades: grades.map((each) => each.id).filter((ladder) => asked.has(gradeName(ladder))),
      },
    ];
  });
}

/**
 * Names of the roster that are easily taken for one another: of one shape, the same, or a slip of the pen apart. Named,
 * never merged; whether they are one is for people to say.
 */
import { groupedBy } from '../base/group.js';
import { differing, oneSlipApart, shapeOf } from '../base/look-alike.js';
import { folded } from '../base/text.js';
import type { Finding, FindingData } from '../model/finding.js';
import type { Subject } from '../model/submission.js';
import { type Check, finding, type Inspection } from './inspection.js';

type Likeness = FindingData['names-alike']['likeness'];

export const checkLookAlikes: Check = (inspection) =>
  [...inspection.measures.subjects.values()].flatMap(({ id }) => {
    const members = inspection.roster.ofKind(id);
    const shapes = groupedBy(members, ({ name }) => shapeOf(name));
    return [
      ...[...shapes.values()].flatMap((group) =>
        group.slice(1).map((subject, index) => {
          const other = group[index] ?? subject;
          return alike(subject, other, folded(subject.name) === folded(other.name) ? 'same' : 'shape', inspection);
        }),
      ),
      ...slips(members).map(([subject, other]) => alike(subject, other, 'slip', inspection)),
    ];
  });

/** Shorter names, such as those of most people, differ in one character as a matter of course. */
const LEAST_LENGTH = 4;
/** What tells sections, districts and classes apart, so that one of them is no slip. */
const TELLING = /^[\d一二三四五六七八九十甲乙丙丁东南西北中上下左右内外前后正副老新大小男女a-z]$/u;

function slips(members: readonly Subject[]): [Subject, Subject][] {
  const long = members
    .map((subject) => ({ subject, shape: [...shapeOf(subject.name)] }))
    .filter(({ shape }) => shape.length >= LEAST_LENGTH);
  return long.flatMap(({ subject, shape }, index) =>
    long
      .slice(0, index)
      .filter((other) => isSlip(shape, other.shape))
      .map((other): [Subject, Subject] => [subject, other.subject]),
  );
}

function isSlip(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [left, right] = differing(a, b);
  if (left.length + right.length === 0 || !oneSlipApart(a, b)) return false;
  return ![...left, ...right].every((char) => TELLING.test(char));
}

function alike(subject: Subject, other: Subject, likeness: Likeness, { measures }: Inspection): Finding {
  const kind = measures.subjects.get(subject.kind);
  const clause = measures.forms.get(kind?.roster ?? '')?.clause;
  const at = {
    place: subject.place ?? { file: '' },
    raw: subject.name,
    ...(clause ? { clause } : {}),
    ...(likeness === 'shape' ? {} : { severity: 'note' as const }),
  };
  const data = {
    subject: kind?.title ?? { zh: '', en: '' },
    likeness,
    name: other.name,
    other: other.place ?? { file: '' },
    apart: differing([...subject.name], [...other.name]).map((part) => part.join('')) as [string, string],
  };
  return finding('names-alike', at, data);
}

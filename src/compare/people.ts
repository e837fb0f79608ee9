/** Who came, who left, and who bears another name, belongs elsewhere, or now takes part or no longer does. */
import type { Text } from '../base/text.js';
import type { Subject } from '../model/submission.js';
import { both, type Looked, type Pair, same } from './side.js';
import type { Comparison, Moved } from './types.js';

export function comparePeople({ before, after }: Pair): Comparison['people'] {
  const [then, now] = [before.result.subjects, after.result.subjects];
  return {
    came: now.filter(({ id }) => !before.subject(id)).map(({ id }) => after.person(id)),
    left: then.filter(({ id }) => !after.subject(id)).map(({ id }) => before.person(id)),
    moved: now.flatMap((is) => {
      const was = before.subject(is.id);
      const changes = was ? moves(was, is, { before, after }) : [];
      return changes.length > 0 ? [{ ...after.person(is.id), changes }] : [];
    }),
  };
}

function moves(was: Subject, is: Subject, { before, after }: Pair): Moved['changes'] {
  const all = [
    { what: 'name', before: both(() => was.name), after: both(() => is.name) },
    { what: 'within', before: within(was, before), after: within(is, after) },
    { what: 'group', before: was.group?.title, after: is.group?.title },
    { what: 'takes-part', before: PART[`${was.takesPart}`], after: PART[`${is.takesPart}`] },
  ] as const;
  return all.flatMap((each) => {
    if (same(each.before, each.after)) return [];
    const said = (text: Text | undefined) => (text ? { text } : undefined);
    const [then, now] = [said(each.before), said(each.after)];
    return [{ what: each.what, ...(then ? { before: then } : {}), ...(now ? { after: now } : {}) }];
  });
}

const PART = {
  true: { zh: '参加考核', en: 'takes part' },
  false: { zh: '不参加考核', en: 'does not take part' },
} as const;

function within(subject: Subject, side: Looked): Text | undefined {
  return subject.within === undefined ? undefined : side.person(subject.within).name;
}

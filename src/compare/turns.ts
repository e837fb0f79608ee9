/** What is otherwise of a grade that is called the same: grades that became possible or no longer are, rules that newly apply or no longer do. */
import type { Text } from '../base/text.js';
import type { Grade } from '../model/grading.js';
import { gradeTitle } from '../words/grade.js';
import { bracketed, labelled, listed, phrases } from '../words/phrase.js';
import { both, type Looked, type Pair } from './side.js';

interface Turn {
  readonly what: Text;
  readonly of: readonly Text[];
}

export function turnsOf(before: Grade | undefined, after: Grade | undefined, sides: Pair): Turn[] {
  if (!before || !after) return [];
  const grades = (ids: readonly string[], { result }: Looked) => ids.map((id) => gradeTitle(after.ladder, id, result));
  const rules = (ids: readonly string[], { words }: Looked) =>
    ids.map((id) => words.ladders[after.ladder]?.rules[id]?.title ?? { zh: id, en: id });
  const turns = [
    { what: { zh: '成为可能', en: 'now possible' }, of: grades(beyond(after.possible, before.possible), sides.after) },
    {
      what: { zh: '不再可能', en: 'no longer possible' },
      of: grades(beyond(before.possible, after.possible), sides.before),
    },
    { what: { zh: '新适用', en: 'now applied' }, of: rules(beyond(before.notApplied, after.notApplied), sides.before) },
    {
      what: { zh: '不再适用', en: 'no longer applied' },
      of: rules(beyond(after.notApplied, before.notApplied), sides.after),
    },
  ];
  return turns.filter(({ of }) => of.length > 0);
}

/** What is in the one and not in the other. */
function beyond(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((each) => !others.includes(each));
}

/** 待评定（成为可能：优秀）. */
export function withTurns(text: Text, turns: readonly Turn[]): Text {
  return both((lang) => {
    const says = turns.map(({ what, of }) =>
      labelled(
        what[lang],
        listed(
          of.map((each) => each[lang]),
          lang,
        ),
        lang,
      ),
    );
    return bracketed(text[lang], phrases(says, lang), lang);
  });
}

/** Rules and items that one of the packs has alone or puts otherwise, as far as a result carries their wording. */
import type { Text } from '../base/text.js';
import type { Words } from '../model/result.js';
import { counted } from '../words/number.js';
import { bracketed, labelled, listed } from '../words/phrase.js';
import { givesText } from '../words/rule.js';
import { both, change, keysOf, type Looked, type Pair, same } from './side.js';
import type { RuleChange } from './types.js';

interface Defined {
  readonly of: RuleChange['of'];
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly text: Text;
}

export function compareRules({ before, after }: Pair): RuleChange[] {
  const [then, now] = [defined(before.words), defined(after.words)];
  return keysOf(then, now).flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const about = is ?? was;
    if (!about || same(was?.text, is?.text)) return [];
    const side: Looked = is ? after : before;
    return [
      {
        of: about.of,
        ...side.about(about.id, about),
        ...change(was && { text: was.text }, is && { text: is.text }),
      },
    ];
  });
}

/** What every rule, item, order and consequence says, by where it stands. */
function defined(words: Words): Map<string, Defined> {
  const all = [...gradeRules(words), ...scoreParts(words), ...others(words)];
  return new Map(all.map(([at, each]) => [JSON.stringify([each.of, at, each.id]), each]));
}

type Entry = readonly [at: string, defined: Defined];

function gradeRules({ ladders }: Words): Entry[] {
  return Object.entries(ladders).flatMap(([ladder, { grades, rules }]) =>
    Object.entries(rules).map(([id, { title, clause, grade, effect, condition }]): Entry => {
      const named = grades.find((each) => each.id === grade)?.title;
      const text = both((lang) => labelled(givesText(effect, named?.[lang] ?? grade, lang), condition, lang));
      return [ladder, { of: 'grade', id, title, clause, text }];
    }),
  );
}

function scoreParts({ scores }: Words): Entry[] {
  return Object.entries(scores).flatMap(([score, { items, rules }]) => [
    ...Object.entries(items).map(([id, { title, clause, full, outside }]): Entry => {
      const text = both((lang) => (full === undefined ? KEPT[`${outside}`][lang] : counted(full, 'points', lang)));
      return [score, { of: 'item', id, title, clause, text }];
    }),
    ...Object.entries(rules).map(([id, { title, clause, code, effect, item }]): Entry => {
      const of = items[item]?.title;
      const text = both((lang) =>
        bracketed(`${code} ${title[lang]}`, listed([TAKES[effect][lang], of?.[lang] ?? item], lang), lang),
      );
      return [score, { of: 'score', id, title, clause, text }];
    }),
  ]);
}

const KEPT = {
  true: { zh: '满分以外', en: 'outside the full points' },
  false: { zh: '本项之内', en: 'within its item' },
} as const;

const TAKES = { deduct: { zh: '扣分', en: 'deducts' }, add: { zh: '加分', en: 'adds' } } as const;

function others({ rankings, consequences }: Words): Entry[] {
  return [
    ...Object.entries(rankings).map(
      ([id, { title, clause }]): Entry => ['', { of: 'order', id, title, clause, text: title }],
    ),
    ...Object.entries(consequences).map(
      ([id, { title }]): Entry => ['', { of: 'consequence', id, title, clause: '', text: title }],
    ),
  ];
}

/** What a rule has to do with a change, in words: that it newly holds, decides or counts, and what it rests on. */

import type { GradeRuleChange, ReckonedChange, RestsOn, ScoreRuleChange } from '../../compare/types.js';
import { bracketed, labelled, phrases } from '../../words/phrase.js';
import type { Cause, Telling } from './causes.js';
import { arrow, isSaidAlike } from './words.js';

export function gradeRuleCause(change: GradeRuleChange, telling: Telling): Cause {
  const { lang } = telling;
  const { title, clause, before, after, isRevised, restsOn } = change;
  const decides = [before, after].map((each) => each?.decides ?? false);
  const says = [
    ...(isSaidAlike(before, after) && before ? [before.text[lang]] : [arrow(change, lang)]),
    ...(decides[0] === decides[1] ? [] : [(decides[1] ? DECIDES : DECIDED)[lang]]),
    ...(isRevised && before && after
      ? [{ zh: '办法对此另有规定', en: 'the measures now put it otherwise' }[lang]]
      : []),
  ];
  return {
    text: labelled(bracketed(title[lang], clause, lang), phrases(says, lang), lang),
    causes: restsOnCauses(restsOn, telling),
  };
}

/** Where no figure has changed, what they are tells why a bound that has did it. */
export function restsOnCauses({ facts, parameters, unmoved }: RestsOn, { lang, fact, parameter }: Telling): Cause[] {
  const still = facts.length > 0 ? [] : unmoved;
  return [
    ...facts.flatMap(fact),
    ...still.map(({ title, clause, text }) => ({
      text: labelled(
        bracketed(title[lang], clause, lang),
        `${text[lang]}${{ zh: '（未变）', en: ' (unchanged)' }[lang]}`,
        lang,
      ),
    })),
    ...parameters.flatMap(parameter),
  ];
}

const DECIDES = { zh: '现由此认定', en: 'decides now' } as const;
const DECIDED = { zh: '不再由此认定', en: 'no longer decides' } as const;

const RECKONED = { went: { zh: '原计', en: 'was' }, came: { zh: '现计', en: 'is' } } as const;

export function scoreRuleCause(change: ScoreRuleChange, { lang, fact, parameter }: Telling): Cause {
  const { title, clause, code, went, came, restsOn } = change;
  const name = clause.endsWith(code) ? title[lang] : `${code} ${title[lang]}`;
  const line = ({ text, cells }: ReckonedChange, of: 'went' | 'came'): Cause => ({
    text: labelled(RECKONED[of][lang], text[lang], lang),
    cells: { went: [], came: [], rewritten: [], [of]: cells },
  });
  return {
    text: labelled(bracketed(name, clause, lang), arrow(change, lang), lang),
    causes: [
      ...went.map((each) => line(each, 'went')),
      ...came.map((each) => line(each, 'came')),
      ...restsOn.facts.flatMap(fact),
      ...restsOn.parameters.flatMap(parameter),
    ],
  };
}

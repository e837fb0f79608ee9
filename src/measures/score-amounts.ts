/** Numbers of points as a pack writes them: themselves or a parameter, fixed, by tier, within bounds, or all. */
import { canonical, Decimal } from '../base/decimal.js';
import type { Amount, Points, Step } from '../model/score.js';
import type { Declarations } from './cel.js';
import { type Draft, entries, KINDS } from './draft.js';
import type { ScoreEntry } from './score-names.js';
import type { RuleEntry } from './score-schema.js';
import type { Path } from './yaml.js';

type AmountEntry = NonNullable<RuleEntry['deduct']>;

/** Points are given and taken by the rule's own word: the number itself is never below zero. */
export function pointsOf(
  draft: Draft,
  entry: number | string,
  parameters: Declarations,
  path: Path,
  isSigned = false,
): Points {
  if (typeof entry === 'string' && !/^-?\d/.test(entry)) {
    if (draft.known(KINDS.parameter, entry, Object.keys(draft.pack.parameters), path))
      draft.typed(entry, parameters.get(entry), ['int', 'decimal'], path);
    return { parameter: entry };
  }
  const number = new Decimal(entry);
  if (number.isNegative() && !isSigned) {
    const reason = { zh: '写正数：扣或加由 deduct、add 说明', en: 'write it without sign: deduct and add say which' };
    draft.refuse({ kind: 'score-unfit', path, reason });
  }
  return { number: canonical(number) };
}

export function amountOf(
  draft: Draft,
  score: ScoreEntry,
  entry: AmountEntry,
  parameters: Declarations,
  isLogged: boolean,
  path: Path,
): Amount {
  if (entry === 'all') {
    if (path.at(-1) === 'deduct') return { kind: 'all' };
    const reason = { zh: 'all 只能用于 deduct', en: 'all goes with deduct alone' };
    draft.refuse({ kind: 'score-unfit', path, reason });
    return { kind: 'all' };
  }
  if (typeof entry !== 'object') return { kind: 'fixed', points: pointsOf(draft, entry, parameters, path) };
  if (!isLogged) {
    const reason = { zh: '分档和酌情给分须依据登记表', en: 'tiers and open points are for rules that rest on the log' };
    draft.refuse({ kind: 'score-unfit', path, reason });
  }
  if ('by' in entry) return tiersOf(draft, score, entry, parameters, path);
  const [least, most] = [entry.least, entry.most].map((each) => pointsOf(draft, each, parameters, path));
  if (score.log && (score.log.points === undefined || score.log.assessor === undefined)) {
    const reason = {
      zh: '酌情给分须在 log 中指明 points 和 assessor 列',
      en: 'open points need the columns points and assessor of the log',
    };
    draft.refuse({ kind: 'score-unfit', path, reason });
  }
  return { kind: 'discretion', least: least ?? { number: '0' }, most: most ?? { number: '0' } };
}

function tiersOf(
  draft: Draft,
  score: ScoreEntry,
  { by, points }: Extract<AmountEntry, { by: string }>,
  parameters: Declarations,
  path: Path,
): Amount {
  const columns = draft.pack.forms[score.log?.form ?? '']?.columns ?? {};
  if (draft.known(KINDS.column, by, Object.keys(columns), [...path, 'by'])) {
    const choices = Object.keys(columns[by]?.choices ?? {});
    for (const choice of Object.keys(points)) draft.known(KINDS.choice, choice, choices, [...path, 'points']);
  }
  return {
    kind: 'tiers',
    by,
    points: entries(points).map(([choice, each]) => [
      choice,
      pointsOf(draft, each, parameters, [...path, 'points', choice]),
    ]),
  };
}

export function stepOf(
  draft: Draft,
  { size, above, below, rounding }: NonNullable<RuleEntry['step']>,
  parameters: Declarations,
  path: Path,
): Step {
  // A bound from which steps are counted is no number of points: it may lie below zero.
  const at = (key: string, entry: number | string): Points =>
    pointsOf(draft, entry, parameters, [...path, key], key !== 'size');
  if (Number(size) === 0) {
    draft.refuse({
      kind: 'score-unfit',
      path: [...path, 'size'],
      reason: { zh: '步长须大于0', en: 'a step is more than 0' },
    });
  }
  return {
    size: at('size', size),
    rounding,
    ...(above === undefined ? {} : { above: at('above', above) }),
    ...(below === undefined ? {} : { below: at('below', below) }),
  };
}

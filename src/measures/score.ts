/**
 * The scores of a pack: items that must add up for every group of subjects, rules with what they rest on, and the log
 * in which occurrences are entered. Whatever does not fit together is a problem where it stands.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Condition } from '../model/condition.js';
import { type FactRule, followsScoring } from '../model/measures.js';
import type { Basis, EventLog, Points, Repetition, Score, ScoreItem, ScoreRule, SelfScores } from '../model/score.js';
import type { Declarations } from './cel.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import { declaredFact, factNames } from './facts.js';
import { rowNames } from './forms.js';
import { amountOf, pointsOf, stepOf } from './score-amounts.js';
import { codeOf, isLogged, itemEntries, type Named, ruleEntries, type ScoreEntry } from './score-names.js';
import type { ItemEntry, RuleEntry } from './score-schema.js';
import { checkSums, groupsOf } from './score-sums.js';
import type { Path } from './yaml.js';

export function compileScores(draft: Draft, facts: ReadonlyMap<string, FactRule>, parameters: Declarations): Score[] {
  return entries(draft.pack.score).map(([id, entry]) => {
    const path = ['score', id];
    draft.cites(entry.clause, path);
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
    checkNames(draft, entry, path);
    checkSums(draft, entry, path);
    const within: Within = { draft, score: entry, facts: usable(facts, entry.subject), parameters };
    return {
      id,
      subject: entry.subject,
      clause: entry.clause,
      title: textOf(entry),
      over: entry.over ?? 'period',
      full: canonical(new Decimal(entry.full)),
      ...(entry.log ? { log: compileLog(draft, id, entry.log, [...path, 'log']) } : {}),
      ...(entry.self ? { self: compileSelf(draft, entry.self, [...path, 'self']) } : {}),
      items: entries(entry.items).map(([item, each]) => compileItem(within, item, each, [...path, 'items', item])),
    };
  });
}

/** What the rules of a score may ask for. */
interface Within {
  readonly draft: Draft;
  readonly score: ScoreEntry;
  readonly facts: ReadonlyMap<string, FactRule>;
  readonly parameters: Declarations;
}

/** Facts about the subject that do not rest on points themselves. */
function usable(facts: ReadonlyMap<string, FactRule>, subject: string): Map<string, FactRule> {
  return new Map([...facts].filter(([, fact]) => fact.subject === subject && !followsScoring(fact)));
}

/** Items, rules and codes are named once in a score: reports and logs find them by name. */
function checkNames(draft: Draft, score: ScoreEntry, path: Path): void {
  const rules = ruleEntries(score, path);
  const once = (all: readonly { readonly name: string; readonly path: Path }[]): void => {
    const seen = new Set<string>();
    for (const { name, path: at } of all) {
      if (seen.has(name)) draft.refuse({ kind: 'score-name-twice', path: at, name });
      seen.add(name);
    }
  };
  const byId = ({ id, path: at }: Named<unknown>) => ({ name: id, path: at });
  once([...itemEntries(score.items, path).map(byId), ...rules.map(byId)]);
  once(
    rules
      .filter(({ entry }) => isLogged(entry))
      .map(({ entry, path: at }) => ({ name: codeOf(draft, entry), path: at })),
  );
  if (rules.some(({ entry }) => isLogged(entry)) && !score.log)
    draft.refuse({
      kind: 'score-unfit',
      path,
      reason: { zh: '有规则依据登记表，须指明 log', en: 'rules rest on a log: say which' },
    });
}

function compileLog(draft: Draft, score: string, log: NonNullable<ScoreEntry['log']>, path: Path): EventLog {
  const form = draft.pack.forms[log.form];
  if (draft.known(KINDS.form, log.form, Object.keys(draft.pack.forms), [...path, 'form']) && form) {
    const { form: _, shown = [], ...columns } = log;
    for (const [key, column] of [...Object.entries(columns), ...shown.map((each) => ['shown', each] as const)])
      draft.known(KINDS.column, String(column), Object.keys(form.columns), [...path, key]);
    const from = form.columns[log.rule]?.choices_from;
    if (form.columns[log.rule] && (from?.score !== score || from.of !== 'rules')) {
      const reason = {
        zh: '该列须为 choice，choices_from 取本评分的 rules',
        en: 'must be a choice column with choices_from the rules of this score',
      };
      draft.refuse({ kind: 'score-unfit', path: [...path, 'rule'], reason });
    }
  }
  const { form: id, rule, times, matter, points, assessor, source, shown = [] } = log;
  return {
    form: id,
    rule,
    shown,
    ...(times === undefined ? {} : { times }),
    ...(matter === undefined ? {} : { matter }),
    ...(points === undefined ? {} : { points }),
    ...(assessor === undefined ? {} : { assessor }),
    ...(source === undefined ? {} : { source }),
  };
}

function compileSelf(draft: Draft, self: SelfScores, path: Path): SelfScores {
  if (draft.known(KINDS.form, self.form, Object.keys(draft.pack.forms), [...path, 'form'])) {
    const columns = Object.keys(draft.pack.forms[self.form]?.columns ?? {});
    draft.known(KINDS.column, self.item, columns, [...path, 'item']);
    draft.known(KINDS.column, self.points, columns, [...path, 'points']);
  }
  return self;
}

function compileItem(within: Within, id: string, entry: ItemEntry, path: Path): ScoreItem {
  const { draft, score } = within;
  draft.cites(entry.clause, path);
  const groups = groupsOf(draft, score);
  for (const group of entry.for ?? []) draft.known(KINDS.group, group, groups, [...path, 'for']);
  const rules = entries(entry.rules).map(([rule, each]) => compileRule(within, rule, each, [...path, 'rules', rule]));
  const own = entries(entry.items).map(([part, each]) => compileItem(within, part, each, [...path, 'items', part]));
  return {
    id,
    clause: entry.clause,
    title: textOf(entry),
    ...(entry.full === undefined ? {} : { full: canonical(new Decimal(entry.full)) }),
    outside: entry.outside ?? false,
    begins: entry.begins ?? 'full',
    below: entry.below ?? 'ends',
    above: entry.above ?? 'ends',
    ...(entry.cap === undefined ? {} : { cap: pointsOf(draft, entry.cap, within.parameters, [...path, 'cap']) }),
    counts: entry.counts ?? 'all',
    for: entry.for ?? [],
    rules,
    items: own,
  };
}

function compileRule(within: Within, id: string, entry: RuleEntry, path: Path): ScoreRule {
  const { draft, score, facts, parameters } = within;
  draft.cites(entry.clause, path);
  const names = draft.words(factNames(draft, facts, score.subject, parameters));
  const applies = entry.applies === undefined ? undefined : draft.condition(entry.applies, names, [...path, 'applies']);
  const effect = entry.deduct === undefined ? 'add' : 'deduct';
  return {
    id,
    clause: entry.clause,
    title: textOf(entry),
    code: codeOf(draft, entry),
    effect,
    amount: amountOf(draft, score, entry.deduct ?? entry.add ?? 0, parameters, isLogged(entry), [...path, effect]),
    basis: compileBasis(within, entry, path),
    ...(entry.cap === undefined ? {} : { cap: pointsOf(draft, entry.cap, parameters, [...path, 'cap']) }),
    ...(applies ? { applies } : {}),
  };
}

function compileBasis(within: Within, entry: RuleEntry, path: Path): Basis {
  const { draft, score, facts, parameters } = within;
  const numeric = (name: string, at: Path): string => {
    const fact = draft.known(KINDS.fact, name, facts.keys(), at) ? facts.get(name) : undefined;
    if (fact) draft.typed(name, declaredFact(draft, fact, parameters), ['int', 'decimal'], at);
    return name;
  };
  if (entry.when !== undefined) {
    const names = draft.words(factNames(draft, facts, score.subject, parameters));
    const when = draft.condition(entry.when, names, [...path, 'when']);
    // A condition that was refused stops the pack; what stands for it is never weighed.
    return {
      kind: 'when',
      when: when ?? { source: '', names: [], weigh: () => ({ outcome: 'false', atoms: [] }), outcome: () => 'false' },
    };
  }
  if (entry.pro_rata) {
    const of = pointsOf(draft, entry.pro_rata.of, parameters, [...path, 'pro_rata', 'of']);
    return { kind: 'pro-rata', fact: numeric(entry.pro_rata.fact, [...path, 'pro_rata', 'fact']), of };
  }
  const per = repetition(within, entry, path);
  if (entry.fact !== undefined) {
    const step = entry.step && stepOf(draft, entry.step, parameters, [...path, 'step']);
    return { kind: 'fact', fact: numeric(entry.fact, [...path, 'fact']), per, ...(step ? { step } : {}) };
  }
  return { kind: 'log', per, ...logged(within, entry, path) };
}

function repetition({ draft, parameters }: Within, { reaching, per }: RuleEntry, path: Path): Repetition {
  if (reaching === undefined) return { kind: per === 'once' ? 'once' : 'each' };
  if (draft.known(KINDS.parameter, reaching, Object.keys(draft.pack.parameters), [...path, 'reaching']))
    draft.typed(reaching, parameters.get(reaching), ['threshold'], [...path, 'reaching']);
  return { kind: 'reaching', parameter: reaching };
}

/** What a rule asks of the rows of the log. */
function logged({ draft, score, parameters }: Within, entry: RuleEntry, path: Path) {
  const log = score.log;
  const form = draft.pack.forms[log?.form ?? ''];
  const columns = Object.keys(form?.columns ?? {});
  if (entry.times !== undefined && draft.known(KINDS.column, entry.times, columns, [...path, 'times'])) {
    const declared = rowNames(draft, log?.form ?? '', parameters).get(entry.times);
    draft.typed(entry.times, declared, ['int', 'decimal'], [...path, 'times']);
  }
  const onRow = (source: string | undefined, key: string): Condition | undefined =>
    source === undefined || !form
      ? undefined
      : draft.condition(source, draft.words(rowNames(draft, log?.form ?? '', parameters)), [...path, key]);
  const [where, exempt] = [onRow(entry.where, 'where'), onRow(entry.exempt, 'exempt')];
  const step = entry.step && stepOf(draft, entry.step, parameters, [...path, 'step']);
  const sources = Object.keys(form?.columns[log?.source ?? '']?.choices ?? {});
  for (const source of entry.evidence ?? []) draft.known(KINDS.choice, source, sources, [...path, 'evidence']);
  const share = entry.share && {
    by: entry.share.by,
    of: entries(entry.share.of).map(([choice, part]): readonly [string, Points] => [
      choice,
      pointsOf(draft, part, parameters, [...path, 'share', 'of', choice]),
    ]),
  };
  if (share && draft.known(KINDS.column, share.by, columns, [...path, 'share', 'by'])) {
    const choices = Object.keys(form?.columns[share.by]?.choices ?? {});
    for (const [choice] of share.of) draft.known(KINDS.choice, choice, choices, [...path, 'share', 'of']);
  }
  return {
    evidence: entry.evidence ?? [],
    ...(entry.times === undefined ? {} : { times: entry.times }),
    ...(where ? { where } : {}),
    ...(step ? { step } : {}),
    ...(exempt ? { exempt } : {}),
    ...(share ? { share } : {}),
  };
}

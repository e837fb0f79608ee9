/** The wording of a pack, apart from its workings: what a result carries so that it can be read on its own. */
import type { Text } from '../base/text.js';
import type { FactRule, Measures, Parameter } from '../model/measures.js';
import type { LadderWords, ScoreWords, SectionWords, Words } from '../model/result.js';
import type { Score, ScoreItem } from '../model/score.js';
import { namesInRule } from './score-asks.js';

export function wordsOf(measures: Measures): Words {
  return {
    clauses: record(measures.clauses, ({ at, summary }) => ({ at, ...summary })),
    subjects: record(measures.subjects, ({ title }) => title),
    forms: record(measures.forms, ({ title }) => title),
    keepers: Object.fromEntries(
      [...measures.forms.values()].flatMap(({ id, keptBy }) => (keptBy ? [[id, keptBy]] : [])),
    ),
    facts: record(measures.facts, (fact) => factWords(fact, measures)),
    parameters: record(measures.parameters, parameterWords),
    scales: record(measures.scales, ({ steps }) => Object.fromEntries(steps.map(({ id, title }) => [id, title]))),
    scores: Object.fromEntries(measures.scores.map((score) => [score.id, scoreWords(score, measures)])),
    ladders: Object.fromEntries(
      measures.ladders.map(({ id, title, subject, grades, rules }): [string, LadderWords] => [
        id,
        {
          title,
          subject,
          grades,
          rules: Object.fromEntries(
            rules.map(({ id: rule, title: words, clause, grade, effect, when }) => [
              rule,
              { title: words, clause, grade, effect, condition: when.source },
            ]),
          ),
        },
      ]),
    ),
    rankings: Object.fromEntries(measures.rankings.map(({ id, title, clause }) => [id, { title, clause }])),
    limits: Object.fromEntries(measures.limits.map(({ id, title, ladder, grade }) => [id, { title, ladder, grade }])),
    consequences: Object.fromEntries(measures.consequences.map(({ id, title, tone }) => [id, { title, tone }])),
    bulletin: {
      title: measures.bulletin.title,
      opening: measures.bulletin.opening,
      sections: measures.bulletin.sections.map((section): SectionWords => {
        if (section.kind !== 'rows') return section;
        return { kind: 'rows', title: section.title, none: section.none };
      }),
    },
  };
}

function scoreWords(score: Score, { forms, facts, rankings, parameters }: Measures): ScoreWords {
  const { title, clause, subject, full, log } = score;
  const items: [string, ScoreWords['items'][string]][] = [];
  const rules: [string, ScoreWords['rules'][string]][] = [];
  const walk = (parts: readonly ScoreItem[], above?: string): void => {
    for (const item of parts) {
      const { id, outside, begins } = item;
      const own = { title: item.title, clause: item.clause, outside, begins };
      items.push([id, { ...own, ...(item.full ? { full: item.full } : {}), ...(above ? { in: above } : {}) }]);
      for (const rule of item.rules) {
        const { code, effect } = rule;
        const asks = namesInRule(rule).filter((name) => parameters.has(name));
        rules.push([rule.id, { title: rule.title, clause: rule.clause, code, effect, item: id, asks }]);
      }
      walk(item.items, id);
    }
  };
  walk(score.items);
  const columns = forms.get(log?.form ?? '')?.columns ?? [];
  const ranking = rankings.find(({ by: [first] }) => {
    const from = first && facts.get(first.fact)?.from;
    return from?.kind === 'points' && from.score === score.id && from.item === undefined;
  });
  const shown = (log?.shown ?? []).flatMap((id) => columns.filter((column) => column.id === id));
  return {
    title,
    clause,
    subject,
    ...(ranking ? { ranking: ranking.id } : {}),
    full,
    items: Object.fromEntries(items),
    rules: Object.fromEntries(rules),
    shown: Object.fromEntries(shown.map(({ id, title: words }) => [id, words])),
  };
}

function record<T, W>(entries: ReadonlyMap<string, T>, words: (entry: T) => W): Record<string, W> {
  return Object.fromEntries([...entries].map(([id, entry]) => [id, words(entry)]));
}

function factWords({ title, clause, unit, show, from }: FactRule, measures: Measures): Words['facts'][string] {
  const choices = from.kind === 'find' ? choicesOf(from.rows.form, from.column, measures) : undefined;
  const into = from.kind === 'converted' ? { into: from.into } : {};
  return { title, clause, show, ...into, ...(unit ? { unit } : {}), ...(choices ? { choices } : {}) };
}

function choicesOf(form: string, column: string, measures: Measures): Record<string, Text> | undefined {
  const choices = measures.forms.get(form)?.columns.find(({ id }) => id === column)?.choices ?? [];
  return choices.length > 0 ? Object.fromEntries(choices.map(({ id, title }) => [id, title])) : undefined;
}

function parameterWords({
  title,
  clause,
  origin,
  byOffice,
  value,
  unit,
  show,
}: Parameter): Words['parameters'][string] {
  const threshold = value && 'type' in value && value.type === 'threshold' ? value : undefined;
  const plain = threshold ? threshold.bound : (value as Exclude<typeof value, typeof threshold>);
  return {
    title,
    clause,
    origin,
    byOffice,
    ...(plain === undefined ? {} : { value: plain as NonNullable<Words['parameters'][string]['value']> }),
    ...(threshold ? { inclusive: threshold.inclusive } : {}),
    ...(unit ? { unit } : {}),
    ...(show ? { show } : {}),
  };
}

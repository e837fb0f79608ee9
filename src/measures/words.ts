/** The wording of a pack, apart from its workings: what a result carries so that it can be read on its own. */
import type { Text } from '../base/text.js';
import type { FactRule, Measures, Parameter } from '../model/measures.js';
import type { LadderWords, SectionWords, Words } from '../model/result.js';

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

function record<T, W>(entries: ReadonlyMap<string, T>, words: (entry: T) => W): Record<string, W> {
  return Object.fromEntries([...entries].map(([id, entry]) => [id, words(entry)]));
}

function factWords({ title, clause, unit, show, from }: FactRule, measures: Measures): Words['facts'][string] {
  const choices = from.kind === 'find' ? choicesOf(from.rows.form, from.column, measures) : undefined;
  return { title, clause, show, ...(unit ? { unit } : {}), ...(choices ? { choices } : {}) };
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

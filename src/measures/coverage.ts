/** Which mechanism of a pack serves which clause: the answer to "where is this rule in the software?" */
import type { Text } from '../base/text.js';
import type { Clause, Measures } from '../model/measures.js';
import { itemsOf, rulesOf } from '../model/score.js';

export interface Mechanism {
  readonly what: Text;
  readonly id: string;
  readonly title: Text;
}

export interface Covered {
  readonly clause: Clause;
  readonly mechanisms: readonly Mechanism[];
}

const WHAT = {
  parameter: { zh: '参数', en: 'parameter' },
  form: { zh: '表', en: 'form' },
  rule: { zh: '行内校验', en: 'row rule' },
  check: { zh: '表间校验', en: 'check' },
  fact: { zh: '事实', en: 'fact' },
  score: { zh: '评分', en: 'score' },
  item: { zh: '评分项目', en: 'item' },
  points: { zh: '计分规则', en: 'rule of points' },
  ladder: { zh: '等次表', en: 'ladder' },
  grade: { zh: '等次规则', en: 'grade rule' },
  ranking: { zh: '排序', en: 'ranking' },
  limit: { zh: '名额', en: 'limit' },
  consequence: { zh: '结果运用', en: 'consequence' },
} satisfies Record<string, Text>;

/** Every clause in the pack's order, with all that cites it. */
export function coverage(measures: Measures): Covered[] {
  const cited = new Map<string, Mechanism[]>();
  const cite = (what: Text, { id, clause, title }: { id: string; clause: string; title: Text }): void => {
    cited.set(clause, [...(cited.get(clause) ?? []), { what, id, title }]);
  };
  for (const parameter of measures.parameters.values()) cite(WHAT.parameter, parameter);
  for (const form of measures.forms.values()) {
    cite(WHAT.form, form);
    for (const rule of form.rules) cite(WHAT.rule, { ...rule, id: `${form.id}/${rule.id}`, title: rule.message });
  }
  for (const check of measures.checks) cite(WHAT.check, { ...check, title: check.message });
  for (const fact of measures.facts.values()) cite(WHAT.fact, fact);
  for (const score of measures.scores) {
    cite(WHAT.score, score);
    for (const item of itemsOf(score)) cite(WHAT.item, { ...item, id: `${score.id}/${item.id}` });
    for (const rule of rulesOf(score)) cite(WHAT.points, { ...rule, id: `${score.id}/${rule.id}` });
  }
  for (const ladder of measures.ladders) {
    cite(WHAT.ladder, ladder);
    for (const rule of ladder.rules) cite(WHAT.grade, { ...rule, id: `${ladder.id}/${rule.id}` });
  }
  for (const ranking of measures.rankings) cite(WHAT.ranking, ranking);
  for (const limit of measures.limits) cite(WHAT.limit, limit);
  for (const consequence of measures.consequences) cite(WHAT.consequence, consequence);
  return [...measures.clauses.values()]
    .toSorted((a, b) => naturally(a.id, b.id))
    .map((clause) => ({ clause, mechanisms: cited.get(clause.id) ?? [] }));
}

/** 3.3.2 before 3.3.10, numbers before words. */
function naturally(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

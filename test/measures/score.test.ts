/** Scores of a pack: what is refused when it is loaded, each with the place at fault, and what a sound one becomes. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { coverage } from '../../src/measures/coverage.js';
import { lint } from '../../src/measures/lint.js';
import { problemText } from '../../src/measures/problem.js';
import { wordsOf } from '../../src/measures/words.js';
import { itemsOf, rulesOf } from '../../src/model/score.js';
import { loaded, tiny } from './packs.js';

const LOG = {
  date: { zh: '日期', en: 'Date', type: 'date', required: true },
  unit: { zh: '科室', en: 'Unit', type: 'subject', subject: 'unit', required: true },
  rule: { zh: '规则', en: 'Rule', type: 'choice', choices_from: { score: 'points', of: 'rules' }, required: true },
  times: { zh: '次数', en: 'Times', type: 'integer', min: 1 },
  level: {
    zh: '级别',
    en: 'Level',
    type: 'choice',
    choices: { county: { zh: '县', en: 'county' }, city: { zh: '市', en: 'city' } },
  },
  source: { zh: '来源', en: 'Source', type: 'choice', choices: { visit: { zh: '督查', en: 'visit' } } },
  points: { zh: '分值', en: 'Points', type: 'decimal' },
  assessor: { zh: '评分人', en: 'Assessor', type: 'text' },
  detail: { zh: '事由', en: 'Detail', type: 'text' },
};

type Tree = Record<string, unknown>;

/** A score over the tiny pack: its own keys laid over a sound one, with the rules of its only item. */
function pack(rules: Tree, over: Tree = {}, more: Tree = {}): Tree {
  const title = { zh: '计分', en: 'Points', clause: '1' };
  const named = Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, { ...title, ...(rule as Tree) }]));
  return {
    extends: 'tiny.yaml',
    forms: {
      log: { zh: '扣分登记表', en: 'Log', clause: '1', from: 'office', every: 'standing', dated: 'date', columns: LOG },
    },
    parameters: { cap_points: { zh: '上限', en: 'Cap', clause: '1', origin: 'source', value: 3 } },
    score: {
      points: {
        ...title,
        subject: 'unit',
        full: 10,
        log: {
          form: 'log',
          rule: 'rule',
          times: 'times',
          points: 'points',
          assessor: 'assessor',
          source: 'source',
          shown: ['detail'],
        },
        items: { order: { ...title, full: 10, rules: named } },
        ...over,
      },
    },
    ...more,
  };
}

function problems(tree: Tree): string[] {
  const found = loaded({ 'pack.yaml': JSON.stringify(tree) }).problems;
  return found.filter(({ severity }) => severity === 'error').map((problem) => problemText(problem).en);
}

const item = (more: Tree): Tree => ({ zh: '项', en: 'Item', clause: '1', ...more });

describe('a score is refused', () => {
  const late = { code: 'a', deduct: 1 };
  const cases: [string, Tree, string][] = [
    ['whose rule names a clause that is none', pack({ late: { ...late, clause: '9' } }), 'no clause named "9"'],
    ['whose rule asks for an unknown fact', pack({ late: { deduct: 1, fact: 'lates' } }), 'no fact named "lates"'],
    [
      'whose rule counts by what is no number',
      pack({ late: { deduct: 1, fact: 'quality' } }),
      '"quality" must be a number',
    ],
    ['whose condition does not compile', pack({ late: { deduct: 1, when: 'late_report > 1' } }), 'in this condition'],
    [
      'whose rule asks for points itself',
      pack(
        { late: { deduct: 1, fact: 'sum' } },
        {},
        {
          facts: { sum: { zh: '得分', en: 'Sum', clause: '1', subject: 'unit', points: { score: 'points' } } },
        },
      ),
      'no fact named "sum"',
    ],
    ['whose number is below zero', pack({ late: { deduct: -1 } }), 'without sign'],
    ['whose number is an unknown parameter', pack({ late: { deduct: 'much' } }), 'no parameter named "much"'],
    ['whose parameter is no number', pack({ late: { deduct: 'counted' } }), '"counted" must be a number'],
    ['that adds all', pack({ late: { add: 'all' } }), 'all goes with deduct alone'],
    [
      'with a tier that is no choice',
      pack({ late: { add: { by: 'level', points: { province: 5 } } } }),
      'no choice named "province"',
    ],
    [
      'with tiers by a column that is none',
      pack({ late: { add: { by: 'rank', points: {} } } }),
      'no column named "rank"',
    ],
    [
      'with tiers that rest on a fact',
      pack({ late: { fact: 'planned', add: { by: 'level', points: {} } } }),
      'rest on the log',
    ],
    [
      'with open points and nobody to set them',
      pack({ late: { deduct: { least: 1, most: 2 } } }, { log: { form: 'log', rule: 'rule' } }),
      'points and assessor',
    ],
    [
      'with evidence that is no source',
      pack({ late: { deduct: 1, evidence: ['rumour'] } }),
      'no choice named "rumour"',
    ],
    [
      'with a share by a choice that is none',
      pack({ late: { add: 1, share: { by: 'level', of: { host: 0.8 } } } }),
      'no choice named "host"',
    ],
    ['that counts a column of text', pack({ late: { deduct: 1, times: 'detail' } }), '"detail" must be a number'],
    [
      'that reaches what is no threshold',
      pack({ late: { deduct: 1, reaching: 'cap_points' } }),
      '"cap_points" must be',
    ],
    [
      'with a step of nothing',
      pack({ late: { deduct: 1, fact: 'planned', step: { size: 0, rounding: 'up' } } }),
      'more than 0',
    ],
    ['with two rules of one code', pack({ late: { deduct: 1 }, missing: { deduct: 2 } }), 'stands twice'],
    ['whose log it does not name', pack({ late: { deduct: 1 } }, { log: undefined }), 'say which'],
    [
      'whose log is no form',
      pack({ late: { deduct: 1 } }, { log: { form: 'book', rule: 'rule' } }),
      'no form named "book"',
    ],
    [
      'whose log shows no such column',
      pack({}, { log: { form: 'log', rule: 'rule', shown: ['who'] } }),
      'no column named "who"',
    ],
    ['whose log names rules in a plain column', pack({}, { log: { form: 'log', rule: 'level' } }), 'choices_from'],
    [
      'whose self-scores are no form',
      pack({}, { self: { form: 'own', item: 'item', points: 'points' } }),
      'no form named "own"',
    ],
    [
      'whose self-scores have no such column',
      pack({}, { self: { form: 'log', item: 'item', points: 'points' } }),
      'no column named "item"',
    ],
    ['whose subjects are none', pack({}, { subject: 'window' }), 'no kind of subject named "window"'],
    ['whose items do not add up', pack({}, { full: 11 }), 'add up to 10, not 11'],
    [
      'whose parts do not add up',
      pack({}, { items: { all: item({ full: 10, items: { a: item({ full: 4 }), b: item({ full: 5 }) } }) } }),
      'add up to 9, not 10',
    ],
    [
      'with an item for a group that is none',
      pack({}, { items: { all: item({ full: 10, for: ['first'] }) } }),
      'no group of subjects named "first"',
    ],
    ['with full points outside', pack({}, { items: { all: item({ full: 10, outside: true }) } }), 'has no full points'],
    [
      'with something outside further down',
      pack({}, { items: { all: item({ full: 10, items: { a: item({ outside: true }) } }) } }),
      'at the top',
    ],
    [
      'with points in a group',
      pack({}, { items: { all: item({ full: 10, items: { a: item({ items: { b: item({ full: 1 }) } }) } }) } }),
      'a group cannot hold',
    ],
    [
      'with rules beside parts of their own points',
      pack(
        {},
        { items: { all: item({ full: 10, rules: { late: { ...item(late) } }, items: { a: item({ full: 10 }) } }) } },
      ),
      'within the parts',
    ],
    [
      'with bounds above parts of their own points',
      pack({}, { items: { all: item({ full: 10, below: 'total', items: { a: item({ full: 10 }) } }) } }),
      'belong to the parts',
    ],
    ['with a cap on full points', pack({}, { items: { all: item({ full: 10, cap: 5 }) } }), 'full points are the cap'],
    [
      'with bounds on a group',
      pack({}, { items: { all: item({ full: 10, items: { a: item({ begins: 'zero' }) } }) } }),
      'go with full points',
    ],
    [
      'with a group for some',
      pack({}, { items: { all: item({ full: 10, items: { a: item({ for: ['x'] }) } }) } }),
      'points of their own',
    ],
    ['that gives two bases', pack({ late: { deduct: 1, fact: 'planned', when: 'vetoes > 0' } }), 'at most one of fact'],
    ['that neither gives nor takes', pack({ late: { per: 'once' } }), 'give deduct or add'],
    [
      'with steps of a condition',
      pack({ late: { deduct: 1, when: 'vetoes > 0', step: { size: 1, rounding: 'up' } } }),
      'step goes with fact or with the numbers of the log',
    ],
    [
      'with steps of a quota',
      pack({ late: { deduct: 1, pro_rata: { fact: 'planned', of: 5 }, step: { size: 1, rounding: 'up' } } }),
      'step goes with fact or with the numbers of the log',
    ],
    [
      'with steps of a row that are nothing',
      pack({ late: { deduct: 1, times: 'times', step: { size: 0, rounding: 'up' } } }),
      'more than 0',
    ],
    [
      'with steps of a row from an unknown parameter',
      pack({ late: { deduct: 1, step: { size: 1, above: 'much', rounding: 'up' } } }),
      'no parameter named "much"',
    ],
    [
      'with a condition on the row of what rests on facts',
      pack({ late: { deduct: 1, fact: 'planned', where: 'source == "visit"' } }),
      'rest on the log',
    ],
    [
      'with two ways of counting',
      pack({ late: { deduct: 1, per: 'once', reaching: 'late_at' } }),
      'give per or reaching',
    ],
    [
      'that counts a condition',
      pack({ late: { deduct: 1, when: 'vetoes > 0', per: 'once' } }),
      'counts once in any case',
    ],
    [
      'that asks the log for what rests on facts',
      pack({ late: { deduct: 1, fact: 'planned', evidence: ['visit'] } }),
      'rest on the log',
    ],
    [
      'with steps above and below',
      pack({ late: { deduct: 1, fact: 'planned', step: { size: 1, above: 1, below: 2, rounding: 'up' } } }),
      'above or below',
    ],
    [
      'that takes all outside',
      pack(
        {},
        { items: { all: item({ full: 10 }), more: item({ outside: true, rules: { late: item({ deduct: 'all' }) } }) } },
      ),
      'all belongs to an item',
    ],
    [
      'that takes all in a capped group',
      pack(
        {},
        {
          items: { all: item({ full: 10, items: { a: item({ cap: 5, rules: { late: item({ deduct: 'all' }) } }) } }) },
        },
      ),
      'all belongs to an item',
    ],
    ['that takes all, with a cap', pack({ late: { deduct: 'all', cap: 5 } }), 'neither capped nor shared'],
    [
      'that takes all in a group that chooses, where more counts to the total',
      pack(
        {},
        {
          items: {
            all: item({
              full: 10,
              below: 'total',
              items: { a: item({ counts: 'highest', rules: { late: item({ deduct: 'all' }) } }) },
            }),
          },
        },
      ),
      'cannot stand in a group that chooses',
    ],
    [
      'that chooses between deductions and additions',
      pack(
        {},
        {
          items: {
            all: item({
              full: 10,
              counts: 'highest',
              rules: { late: item({ deduct: 1, code: 'a' }), early: item({ add: 1, code: 'b' }) },
            }),
          },
        },
      ),
      'deductions alone',
    ],
    [
      'with a condition on the row that does not compile',
      pack({ late: { deduct: 1, where: 'sources == "visit"' } }),
      'in this condition',
    ],
  ];

  it.each(cases)('%s', (_, tree, said) => {
    expect(problems(tree).join('\n')).toContain(said);
  });
});

describe('facts on points are refused', () => {
  const fact = (more: Tree): Tree =>
    pack(
      {},
      {},
      {
        facts: {
          sum: { zh: '得分', en: 'Sum', clause: '1', subject: 'unit', points: { score: 'points' } },
          other: { zh: '折算', en: 'Other', clause: '1', subject: 'unit', ...more },
        },
      },
    );

  it.each([
    ['of a score that is none', { points: { score: 'score' } }, 'no score named "score"'],
    ['of an item that is none', { points: { score: 'points', of: 'part' } }, 'no item of the score named "part"'],
    [
      'converted from what are no points',
      { converted: { fact: 'planned', from: 100, into: 'cap_points', places: 2 } },
      'no fact named "planned"',
    ],
    ['converted from nothing', { converted: { fact: 'sum', from: 0, into: 'cap_points', places: 2 } }, 'more than 0'],
    [
      'converted into no parameter',
      { converted: { fact: 'sum', from: 10, into: 'much', places: 2 } },
      'no parameter named "much"',
    ],
    ['of a place in no order', { place: { ranking: 'points' } }, 'no ranking named "points"'],
    ['added to what is counted', { total: ['sum', 'planned'] }, 'no fact named "sum"'],
  ] as [string, Tree, string][])('%s', (_, more, said) => {
    expect(problems(fact(more)).join('\n')).toContain(said);
  });
});

it.each([
  ['an unknown ladder', '{ by: units, of: {} }', 'no ladder of grades named "units"'],
  ['an unknown grade', '{ by: unit, of: { best: good_share } }', 'no grade named "best"'],
  ['an unknown parameter', '{ by: unit, of: { good: much } }', 'no parameter named "much"'],
])('refuses a share by %s', (_, share, said) => {
  const text = `extends: tiny.yaml\nlimits: { good: { ladder: staff, grade: fit, share: ${share} } }`;
  const found = loaded({ 'pack.yaml': text }).problems.map((problem) => problemText(problem).en);
  expect(found.join('\n')).toContain(said);
});

it('refuses an order that asks for a place', () => {
  const place = { zh: '名次', en: 'Place', clause: '1', subject: 'unit', place: { ranking: 'completion' } };
  const found = problems({ extends: 'tiny.yaml', facts: { place }, ranking: { completion: { by: ['place'] } } });
  expect(found.join()).toContain('no fact named "place"');
});

describe('a sound score', () => {
  const sound = pack(
    {
      late: { code: 'a', deduct: 1, cap: 'cap_points' },
      model: { code: 'b', deduct: { by: 'level', points: { county: 1, city: 'cap_points' } }, evidence: ['visit'] },
      slow: { deduct: 1, fact: 'late_reports', step: { size: 1, above: 1, rounding: 'up' } },
      often: {
        code: 'c',
        deduct: 1,
        where: 'times >= cap_points',
        step: { size: 2, above: 'cap_points', rounding: 'down' },
      },
    },
    {},
    { facts: { sum: { zh: '得分', en: 'Sum', clause: '1', subject: 'unit', points: { score: 'points' } } } },
  );
  const { extends: _, ...over } = sound;
  const measures = tiny(stringify(over));

  it('has its items and rules in order', () => {
    const [score] = measures.scores;
    expect(score && itemsOf(score).map(({ id }) => id)).toEqual(['order']);
    expect(score && rulesOf(score).map(({ id, code }) => [id, code])).toEqual([
      ['late', 'a'],
      ['model', 'b'],
      ['slow', '一(一)'],
      ['often', 'c'],
    ]);
  });

  it('offers the rules that rest on the log as choices, by code or title', () => {
    const column = measures.forms.get('log')?.columns.find(({ id }) => id === 'rule');
    expect(column?.choices.map(({ id, title, aliases }) => [id, title.zh, aliases[0]])).toEqual([
      ['late', 'a 计分', 'a'],
      ['model', 'b 计分', 'b'],
      ['often', 'c 计分', 'c'],
    ]);
  });

  it('has a condition on the row and steps of its number', () => {
    const often = rulesOf(measures.scores[0] ?? { items: [] }).find(({ id }) => id === 'often');
    expect(often?.basis).toMatchObject({
      kind: 'log',
      where: { names: ['times', 'cap_points'] },
      step: { size: { number: '2' }, above: { parameter: 'cap_points' }, rounding: 'down' },
    });
  });

  it('is cited by clause and known to lint', () => {
    const cited = coverage(measures).flatMap(({ mechanisms }) => mechanisms.map(({ id }) => id));
    expect(cited).toEqual(expect.arrayContaining(['points', 'points/order', 'points/late']));
    const unused = lint(measures).filter(({ kind }) => kind === 'parameter-unused');
    expect(unused.map((each) => 'name' in each && each.name)).not.toContain('cap_points');
  });

  it('carries its wording into the result', () => {
    const { scores } = wordsOf(measures);
    expect(scores.points).toMatchObject({
      full: '10',
      items: { order: { full: '10', begins: 'full' } },
      rules: { late: { code: 'a', effect: 'deduct', item: 'order' } },
      shown: { detail: { zh: '事由' } },
    });
  });
});

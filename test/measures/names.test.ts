/** Wherever a pack names something, a name that nothing bears is found and underlined. */
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/measures/problem.js';
import { loaded, marked } from './packs.js';

const TITLE = 'zh: 甲, en: A';
const section = (rest: string): string => `bulletin:\n  sections:\n    - { title: { ${TITLE} }, ${rest} }`;
const fact = (rest: string): string => `facts:\n  mine: { ${TITLE}, clause: "1", subject: unit, ${rest} }`;

const STRANGERS: readonly (readonly [where: string, pack: string, name: string])[] = [
  ['the roster of a subject', 'subjects:\n  unit: { roster: «unit» }', 'unit'],
  ['the number of a subject', 'subjects:\n  unit: { number: «no» }', 'no'],
  ['the name of a subject', 'subjects:\n  unit: { name: «name» }', 'name'],
  ['the other names of a subject', 'subjects:\n  unit: { aliases: «names» }', 'names'],
  ['who takes part', 'subjects:\n  unit: { takes_part: «taking» }', 'taking'],
  ['what a subject belongs to', 'subjects:\n  staff: { within: { kind: «units» } }', 'units'],
  ['the column of what a subject belongs to', 'subjects:\n  staff: { within: «{ column: team }» }', 'team'],
  ['the register of receipts', 'receipts: { form: «receipt» }', 'receipt'],
  ['a column of the register', 'receipts: { received: «came» }', 'came'],
  ['who hands in a form', 'forms:\n  plan: { from: «team» }', 'team'],
  ['the clause of a form', 'forms:\n  plan: { clause: «"7"» }', '7'],
  ['whom a form covers', 'forms:\n  attendance: { covers: «staff» }', 'staff'],
  ['the date of a register', 'forms:\n  incidents: { dated: «date» }', 'date'],
  ['the parameter of a due day', 'forms:\n  report: { due: «{ day: dues }» }', 'dues'],
  ['the scale of a column', 'forms:\n  sanctions: { columns: { sanction: { scale: «sanctions» } } }', 'sanctions'],
  ['the subject of a column', 'forms:\n  incidents: { columns: { unit: { subject: «units» } } }', 'units'],
  ['a column that a row rule needs', 'forms:\n  report: { rules: { explained: { needs: «[reasons]» } } }', 'reasons'],
  ['the column a row rule points at', 'forms:\n  report: { rules: { in-full: { at: «did» } } }', 'did'],
  ['the clause of a row rule', 'forms:\n  report: { rules: { in-full: { clause: «"7"» } } }', '7'],
  ['the clause of a check', 'checks:\n  planned-reappears: { clause: «"7"» }', '7'],
  ['a form of a check', 'checks:\n  planned-reappears: { in: { form: «reports» } }', 'reports'],
  ['a left column of a check', 'checks:\n  planned-reappears: { on: { nr: «no» } }', 'nr'],
  ['a right column of a check', 'checks:\n  planned-reappears: { on: { no: «nr» } }', 'nr'],
  ['a column that must agree', 'checks:\n  planned-reappears: { agree: { quantity: «planned» } }', 'planned'],
  ['the clause of a parameter', 'parameters:\n  due_day: { clause: «"7"» }', '7'],
  ['the scale of a parameter', 'parameters:\n  sanction_at: { scale: «sanctions» }', 'sanctions'],
  ['the clause of a fact', 'facts:\n  planned: { clause: «"7"» }', '7'],
  ['the form of a fact', fact('count: { form: «plans» }'), 'plans'],
  ['a column that is summed', fact('sum: { form: plan, column: «quantities» }'), 'quantities'],
  ['a column of the kept register', fact('find: { form: submissions, column: «day» }'), 'day'],
  [
    'a column of a stretch',
    fact('longest: { form: leave, from: «start», to: last, amount: length, gap: days }'),
    'start',
  ],
  [
    'the total that stretches account for',
    fact('longest: { form: leave, from: first, to: last, amount: length, gap: days, accounts_for: «sums» }'),
    'sums',
  ],
  ['the form of a counterpart', fact('count: { form: report, also_in: { form: «plans», on: { no: no } } }'), 'plans'],
  ['a column of a counterpart', fact('count: { form: report, also_in: { form: plan, on: { no: «nr» } } }'), 'nr'],
  ['the part of a share', fact('share: { of: «finish», in: planned }'), 'finish'],
  ['the whole of a share', fact('share: { of: finished, in: «plan» }'), 'plan'],
  ['a fact of another kind of subject', fact('total: [planned, «sick»]'), 'sick'],
  ['the subject of a ladder', 'grades:\n  unit: { subject: «units» }', 'units'],
  ['the clause of a ladder', 'grades:\n  unit: { clause: «"7"» }', '7'],
  ['the grade of a rule', 'grades:\n  unit: { rules: { veto: { grade: «bad» } } }', 'bad'],
  ['the clause of a rule', 'grades:\n  unit: { rules: { veto: { clause: «"7"» } } }', '7'],
  [
    'the subject of an order',
    'ranking:\n  completion: { subject: «units», by: [] }'.replace('[]', '[planned]'),
    'units',
  ],
  ['the clause of an order', 'ranking:\n  completion: { clause: «"7"» }', '7'],
  ['a fact of an order', 'ranking:\n  completion: { by: [completion, «late»] }', 'late'],
  ['the clause of a limit', 'limits:\n  good: { clause: «"7"» }', '7'],
  ['the ladder of a limit', 'limits:\n  good: { ladder: «units» }', 'units'],
  ['the grade of a limit', 'limits:\n  good: { grade: «best» }', 'best'],
  ['the share of a limit', 'limits:\n  good: { share: «share» }', 'share'],
  ['the clause of a consequence', 'consequences:\n  late: { clause: «"7"» }', '7'],
  ['the subject of a consequence', 'consequences:\n  late: { subject: «units» }', 'units'],
  [
    'a fact in a wording',
    'consequences:\n  late: { text: «{ zh: "{lates}次", en: "{late_reports} times" }» }',
    'lates',
  ],
  ['the ranking of a section', section('kind: order, ranking: «best», facts: [planned]'), 'best'],
  ['a fact of a section', section('kind: order, ranking: completion, facts: «[plans]»'), 'plans'],
  ['the chart of a section', section('kind: order, ranking: completion, facts: [], chart: «plans»'), 'plans'],
  ['the ladder of a section', section(`kind: grades, ladder: «units», none: { ${TITLE} }`), 'units'],
  ['a column of a section', section(`kind: rows, form: plan, columns: «[reason]», none: { ${TITLE} }`), 'reason'],
];

describe('a name that nothing bears', () => {
  it.each(STRANGERS)('in %s', (_, pack, name) => {
    const { text, spot } = marked('pack.yaml', `extends: tiny.yaml\n${pack}`);
    const { measures, problems } = loaded({ 'pack.yaml': text });
    const found = problems.filter((problem) => problem.kind === 'unknown-name' && problem.name === name);
    expect(found.map((problem) => problem.spot)).toContainEqual(spot);
    expect(measures).toBeUndefined();
  });

  it('is said with the names there are', () => {
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml\nlimits:\n  good: { grade: best }' });
    expect(problems.map((problem) => problemText(problem))).toEqual([
      { zh: '没有名为“best”的等次；已有：good, fair, poor', en: 'no grade named "best"; there are: good, fair, poor' },
    ]);
  });
});

describe('a name that one bears', () => {
  it.each([
    ['a field of the form in a condition', fact(`count: { form: plan, where: '!blank(filed_on)' }`)],
    ['a parameter in a condition on rows', fact('count: { form: plan, where: quantity > due_day }')],
    ['a column of the kept register', fact('sum: { form: submissions, column: days_late }')],
    ['a field that is looked up', fact('find: { form: plan, column: filed_on }')],
    ['a grade in a consequence', `consequences:\n  late: { when: unit_grade == "good" }`],
    ['a step column in a ladder', `grades:\n  staff: { rules: { fit: { when: "!reaches(sanction, sanction_at)" } } }`],
  ])('%s', (_, pack) => {
    expect(loaded({ 'pack.yaml': `extends: tiny.yaml\n${pack}` }).problems).toEqual([]);
  });
});

describe('a column that does not say what its type needs', () => {
  it.each(['choice', 'step', 'subject', 'period'])('of type %s', (type) => {
    const pack = `extends: tiny.yaml\nforms:\n  plan:\n    columns:\n      mine: «{ ${TITLE}, type: ${type} }»`;
    const { text, spot } = marked('pack.yaml', pack);
    const found = loaded({ 'pack.yaml': text }).problems.filter(({ kind }) => kind === 'column-incomplete');
    expect(found.map((problem) => problem.spot)).toEqual([spot]);
  });
});

describe('a column that bears the name of a parameter, or one that every row has', () => {
  it.each(['due_day', 'as_of', 'period_start', 'period_end'])('is refused: %s', (name) => {
    const { text, spot } = marked(
      'pack.yaml',
      `extends: tiny.yaml\nforms:\n  plan:\n    columns:\n      ${name}: «{ ${TITLE}, type: text }»`,
    );
    const { problems } = loaded({ 'pack.yaml': text });
    expect(problems.map(({ kind, spot: at }) => [kind, at])).toEqual([['name-twice', spot]]);
  });
});

describe('the days of the period', () => {
  const rule = (form: string): string =>
    `extends: tiny.yaml\nforms:\n  ${form}:\n    rules:\n      mine: { ${TITLE}, clause: "1", must: as_of > period_end }`;

  it('are known to the rows of a form that is for a period', () => {
    expect(loaded({ 'pack.yaml': rule('plan') }).problems).toEqual([]);
  });

  it('and unknown to those of a register that runs on', () => {
    expect(loaded({ 'pack.yaml': rule('units') }).problems.map(({ kind }) => kind)).toEqual(['expression']);
  });
});

describe('facts made of each other', () => {
  it('are named in a chain, each of them', () => {
    const mine = (id: string, of: string): string =>
      `  ${id}: { ${TITLE}, clause: "1", subject: unit, share: { of: ${of}, in: planned } }`;
    const { problems } = loaded({
      'pack.yaml': `extends: tiny.yaml\nfacts:\n${mine('one', 'two')}\n${mine('two', 'one')}`,
    });
    expect(problems.map((problem) => problemText(problem).en)).toEqual([
      'facts made of each other: one → two → one',
      'facts made of each other: two → one → two',
    ]);
  });

  it('do not make a fact that only rests on them circular', () => {
    const total = (id: string, of: string): string =>
      `  ${id}: { ${TITLE}, clause: "1", subject: unit, total: [${of}] }`;
    const { problems } = loaded({
      'pack.yaml': `extends: tiny.yaml\nfacts:\n${total('one', 'one')}\n${total('two', 'one')}`,
    });
    expect(problems.map((problem) => problemText(problem).en)).toEqual(['facts made of each other: one → one']);
  });
});

/** Every kind of problem, from a small bad pack: its words, its place and what its caret underlines. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/measures/lint.js';
import { type Problem, type ProblemKind, problemLines, problemText } from '../../src/measures/problem.js';
import { placed } from '../../src/measures/yaml.js';
import { loaded, marked } from './packs.js';

/** Everything there is to say about a pack. */
function problemsOf(text: string): Problem[] {
  const { measures, problems, files } = loaded({ 'pack.yaml': text });
  return [...problems, ...(measures ? placed(files, lint(measures)) : [])];
}

const TITLE = 'zh: 甲, en: A';

const SCORED = `extends: tiny.yaml\nscore:\n  points: { ${TITLE}, clause: "1", subject: unit`;

/** A bad pack of each kind but that of an office's settings, with the fault marked, and what must be named to whoever mends it. */
const BAD: Record<Exclude<ProblemKind, 'setting'>, readonly [pack: string, names: string]> = {
  'not-found': ['id: mine\nextends: «nowhere.yaml»', 'nowhere.yaml'],
  'extends-itself': ['id: mine\nextends: «pack.yaml»', 'pack.yaml → pack.yaml'],
  syntax: ['id: mine\n«i»d: twice', 'unique'],
  shape: ['extends: tiny.yaml\nfacts:\n  vetoes:\n    subject: «7»', 'facts.vetoes.subject'],
  'unknown-name': ['extends: tiny.yaml\nfacts:\n  vetoes:\n    subject: «units»', 'unit, staff'],
  'name-twice': [
    `extends: tiny.yaml\nfacts:\n  due_day: «{ ${TITLE}, clause: "1", subject: unit, count: { form: plan } }»`,
    'due_day',
  ],
  'fact-circular': [
    `extends: tiny.yaml\nfacts:\n  one: «{ ${TITLE}, clause: "1", subject: unit, total: [one] }»`,
    'one → one',
  ],
  'wrong-type': [
    `extends: tiny.yaml\nfacts:\n  one: { ${TITLE}, clause: "1", subject: unit, sum: { form: plan, column: «task» } }`,
    'task',
  ],
  expression: [
    'extends: tiny.yaml\ngrades:\n  unit:\n    rules:\n      veto: { when: planned >= 1 && «vetos» >= 1 }',
    'vetos',
  ],
  'parameter-value': [`extends: tiny.yaml\nparameters:\n  spare: «{ ${TITLE}, clause: "1", origin: source }»`, 'value'],
  'column-incomplete': [
    `extends: tiny.yaml\nforms:\n  plan:\n    columns:\n      sort: «{ ${TITLE}, type: choice }»`,
    'choices',
  ],
  'score-sum': [`${SCORED}, full: «100», items: { one: { ${TITLE}, clause: "1", full: 60 } } }`, '60'],
  'score-name-twice': [
    `${SCORED}, full: 1, items: { one: { ${TITLE}, clause: "1", full: 1, items: { one: «{ ${TITLE}, clause: "1" }» } } } }`,
    'one',
  ],
  'score-unfit': [`${SCORED}, full: 0, items: { one: «{ ${TITLE}, clause: "1" }» } }`, 'outside'],
  'clause-uncited': [`extends: tiny.yaml\nclauses:\n  "9.1": «{ at: nine, ${TITLE} }»`, '9.1'],
  'clause-cited': ['extends: tiny.yaml\nfacts:\n  planned:\n    clause: "3"\nclauses:\n  "3": «{ at: three }»', '3'],
  'parameter-unused': [
    `extends: tiny.yaml\nparameters:\n  spare: «{ ${TITLE}, clause: "1", origin: source, value: 1 }»`,
    'spare',
  ],
  'fact-unused': [
    `extends: tiny.yaml\nfacts:\n  spare: «{ ${TITLE}, clause: "1", subject: unit, count: { form: plan } }»`,
    'spare',
  ],
  'grade-unreachable': [`extends: tiny.yaml\ngrades:\n  staff:\n    grades:\n      basic: «{ ${TITLE} }»`, 'basic'],
  'parameter-unset': [
    `extends: tiny.yaml\nparameters:\n  spare: «{ ${TITLE}, clause: "1", origin: required, type: integer }»`,
    'spare',
  ],
  'parameter-assumed': [
    `extends: tiny.yaml\nparameters:\n  spare: «{ ${TITLE}, clause: "1", origin: assumed, value: 7 }»`,
    '7',
  ],
};

describe.each(Object.entries(BAD))('%s', (kind, [pack, names]) => {
  const { text, spot } = marked('pack.yaml', pack);
  const found = problemsOf(text).filter((problem) => problem.kind === kind && problem.spot.file === 'pack.yaml');

  it('is found once, where it stands', () => {
    expect(found.map((problem) => problem.spot)).toEqual([spot]);
  });

  it('is said in both languages', () => {
    const [said] = found.map(problemText);
    expect(said?.zh).toContain(names);
    expect(said?.en).toContain(names);
    expect(said?.zh).toMatch(/\p{Script=Han}/u);
    expect(said?.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('shows the line and underlines the fault', () => {
    const fault = spot.text.slice(spot.column - 1, spot.column - 1 + spot.length);
    // 甲 takes two columns of a terminal.
    const wide = (part: string): string => part.replaceAll('甲', '甲甲');
    expect(found.map((problem) => problemLines(problem, 'en').slice(1))).toEqual([
      [
        `${spot.line} | ${spot.text}`,
        `  | ${wide(spot.text.slice(0, spot.column - 1)).replace(/./gu, ' ')}${wide(fault).replace(/./gu, '^')}`,
      ],
    ]);
  });
});

describe('problemLines', () => {
  it('looks like a fault shown by a compiler, with the caret under Chinese text twice as wide', () => {
    const [problem] = problemsOf('extends: tiny.yaml\nbulletin: { title: { zh: 通报, en: 12 } }');
    expect(problem && problemLines(problem, 'zh')).toEqual([
      `pack.yaml:2:34: ${problem && problemText(problem).zh}`,
      '2 | bulletin: { title: { zh: 通报, en: 12 } }',
      '  |                                    ^^',
    ]);
  });

  it('shows no line where there is none to show', () => {
    const [problem] = loaded({}).problems;
    expect(problem && problemLines(problem, 'en')).toEqual(['pack.yaml:1:1: no such file: pack.yaml']);
  });

  it('says that there is no name to choose from', () => {
    const section = '{ kind: order, title: { zh: 甲, en: A }, ranking: best, facts: [planned] }';
    const said = problemsOf(`extends: tiny.yaml\nranking: null\nbulletin:\n  sections:\n    - ${section}`);
    expect(said.map((problem) => problemText(problem).en)).toContain('no ranking named "best"; there are: —');
  });
});

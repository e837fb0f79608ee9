/** Reading a pack and what it extends: what is laid over what, and that every fault is shown in the file it stands in. */
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/measures/load.js';
import { loaded, marked, shownAt, TINY, tiny } from './packs.js';

describe('a pack that extends another', () => {
  it('overrides what it names and keeps the rest', () => {
    const over = 'id: mine\nparameters:\n  late_at: { value: 4, inclusive: false }';
    const measures = tiny(over);
    expect(measures.id).toBe('mine');
    expect(measures.parameters.get('late_at')).toMatchObject({
      title: { zh: '迟报达到', en: 'Times late' },
      value: { type: 'threshold', bound: { value: '4' }, inclusive: false },
    });
    expect(measures.parameters.get('due_day')?.value).toEqual({ type: 'number', value: '5' });
  });

  it('replaces a list whole', () => {
    expect(tiny('parameters:\n  counted: { value: [plan] }').parameters.get('counted')?.value).toEqual(['plan']);
  });

  it('takes away what it sets to null', () => {
    const measures = tiny('checks: null\nforms:\n  report:\n    rules: { in-full: null }');
    expect(measures.checks).toEqual([]);
    expect(measures.forms.get('report')?.rules.map(({ id }) => id)).toEqual(['explained']);
  });

  it('adds what the other has not', () => {
    const mine = '{ zh: 甲, en: A, clause: "1", subject: unit, total: [planned, finished] }';
    expect([...tiny(`facts:\n  mine: ${mine}`).facts.keys()].at(-1)).toBe('mine');
  });

  it('may extend one that extends another', () => {
    const texts = {
      'pack.yaml': 'extends: middle.yaml\nversion: 3.0.0',
      'middle.yaml': 'extends: tiny.yaml\nversion: 2.0.0\nid: middle',
    };
    const { measures, files } = loaded(texts);
    expect([measures?.id, measures?.version]).toEqual(['middle', '3.0.0']);
    expect(files.map(({ file }) => file)).toEqual(['pack.yaml', 'middle.yaml', 'tiny.yaml']);
  });

  it('is found from where it is named', () => {
    const asked: unknown[] = [];
    loadPack(
      'pack.yaml',
      (path) => (path === 'pack.yaml' ? 'extends: base' : TINY),
      (name, namedIn) => {
        asked.push([name, namedIn]);
        return name;
      },
    );
    expect(asked).toEqual([
      ['pack.yaml', undefined],
      ['base', 'pack.yaml'],
    ]);
  });
});

describe('a fault', () => {
  it('of the pack itself stands in its own file', () => {
    const { text, spot } = marked('pack.yaml', 'extends: tiny.yaml\nparameters:\n  due_day:\n    clause: «"7"»');
    expect(loaded({ 'pack.yaml': text }).problems.map(shownAt)).toEqual([['unknown-name', spot]]);
  });

  it('of the pack it extends stands in that file', () => {
    const { text, spot } = marked('tiny.yaml', TINY.replace('when: vetoes >= 1', 'when: «vetos» >= 1'));
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml\nid: mine', 'tiny.yaml': text });
    expect(problems.map(shownAt)).toEqual([['expression', spot]]);
  });

  it('that taking something away makes in the other stands in the other', () => {
    const { spot } = marked('tiny.yaml', TINY.replace('due_day }\n    fields', '«due_day» }\n    fields'));
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml\nparameters: { due_day: null }' });
    expect(problems.map(({ kind, spot: { file, line } }) => [kind, file, line])).toEqual([
      ['unknown-name', 'tiny.yaml', spot.line],
    ]);
  });

  it('of a packs that extend each other is shown where the circle closes', () => {
    const { text, spot } = marked('b.yaml', 'id: b\nextends: «pack.yaml»');
    const { problems } = loaded({ 'pack.yaml': 'extends: b.yaml', 'b.yaml': text });
    expect(problems.map(shownAt)).toEqual([['extends-itself', spot]]);
  });

  it('of a missing base is shown where it is asked for', () => {
    const { text, spot } = marked('b.yaml', 'id: b\nextends: «c.yaml»');
    const { problems } = loaded({ 'pack.yaml': 'extends: b.yaml', 'b.yaml': text });
    expect(problems.map(shownAt)).toEqual([['not-found', spot]]);
  });

  it('of writing in the base keeps the pack from being read', () => {
    const { measures, problems } = loaded({ 'pack.yaml': 'extends: b.yaml', 'b.yaml': 'id: b\n\tversion: 1' });
    expect(measures).toBeUndefined();
    expect(problems.map(({ kind, spot: { file, line } }) => [kind, file, line])).toEqual([['syntax', 'b.yaml', 2]]);
  });

  it('is found with all others in one run', () => {
    const over = 'parameters: { due_day: { clause: "7" } }\ngrades: { unit: { rules: { veto: { when: vetos > 1 } } } }';
    const { problems } = loaded({ 'pack.yaml': `extends: tiny.yaml\n${over}` });
    expect(problems.map(({ kind }) => kind)).toEqual(['unknown-name', 'expression']);
  });
});

describe('the shape of a pack', () => {
  it.each([
    ['a key that there is not', 'facts: { planned: { counts: «1» } }'],
    ['a key of the whole that there is not', 'fact: «{}»'],
    ['no derivation', 'facts: { mine: «{ zh: 甲, en: A, clause: "1", subject: unit }» }'],
    ['a text that its comma cuts in two', 'forms: { plan: { columns: { no: { hint: «{» zh: 甲, en: one, two } } } } }'],
    ['two derivations', 'facts: { planned: «{ total: [finished] }» }'],
    ['a name with a capital', 'facts: { Mine: «{}» }'],
    ['a wording in one language', 'title: { en: «""» }'],
    ['a number that is none', 'parameters: { due_day: { max: «much» } }'],
    ['an unknown type of column', 'forms: { plan: { columns: { no: { type: «number» } } } }'],
    ['an unknown kind of section', 'bulletin: { sections: [{ kind: «sum» }] }'],
  ])('%s is refused', (_, over) => {
    const { text, spot } = marked('pack.yaml', `extends: tiny.yaml\n${over}`);
    const { measures, problems } = loaded({ 'pack.yaml': text });
    expect(problems.map(shownAt)).toContainEqual(['shape', spot]);
    expect(measures).toBeUndefined();
  });

  it.each(['', '- 1', '7'])('of %j is none', (text) => {
    const { problems } = loaded({ 'pack.yaml': text });
    expect(problems.map(({ kind, spot }) => [kind, spot.line])).toEqual([['shape', 1]]);
  });
});

describe('a fault of type', () => {
  const wrong = (over: string): string[] => {
    const { problems, measures } = loaded({ 'pack.yaml': `extends: tiny.yaml\n${over}` });
    expect(measures).toBeUndefined();
    return problems.map(({ kind }) => kind);
  };
  const fact = (more: string): string => `facts:\n  mine: { zh: 甲, en: A, clause: "1", subject: unit, ${more} }`;

  it.each([
    ['a sum over text', fact('sum: { form: plan, column: task }')],
    ['the highest of what is no scale', fact('highest: { form: plan, column: task }')],
    ['a stretch without days', fact('longest: { form: leave, from: excused, to: last, amount: length, gap: days }')],
  ])('%s is refused', (_, over) => {
    expect(wrong(over)).toContain('wrong-type');
  });

  it('an alias that stands for nothing is shown where it stands', () => {
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml\nversion: *nothing\n' });
    expect(problems).toMatchObject([{ kind: 'syntax', spot: { file: 'pack.yaml', line: 2, column: 10, length: 8 } }]);
  });

  it('a condition in a block is shown within the block', () => {
    const over =
      'grades:\n  unit:\n    rules:\n      late: { when: "true" }\nconsequences:\n  late:\n    when: >-\n      nothing_known >= 1\n';
    const { problems } = loaded({ 'pack.yaml': `extends: tiny.yaml\n${over}` });
    const found = problems.find(({ kind }) => kind === 'expression');
    expect(found?.spot).toMatchObject({ line: 9, column: 7, length: 13 });
  });

  it.each([
    ['half a whole number', 'blank: 0.5', 'integer'],
    ['no number', 'blank: none', 'decimal'],
  ])('an empty cell that stands for %s', (_, blank, type) => {
    expect(wrong(`forms:\n  plan:\n    columns:\n      more: { zh: 另, en: more, type: ${type}, ${blank} }`)).toContain(
      'column-incomplete',
    );
  });

  it('a number that is none is refused', () => {
    const { problems } = loaded({ 'pack.yaml': 'extends: tiny.yaml\nparameters: { good_share: { value: .nan } }' });
    expect(problems.length).toBeGreaterThan(0);
  });
});

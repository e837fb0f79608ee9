/** A pack found sound when the programme was built is taken as it is; what an office adds to it is still checked. */
import { describe, expect, it } from 'vitest';
import { readChain } from '../../src/measures/chain.js';
import { isRefused, language } from '../../src/measures/expression.js';
import { lint } from '../../src/measures/lint.js';
import { type Loaded, loadedFrom, type OfficeParameters } from '../../src/measures/loaded.js';
import type { Pack } from '../../src/measures/schema.js';
import { loaded, officeSays, shownAt, TINY } from './packs.js';

const whole = loaded({ 'pack.yaml': TINY });
const sound = whole.pack as Pack;

/** The tiny pack as a pack that comes with the programme is loaded. */
function taken(office: OfficeParameters = { values: {} }): Loaded {
  return loadedFrom(whole.files, sound, office, true);
}

describe('a sound pack', () => {
  it('is the one that its text was found to be, alone', () => {
    const texts: Readonly<Record<string, string>> = { one: TINY, over: 'extends: one\nid: over', changed: `${TINY}\n` };
    const chain = (name: string) =>
      readChain(
        name,
        (path) => texts[path],
        (next) => next,
        (text) => (text === TINY ? sound : undefined),
      );
    expect(chain('one').sound).toBe(sound);
    expect(chain('over').sound).toBeUndefined();
    expect(chain('changed').sound).toBeUndefined();
    expect(chain('over').files.map(({ tree }) => tree === sound)).toEqual([false, true]);
  });

  it('gives the measures that it gives when everything is checked', () => {
    const plain = ({ measures }: Loaded): unknown =>
      JSON.parse(JSON.stringify(measures, (_, value) => (value instanceof Map ? [...value] : value)));
    expect(plain(taken())).toEqual(plain(whole));
    expect(taken().measures && lint(taken().measures as NonNullable<Loaded['measures']>)).toEqual(
      whole.measures && lint(whole.measures),
    );
  });

  it('weighs its conditions as it does when everything is checked', () => {
    const [one, other] = [taken(), whole].map(({ measures }) =>
      measures?.ladders.flatMap(({ rules }) =>
        rules.map(({ when }) => [when.weigh(() => ({ state: 'unknown' })), when.outcome(() => ({ state: 'absent' }))]),
      ),
    );
    expect(one).toEqual(other);
    expect(one?.length).toBeGreaterThan(0);
  });

  it.each([
    ['a choice that there is not in its list', 'parameters: { counted: [plan, reports] }', 'expression'],
    ['a value out of its bounds', 'parameters: { due_day: 99 }', 'parameter-value'],
    ['a parameter that there is not', 'parameters: { due: 6 }', 'unknown-name'],
  ])('is refused with %s of the office', (_, text, kind) => {
    const { measures, problems } = taken(officeSays(text));
    expect(problems.map((problem) => shownAt(problem)[0])).toEqual([kind]);
    expect(measures).toBeUndefined();
    expect(problems).toEqual(loaded({ 'pack.yaml': TINY }, officeSays(text)).problems);
  });
});

describe('a condition compiled later', () => {
  const words = language(new Map([['times', { type: 'int' }]]), new Map());

  it('is the one compiled at once', () => {
    const [soon, later] = [words.compile('times > 1'), words.later('times > 1')];
    if (isRefused(soon)) throw new Error(soon.message);
    expect([later.source, later.names]).toEqual([soon.source, soon.names]);
  });

  it('is our own fault where it does not compile', () => {
    const later = words.later('time > 1');
    expect(() => later.names).toThrow('time > 1');
  });
});

/** Forms that a pack has from one it extends: a template made for that one counts here, until the form asks for something else. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Measures } from '../../src/model/measures.js';
import { isInForce } from '../../src/model/recognised.js';
import { loaded, TINY, tiny } from './packs.js';

const POINTS = readFileSync(resolve(import.meta.dirname, '../packs/points/measures.yaml'), 'utf8');
const OWN = 'id: own\nversion: "1"\n';

function over(base: string, text: string): Measures {
  const { measures } = loaded({ 'base.yaml': base, 'pack.yaml': `extends: base.yaml\n${OWN}${text}` });
  if (!measures) throw new Error('not loaded');
  return measures;
}

const counts = (measures: Measures, form: string, made = { measures: 'tiny', version: '1.0.0' }): boolean =>
  isInForce({ ...made, form }, measures);

describe('a template of a pack that is extended', () => {
  it('is one of the pack that only changes a number', () => {
    const own = tiny(`${OWN}parameters: { due_day: { value: 7 } }`);
    expect(['report', 'plan', 'receipts', 'sanctions'].map((form) => counts(own, form))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('is none where its form is another, in whatever the form asks', () => {
    const own = tiny(
      `${OWN}forms: { report: { columns: { done: { zh: 实际完成 } } }, plan: { fields: { page: { zh: 页, en: Page, type: text } } } }`,
    );
    expect(['report', 'plan', 'targets'].map((form) => counts(own, form))).toEqual([false, false, true]);
  });

  it('is none where the steps or the forms that its columns offer are others', () => {
    const steps = tiny(`${OWN}scales: { sanction: { steps: { demotion: { zh: 降级, en: demotion } } } }`);
    expect(['sanctions', 'receipts', 'report'].map((form) => counts(steps, form))).toEqual([false, true, true]);
    const forms = tiny(`${OWN}forms: { report: { en: Account } }`);
    expect(['sanctions', 'receipts'].map((form) => counts(forms, form))).toEqual([true, false]);
  });

  it('offers the same rules while only what they come to is changed', () => {
    const made = { measures: 'points', version: '1.0.0' };
    const changed = (text: string): boolean[] =>
      ['events', 'self-scores'].map((form) => counts(over(POINTS, text), form, made));
    const rule = (text: string): string =>
      `score: { main: { items: { conduct: { items: { meetings: { rules: { missed-meeting: { ${text} } } } } } } } }`;
    expect(POINTS).toMatch(/^ {2}events:/m);
    expect(changed(rule('deduct: 0.4'))).toEqual([true, true]);
    expect(changed(rule('zh: 缺席'))).toEqual([false, false]);
  });

  it('is none of another version, of no pack that is extended, or of a former version of the pack itself', () => {
    const own = tiny(OWN);
    expect(counts(own, 'report', { measures: 'tiny', version: '0.9.0' })).toBe(false);
    expect(counts(own, 'report', { measures: 'other', version: '1.0.0' })).toBe(false);
    expect(counts(own, 'report', { measures: 'own', version: '0' })).toBe(false);
    expect(counts(own, 'report', { measures: 'own', version: '1' })).toBe(true);
    expect(counts(own, 'nothing')).toBe(false);
  });

  it('may lie any number of packs away', () => {
    const { measures } = loaded({
      'middle.yaml': 'extends: tiny.yaml\nid: middle\nversion: "2"\nforms: { report: { en: Account } }\n',
      'pack.yaml': `extends: middle.yaml\n${OWN}`,
    });
    if (!measures) throw new Error('not loaded');
    expect(measures.bases.map(({ id, version }) => `${id} ${version}`)).toEqual(['tiny 1.0.0', 'middle 2']);
    expect([counts(measures, 'report'), counts(measures, 'plan')]).toEqual([false, true]);
    expect(counts(measures, 'report', { measures: 'middle', version: '2' })).toBe(true);
  });

  it('is none of a pack without an id of its own', () => {
    const bare = TINY.replace(/^id: tiny$/m, '');
    expect(over(bare, '').bases).toEqual([]);
  });
});

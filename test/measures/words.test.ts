import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/measures/words.js';
import { tiny } from './packs.js';

const words = wordsOf(tiny());

describe('the wording of a pack', () => {
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(words))).toEqual(words);
  });

  it('names clauses as the source does', () => {
    expect(words.clauses['2']).toEqual({ at: '一(二)', zh: '个人考核', en: 'Staff' });
  });

  it('names subjects, forms, rankings, limits and consequences', () => {
    expect(words.subjects.unit?.zh).toBe('科室');
    expect(words.forms.plan?.en).toBe('Plan');
    expect(words.rankings.completion).toMatchObject({ title: { en: 'Order by completion' }, clause: '1' });
    expect(words.limits.good).toMatchObject({ ladder: 'unit', grade: 'good' });
    expect(words.consequences.late).toMatchObject({ tone: 'criticise' });
  });

  it('names who keeps a form, where the measures say', () => {
    const kept = 'forms: { judgements: { kept_by: { zh: 领导小组, en: the leading group } } }';
    expect(words.keepers).toEqual({});
    expect(wordsOf(tiny(kept)).keepers).toEqual({ judgements: { zh: '领导小组', en: 'the leading group' } });
  });

  it('has the steps of each scale', () => {
    expect(words.scales.sanction).toEqual({
      warning: { zh: '警告', en: 'warning' },
      demerit: { zh: '记过', en: 'demerit' },
      dismissal: { zh: '开除', en: 'dismissal' },
    });
  });

  it.each([
    ['planned', 'number'],
    ['completion', 'share'],
    ['quality', 'text'],
    ['sanction', 'text'],
    ['away', 'number'],
  ])('shows the fact %s as %s', (id, show) => {
    expect(words.facts[id]?.show).toBe(show);
  });

  it('shows a fact as the pack says', () => {
    expect(wordsOf(tiny('facts:\n  planned: { show: text }')).facts.planned?.show).toBe('text');
  });

  it('has a unit where a fact counts something, and choices where it is chosen', () => {
    expect(words.facts.planned?.unit).toEqual({ zh: '项', en: 'tasks' });
    expect(words.facts.quantity).not.toHaveProperty('unit');
    expect(words.facts.proposed?.choices).toEqual({ good: { zh: '好', en: 'good' }, fair: { zh: '中', en: 'fair' } });
    expect(words.facts.quality).not.toHaveProperty('choices');
  });

  it('tells a threshold by its number and whether the number itself counts', () => {
    expect(words.parameters.late_at).toMatchObject({ value: { type: 'number', value: '2' }, inclusive: true });
    expect(words.parameters.sick_over).toMatchObject({ value: { type: 'number', value: '40' }, inclusive: false });
    expect(words.parameters.due_day).not.toHaveProperty('inclusive');
    expect(words.parameters.counted?.value).toEqual(['plan', 'report']);
  });

  it('has no value for a parameter that is not set', () => {
    expect(wordsOf(tiny('', { late_at: null })).parameters.late_at).not.toHaveProperty('value');
  });

  it('keeps the rules of a ladder with their conditions', () => {
    expect(words.ladders.unit?.rules.veto).toEqual({
      title: { zh: '一票否决', en: 'Vetoed' },
      clause: '1',
      grade: 'poor',
      effect: 'veto',
      condition: 'vetoes >= 1',
    });
    expect(words.ladders.unit?.rules.fair?.effect).toBe('decides');
  });

  it('keeps the sections of the bulletin, without how their rows are found', () => {
    const [overview, , , rows, note] = words.bulletin.sections;
    expect(overview).toEqual({ kind: 'overview', title: { zh: '总体', en: 'Overall' } });
    expect(rows).toEqual({ kind: 'rows', title: { zh: '未完成', en: 'Unfinished' }, none: { zh: '无', en: 'none' } });
    expect(note).toMatchObject({ kind: 'text', text: { zh: '完', en: 'end' } });
  });
});

/** What is missing for a better grade, on the terminal: what stands in its way first. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import { explanationText } from '../../src/cli/show/explanation.js';
import type { Paint } from '../../src/cli/show/paint.js';
import { explain } from '../../src/explain/explain.js';
import type { Told } from '../grade/subjects.js';
import { resultOf, SUBJECTS } from '../words/results.js';

const PLAIN: Paint = { isColoured: false, bold: (text) => text, dim: (text) => text, severity: (_, text) => text };
const POOR = { vetoes: 1, late_reports: 1, completion: '0.4', quality: false, planned: 4 };

function text(told: Readonly<Record<string, Told>>, lang: Lang = 'zh'): string {
  const [unit] = SUBJECTS;
  if (!unit) throw new Error('no unit');
  return explanationText(explain(resultOf({ 'unit:01': told }), unit, lang), lang, PLAIN);
}

describe('what is missing for the next grade', () => {
  it('is told with the rules in its way and those that lack something', () => {
    expect(text(POOR)).toContain(
      [
        '  要评为“中”，下列各条须不成立：',
        '    · 一(一) 一票否决',
        '        ✓ 否决 1（1以上）',
        '  要评为“中”，还差（任一条成立即可）：',
        '    · 一(一) 大部完成',
        '        ✗ 完成率 40.0%（50.0%以上），差 10个百分点',
      ].join('\n'),
    );
    expect(text(POOR, 'en')).toContain('  For "fair" these must not hold:\n    · 一(一) Vetoed');
    expect(text(POOR, 'en')).toContain('vetoes: poor, decided');
  });

  it('is told of the best that is still possible while a grade is awaited', () => {
    const awaited = text({ ...POOR, vetoes: 0, quality: undefined, completion: '1' });
    expect(awaited).toContain('科室等次：待评定');
    expect(awaited).toContain('  要评为“好”，还差（任一条成立即可）：\n    · 一(一) 全部完成\n        ? 工作质量');
  });

  it('is not told of the best', () => {
    expect(text({ ...POOR, vetoes: 0, completion: '1', quality: true })).not.toContain('要评为');
  });
});

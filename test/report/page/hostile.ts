/** A result whose every text from a cell tries to become something else: markup, script, a link, or another reading order. */
import type { Result } from '../../../src/model/result.js';
import { aResult, at } from '../result.js';
import { scoredResult } from '../scores.js';

export const HOSTILE = [
  '<img src=x onerror="window.owned=1">',
  '"><script>window.owned=1</script>',
  "'><svg onload=window.owned=1>",
  '</script><script>window.owned=1</script>',
  '</style><style>body{display:none}</style>',
  '<!--<script>',
  ']]>&lt;b&gt;&#0;&nbsp;',
  'javascript:window.owned=1',
  '{{constructor.constructor("window.owned=1")()}}',
  '__proto__',
  '~-1',
  '甲\u202E乙\u2066丙\u200B',
  '\u0000\u0007\u001b[31m\u0085\u2028\u2029\uFEFF',
  'lone \uD83D surrogate',
  'first line\nsecond line\r\nthird\ttabbed',
] as const;

const [FILE, SHEET] = [HOSTILE.join(' '), '"><b onclick=alert(1)>'];

/** Everything that a department, a roster or a register writes, replaced by something hostile. */
export function hostileResult(of: Result = aResult()): Result {
  const name = (index: number): string => HOSTILE[index % HOSTILE.length] ?? '';
  const text = (index: number) => ({ zh: name(index), en: name(index) });
  const place = at('A1', FILE, SHEET);
  return {
    ...of,
    office: { ...of.office, name: name(0), issuer: name(1), number: name(2) },
    subjects: of.subjects.map((subject, index) => ({
      ...subject,
      name: name(index),
      number: name(index + 3),
      ...(subject.group ? { group: { id: name(index), title: text(index) } } : {}),
    })),
    files: of.files.map((file) => ({
      ...file,
      file: FILE,
      forms: file.forms.map((form) => ({ ...form, sheet: SHEET })),
    })),
    expected: of.expected.map((each) => ({ ...each, file: FILE, sheet: SHEET })),
    findings: [
      ...of.findings,
      ...HOSTILE.map(
        (raw) => ({ kind: 'heading-unknown', severity: 'note', place, row: raw, raw, heading: raw }) as const,
      ),
    ],
    facts: of.facts.map((fact) => ({ ...fact, cells: fact.cells.map(() => place) })),
    standings: of.standings.map((standing, index) =>
      standing.group === undefined ? standing : { ...standing, group: name(index) },
    ),
    consequences: of.consequences.map((line, index) => ({ ...line, text: text(index) })),
    scores: JSON.parse(JSON.stringify(of.scores).replaceAll('=通道堆物', JSON.stringify(HOSTILE[1]).slice(1, -1))),
  };
}

export const hostileScores = (): Result => hostileResult(scoredResult());

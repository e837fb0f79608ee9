import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, isBlank, isWide } from '../../../src/report/typesetting/breaks.js';
import {
  type Frame,
  type Line,
  linesOf,
  type Measure,
  measured,
  widthOf,
} from '../../../src/report/typesetting/lines.js';

const EM = 10;
const measure: Measure = (cluster) =>
  (cluster.length > 1 ? 2 : isWide(cluster) ? 1 : isBlank(cluster) ? 0.25 : 0.5) * EM;
const frame = (squares: number, more: Partial<Frame> = {}): Frame => ({
  width: squares * EM,
  em: EM,
  justify: true,
  ...more,
});
const textOf = (line: Line): string => line.placed.map(({ text }) => text).join('');
const broken = (text: string, squares: number, more: Partial<Frame> = {}): string[] =>
  linesOf(text, frame(squares, more), measure).map(textOf);

const NO_START = '。，、；：？！）》〉」』”’】〕';
const NO_END = '（《〈「『“‘【〔';

/** Chinese as it is written: words with marks, dates, numbers, document numbers, here and there a Latin word. */
const written = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[考核情况通报工作单位年度完成]{1,8}$/) },
      { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '？', '！') },
      { weight: 1, arbitrary: fc.constantFrom('（试行）', '《办法》', '“一件事”', '——', '……', '〔2026〕18号') },
      { weight: 1, arbitrary: fc.constantFrom('2026年10月5日', '90.5%', '1,284.75', '5个', 'GDP', '12345') },
    ),
    { minLength: 1, maxLength: 60 },
  )
  // A writer does not begin with a mark, nor set three in a row.
  .map((parts) => `关于${parts.join('考核')}`);

describe('lines of Chinese text', () => {
  it('keep every character in its order', () => {
    fc.assert(
      fc.property(
        fc.oneof(written, fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 30 }),
        (text, squares) => {
          expect(broken(text, squares).join('')).toBe(text.split('\n').join(''));
        },
      ),
    );
  });

  it('are exactly as wide as the frame, but the last', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 20, max: 30 }), (text, squares) => {
        for (const line of linesOf(text, frame(squares, { indent: 2 * EM }), measure)) {
          const short = squares * EM - line.end;
          // A line that would look torn when filled, before a long whole that cannot be parted, is left as it is.
          // Gaps within numbers are never widened.
          const gaps = clustersOf(textOf(line)).slice(1);
          const torn = short / Math.max(1, gaps.filter(({ elastic }) => elastic).length) > 0.36 * EM;
          if (!line.last && !torn) expect(short).toBeCloseTo(0, 6);
          expect(line.end).toBeLessThanOrEqual(squares * EM + 1e-6);
        }
      }),
    );
  });

  it('begin and end with no mark that must not stand there', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 12, max: 30 }), fc.boolean(), (text, squares, justify) => {
        const lines = broken(text, squares, { justify });
        for (const line of lines) expect(NO_START).not.toContain(line[0]);
        for (const line of lines.slice(0, -1)) expect(NO_END).not.toContain(line.at(-1));
      }),
    );
  });

  it('do not part numbers, dates and document numbers', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 12, max: 30 }), (text, squares) => {
        const edges = broken(text, squares).join('\n');
        const wholes = [/[0-9]\n[0-9]/, /[0-9]\n[年月日号%]/, /[年月]\n[0-9]+[月日]/, /[\]〕]\n[0-9]/, /—\n—/, /…\n…/];
        for (const whole of wholes) expect(edges).not.toMatch(whole);
      }),
    );
  });

  it('set every character to the right of the one before it', () => {
    fc.assert(
      fc.property(written, (text) => {
        for (const { placed } of linesOf(text, frame(28), measure)) {
          for (const [at, { x }] of placed.slice(1).entries()) expect(x).toBeGreaterThan(placed[at]?.x ?? 0);
        }
      }),
    );
  });

  it('stand on the grid when only squares are in them', () => {
    const [first] = linesOf('考'.repeat(60), frame(28), measure);
    expect(first?.placed.map(({ x }) => x)).toEqual(Array.from({ length: 28 }, (_, at) => at * EM));
  });
});

describe('a line that does not come out even', () => {
  it('takes in a mark at its end, whose empty half nobody misses', () => {
    const [line] = linesOf('考核情况通报工，作作作', frame(6.5), measure);
    expect(line && textOf(line)).toBe('考核情况通报');
    const [fits] = linesOf('考核情况通，报报报', frame(5.5), measure);
    expect(fits && textOf(fits)).toBe('考核情况通，');
    expect(fits?.end).toBeCloseTo(55);
  });

  it('squeezes the marks within it on their empty side', () => {
    const [line] = linesOf('考核，“情况”，通报：工作，年度', frame(14), measure);
    expect(line && textOf(line)).toBe('考核，“情况”，通报：工作，');
    expect(line?.end).toBeCloseTo(140);
    const at = (text: string): number => line?.placed.find((placed) => placed.text === text)?.x ?? 0;
    const shift = 30 - at('“');
    expect(shift).toBeGreaterThanOrEqual(0);
  });

  it('pushes a character out before it tears the marks together', () => {
    const lines = linesOf('考核情况通报工作单位年，度', frame(11), measure);
    expect(lines.map(textOf)[0]).toBe('考核情况通报工作单位');
    expect(lines[0]?.end).toBeCloseTo(110);
  });

  it('squeezes an opening mark at the left', () => {
    const [line] = linesOf('考核，、（情况）、通报，', frame(11), measure);
    expect(line && textOf(line)).toBe('考核，、（情况）、通报，'.slice(0, textOf(line as Line).length));
    expect(line?.end).toBeCloseTo(110);
  });

  it('stays ragged rather than be torn apart', () => {
    const [line] = linesOf('详见 https://example.gov.cn/a/b', frame(14), measure);
    expect(line && textOf(line)).toBe('详见 ');
    expect(line?.end).toBe(20);
  });

  it('breaks inside a word only when the word is longer than a line', () => {
    expect(broken('abcdefghij', 3)).toEqual(['abcdef', 'ghij']);
    expect(broken('网址 abcdefghij', 3)).toEqual(['网址 ', 'abcdef', 'ghij']);
    expect(broken('2026年10月5日', 3.5)).toEqual(['2026年', '10月5日']);
  });

  it('parts no quarter, no ordinal and no figure from its unit', () => {
    for (const whole of ['第一季度', '第3季度', '第14科', '第十二名', '3份', '24人', '15次']) {
      const width = Math.ceil(whole.replace(/[0-9]/g, '').length + 0.5 * whole.replace(/[^0-9]/g, '').length);
      for (let before = 1; before <= width; before += 1) {
        const lines = broken(`${'考'.repeat(12 - before)}${whole}情况`, 12, { justify: false });
        expect(lines.some((line) => line.includes(whole))).toBe(true);
      }
    }
  });

  it('breaks beside a mark when nothing else is left', () => {
    expect(broken('？？？？', 2)).toEqual(['？？', '？？']);
    expect(broken('（（（（', 1, { justify: false })).toEqual(['（', '（', '（', '（']);
    expect(broken('考', 0.5)).toEqual(['考']);
    expect(broken('考核', 0.5)).toEqual(['考', '核']);
  });
});

describe('frames', () => {
  it('indent the first line and hang the others', () => {
    const lines = linesOf('考'.repeat(10), frame(5, { indent: 20, hang: 10 }), measure);
    expect(lines.map(({ start }) => start)).toEqual([20, 10, 10]);
    expect(lines.map((line) => line.placed.length)).toEqual([3, 4, 3]);
  });

  it('keep line breaks of the text', () => {
    expect(linesOf('考核\n\n通报', frame(28), measure).map((line) => [textOf(line), line.last])).toEqual([
      ['考核', true],
      ['通报', true],
    ]);
    expect(linesOf('', frame(28), measure)).toEqual([]);
  });
});

describe('English', () => {
  const english =
    'The office follows up every plan and counts its outcome in the annual assessment of well-known units.';

  it('wraps between words and fills lines between words only', () => {
    const lines = linesOf(english, frame(28), measure);
    expect(lines.map(textOf).join('')).toBe(english);
    for (const line of lines.slice(0, -1)) {
      expect(textOf(line)).toMatch(/[ -]$/);
      expect(line.end).toBeCloseTo(280);
      line.placed.slice(1).forEach(({ text, x }, at) => {
        const before = line.placed[at];
        if (before && !isBlank(before.text) && !isBlank(text)) expect(x - before.x).toBeCloseTo(5);
      });
    }
  });

  it('breaks after a hyphen between letters, not in numbers', () => {
    expect(broken('well-known', 3)).toEqual(['well-', 'known']);
    expect(broken('on 2026-03-31', 6)).toEqual(['on ', '2026-03-31']);
  });

  it('keeps quotation marks to their words', () => {
    expect(broken('the “best” year', 4.5)).toEqual(['the ', '“best” ', 'year']);
    expect(broken('they don’t know', 4.5)).toEqual(['they ', 'don’t ', 'know']);
  });
});

describe('widths', () => {
  it('answers the widest part that must stay whole', () => {
    expect(measured('共1,284.75元\n考核', EM, measure).whole).toBe(40);
    expect(measured('考核', EM, measure).whole).toBe(10);
    expect(measured('', EM, measure).whole).toBe(0);
    expect(widthOf('考核GDP——', measure)).toBe(55);
  });

  it('answer how many lines a text takes at each, and how wide it is on one', () => {
    const texts = fc.array(written, { maxLength: 3 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 1, maxLength: 4 }), (text, widths) => {
        const known = measured(text, EM, measure);
        for (const width of widths) expect(known.lines(width)).toBe(linesOf(text, { width, em: EM }, measure).length);
        expect(known.widest).toBe(Math.max(...text.split('\n').map((line) => widthOf(line, measure))));
      }),
    );
  });
});

describe('characters', () => {
  it('beyond 16 bits are told apart by all of their code', () => {
    expect([...'𠮷🎉𠮷'].map(isWide)).toEqual([true, false, true]);
    expect(['', ' ', '\u3000', '\u00a0', '考'].map(isBlank)).toEqual([false, true, true, true, false]);
  });
});

describe('places to break', () => {
  const resistances = (text: string): string =>
    clustersOf(text)
      .map(({ before }) => before)
      .join('');

  it('know pairs, accents and blanks', () => {
    expect(clustersOf('工作——e\u0301……').map(({ text }) => text)).toEqual(['工', '作', '——', 'e\u0301', '……']);
    expect(resistances('考 ，核')).toBe('3330');
    expect(resistances('（ 考核')).toBe('3330');
    expect(resistances('2026年10月5日')).toBe('3222212212');
    expect(resistances('考　核')).toBe('300');
    expect(resistances('to -5')).toBe('32302');
  });
});

/** Whatever stands in a cell, the page is of the same tags and attributes, the same script and the same style. */
import { describe, expect, it } from 'vitest';
import { writePage } from '../../../src/report/page/write.js';
import { aResult } from '../result.js';
import { hostileResult, hostileScores } from './hostile.js';
import { bodyOf, scriptOf, styleOf, tagsOf } from './parts.js';

const page = writePage(aResult(), 'zh');

describe('hostile texts', () => {
  it.each([
    ['grades', hostileResult()],
    ['points', hostileScores()],
  ])('change no tag, attribute, script or style: %s', (_, result) => {
    for (const most of [0, 10_000_000]) {
      const hostile = writePage(result, 'zh', most);
      expect(scriptOf(hostile)).toBe(scriptOf(page));
      expect(styleOf(hostile)).toBe(styleOf(page));
      const names = (html: string) =>
        new Set(tagsOf(bodyOf(html)).flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes)]));
      expect([...names(hostile)].filter((name) => /^on|script$|^img$|^b$|style/.test(name))).toEqual(
        most === 0 ? ['script'] : [],
      );
      expect(hostile.match(/<script/g)).toHaveLength(most === 0 ? 2 : 1);
      expect(hostile).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u2028\u2029]/u);
      expect(hostile).not.toContain('onerror="');
    }
  });
});

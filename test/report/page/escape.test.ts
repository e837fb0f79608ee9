/** The one way by which texts come into a page: whatever they hold, they stay texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedded, escaped, seen } from '../../../src/report/page/escape.js';
import { HOSTILE } from './hostile.js';

describe('a text', () => {
  it.each([
    ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
    ['甲\u202E乙', '甲\\u{202e}乙'],
    ['\u0000\u001b[2J', '\\u{0}\\u{1b}[2J'],
    ['a\u2028b', 'a\\u{2028}b'],
    ['一\n二\r\n三', '一\n二\n三'],
    ['alone \r', 'alone \\u{d}'],
    ['\uD83D', '\uFFFD'],
    ['😀', '😀'],
    ['普通的字，（两）个', '普通的字，（两）个'],
  ])('%j is written %j', (text, written) => {
    expect(escaped(text)).toBe(written);
  });

  it('whatever it is, holds nothing that ends it or steers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(seen(text)).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });
});

describe('data', () => {
  it('comes back as it was and holds nothing that ends the script', () => {
    const written = embedded({ texts: HOSTILE });
    expect(JSON.parse(written)).toEqual({ texts: HOSTILE });
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
  });
});

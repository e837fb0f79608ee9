import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { PACKAGED } from '../../../src/report/pdf/candidates.js';
import { openFont } from '../../../src/report/pdf/font.js';
import { remembering } from '../../../src/report/pdf/shaped.js';
import { FEATURES } from '../../../src/report/pdf/typeface.js';

const font = openFont(readFileSync(createRequire(import.meta.url).resolve(PACKAGED.song ?? '')));

describe('a font that remembers', () => {
  it('shapes a text once for each set of features', () => {
    const layout = vi.spyOn(font, 'layout');
    const shaped = remembering(font);
    for (const features of [FEATURES.plain, FEATURES.wide, FEATURES.plain, FEATURES.wide])
      shaped.layout('——', features);
    expect(layout).toHaveBeenCalledTimes(2);
    layout.mockRestore();
  });

  it('gives what the font gives, and positions that may be changed', () => {
    const shaped = remembering(font);
    const wanted = font.layout('通报“甲”', FEATURES.narrow);
    for (const _ of ['first', 'again']) {
      const run = shaped.layout('通报“甲”', FEATURES.narrow);
      expect(run.advanceWidth).toBe(wanted.advanceWidth);
      expect(run.positions).toMatchObject(wanted.positions.map((position) => ({ ...position })));
      for (const position of run.positions) Object.assign(position, { xAdvance: -1 });
      expect(run.advanceWidth).toBe(-run.positions.length);
    }
  });

  it('is the font in all else', () => {
    const shaped = remembering(font);
    expect(shaped.postscriptName).toBe(font.postscriptName);
    expect(shaped.glyphForCodePoint(0x8003)).toBe(font.glyphForCodePoint(0x8003));
  });
});

/**
 * A font as pdfkit draws with it: every text is shaped once, however often it stands in the bulletin and however often
 * pdfkit asks. What comes back is what fontkit gives, to the last digit.
 */
import type { Features, Font, Run } from './font.js';

/** The same font, which remembers what it has shaped. */
export function remembering(font: Font): Font {
  const known = new Map<Features | undefined, Map<string, Run>>();
  const layout = (text: string, features?: Features): Run => {
    const runs = known.get(features) ?? new Map<string, Run>();
    known.set(features, runs);
    const run = runs.get(text) ?? font.layout(text, features);
    runs.set(text, run);
    return new Copy(run);
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

/**
 * pdfkit scales positions where they stand, and asks for the width then: each time it gets its own. A class, since objects
 * that are made one by one with a getter take longer to make than a text to shape.
 */
class Copy implements Run {
  readonly glyphs: Run['glyphs'];
  readonly positions: Run['positions'];

  constructor({ glyphs, positions }: Run) {
    this.glyphs = glyphs;
    this.positions = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
}

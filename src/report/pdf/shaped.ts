/**
 * A font as pdfkit draws with it: every text is shaped once, however often it stands in the bulletin and however often
 * pdfkit asks. What comes back is what fontkit gives, to the last digit.
 */
import type { Features, Font, Position, Run } from './font.js';

/** The same font, which remembers what it has shaped. */
export function remembering(font: Font): Font {
  const known = new Map<Features | undefined, Map<string, Run>>();
  const layout = (text: string, features?: Features): Run => {
    const runs = known.get(features) ?? new Map<string, Run>();
    known.set(features, runs);
    const run = runs.get(text) ?? font.layout(text, features);
    runs.set(text, run);
    // pdfkit scales positions where they stand: each time it gets its own.
    return Object.create(run, { positions: { value: run.positions.map(copied) } }) as Run;
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

function copied({ xAdvance, yAdvance, xOffset, yOffset }: Position): Position {
  return { xAdvance, yAdvance, xOffset, yOffset };
}

/**
 * Where a name without a seal stands, and its date: the name's widest line ends two characters from the right, the date
 * begins two characters further in, and neither leaves the type area. A long name is broken by sense, as in the red head.
 */
import { type Measure, widthOf } from './lines.js';
import { AREA, EM } from './page.js';
import { titleLines } from './title.js';

export interface SignaturePlaces {
  readonly lines: readonly string[];
  /** Left edge of each line and of the date, in points from that of the type area. */
  readonly lineX: readonly number[];
  readonly dateX: number;
}

export function signaturePlaces(name: string, day: string, measure: Measure): SignaturePlaces {
  const right = AREA.width - 2 * EM;
  const lines = linesOfName(name, right - 2 * EM, measure);
  const widest = Math.max(0, ...lines.map((line) => widthOf(line, measure)));
  // A date that would pass the right-hand limit stays at it and takes the name along.
  const dateX = Math.min(right - widest + 2 * EM, right - widthOf(day, measure));
  return { lines, lineX: lines.map(() => Math.max(0, dateX - 2 * EM)), dateX };
}

/** The lines of a name for a width in points; of an empty one none. */
export function linesOfName(name: string, width: number, measure: Measure): string[] {
  return titleLines(name, width, measure)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

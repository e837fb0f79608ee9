/**
 * Where a signing name and its date stand. Without a seal the name's widest line ends two characters from the right and the
 * date begins two characters further in; with one the date ends four characters from the right and the name stands centred
 * over it. Neither leaves the type area. A long name is broken by sense, as in the red head.
 */
import type { Bulletin } from '../../model/bulletin.js';
import { type Measure, widthOf } from './lines.js';
import { AREA, EM } from './page.js';
import { titleLines } from './title.js';

export interface SignaturePlaces {
  /** Empty lines above the name. */
  readonly above: number;
  readonly lines: readonly string[];
  /** Left edge of each line and of the date, in points from that of the type area. */
  readonly lineX: readonly number[];
  readonly dateX: number;
  /** What name and date are centred upon, where there is a seal. */
  readonly centre?: number;
}

/** A seal is about four lines high: its top is to lie in the line below the text, its middle on name and date. */
const ABOVE_SEALED = 2;

/** `day` is the date as it is written. */
export function signaturePlaces(
  { name, isSealed }: Bulletin['signature'],
  day: string,
  measure: Measure,
): SignaturePlaces {
  return isSealed ? sealed(name, day, measure) : unsealed(name, day, measure);
}

function unsealed(name: string, day: string, measure: Measure): SignaturePlaces {
  const right = AREA.width - 2 * EM;
  const lines = linesOfName(name, right - 2 * EM, measure);
  const widest = Math.max(0, ...lines.map((line) => widthOf(line, measure)));
  // A date that would pass the right-hand limit stays at it and takes the name along.
  const dateX = Math.min(right - widest + 2 * EM, right - widthOf(day, measure));
  return { above: 1, lines, lineX: lines.map(() => Math.max(0, dateX - 2 * EM)), dateX };
}

function sealed(name: string, day: string, measure: Measure): SignaturePlaces {
  const width = widthOf(day, measure);
  const dateX = AREA.width - 4 * EM - width;
  const centre = dateX + width / 2;
  const lines = linesOfName(name, 2 * (AREA.width - centre), measure);
  const lineX = lines.map((line) => centre - widthOf(line, measure) / 2);
  return { above: ABOVE_SEALED, lines, lineX, dateX, centre };
}

/** The lines of a name for a width in points; of an empty one none. */
export function linesOfName(name: string, width: number, measure: Measure): string[] {
  return titleLines(name, width, measure)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The red head of a document: how large the issuer's name is set, where it breaks, and the rule below the number. */
import { type Measure, widthOf } from './lines.js';
import { AREA, mm } from './page.js';
import { titleLines } from './title.js';

/** From the top of the type area to the top of the issuer's name. */
export const ISSUER_TOP = mm(35);
/** Sizes of the issuer's name: as large as one line allows; below the smaller it takes two. */
const ISSUER_SIZE = { most: 46, least: 26 } as const;
/** Share of the line that the name may take. */
const ISSUER_WIDTH = 0.96;
/** Distance of two lines of the name, in sizes. */
export const ISSUER_PITCH = 1.3;
export const RED_RULE = { below: mm(4), thickness: mm(0.7) } as const;

/** How large the issuer's name is set, and where it breaks; `measure` is that of its face in a size. */
export function issuerIn(issuer: string, measure: (size: number) => Measure): { size: number; text: string } {
  const room = AREA.width * ISSUER_WIDTH;
  const widest = Math.max(...issuer.split('\n').map((part) => widthOf(part, measure(1))));
  const size = Math.max(ISSUER_SIZE.least, Math.min(ISSUER_SIZE.most, widest > 0 ? room / widest : 0));
  // Only rounding parts a name that was sized to fill the room from the room.
  return { size, text: titleLines(issuer, room + 0.01, measure(size)).join('\n') };
}

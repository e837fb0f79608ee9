/**
 * Who signs, the date and the note below it. They are placed by where they begin, or with a seal by their middle, so that
 * fonts of other widths do not move one from the other.
 */
import type { Lang } from '../../base/text.js';
import type { Bulletin } from '../../model/bulletin.js';
import { type Measure, widthOf } from '../typesetting/lines.js';
import { AREA } from '../typesetting/page.js';
import { signaturePlaces } from '../typesetting/signature.js';
import { WORDS } from '../typesetting/words.js';
import { closeSetter } from './nominal.js';
import { emptyLines, said } from './paragraph.js';
import { BODY_SIZE, CLOSER, twips } from './sizes.js';
import { indent } from './styles.js';
import { valued } from './xml.js';

export function signature({ signature: signed, note, lang }: Bulletin): string[] {
  const day = WORDS[lang].date(signed.date);
  const { above, lines, lineX, dateX, centre } = signaturePlaces(signed, day, bodyMeasure(lang));
  const from = (x: number): string[] =>
    centre === undefined
      ? [indent({ left: twips(x) })]
      : [indent({ left: twips(Math.max(0, 2 * centre - AREA.width)) }), valued('w:jc', 'center')];
  return [
    ...emptyLines(above),
    said('Signature', lines.join('\n'), { properties: from(lineX[0] ?? 0) }),
    said('IssuedOn', day, { properties: [...(note ? [valued('w:keepNext', 1)] : []), ...from(dateX)] }),
    ...(note ? [said('Note', { zh: `（${note}）`, en: `(${note})` }[lang])] : []),
  ];
}

/** Points that a text takes in the body. */
export function bodyWidth(text: string, lang: Lang): number {
  return widthOf(text, bodyMeasure(lang));
}

function bodyMeasure(lang: Lang): Measure {
  const measure = closeSetter(lang).measure({ face: 'fang', size: BODY_SIZE });
  return (cluster) => measure(cluster) + [...cluster].length * CLOSER;
}

/** What stands at the head: the red name of the issuer, the document number above the red rule, title and addressees. */
import type { Bulletin } from '../../model/bulletin.js';
import { ISSUER_PITCH, ISSUER_TOP, issuerIn, RED_RULE } from '../typesetting/issuer.js';
import { AREA, SIZE } from '../typesetting/page.js';
import type { Setter } from '../typesetting/setting.js';
import { titleLines } from '../typesetting/title.js';
import { WORDS } from '../typesetting/words.js';
import { emptyLines, said } from './paragraph.js';
import { BODY_SIZE, eighths, LINE } from './sizes.js';
import { spacing } from './styles.js';
import { element } from './xml.js';

export function front({ issuer, number, title, addressees }: Bulletin, setter: Setter): string[] {
  const { size, text } = issuerIn(issuer, (each) => setter.measure({ face: 'heading', size: each }));
  const pitch = ISSUER_PITCH * size;
  // Word puts what is left of a line's height above and below its characters.
  const above = spacing(pitch, 'exact', ISSUER_TOP - (pitch - size) / 2);
  return [
    said('Issuer', text, { size, properties: [above] }),
    ...emptyLines(2),
    said('DocumentNumber', number ?? '', { properties: [redRule()] }),
    ...emptyLines(2),
    said('Title', broken(title, setter)),
    ...emptyLines(1),
    ...(addressees ? [said('Addressees', `${addressees.replace(/[:：]$/, '')}${WORDS[setter.lang].colon}`)] : []),
  ];
}

/** A title broken by sense, as in print. */
export function broken(title: string, setter: Setter): string {
  const measure = setter.measure({ face: 'heading', size: SIZE.title });
  return titleLines(title, AREA.width - 2 * SIZE.title, measure)
    .map((line) => line.trim())
    .join('\n');
}

function redRule(): string {
  const rule = {
    'w:val': 'single',
    'w:sz': eighths(RED_RULE.thickness),
    'w:space': Math.round(RED_RULE.below - (LINE - BODY_SIZE) / 2),
    'w:color': 'FF0000',
  };
  return element('w:pBdr', {}, element('w:bottom', rule));
}

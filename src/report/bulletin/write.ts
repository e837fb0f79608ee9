/**
 * Writes the bulletin of a result: title, opening, the sections in the order the measures want, signature and foot.
 * Everything comes from the result alone; no figure is typed, and the same result gives the same bulletin.
 */
import { periodText } from '../../base/period.js';
import { filled, type Lang } from '../../base/text.js';
import type { Bulletin } from '../../model/bulletin.js';
import type { Result } from '../../model/result.js';
import { labelled } from '../../words/phrase.js';
import { lookUp } from '../lookup.js';
import { assumptions } from './assumptions.js';
import { writeSection } from './sections.js';
import { paragraph } from './table.js';

const CONTACT = { zh: '联系人', en: 'Contact' } as const;

export function writeBulletin(result: Result, lang: Lang): Bulletin {
  const lookup = lookUp(result, lang);
  const { office, period, asOf, measures, words } = result;
  const { title, opening, sections } = words.bulletin;
  const date = office.issued ?? asOf;
  const values = { period: periodText(period)[lang], measures: measures.title[lang] };
  return {
    lang,
    issuer: office.issuer,
    ...(office.number === undefined ? {} : { number: office.number }),
    title: filled(title[lang], values),
    ...(office.addressees === undefined ? {} : { addressees: office.addressees }),
    blocks: [
      paragraph(filled(opening[lang], values)),
      ...sections.flatMap((section, at) => writeSection(section, at, lookup)),
    ],
    attachments: [...assumptions(lookup), ...(office.attachments ?? []).map((title) => ({ title }))],
    signature: { name: office.issuer, date, ...(office.isSealed ? { isSealed: true } : {}) },
    ...(office.contact === undefined ? {} : { note: labelled(CONTACT[lang], office.contact, lang) }),
    imprint: {
      ...(office.copies === undefined ? {} : { copies: office.copies }),
      office: office.printedBy ?? office.issuer,
      date,
    },
  };
}

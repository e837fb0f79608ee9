/**
 * What a section says of what it cannot list yet. That there is nothing is said in the measures' own words only where
 * nothing is open: an empty list made of half the material is no finding.
 */
import { dayText } from '../../base/day.js';
import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import type { Block } from '../../model/bulletin.js';
import type { Owed } from '../../model/grading.js';
import { listed, phrases, sentence } from '../../words/phrase.js';
import type { Lookup } from '../lookup.js';
import { reasonText } from './reasons.js';
import { paragraph } from './table.js';

/** In place of a list that is empty; `open` says what may still fill it, and is undefined where nothing may. */
export function nothingListed(none: Text, open: string | undefined, { lang, result }: Lookup): Block {
  if (open === undefined) return paragraph(none[lang]);
  const said = {
    zh: `截至${dayText(result.asOf).zh}的材料中没有应列的内容`,
    en: `Nothing to list in what is at hand on ${result.asOf}`,
  }[lang];
  return paragraph(sentence(phrases(open === '' ? [said] : [said, open], lang), lang));
}

/** Below a list that may grow. */
export function mayGrow(open: string | undefined, { lang }: Lookup): Block[] {
  if (open === undefined) return [];
  return [
    paragraph({ zh: `${open}，补齐后可能增列。`, en: `${sentence(open, 'en')} More may have to be listed.` }[lang]),
  ];
}

/** 另有12处材料未报、3处材料未到期. */
export function openText(owed: readonly Owed[], { lang }: Lookup): string | undefined {
  if (owed.length === 0) return undefined;
  const counted = [...groupedBy(owed, (each) => reasonText(each)[lang])].map(
    ([reason, own]) => ({ zh: `${own.length}处${reason}`, en: `${reason} (${own.length})` })[lang],
  );
  return { zh: `另有${listed(counted, lang)}`, en: `still open: ${listed(counted, lang)}` }[lang];
}

/** Who is commended, criticised or given notice, and by which clause: one paragraph a subject, gathered by tone. */
import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import type { Block } from '../../model/bulletin.js';
import type { ConsequenceLine } from '../../model/grading.js';
import { labelled, phrases, sentence } from '../../words/phrase.js';
import type { Lookup } from '../lookup.js';
import { consequenceText } from '../titles.js';
import { numbered } from './numeral.js';
import { nothingListed } from './open.js';
import type { SectionWriter } from './section.js';
import { paragraph } from './table.js';

export const TONES: Readonly<Record<ConsequenceLine['tone'], Text>> = {
  commend: { zh: '表扬', en: 'Commended' },
  criticise: { zh: '批评', en: 'Criticised' },
  notice: { zh: '告知', en: 'Given notice' },
};

export const writeConsequences: SectionWriter<'consequences'> = ({ tones, none }, lookup) => {
  const { result, lang } = lookup;
  const groups = [...new Set(tones)]
    .map((tone) => ({ tone, lines: result.consequences.filter((line) => line.tone === tone) }))
    .filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return [nothingListed(none, isAnyOpen(lookup) ? '' : undefined, lookup)];
  return groups.flatMap(({ tone, lines }, at): Block[] => {
    // With a single tone asked for, the section's own heading names it.
    const heading = { kind: 'heading', level: 2, text: numbered(at + 1, 2, TONES[tone][lang], lang) } as const;
    return [...(tones.length > 1 ? [heading] : []), ...bySubject(lines, lookup)];
  });
};

/** What follows is told by facts and grades, and of these something may not be known yet. */
function isAnyOpen({ result: { facts, grades } }: Lookup): boolean {
  return facts.some(({ owed }) => owed.length > 0) || grades.some(({ state }) => state === 'awaiting');
}

function bySubject(lines: readonly ConsequenceLine[], lookup: Lookup): Block[] {
  const { lang, name } = lookup;
  return [...groupedBy(lines, ({ subject }) => subject)].map(([subject, own]) => {
    const said = own.map((line) => consequenceText(line, lookup));
    return paragraph(sentence(labelled(name(subject), phrases(said, lang), lang), lang));
  });
}

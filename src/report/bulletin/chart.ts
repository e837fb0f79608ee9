/**
 * One fact of everyone in an order as bars, in order of standing, each with its figure; what is not known yet keeps its
 * bounds and says so. There is no chart where there would be nothing to compare.
 */
import type { ChartBlock } from '../../model/bulletin.js';
import type { Standing } from '../../model/grading.js';
import { labelled, phrases, sentence } from '../../words/phrase.js';
import { factText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { boundsOf } from '../scale.js';
import { factTitle } from '../titles.js';

/** `group` is the title of the group, where several are ranked apart. None for fewer than two bars. */
export function chartOf(
  id: string,
  standings: readonly Standing[],
  group: string | undefined,
  lookup: Lookup,
): ChartBlock[] {
  const { lang, words, fact, name } = lookup;
  const bars = standings.map(({ subject }) => {
    const found = fact(subject, id);
    return { name: name(subject), text: factText(found, words, lang), ...boundsOf(found) };
  });
  if (bars.filter(({ least, most }) => (most ?? least) !== undefined).length < 2) return [];
  const caption = captionOf(id, standings, group, lookup);
  const told = bars.map((bar) => ({ zh: `${bar.name}${bar.text}`, en: `${bar.name} ${bar.text}` })[lang]);
  const alt = sentence(
    labelled({ zh: `条形图，${caption}`, en: `Bar chart, ${caption}` }[lang], phrases(told, lang), lang),
    lang,
  );
  return [{ kind: 'chart', caption, alt, isShare: words.facts[id]?.show === 'share', bars }];
}

/** 各科室完成率; 党群部门考评得分; Completion by unit. */
function captionOf(id: string, standings: readonly Standing[], group: string | undefined, lookup: Lookup): string {
  const { lang, words, subject } = lookup;
  const title = factTitle(id, lookup);
  const kind = subject(standings[0]?.subject ?? '')?.kind ?? '';
  const of = words.subjects[kind]?.[lang] ?? kind;
  if (group !== undefined) return { zh: `${group}${title}`, en: `${title}, ${group}` }[lang];
  return { zh: `各${of}${title}`, en: `${title} by ${of}` }[lang];
}

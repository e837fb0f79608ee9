/**
 * The status on the terminal: a compact table for every form with a legend, who owes something now, what falls due
 * next. No line is wider than 100 columns as a terminal counts them, and no text from a file can command it.
 */
import { type Day, daysBetween, dayText } from '../../base/day.js';
import { groupedBy } from '../../base/group.js';
import { periodText } from '../../base/period.js';
import { type Lang, visible } from '../../base/text.js';
import { width } from '../../base/width.js';
import type { Besides, Entry, Status } from '../../report/status/types.js';
import { days, entryText, legendOf, markOf, outcomeText, toneOf } from '../../report/status/words.js';
import { bracketed, labelled, listed, phrases } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import { wrapped } from './line.js';
import type { Paint } from './paint.js';
import { gridText } from './status-grid.js';

export function statusText(status: Status, lang: Lang, paint: Paint): string {
  const entries = status.forms.flatMap(({ submitters }) =>
    submitters.flatMap(({ entries: own }) => own.filter((each) => each !== null)),
  );
  const legend = legendOf(entries, lang).join('  ');
  const none = { zh: '这一期间没有应报的材料。', en: 'Nothing is owed for this period.' }[lang];
  return [
    ...(entries.length > 0 ? wrapped(legend, '').map(paint.dim) : [none]),
    ...status.forms.flatMap((form) => ['', ...gridText(form, lang, paint)]),
    '',
    ...owingLines(status, lang, paint),
    ...besidesLines(status.besides, lang, paint),
    '',
    ...upcomingLines(status, lang, paint),
  ].join('\n');
}

/** Those who owe the same are named together. */
function owingLines({ owing, asOf }: Status, lang: Lang, paint: Paint): string[] {
  const apart = [...groupedBy(owing, ({ by, name }) => `${by}\n${name.zh}`).values()];
  if (apart.length === 0) return [paint.bold({ zh: '现在没有谁欠材料。', en: 'Nobody owes anything now.' }[lang])];
  const title = { zh: `现在欠材料的（${apart.length}）`, en: `Owing something now (${apart.length})` }[lang];
  const alike = groupedBy(apart, (own) => own.map((entry) => markOf(entry) + owedText(entry, asOf, lang)).join('\n'));
  const lines = [...alike.values()].flatMap((members) => [
    ...wrapped(
      visible(
        listed(
          members.flatMap(([first]) => first?.name[lang] ?? []),
          lang,
        ),
      ),
      '  ',
    ),
    ...(members[0] ?? []).flatMap((entry) => owedLines(entry, asOf, lang, paint)),
  ]);
  return [paint.bold(title), ...lines];
}

function owedLines(entry: Entry, asOf: Day, lang: Lang, paint: Paint): string[] {
  const mark = markOf(entry);
  const indent = ' '.repeat(width(mark) + 5);
  const [first = '', ...rest] = wrapped(visible(owedText(entry, asOf, lang)), indent);
  return [`    ${paint.severity(toneOf(entry) ?? 'note', mark)} ${first.trimStart()}`, ...rest];
}

/** 月报 2026年3月：未报；应于2026年4月3日，已过7天 */
function owedText(entry: Entry, asOf: Day, lang: Lang): string {
  const { title, period, due, state, outcome, file = '', sheet } = entry;
  const over = daysBetween(due, asOf);
  const overdue = { zh: `应于${dayText(due).zh}，已过${over}天`, en: `due ${due}, ${days(over)} ago` }[lang];
  const where = [
    ...(state === 'missing' ? [overdue] : []),
    ...(outcome === 'returned' || outcome === 'unchosen'
      ? [placeText(sheet === undefined ? { file } : { file, sheet })]
      : []),
  ];
  const says = phrases([entryText(entry, lang), ...where], lang);
  return labelled(`${title[lang]} ${periodText(period)[lang]}`, says, lang);
}

function besidesLines(besides: readonly Besides[], lang: Lang, paint: Paint): string[] {
  if (besides.length === 0) return [];
  const lines = besides.flatMap(({ file, sheet, title, outcome }) => {
    const about = bracketed(placeText({ file, ...(sheet === undefined ? {} : { sheet }) }), title?.[lang] ?? '', lang);
    return wrapped(visible(labelled(about, outcomeText(outcome, lang), lang)), '  ');
  });
  return ['', paint.bold({ zh: '表中没有列出的来件', en: 'Handed in, but in no table above' }[lang]), ...lines];
}

function upcomingLines({ upcoming }: Status, lang: Lang, paint: Paint): string[] {
  if (upcoming.length === 0) return [{ zh: '近期没有到期的材料。', en: 'Nothing falls due soon.' }[lang]];
  const lines = upcoming.flatMap(({ title, period, due, debtors, came }) => {
    const many =
      came > 0
        ? { zh: `应报 ${debtors}，已到 ${came}`, en: `owed by ${debtors}, ${came} already there` }[lang]
        : { zh: `应报 ${debtors}`, en: `owed by ${debtors}` }[lang];
    return wrapped(visible(`${due}  ${labelled(`${title[lang]} ${periodText(period)[lang]}`, many, lang)}`), '  ');
  });
  return [paint.bold({ zh: '接下来到期的', en: 'Falling due next' }[lang]), ...lines];
}

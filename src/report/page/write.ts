/**
 * Writes the page of a run: one file that holds the whole result in both languages, made from the result alone. The same
 * result gives the same bytes. What is said of everyone stands in it as it is read; where that would make the file slow to
 * open, the kinds of whom there are most are built by the script, from data, when they are asked for.
 */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { Lang, Text } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import { capital } from '../../words/phrase.js';
import { joiningFor } from './bilingual.js';
import { documentOf } from './document.js';
import { type Content, type Contents, type Element, el } from './element.js';
import { findings } from './findings.js';
import { htmlPieces } from './html.js';
import { lookUpPage, type PageLookup } from './lookup.js';
import { measures } from './measures.js';
import { orders } from './order.js';
import { overview } from './overview.js';
import { packed } from './packed.js';
import { people } from './people.js';
import { points } from './points.js';
import { type Both, subjectPages } from './subjects.js';
import { submissions } from './submissions.js';

/** Pages of single subjects that stand in the file as they are read, in characters; beyond that they are built when asked for. */
const STANDING = 3_000_000;

/** `most` is the number of characters that pages of single subjects may take as they are read. */
export function writePage(result: Result, lang: Lang, most = STANDING): string {
  return [...pageChunks(result, lang, most)].join('');
}

/** The page in pieces, in order, each made when it is asked for. */
export function* pageChunks(result: Result, lang: Lang, most = STANDING): Generator<string> {
  const [zh, en] = lookUpPage(result);
  const join = joiningFor(lang);
  const both = (write: (page: PageLookup) => Element): readonly Content[] => join(write(zh), write(en));
  const { standing, built } = subjectPages(result, zh, both, most);
  yield* documentOf({
    lang,
    title: titleOf(result),
    head: both(head),
    main: main(result, both, standing),
    foot: [...(built ? both(unscripted) : []), ...both(foot)],
    packed: built && packed(built),
  });
}

function* main(result: Result, both: Both, standing: readonly string[]): Generator<string> {
  for (const view of viewsFor(result)) yield* htmlPieces(both((page) => viewOf(view, page)));
  yield* standing;
}

interface View {
  readonly id: string;
  readonly title: Text;
  contents(page: PageLookup): Contents;
  /** Whether a result has anything for it; every result unless said. */
  isFor?(result: Result): boolean;
}

/** In the order of the navigation; the first is shown where no other is asked for. */
const VIEWS: readonly View[] = [
  { id: 'overview', title: { zh: '总览', en: 'Overview' }, contents: overview },
  { id: 'order', title: { zh: '排名', en: 'Order' }, contents: orders },
  { id: 'points', title: { zh: '得分', en: 'Points' }, contents: points, isFor: ({ scores }) => scores.length > 0 },
  { id: 'people', title: { zh: '单位和人员', en: 'Units and people' }, contents: people },
  { id: 'submissions', title: { zh: '材料报送', en: 'Submissions' }, contents: submissions },
  { id: 'findings', title: { zh: '问题', en: 'Findings' }, contents: findings },
  { id: 'measures', title: { zh: '办法和数值', en: 'Measures' }, contents: measures },
];

function viewsFor(result: Result): readonly View[] {
  return VIEWS.filter(({ isFor }) => isFor?.(result) ?? true);
}

function viewOf({ id, title, contents }: View, page: PageLookup): Element {
  return el(
    'section',
    { class: 'view', id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title`, tabindex: -1 }, title[page.lang]),
    contents(page),
  );
}

function titleOf({ office, measures: { title }, period }: Result): Text {
  const of = (lang: Lang): string => [office.name, title[lang], periodText(period)[lang]].filter(Boolean).join('　');
  return { zh: of('zh'), en: of('en') };
}

function head(page: PageLookup): Element {
  const { lang, result } = page;
  const { office, measures: about, period, asOf } = result;
  const when = {
    zh: `${periodText(period).zh}　截至${dayText(asOf).zh}`,
    en: `${capital(periodText(period).en)}, as of ${dayText(asOf).en}`,
  };
  return el(
    'header',
    {},
    el('a', { class: 'skip', href: '#main' }, SKIP[lang]),
    el(
      'div',
      { class: 'languages', role: 'group', hidden: '' },
      el('button', { type: 'button', 'data-lang': 'zh', lang: 'zh-CN' }, '中文'),
      el('button', { type: 'button', 'data-lang': 'en', lang: 'en' }, 'English'),
    ),
    office.name === '' ? undefined : el('p', { class: 'office' }, office.name),
    el('h1', {}, about.title[lang]),
    el('p', { class: 'when' }, when[lang]),
    el(
      'nav',
      {},
      el(
        'ul',
        {},
        viewsFor(result).map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, title[lang]))),
      ),
    ),
  );
}

const SKIP: Text = { zh: '跳到正文', en: 'Skip to the contents' };

/** Said where the script does not run. */
function unscripted({ lang }: PageLookup): Element {
  const text = {
    zh: '各单位和人员的页面由脚本按需生成；浏览器停用脚本时，请用 assess explain 或 ranking.xlsx 查看。',
    en: 'Pages of units and people are built by a script when asked for; without it see assess explain or ranking.xlsx.',
  };
  return el('p', { class: 'unscripted' }, text[lang]);
}

function foot({ lang, result }: PageLookup): Element {
  const { id, version } = result.measures;
  const text = {
    zh: `本页由评定结果生成，与 results.json 一致；办法 ${id} ${version}。`,
    en: `Made from the result and the same as results.json; measures ${id} ${version}.`,
  };
  return el('footer', {}, el('p', {}, text[lang]));
}

/** Findings as a table: code, severity, whose, where it stands and what, what is wrong and how it is mended. */
import type { Text } from '../../base/text.js';
import { FINDINGS } from '../../check/findings.js';
import type { Finding, Severity } from '../../model/finding.js';
import { findingWords } from '../../words/finding.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { clauseText } from '../../words/value.js';
import { type CutShort, capped } from '../capped.js';
import { type Contents, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { list, nameLink } from './phrases.js';
import { sendersOf } from './senders.js';
import { type Cell, type Column, cell, type Facet, type Tone, tableOf } from './table.js';

export function findings(page: PageLookup): Contents {
  const { result, lang } = page;
  if (result.findings.length === 0) return el('p', {}, NONE[lang]);
  return findingTable(result.findings, 'findings-table', CAPTION[lang], page, true);
}

const NONE: Text = { zh: '没有发现问题。', en: 'Nothing was found.' };
const CAPTION: Text = { zh: '问题清单', en: 'What is missing or wrong' };

/** More of one kind in one file nobody reads on a page; the workbook and results.json have them. */
const LISTED_PER_KIND = 100;

export const SEVERITIES: Readonly<Record<Severity, { readonly said: Text; readonly tone?: Tone }>> = {
  error: { said: { zh: '错误', en: 'error' }, tone: 'bad' },
  warning: { said: { zh: '警告', en: 'warning' }, tone: 'warn' },
  note: { said: { zh: '提示', en: 'note' } },
};
const WEIGHTS = Object.keys(SEVERITIES) as Severity[];

export function findingTable(
  all: readonly Finding[],
  id: string,
  caption: string,
  page: PageLookup,
  isFiltered: boolean,
): Contents {
  const { result, lang } = page;
  const { shown, cut } = capped(all, LISTED_PER_KIND);
  const senders = shown.map((finding) => sendersOf(result)(finding) ?? '');
  const rows = shown.map((finding, at) => findingRow(finding, senders[at] ?? '', page));
  const columns = COLUMNS[lang].map((title, at): Column => ({ title, kind: at > 2 ? 'wide' : 'term' }));
  const facets: Facet[] = [
    { title: COLUMNS[lang][2], of: senders.map((by) => ({ id: by, title: by === '' ? '—' : page.name(by) })) },
    {
      title: COLUMNS[lang][1],
      of: shown.map(({ severity }) => ({ id: severity, title: SEVERITIES[severity].said[lang] })),
    },
    { title: COLUMNS[lang][0], of: shown.map((finding) => codeFacet(finding, page)) },
  ];
  return [
    tableOf({ id, caption, isHeaded: true, columns, rows, ...(isFiltered ? { facets } : {}) }, page),
    list(
      'remark',
      cut.map((each) => cutText(each, page)),
    ),
  ];
}

function codeFacet(finding: Finding, { lang }: PageLookup): Facet['of'][number] {
  const { code, title } = findingWords(finding);
  return { id: code, title: `${code} ${title[lang]}` };
}

const COLUMNS = {
  zh: ['编号', '程度', '单位', '位置', '问题', '处理办法'],
  en: ['Code', 'Severity', 'Unit', 'Where', 'What is wrong', 'How to mend it'],
} as const;

function findingRow(finding: Finding, by: string, page: PageLookup): Cell[] {
  const { lang, words } = page;
  const { code, says, remedy } = findingWords(finding);
  const { severity, place, row, raw, clause } = finding;
  const { said, tone } = SEVERITIES[severity];
  return [
    cell(code),
    cell(said[lang], { key: WEIGHTS.indexOf(severity), tone }),
    cell(by === '' ? '—' : nameLink(by, page)),
    cell([where(place), row === undefined ? undefined : el('p', { class: 'span' }, labelled(ROW[lang], row, lang))]),
    cell([
      el('p', {}, bracketed(says[lang], clause === undefined ? '' : clauseText(clause, words), lang)),
      raw === undefined || raw === '' ? undefined : el('p', { class: 'span' }, labelled(RAW[lang], raw, lang)),
    ]),
    cell(remedy[lang]),
  ];
}

const ROW: Text = { zh: '所在行', en: 'Row' };
const RAW: Text = { zh: '原填内容', en: 'What stands there' };

function where({ file, sheet, cell: address }: Finding['place']): Contents {
  if (file === '') return '—';
  return [
    el('span', { class: 'file' }, file),
    sheet === undefined ? undefined : [' › ', sheet],
    address === undefined || address === '' ? undefined : [' › ', el('span', { class: 'cell' }, address)],
  ];
}

function cutText({ file, kind, total, shown: most }: CutShort, { lang }: PageLookup): string {
  const { code } = FINDINGS[kind];
  return {
    zh: `${file}（${code}）共 ${total} 处，只列前 ${most} 处，全部见 results.json`,
    en: `${file} (${code}): ${total}, of which ${most} are listed; results.json has them all`,
  }[lang];
}

/** How many there are of each severity, in words. */
export function findingCounts({
  result,
  lang,
}: PageLookup): { readonly severity: Severity; readonly title: string; readonly count: number }[] {
  return WEIGHTS.map((severity) => ({
    severity,
    title: SEVERITIES[severity].said[lang],
    count: result.findings.filter((each) => each.severity === severity).length,
  }));
}

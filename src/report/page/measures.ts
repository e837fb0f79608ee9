/** The measures as they were applied: rules left out, every number with its origin, every clause with what rests on it. */

import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import { listed } from '../../words/phrase.js';
import { clauseText, parameterText } from '../../words/value.js';
import { allParameters, type ParameterState, STATES } from '../parameters.js';
import { ruleText } from '../titles.js';
import { type Contents, type Element, el } from './element.js';
import { clauseId, type PageLookup } from './lookup.js';
import { clauseLine, list } from './phrases.js';
import { type Cell, type Column, cell, type Tone, tableOf } from './table.js';

export function measures(page: PageLookup): Contents {
  const { lang, result } = page;
  const { title, version, source } = result.measures;
  return [
    el('p', {}, `${title[lang]}　${version}`, source[lang] === title[lang] ? '' : `　${source[lang]}`),
    notApplied(page),
    parameters(page),
    clauses(page),
  ];
}

/** Rules that ask for a number nobody has set, with how many grades they could have changed. */
function notApplied(page: PageLookup): Contents {
  const { result, lang } = page;
  const left = groupedBy(
    result.grades.flatMap(({ ladder, notApplied: rules }) => rules.map((rule) => ({ ladder, rule }))),
    ({ ladder, rule }) => JSON.stringify([ladder, rule]),
  );
  if (left.size === 0) return undefined;
  const lines = [...left.values()].map((own) => {
    const [{ ladder, rule } = { ladder: '', rule: '' }] = own;
    const text = ruleText(ladder, rule, page);
    return { zh: `${text}，涉及 ${own.length} 个等次`, en: `${text}: ${own.length} grades concerned` }[lang];
  });
  return [el('h3', {}, NOT_APPLIED[lang]), list('plain', lines)];
}

const NOT_APPLIED: Text = {
  zh: '未适用的规定（有关数值未设定）',
  en: 'Rules not applied (a number they ask for is not set)',
};

const TONES: Readonly<Partial<Record<ParameterState, Tone>>> = { unset: 'bad', assumed: 'warn' };

function parameters(page: PageLookup): Contents {
  const { words, lang } = page;
  const all = allParameters(page);
  if (all.length === 0) return undefined;
  const states = Object.keys(STATES) as ParameterState[];
  const rows = all.map(({ parameter, about, state, askedBy }): Cell[] => [
    cell(about.title[lang]),
    cell(state === 'unset' ? '—' : parameterText(parameter, words, lang)),
    cell(STATES[state][lang], { key: states.indexOf(state), tone: TONES[state] }),
    cell(clauseLine(clauseText(about.clause, words), words.clauses[about.clause]?.[lang] ?? '', page)),
    cell(list('plain', askedBy)),
  ]);
  const titles = PARAMETER_COLUMNS[lang];
  const columns = titles.map(
    (title, at): Column => ({ title, ...(at === 0 ? { isName: true } : {}), ...(at > 2 ? { kind: 'wide' } : {}) }),
  );
  const facets = [{ title: titles[2], of: all.map(({ state }) => ({ id: state, title: STATES[state][lang] })) }];
  const caption = PARAMETERS[lang];
  return [el('h3', {}, caption), tableOf({ id: 'parameters', caption, isHeaded: true, columns, rows, facets }, page)];
}

const PARAMETERS: Text = { zh: '数值及其来源', en: 'Numbers and where they come from' };
const PARAMETER_COLUMNS = {
  zh: ['项目', '取值', '来源', '条款', '有关规则和事项'],
  en: ['Item', 'Value', 'Origin', 'Clause', 'Rules and facts that ask for it'],
} as const;

function clauses(page: PageLookup): Contents {
  const { words, lang } = page;
  const entries = Object.entries(words.clauses);
  if (entries.length === 0) return undefined;
  const citing = citations(page);
  return [
    el('h3', {}, CLAUSES[lang]),
    el(
      'dl',
      { class: 'clauses' },
      entries.map(([id, about], at): Element[] => [
        el('dt', { id: clauseId(at), tabindex: -1 }, about.at),
        el('dd', {}, about[lang], citedBy(citing.get(id) ?? [], page)),
      ]),
    ),
  ];
}

const CLAUSES: Text = { zh: '条款', en: 'Clauses' };

function citedBy(titles: readonly string[], { lang }: PageLookup): Contents {
  if (titles.length === 0) return undefined;
  const text = listed([...new Set(titles)], lang);
  return el('p', { class: 'span' }, { zh: `据此：${text}`, en: `Rests on it: ${text}` }[lang]);
}

/** Titles of the rules, items and facts that cite each clause. */
function citations({ words, lang }: PageLookup): Map<string, string[]> {
  const { ladders, scores, rankings, facts } = words;
  const about = [
    ...Object.values(rankings),
    ...Object.values(ladders).flatMap(({ rules }) => Object.values(rules)),
    ...Object.values(scores).flatMap(({ items, rules }) => [...Object.values(items), ...Object.values(rules)]),
    ...Object.values(facts),
  ];
  const groups = groupedBy(about, ({ clause }) => clause);
  return new Map([...groups].map(([clause, own]) => [clause, own.map(({ title }) => title[lang])]));
}

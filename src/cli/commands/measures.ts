/** assess measures: which packs there are, what one says, what is wrong with one. */
import { type Lang, visible } from '../../base/text.js';
import { coverage } from '../../measures/coverage.js';
import { lint } from '../../measures/lint.js';
import { problemLines, problemText } from '../../measures/problem.js';
import { wordsOf } from '../../measures/words.js';
import { placed } from '../../measures/yaml.js';
import type { Measures } from '../../model/measures.js';
import { parameterText } from '../../words/value.js';
import type { ExitCode } from '../failure.js';
import { measuresOf, packNames, readPack } from '../packs.js';
import { SEVERITIES } from '../show/findings.js';
import { jsonText } from '../show/json.js';
import type { Paint } from '../show/paint.js';
import { table } from '../show/table.js';
import type { System } from '../system.js';
import { type Common, type Context, contextFor } from './context.js';

export async function listMeasures(options: Common, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const loaded = await Promise.all(packNames().map((name) => readPack(name, system.cwd, system.cwd)));
  const packs = loaded.map(measuresOf);
  if (options.json)
    await context.out(jsonText(packs.map(({ id, version, title, source }) => ({ id, version, title, source }))));
  else {
    const columns = [
      { zh: '办法', en: 'Pack' },
      { zh: '版本', en: 'Version' },
      { zh: '名称', en: 'Title' },
      { zh: '出处', en: 'Source' },
    ];
    const rows = packs.map(({ id, version, title, source }) => [
      id,
      version,
      title[context.lang],
      source[context.lang],
    ]);
    await context.out(
      table(
        columns.map((title) => ({ title: title[context.lang] })),
        rows,
        context.paint,
      ),
    );
  }
  return 0;
}

export interface ShowOptions extends Common {
  readonly coverage?: boolean;
}

export async function showMeasures(name: string, options: ShowOptions, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const measures = measuresOf(await readPack(name, system.cwd, system.cwd));
  if (options.json)
    await context.out(
      jsonText(options.coverage ? coverageJson(measures) : { ...measuresHead(measures), ...wordsOf(measures) }),
    );
  else
    await context.out(
      options.coverage ? coverageText(measures, context) : parametersText(measures, context.lang, context.paint),
    );
  return 0;
}

function measuresHead({ id, version, title, source }: Measures): object {
  return { id, version, title, source };
}

function coverageJson(measures: Measures): object {
  return coverage(measures).map(({ clause, mechanisms }) => ({ ...clause, mechanisms }));
}

const STATE = {
  people: { zh: '由人处理', en: 'for people' },
  later: { zh: '留待以后', en: 'left for later' },
};

function coverageText(measures: Measures, { lang, paint }: Context): string {
  const lines = coverage(measures).flatMap(({ clause, mechanisms }) => {
    const state =
      clause.asks === 'software' ? '' : `  [${STATE[clause.asks][lang]}${clause.why ? `：${clause.why[lang]}` : ''}]`;
    const head = `${paint.bold(visible(clause.at))} ${paint.dim(visible(clause.id))}  ${visible(`${clause.summary[lang]}${state}`)}`;
    return [head, ...mechanisms.map(({ what, id, title }) => visible(`    ${what[lang]} ${id} — ${title[lang]}`))];
  });
  const later = coverage(measures).filter(({ clause }) => clause.asks === 'later').length;
  const total = measures.clauses.size;
  return [
    ...lines,
    '',
    { zh: `共 ${total} 条，其中 ${later} 条留待以后`, en: `${total} clauses, ${later} of them left for later` }[lang],
  ].join('\n');
}

const ORIGIN = {
  source: { zh: '条款所定', en: 'source' },
  assumed: { zh: '默认', en: 'assumed' },
  required: { zh: '待设定', en: 'required' },
};

function parametersText(measures: Measures, lang: Lang, paint: Paint): string {
  const words = wordsOf(measures);
  const titles = [
    { zh: '条款', en: 'Clause' },
    { zh: '参数', en: 'Parameter' },
    { zh: '含义', en: 'Meaning' },
    { zh: '取值', en: 'Value' },
    { zh: '来源', en: 'Origin' },
  ];
  const rows = [...measures.parameters.values()].map(({ id, clause, title, origin }) => [
    measures.clauses.get(clause)?.at ?? clause,
    id,
    title[lang],
    parameterText(id, words, lang),
    ORIGIN[origin][lang],
  ]);
  const forms = [...measures.forms.values()].map(({ id, title }) => visible(`  ${id} — ${title[lang]}`));
  return [
    paint.bold(visible(`${measures.title[lang]}  ${measures.id} ${measures.version}`)),
    visible(measures.source[lang]),
    '',
    table(
      titles.map((title) => ({ title: title[lang] })),
      rows,
      paint,
    ),
    '',
    { zh: '表：', en: 'Forms:' }[lang],
    ...forms,
  ].join('\n');
}

export async function lintMeasures(name: string, options: Common, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const loaded = await readPack(name, system.cwd, system.cwd);
  const problems = [...loaded.problems, ...(loaded.measures ? placed(loaded.files, lint(loaded.measures)) : [])];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (options.json) await context.out(jsonText(problems.map((each) => ({ ...each, text: problemText(each) }))));
  else {
    const { lang, paint } = context;
    const lines = problems.flatMap((each) => {
      const [head = '', ...rest] = problemLines(each, lang);
      return [`${paint.severity(each.severity, SEVERITIES[each.severity][lang])} ${head}`, ...rest];
    });
    const warnings = problems.filter(({ severity }) => severity === 'warning').length;
    const notes = problems.length - errors - warnings;
    await context.out(
      [
        ...lines,
        {
          zh: `错误 ${errors}，警告 ${warnings}，提示 ${notes}`,
          en: `${errors} error(s), ${warnings} warning(s), ${notes} note(s)`,
        }[lang],
      ].join('\n'),
    );
  }
  return errors > 0 ? 2 : 0;
}

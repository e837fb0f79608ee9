/**
 * The command line: commander reads the call, one file a command does the work. Results go to standard output,
 * everything else to standard error; the exit code says what came of it, and a fault of our own shows its trace.
 */
import { Argument, Command, CommanderError, Option } from 'commander';
import type { PeriodKind } from '../base/period.js';
import { type Lang, visible } from '../base/text.js';
import { DEFAULT_MEASURES } from '../measures/office.js';
import type { Format } from './commands/check.js';
import { type Common, languageOf } from './commands/context.js';
import type { SchemaName } from './commands/schema.js';
import { type ExitCode, Failure, reasonText } from './failure.js';
import { print, realSystem, StreamRefused, type System } from './system.js';
import { version } from './version.js';

export async function run(argv: readonly string[], system: System = realSystem()): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const said: Said = { out: '', err: '' };
  const program = build(system, said, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return await explainFailure(error, said, system);
  } finally {
    system.progress.clear();
  }
}

/** What commander has to say, such as the help, kept until it can be waited for. */
interface Said {
  out: string;
  err: string;
  /** The language that the call asks for. */
  lang?: Lang | undefined;
}

async function explainFailure(error: unknown, said: Said, system: System): Promise<ExitCode> {
  const say = (text: string): Promise<void> => print(system.stderr, `${visible(text)}\n`).catch(() => undefined);
  system.progress.clear();
  if (error instanceof CommanderError) {
    // Commander has already said what is wrong with the call, or shown the help that was asked for.
    for (const line of said.err.trimEnd().split('\n')) if (said.err !== '') await say(line);
    if (error.exitCode !== 0) return 2;
    return print(system.stdout, said.out).then(
      () => 0,
      (unheard: unknown) => explainFailure(unheard, said, system),
    );
  }
  if (error instanceof Failure) {
    const lang = languageOf(said.lang, undefined, system);
    for (const line of error.lines(lang)) await say(line);
    await say(error.text[lang]);
    return error.exitCode;
  }
  if (error instanceof StreamRefused) {
    const { zh, en } = reasonText(error.cause);
    await say(`无法输出：${zh} / cannot write the output: ${en}`);
    return 3;
  }
  await say('程序内部错误，请把以下内容告诉我们 / a fault of the programme, please report it:');
  for (const line of traceOf(error).split('\n')) await say(line);
  return 3;
}

/** What commander says of a call, which may hold any text; its own hint stays on a line of its own. */
function oneLine(text: string): string {
  const [, message = '', hint = ''] = /^(.*?)(\n\(Did you mean .*\?\))?\n?$/s.exec(text) ?? [];
  return `${visible(message)}${hint}\n`;
}

function traceOf(error: unknown): string {
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}

function build(system: System, said: Said, done: (code: ExitCode) => void): Command {
  const program = new Command('assess')
    .description(
      '按办法考评：读各单位交来的表，查错、评定、排名、出通报 / grade departments and staff by written measures',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text;
      },
      outputError: (text, write) => write(oneLine(text)),
    })
    .showHelpAfterError()
    .hook('preAction', (_, called) => {
      said.lang = called.opts<Common>().lang;
    });

  const command = (name: string, description: string): Command =>
    common(program.command(name).description(description));

  command('init', '建立工作文件夹 / make a workspace')
    .argument('[dir]', '文件夹 / folder', '.')
    .option('--measures <pack>', '办法 / measures', DEFAULT_MEASURES)
    .option('--name <office>', '单位名称 / name of the office')
    .action(async (dir: string, options) =>
      done(await (await import('./commands/init.js')).initCommand(dir, options, system)),
    );

  command('template', '按办法生成空白表 / blank workbooks made from the measures')
    .argument('[form...]', '表的名称，缺省为全部 / forms, all when none is named')
    .requiredOption('--out <dir>', '写到哪个文件夹 / folder to write to')
    .option('--unit <unit>', '预填单位 / prefill for a unit')
    .option('--all', '为名册中每个单位各出一份 / one for every unit of the roster')
    .option('--period <period>', '预填期间 / prefill a period')
    .option('--force', '覆盖已有的文件 / write over files that are there')
    .action(async (forms: string[], options) =>
      done(await (await import('./commands/template.js')).templateCommand(forms, options, system)),
    );

  command('check', '逐格检查一份或几份表 / check single files cell by cell')
    .argument('[file...]', '表格文件 / workbooks')
    .option('--strict', '参数未设定即为错误 / unset parameters are errors')
    .option('--codes [code...]', '不检查文件，列出问题代码 / list the codes of findings, and check nothing')
    .option('--annotate <dir>', '另写带标记和批注的副本 / marked and commented copies go to this folder')
    .addOption(new Option('--format <format>', '输出格式 / how findings are written').choices(FORMATS))
    .action(async (files: string[], options) =>
      done(await (await import('./commands/check.js')).checkCommand(files, options, system)),
    );

  command('status', '谁交了什么、什么未交、接着该交什么 / who has handed in what, what is missing, what falls due next')
    .option('--dir <dir>', '各单位交来的表所在的文件夹 / folder of submissions', '.')
    .option('--period <period>', '期间，如 2026-Q1；缺省为本年至今 / period, the year so far when none is named')
    .option('--out <file>', '另写成表格文件 / written to a workbook as well')
    .option('--as-of <day>', '以哪一天为准，缺省为今天 / the day of the run')
    .option('--strict', '参数未设定即为错误 / unset parameters are errors')
    .action(async (options) => done(await (await import('./commands/status.js')).statusCommand(options, system)));

  for (const [kind, description] of PERIODS) {
    command(kind, description)
      .option('--dir <dir>', '各单位交来的表所在的文件夹 / folder of submissions', '.')
      .option('--period <period>', '期间，如 2026-Q1、2026年3月 / period')
      .option('--out <dir>', '结果写到哪里，缺省为 results/<期间> / where results go')
      .option('--as-of <day>', '以哪一天为准，缺省为今天 / the day of the run')
      .option('--strict', '参数未设定即为错误 / unset parameters are errors')
      .action(async (options) =>
        done(await (await import('./commands/period.js')).periodCommand(kind, options, system)),
      );
  }

  command('explain', '为什么是这个结果 / why a unit or person has its grade')
    .argument('<name>', '单位或姓名 / unit or person')
    .option('--results <dir>', '结果所在的文件夹 / folder of results')
    .action(async (name: string, options) =>
      done(await (await import('./commands/explain.js')).explainCommand(name, options, system)),
    );

  command('bulletin', '只凭结果重出通报 / the bulletin again, from the results alone')
    .option('--results <dir>', '结果所在的文件夹 / folder of results')
    .option('--docx', '另出可改的 Word 文件 / an editable Word file as well')
    .option('--out <path>', '写到哪个文件夹或文件（.pdf、.docx），缺省为结果所在的文件夹 / folder or file')
    .action(async (options) => done(await (await import('./commands/bulletin.js')).bulletinCommand(options, system)));
  command('verify', '结果与材料、设置、办法是否仍然一致 / whether results still match what they were made from')
    .argument('[results]', '结果所在的文件夹 / folder of results')
    .option('--dir <dir>', '各单位交来的表所在的文件夹，缺省按结果所记 / folder of submissions, as the results know it')
    .option('--again', '另从材料重新计算，比较是否逐字节相同 / graded again as well, and compared byte for byte')
    .action(async (results: string | undefined, options) =>
      done(await (await import('./commands/verify.js')).verifyCommand(results, options, system)),
    );

  command('compare', '更正或修订办法以后谁的结果变了、为什么 / what a correction or a revised pack changes, and why')
    .argument('<before>', '结果的文件夹，或办法 / folder of results, or a pack')
    .argument('[after]', '同上；缺省为材料现在的结果 / the same; what the submissions come to now when absent')
    .option('--dir <dir>', '各单位交来的表所在的文件夹 / folder of submissions')
    .option('--period <period>', '期间，如 2026-Q1 / period')
    .option('--as-of <day>', '以哪一天为准，缺省为今天 / the day of the run')
    .option('--out <file>', '另写成表格文件 / written to a workbook as well')
    .action(async (before: string, after: string | undefined, options) =>
      done(await (await import('./commands/compare.js')).compareCommand(before, after, options, system)),
    );

  buildMeasures(program, system, done);

  command('schema', '办法或结果的 JSON Schema / the JSON Schema of packs or of results')
    .addArgument(new Argument('<file>', '哪种文件 / of which file').choices(SCHEMAS))
    .action(async (name: SchemaName, options) =>
      done(await (await import('./commands/schema.js')).schemaCommand(name, options, system)),
    );
  return program;
}

const SCHEMAS = ['measures', 'results', 'manifest', 'comparison', 'verification'] satisfies SchemaName[];

const FORMATS = ['text', 'json', 'sarif'] satisfies Format[];

const PERIODS: readonly (readonly [PeriodKind, string])[] = [
  ['month', '一个月的检查、评定和排名 / a month: checked, graded, ranked'],
  ['quarter', '一个季度的检查、评定、排名和通报 / a quarter: checked, graded, ranked, with its bulletin'],
];

function buildMeasures(program: Command, system: System, done: (code: ExitCode) => void): void {
  const measures = program.command('measures').description('考核办法：列出、查看、检查 / packs of measures');
  const load = () => import('./commands/measures.js');
  common(measures.command('list').description('有哪些办法 / the packs there are')).action(async (options) =>
    done(await (await load()).listMeasures(options, system)),
  );
  common(
    measures
      .command('show')
      .description('参数和表，或条款与软件的对应 / parameters and forms, or what serves each clause'),
  )
    .argument('[pack]', '办法 / pack', DEFAULT_MEASURES)
    .option('--coverage', '逐条列出由什么处理 / clause by clause, what serves it')
    .action(async (pack: string, options) => done(await (await load()).showMeasures(pack, options, system)));
  common(measures.command('lint').description('检查一套办法 / what is wrong with a pack'))
    .argument('[pack]', '办法 / pack', DEFAULT_MEASURES)
    .action(async (pack: string, options) => done(await (await load()).lintMeasures(pack, options, system)));
  common(measures.command('schema').description('办法的 JSON Schema / the JSON Schema of packs')).action(
    async (options) => done(await (await import('./commands/schema.js')).schemaCommand('measures', options, system)),
  );
}

function common(command: Command): Command {
  return command
    .addOption(new Option('--lang <lang>', '语言 / language').choices(['zh', 'en'] satisfies Lang[]))
    .option('--json', '以 JSON 输出 / JSON on standard output')
    .option('--quiet', '不显示进展和说明 / no messages');
}

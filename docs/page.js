// @ts-check
/**
 * The text of docs/findings.md: every code in both languages, with a bad and a good example from the test cases. Made of
 * nothing but the list of codes and the cases, so that a test can make it again and compare.
 */
import { exampleOf } from './examples.js';

/**
 * @typedef {import('./examples.js').Case} Case
 * @typedef {import('./examples.js').Example} Example
 * @typedef {import('../src/cli/show/codes.js').Code} Code
 */

const SEVERITIES = { error: '错误 error', warning: '警告 warning', note: '提示 note' };

/** Codes that no case can show, as they are found before anything is taken in: the tests that show them. */
export const SHOWN_BY_TESTS = {
  A002: {
    file: 'test/cli/codes.test.ts',
    bad: 'finds a lock file (A002)',
    good: 'finds none where there is none (A002)',
  },
};

/** @param {readonly Code[]} codes @param {readonly Case[]} cases */
export function findingsPage(codes, cases) {
  return `${[HEAD, overview(codes), ...codes.map((code) => section(code, cases))].join('\n\n')}\n`;
}

const HEAD = `<!-- Made by \`npm run docs\` from src/check/*-findings.ts and test/cases. Do not edit. -->

# Findings · 问题代码

检查发现的每一类问题：代码永久不变；程度是通常的程度，办法中的规则或 assess.yaml 可以另定；‹ › 中的内容随具体问题而定。
例子取自测试：“有”是会出现这一问题的情形，“无”是同一事例中没有这一问题的情形。命令行上用 \`assess check --codes\` 查看。

Every kind of fault that is found. Codes are permanent; the severity is the usual one, which a rule of the measures or
assess.yaml may change; what stands in ‹ › depends on the finding. Examples are taken from the tests: *bad* has the finding,
*good* is the same case without it. On the command line: \`assess check --codes --lang en\`.`;

/** @param {readonly Code[]} codes */
function overview(codes) {
  const rows = codes.map(
    ({ code, severity, title }) =>
      `| [${code}](#${code.toLowerCase()}) | ${SEVERITIES[severity]} | ${title.zh} | ${title.en} |`,
  );
  return ['| 代码 code | 程度 severity | 名称 | title |', '|---|---|---|---|', ...rows].join('\n');
}

/** @param {Code} code @param {readonly Case[]} cases */
function section({ code, severity, title, wordings }, cases) {
  return [
    `## ${code}`,
    `**${title.zh} · ${title.en}** (${SEVERITIES[severity]})`,
    table(wordings),
    examples({ code, severity }, cases),
  ].join('\n\n');
}

/** @param {Code['wordings']} wordings */
function table(wordings) {
  const rows = wordings.flatMap(({ means, remedy }) => [
    `| 中文 | ${cell(means.zh)} | ${cell(remedy.zh)} |`,
    `| English | ${cell(means.en)} | ${cell(remedy.en)} |`,
  ]);
  return ['| | 说什么 says | 怎么改 remedy |', '|---|---|---|', ...rows].join('\n');
}

/** A bar would end the cell. @param {string} text */
function cell(text) {
  return text.replaceAll('|', '\\|');
}

/** @param {Pick<Code, 'code' | 'severity'>} of @param {readonly Case[]} cases */
function examples({ code, severity }, cases) {
  const example = exampleOf({ code, severity }, cases);
  if (example) return [bad(example), good(example)].join('\n');
  const test = SHOWN_BY_TESTS[/** @type {keyof typeof SHOWN_BY_TESTS} */ (code)];
  if (!test) throw new Error(`${code} has no example in test/cases: add a case, then run npm run docs`);
  const link = `[${test.file}](../${test.file})`;
  return `- 有 bad: ${link} › *${test.bad}*\n- 无 good: ${link} › *${test.good}*`;
}

/** @param {Example} example */
function bad({ of, bad: { name }, line }) {
  return `- 有 bad: ${linkTo(of)} › *${name}*\n\n  \`\`\`text\n  ${line}\n  \`\`\`\n`;
}

/** The clean office stands in where a case has no variant without the finding. @param {Example} example */
function good({ of, good: variant }) {
  const where = variant
    ? `${linkTo(of)} › *${variant.name}*`
    : `没有改动的单位 the clean office: [${of.office}](../test/cases/${of.office})`;
  return `- 无 good: ${where}`;
}

/** @param {Case} of */
function linkTo({ folder, title }) {
  return `[${title.zh} · ${title.en}](../test/cases/${folder}/case.yaml)`;
}

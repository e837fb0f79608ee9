/** An explanation on the terminal: the grade, the rules that hold and those that do not, the points, what is owed. */
import { type Lang, visible } from '../../base/text.js';
import type { ExplainedAtom } from '../../explain/atom.js';
import type { ExplainedGrade, ExplainedRule, Explanation } from '../../explain/explain.js';
import type { NextRule } from '../../explain/next.js';
import type { Who } from '../../explain/who.js';
import { bracketed, labelled, listed } from '../../words/phrase.js';
import { againstText, givesText, lackingText, MARKS } from '../../words/rule.js';
import { amongText } from '../../words/value.js';
import { cellLines } from './cells.js';
import type { Paint } from './paint.js';
import { scoreText } from './score.js';

export function explanationText(explanation: Explanation, lang: Lang, paint: Paint): string {
  const zh = lang === 'zh';
  const lines: string[] = [paint.bold(visible(whoText(explanation, lang)))];
  for (const { title, clause, group, place, owed } of explanation.standings) {
    lines.push(visible(labelled(bracketed(title, clause, lang), amongText(place, group, lang), lang)));
    lines.push(...owed.map((each) => `  ? ${visible(each)}`));
  }
  for (const grade of explanation.grades) lines.push('', ...gradeLines(grade, lang, paint));
  for (const score of explanation.scores) lines.push('', ...scoreText(score, lang, paint));
  if (explanation.consequences.length > 0) {
    lines.push('', paint.bold(zh ? '结果运用' : 'What follows'));
    lines.push(...explanation.consequences.map(({ text, clause }) => `  · ${visible(bracketed(text, clause, lang))}`));
  }
  lines.push('', paint.bold(zh ? '事实' : 'Facts'));
  for (const { title, value, clause, from, to, cells, owed } of explanation.facts) {
    lines.push(`  ${visible(labelled(title, bracketed(value, clause, lang), lang))} ${paint.dim(`${from}…${to}`)}`);
    lines.push(...cellLines(cells, lang), ...owed.map((each) => `    ? ${visible(each)}`));
  }
  return lines.join('\n');
}

/** 王婷（0603） 质量监督科: a name alone may be that of several. */
function whoText({ name, number, within }: Who, lang: Lang): string {
  return [bracketed(name, number ?? '', lang), ...(within === undefined ? [] : [within])].join(' ');
}

function gradeLines(
  { title, grade, possible, rules, owed, state, next }: ExplainedGrade,
  lang: Lang,
  paint: Paint,
): string[] {
  const zh = lang === 'zh';
  const lines = [paint.bold(visible(labelled(title, grade, lang)))];
  if (possible.length > 0) lines.push(`  ${visible(labelled(zh ? '可能' : 'possible', listed(possible, lang), lang))}`);
  if (state === 'undetermined')
    lines.push(
      zh ? '  各项规定均不适用，由领导小组认定。' : '  No rule applies; it is for the leading group to decide.',
    );
  const part = (heading: string, chosen: readonly ExplainedRule[]): void => {
    if (chosen.length > 0) lines.push(`  ${heading}`, ...chosen.flatMap((rule) => ruleLines(rule, lang)));
  };
  part(
    zh ? '成立：' : 'Holds:',
    rules.filter(({ outcome }) => outcome === 'true'),
  );
  part(
    zh ? '尚不能判断：' : 'Not known yet:',
    rules.filter(({ outcome }) => outcome === 'unknown'),
  );
  part(
    zh ? '已审，不成立：' : 'Considered, does not hold:',
    rules.filter(({ outcome }) => outcome === 'false'),
  );
  if (next) {
    lines.push(...nextLines(againstText(next.grade, lang), next.against, lang));
    lines.push(...nextLines(lackingText(next.grade, lang), next.lacking, lang));
  }
  if (owed.length > 0)
    lines.push(`  ${zh ? '尚缺：' : 'Still owed:'}`, ...owed.map((each) => `    ? ${visible(each)}`));
  return lines;
}

/** What a better grade lacks, or what stands in its way. */
function nextLines(heading: string, rules: readonly NextRule[], lang: Lang): string[] {
  if (rules.length === 0) return [];
  const lines = rules.flatMap(({ clause, title, atoms }) => [
    `    · ${visible(`${clause} ${title}`)}`,
    ...atomLines(atoms),
  ]);
  return [`  ${visible(heading)}${{ zh: '：', en: ':' }[lang]}`, ...lines];
}

function atomLines(atoms: readonly ExplainedAtom[]): string[] {
  return atoms.map(({ outcome, text }) => `        ${MARKS[outcome]} ${visible(text)}`);
}

function ruleLines(
  { title, clause, grade, effect, outcome, decided, atoms, cells }: ExplainedRule,
  lang: Lang,
): string[] {
  const zh = lang === 'zh';
  const gives = `${givesText(effect, grade, lang)}${decided ? (zh ? '，据此' : ', decided') : ''}`;
  const head = visible(`    ${MARKS[outcome]} ${clause} ${bracketed(title, gives, lang)}`);
  return [
    head,
    // Of a rule in one part its own mark has said it.
    ...(atoms.length === 1 ? atoms.map(({ text }) => `        ${visible(text)}`) : atomLines(atoms)),
    ...(outcome === 'true' ? cellLines(cells, lang) : []),
  ];
}

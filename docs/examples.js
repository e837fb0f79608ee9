// @ts-check
/**
 * For every code of a finding, the test case that shows it best: a variant in which it is found and one of the same case
 * in which it is not. Nothing is chosen by hand, so the choice follows the cases.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * @typedef {{ zh: string, en: string }} Text
 * @typedef {{ name: string, lines: readonly string[] }} Variant
 * @typedef {{ folder: string, title: Text, about: readonly string[], office: string, variants: readonly Variant[] }} Case
 * @typedef {import('../src/cli/show/codes.js').Code} Code
 * @typedef {{ of: Case, bad: Variant, line: string, good?: Variant }} Example
 */

/** Every case with the findings that its variants are expected to give. @param {string} root @returns {Case[]} */
export function readCases(root) {
  const cases = join(root, 'test/cases');
  return readdirSync(cases)
    .toSorted()
    .filter((folder) => existsSync(join(cases, folder, 'expected.yaml')))
    .map((folder) => {
      const { title, about, base = 'office.yaml' } = parse(readFileSync(join(cases, folder, 'case.yaml'), 'utf8'));
      const expected = parse(readFileSync(join(cases, folder, 'expected.yaml'), 'utf8'));
      const variants = Object.keys(expected).map((name) => ({ name, lines: expected[name].findings }));
      return { folder, title, about, office: base, variants };
    });
}

/** The clearest example of a code; none when no case has it. @param {Pick<Code, 'code' | 'severity'>} of @param {readonly Case[]} cases */
export function exampleOf({ code, severity }, cases) {
  const [best] = cases
    .flatMap((of) => examplesIn(of, code))
    .toSorted((a, b) => firstDifference(clarity(a, `${code} ${severity} `), clarity(b, `${code} ${severity} `)));
  return best;
}

/** @param {Case} of @param {string} code @returns {Example[]} */
function examplesIn(of, code) {
  const good = of.variants.filter(({ lines }) => !lines.some((line) => isOf(line, code)));
  return of.variants.flatMap((bad) => {
    const line = bad.lines.find((each) => isOf(each, code));
    if (line === undefined) return [];
    return good.length > 0 ? good.map((each) => ({ of, bad, line, good: each })) : [{ of, bad, line }];
  });
}

/**
 * What makes one example less clear than another, gravest first: no good variant, another severity than the usual, a case
 * that is about grades, other findings beside it, findings in the good variant, variants between the two.
 * @param {Example} example @param {string} usual
 */
function clarity({ of, bad, line, good }, usual) {
  const others = bad.lines.filter((each) => each.slice(0, 4) !== line.slice(0, 4)).length;
  const between = good ? Math.abs(of.variants.indexOf(good) - of.variants.indexOf(bad)) : 0;
  const faults = [!good, !line.startsWith(usual), of.about.length > 0].map(Number);
  return [...faults, others, good?.lines.length ?? 0, between];
}

/** @param {readonly number[]} a @param {readonly number[]} b */
function firstDifference(a, b) {
  return a.map((each, at) => each - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** A line of expected.yaml begins with its code. @param {string} line @param {string} code */
function isOf(line, code) {
  return line.startsWith(`${code} `);
}

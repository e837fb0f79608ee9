/** The pages of the worked examples: whatever explain says of anybody stands in them, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import { explain } from '../../src/explain/explain.js';
import type { ExplainedItem, ExplainedScore } from '../../src/explain/explained-score.js';
import type { Place } from '../../src/model/value.js';
import { writePage } from '../../src/report/page/write.js';
import { findingWords } from '../../src/words/finding.js';
import { namesOf } from '../../src/words/value.js';
import { tagsOf, textOf } from '../report/page/parts.js';
import { firstQuarter } from './folder.js';

const MB = 1_000_000;

/** Every text of an explanation of points, but for those that hold a cell, which the page sets out itself. */
function scoreTexts({ title, points, sum, owed, items }: ExplainedScore): (string | undefined)[] {
  const itemTexts = (item: ExplainedItem): (string | undefined)[] => [
    ...[item.title, item.points, item.sum, item.changes, item.cut, item.why, item.clauseSays, item.self?.text],
    ...item.rules.flatMap((rule) => [
      ...[rule.title, rule.points, rule.cut, rule.why, rule.clause, rule.clauseSays],
      ...rule.products.flatMap(({ text, why, shown, owed: open, cells }) => [
        ...[text, why, ...shown, ...open],
        ...placeTexts(cells),
      ]),
    ]),
    ...item.items.flatMap(itemTexts),
  ];
  return [title, points, sum, ...owed, ...items.flatMap(itemTexts)];
}

function placeTexts(places: readonly Place[]): (string | undefined)[] {
  return places.flatMap(({ file, sheet, cell }) => [file || undefined, sheet, cell]);
}

/** What stands on the page of each subject, in the order of the roster. */
function subjectTexts(page: string, lang: Lang): string[] {
  const parts = page.split('<section class="view subject"').slice(1);
  const numbered = parts.map((part) => ({
    number: Number(/id="s(\d+)"/.exec(part)?.[1]),
    text: textOf(`<body><section${part.slice(0, part.lastIndexOf('</section>'))}</section></body>`, lang),
  }));
  return numbered.toSorted((a, b) => a.number - b.number).map(({ text }) => text);
}

describe.each(['bureau', 'sunshine'])('the page of examples/%s', (example) => {
  it.each<Lang>(['zh', 'en'])('says all that explain says, of everyone: %s', async (lang) => {
    const result = await firstQuarter(example);
    const page = writePage(result, lang);
    const name = namesOf(result);
    const people = result.subjects.filter(({ takesPart }) => takesPart);
    const whole = textOf(page, lang);
    const pages = subjectTexts(page, lang);
    const lacking = people.flatMap((subject, at) => {
      const { grades, scores, standings, consequences, facts } = explain(result, subject, lang);
      const said = [
        name(subject.id, lang),
        ...standings.flatMap(({ title, clause, clauseSays, owed }) => [title, clause, clauseSays, ...owed]),
        ...consequences.map(({ text }) => text),
        ...facts.flatMap(({ title, value, clause, cells, owed }) => [
          title,
          value,
          clause,
          ...owed,
          ...placeTexts(cells),
        ]),
        ...grades.flatMap(({ title, grade, possible, rules, owed }) => [
          ...[title, grade, ...possible, ...owed],
          ...rules.flatMap((rule) => [rule.title, rule.clause, rule.clauseSays, ...rule.atoms.map(({ text }) => text)]),
        ]),
        ...scores.flatMap(scoreTexts),
      ];
      return said.flatMap((text) =>
        text === undefined || pages[at]?.includes(text) ? [] : [`${subject.name}: ${text}`],
      );
    });
    expect(lacking).toEqual([]);
    expect(page.match(/class="view subject"/g)).toHaveLength(people.length);
    for (const finding of result.findings) {
      const { code, says } = findingWords(finding);
      expect(whole).toContain(code);
      expect(whole).toContain(says[lang]);
    }
    const ids = tagsOf(page).flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    expect(page.length).toBeLessThan(3.5 * MB);
  });
});

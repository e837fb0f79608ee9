/**
 * The worked example of points: its workbooks are those its spec gives, the flow on them says what its README says, and
 * what docs/sunshine-by-hand.md reckons by hand is what the programme prints.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/check/findings.js';
import { explain } from '../../src/explain/explain.js';
import type { Result } from '../../src/model/result.js';
import type { ScoredItem, ScoredRule } from '../../src/model/scored.js';
import type { Subject } from '../../src/model/submission.js';
import { assess, newFolder, remove } from '../cli/shell.js';
import { expectAsGiven, firstQuarter, tally } from './folder.js';

const ROOT = resolve(import.meta.dirname, '../..');
const BY_HAND = readFileSync(join(ROOT, 'docs/sunshine-by-hand.md'), 'utf8');

let result: Result;
beforeAll(async () => {
  result = await firstQuarter('sunshine');
});

function subjectNamed(name: string): Subject {
  const subject = result.subjects.find((each) => each.name === name);
  if (!subject) throw new Error(`no unit ${name}`);
  return subject;
}

function pointsOf(id: string): Record<string, string | undefined> {
  return Object.fromEntries(
    result.facts
      .filter((fact) => fact.id === id)
      .map(({ subject, value }) => [
        result.subjects.find((each) => each.id === subject)?.name ?? subject,
        value && String(value.value),
      ]),
  );
}

describe('examples/sunshine', () => {
  it('holds the workbooks that office.yaml gives, byte for byte, and no others', () => expectAsGiven('sunshine'));

  it('has two warnings, a note and no error, and every file is accepted', () => {
    expect(tally(result.findings.map(({ kind, severity }) => `${FINDINGS[kind].code} ${severity}`))).toEqual({
      'A103 note': 1,
      'A502 warning': 1,
      'A503 warning': 1,
    });
    expect(result.files.flatMap(({ forms }) => forms).filter(({ status }) => status === 'returned')).toEqual([]);
  });

  it('gives these points, and ranks each series on its own', () => {
    const placed = result.standings.map(({ rank, tied, subject, group }) => {
      const unit = result.subjects.find(({ id }) => id === subject);
      return `${group} ${rank}${tied ? '=' : ''} ${unit?.name} ${pointsOf('points')[unit?.name ?? '']}`;
    });
    expect(placed).toEqual([
      '党群部门 1= 县委办公室 100',
      '党群部门 1= 县委宣传部 100',
      '党群部门 3 县妇女联合会 95',
      '党群部门 4 县总工会 90',
      '政府部门 1 县财政局 105',
      '政府部门 2 县统计局 97',
      '政府部门 3 县林业局 90',
      '政府部门 4 县教育局 87',
      '政府部门 5 县卫生健康局 83',
      '政府部门 6 县自然资源局 35',
    ]);
  });

  it('converts them in proportion to the full points that the office has set', () => {
    expect(pointsOf('converted')).toMatchObject({
      县委办公室: '10',
      县财政局: '10.5',
      县教育局: '8.7',
      县自然资源局: '3.5',
    });
  });

  it('counts a disclosure of the 7th as on time, one of the 8th or without one of its two parts as short', () => {
    const short = Object.entries(pointsOf('disclosures_missed')).filter(([, times]) => times !== '0');
    expect(short).toEqual([
      ['县自然资源局', '1'],
      ['县林业局', '1'],
    ]);
    const education = result.expected.find(({ by }) => by === subjectNamed('县教育局').id);
    expect(education).toMatchObject({ status: 'on-time', received: '2026-04-07', due: '2026-04-07' });
  });

  it('does not count what is entered for a unit that is no key unit', () => {
    const statistics = explain(result, subjectNamed('县统计局'), 'zh').scores[0];
    const missed = statistics?.items.flatMap(({ rules }) => rules).find(({ code }) => code === '3(7)');
    expect(missed).toMatchObject({ points: '0分', products: [{ why: expect.stringContaining('不计') }] });
  });
});

/** The tables under a heading of the document, each as rows of cells without the heading row. */
function tablesOf(name: string): string[][][] {
  const [, section = ''] = BY_HAND.split(`\n## ${name}\n`);
  const [own = ''] = section.split('\n## ');
  return own.split('\n### ').slice(1).map(rowsOf);
}

function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const UNITS = [...BY_HAND.matchAll(/^## (.+)$/gmu)].map(([, name = '']) => name);

describe.each(UNITS)('docs/sunshine-by-hand.md: %s', (name) => {
  const [byRule = [], byItem = [], inAll = []] = tablesOf(name);

  it('reckons every rule as the programme does', () => {
    const { words } = result;
    const score = result.scores.find(({ subject }) => subject === subjectNamed(name).id);
    const at = (rule: string): string => words.clauses[words.scores.sunshine?.rules[rule]?.clause ?? '']?.at ?? '';
    const told = (score?.items ?? [])
      .flatMap(rulesIn)
      .flatMap(({ rule, aside, reckoned }) =>
        reckoned.map(({ cells, times, each, points }) => [
          at(rule),
          cells.map(({ sheet, cell }) => (cell ? `${sheet} ${cell}` : sheet)).join('、'),
          times === undefined ? each : `${times} × ${each}`,
          aside ? '0' : points,
        ]),
      );
    expect(byRule.map(([clause, cell = '', ...rest]) => [clause, cell.replace(/（.*）$/u, ''), ...rest])).toEqual(told);
  });

  it('adds up every item as the programme prints it', () => {
    const [explained] = explain(result, subjectNamed(name), 'zh').scores;
    const items = result.scores.find(({ subject }) => subject === subjectNamed(name).id)?.items ?? [];
    const told = (explained?.items ?? []).map((item, index) => [
      item.title,
      item.clause,
      items[index]?.full ?? '',
      item.sum ?? '',
      items[index]?.cut?.points.replace('-', '') ?? '',
      items[index]?.points,
    ]);
    expect(byItem).toEqual(told);
  });

  it('comes to the points, the converted points and the rank that the programme gives', () => {
    const { scores, standings } = explain(result, subjectNamed(name), 'zh');
    const [[, sum, points], [, ratio, converted], [, order = '', rank]] = inAll as [string[], string[], string[]];
    expect({ sum, points: `${points}分` }).toEqual({ sum: scores[0]?.sum, points: scores[0]?.points });
    expect({ ratio, converted }).toEqual({ ratio: `${points} ÷ 100 × 10`, converted: pointsOf('converted')[name] });
    expect(rank).toBe(`第${standings[0]?.rank}名`);
    const [group = '', list = ''] = order.split('：');
    const inGroup = result.standings.filter((each) => each.group === group);
    const all = inGroup.map(
      ({ subject }) => pointsOf('points')[result.subjects.find(({ id }) => id === subject)?.name ?? ''],
    );
    expect(list.replaceAll('*', '').split('，')).toEqual(all);
  });
});

describe('what is printed for the units reckoned by hand', () => {
  const out = newFolder();
  afterAll(() => remove(out));

  it('holds every sum of the document', async () => {
    const ran = await assess(ROOT, ['quarter', '--dir', 'examples/sunshine/submissions', '--out', out, '--quiet']);
    expect(ran.code).toBe(0);
    for (const name of UNITS) {
      const { out: printed } = await assess(ROOT, ['explain', name, '--results', out]);
      const sums = tablesOf(name)
        .flat(2)
        .filter((cell) => cell.includes(' = '));
      expect(sums.length, name).toBeGreaterThan(1);
      for (const sum of sums) expect(printed, name).toContain(sum);
    }
  });
});

function rulesIn({ rules, items }: ScoredItem): ScoredRule[] {
  return [...rules, ...items.flatMap(rulesIn)];
}

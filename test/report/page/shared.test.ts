/**
 * What is said of many is made once, and carries over nothing that is one subject's own: no cells, links, names, nor what it
 * owes itself. Whoever was told of before, a page is what it would be if nobody had been.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accounts } from '../../../src/explain/account.js';
import { explain } from '../../../src/explain/explain.js';
import { telling } from '../../../src/explain/tell.js';
import type { Result } from '../../../src/model/result.js';
import type { Subject } from '../../../src/model/submission.js';
import { joiningFor } from '../../../src/report/page/bilingual.js';
import type { Element } from '../../../src/report/page/element.js';
import { htmlOf } from '../../../src/report/page/html.js';
import { lookUpPage } from '../../../src/report/page/lookup.js';
import { packed } from '../../../src/report/page/packed.js';
import { subjectPage } from '../../../src/report/page/subject.js';
import { plainCells } from '../../../src/report/page/subject-facts.js';
import { scoredResult } from '../scores.js';
import { crowdOf, type Member } from './crowd.js';
import { hostileResult } from './hostile.js';
import { built, unpacked } from './unpacked.js';

/** Draws pages one after another, as they are for a whole result. */
function drawing(result: Result): (subject: Subject) => readonly [id: string, page: Element] {
  const [zh, en] = lookUpPage(result);
  const accountOf = accounts(result);
  const join = joiningFor('zh');
  return (subject) => {
    const account = accountOf(subject);
    const plain = plainCells(account, zh);
    const [page] = join(subjectPage(account, plain, zh), subjectPage(account, plain, en));
    if (page === undefined || typeof page === 'string') throw new Error('a page is one element');
    return [zh.anchorOf(subject.id) ?? '', page];
  };
}

const told = ({ subjects }: Result): readonly Subject[] => subjects.filter(({ takesPart }) => takesPart);

/** Each page drawn where no other is. */
function alone(result: Result): string[] {
  return told(result).map((subject) => htmlOf([drawing(result)(subject)[1]]));
}

function together(result: Result): string[] {
  const draw = drawing(result);
  return told(result).map((subject) => htmlOf([draw(subject)[1]]));
}

function throughData(result: Result): string[] {
  const data = unpacked([...packed(told(result).map(drawing(result)))].join(''));
  return Object.keys(data.roots).map((id) => htmlOf([built(data, id)]));
}

const member: fc.Arbitrary<Member> = fc.record({
  away: fc.constantFrom<Member['away'][]>(0, 3, 'owed'),
  given: fc.constantFrom(0, 1, 2),
  holds: fc.boolean(),
  owes: fc.constantFrom<Member['owes'][]>('nothing', 'itself', 'another'),
});
const crowd = fc.array(member, { minLength: 2, maxLength: 8 }).map(crowdOf);

/** Equal parts as one object, as a result in memory has them, or each an object of its own. */
const copied = (result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;

describe('pages of subjects who share rules', () => {
  it('are what each would be alone, as they are read and as data', () => {
    fc.assert(
      fc.property(crowd, (result) => {
        const pages = alone(result);
        expect(together(result)).toEqual(pages);
        expect(together(copied(result))).toEqual(pages);
        expect(throughData(result)).toEqual(pages);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['points', scoredResult()],
    ['hostile texts', hostileResult(crowdOf([{ away: 3, given: 2, holds: true, owes: 'itself' }]))],
  ])('are the same with %s', (_, result) => {
    const pages = alone(result);
    expect(together(result)).toEqual(pages);
    expect(throughData(result)).toEqual(pages);
  });

  it('name no file, cell or member but their own', () => {
    const like: Member = { away: 3, given: 2, holds: true, owes: 'itself' };
    const [one = '', other = ''] = together(crowdOf([like, like])).slice(-2);
    expect(one).toContain('member:众0.xlsx');
    expect(one).not.toContain('众1');
    expect(other).toContain('member:众1.xlsx');
    expect(other).not.toContain('众0');
    expect(other.replaceAll('众1', '众0').replaceAll('s10', 's9')).toBe(one);
  });

  it('name who owes something, to itself as to others', () => {
    const owing: Member = { away: 'owed', given: 0, holds: false, owes: 'another' };
    for (const each of together(crowdOf([owing, owing, owing])).slice(-3)) expect(each).toContain('众0未报2026年3月');
  });
});

describe('what explain says', () => {
  it('is the same of one after another as of each alone', () => {
    fc.assert(
      fc.property(crowd, fc.constantFrom('zh', 'en'), (result, lang) => {
        const accountOf = accounts(result);
        const tell = telling(result, lang);
        for (const subject of told(result)) {
          const { grades, facts } = tell(accountOf(subject));
          const each = explain(result, subject, lang);
          expect(
            facts.map(({ said: { isOwed: _, ...said }, owed, own: { cells } }) => ({ ...said, cells, owed })),
          ).toEqual(each.facts);
          expect(grades.map(({ grade, owed }) => ({ grade, owed }))).toEqual(
            each.grades.map(({ grade, owed }) => ({ grade, owed })),
          );
          expect(
            grades.map(({ rules }) => rules.map(({ said, owed, decided }) => ({ ...said, owed, decided }))),
          ).toEqual(each.grades.map(({ rules }) => rules.map(({ cells: _, ...rule }) => rule)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is one object for all who are alike', () => {
    const like: Member = { away: 3, given: 0, holds: false, owes: 'another' };
    const result = crowdOf([like, like, like]);
    const accountOf = accounts(copied(result));
    const tell = telling(result, 'zh');
    // All three owe the same, which is owed by the first.
    const [self, one, two] = told(result)
      .slice(-3)
      .map((subject) => tell(accountOf(subject)).grades[0]);
    expect(one).toBeDefined();
    expect(two).toBe(one);
    expect(self).toBe(one);
  });
});

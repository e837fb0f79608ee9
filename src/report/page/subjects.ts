/**
 * Pages of everyone who has one, drawn one after another. Kind by kind, beginning with the kind of whom there are fewest, they
 * stand in the file as they are read as long as that stays small; of the rest the elements are given, to be held as data.
 */
import { groupedBy } from '../../base/group.js';
import { accounts } from '../../explain/account.js';
import type { Result } from '../../model/result.js';
import type { Subject } from '../../model/submission.js';
import type { Content, Element } from './element.js';
import { htmlOf } from './html.js';
import type { PageLookup } from './lookup.js';
import { subjectPage } from './subject.js';
import { plainCells } from './subject-facts.js';

/** A part of the page in both languages. */
export type Both = (write: (page: PageLookup) => Element) => readonly Content[];

export interface SubjectPages {
  /** As they are read. */
  readonly standing: readonly string[];
  /** By anchor, each made when it is asked for; absent where all stand. */
  readonly built?: Iterable<readonly [id: string, Element]>;
}

/** `most` is the number of characters that standing pages may take. */
export function subjectPages(result: Result, zh: PageLookup, both: Both, most: number): SubjectPages {
  const pageOf = pagesOf(result, zh, both);
  const standing: string[] = [];
  let rest: readonly Subject[] = [];
  let room = most;
  const kinds = [...groupedBy(zh.told, ({ kind }) => kind).values()].toSorted((a, b) => a.length - b.length);
  for (const members of kinds) {
    const pages = pagesWithin(room, members, pageOf);
    if (!pages) rest = [...rest, ...members];
    for (const page of pages ?? []) {
      standing.push(page);
      room -= page.length;
    }
  }
  return rest.length === 0 ? { standing } : { standing, built: roots(rest, pageOf, zh) };
}

type PageOf = (subject: Subject) => Element;

function pagesOf(result: Result, zh: PageLookup, both: Both): PageOf {
  const accountOf = accounts(result);
  return (subject) => {
    const account = accountOf(subject);
    const plain = plainCells(account, zh);
    const [page] = both((each) => subjectPage(account, plain, each));
    if (page === undefined || typeof page === 'string') throw new Error('a page is one element');
    return page;
  };
}

/** Of more members than these, these tell how long all pages will be. */
const TELLING = 4;

/** Pages of a kind as they are read; absent where they are longer than there is room. */
function pagesWithin(room: number, members: readonly Subject[], pageOf: PageOf): readonly string[] | undefined {
  const pages: string[] = [];
  let length = 0;
  for (const subject of members) {
    const page = htmlOf([pageOf(subject)]);
    pages.push(page);
    length += page.length;
    const likely = pages.length === TELLING ? (length / TELLING) * members.length : length;
    if (Math.max(length, likely) > room) return undefined;
  }
  return pages;
}

/** None is there together with another: together they would take much room. */
function* roots(
  subjects: readonly Subject[],
  pageOf: PageOf,
  { anchorOf }: PageLookup,
): Generator<readonly [string, Element]> {
  for (const subject of subjects) yield [anchorOf(subject.id) ?? '', pageOf(subject)];
}

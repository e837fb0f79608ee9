/** How many may hold a grade, where that has changed. */
import type { Seats } from '../model/grading.js';
import { change, keysOf, type Pair } from './side.js';
import type { Comparison } from './types.js';

export function compareSeats({ before, after }: Pair): Comparison['seats'] {
  const all = (seats: readonly Seats[]) => new Map(seats.map((each) => [`${each.limit}\n${each.within ?? ''}`, each]));
  const [then, now] = [all(before.result.seats), all(after.result.seats)];
  return keysOf(then, now).flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const one = is ?? was;
    if (!one || (was && is && was.seats === is.seats && was.takingPart === is.takingPart)) return [];
    const side = is ? after : before;
    const title = side.words.limits[one.limit]?.title ?? { zh: one.limit, en: one.limit };
    return [
      {
        ...side.about(one.limit, { title, clause: one.clause }),
        ...(one.within === undefined ? {} : { within: side.person(one.within) }),
        ...change(was && said(was), is && said(is)),
      },
    ];
  });
}

function said({ seats, takingPart }: Seats) {
  const zh = `${takingPart}人参加，${seats === undefined ? '名额待定' : `至多${seats}人`}`;
  const en = `${takingPart} taking part, ${seats === undefined ? 'places not known yet' : `at most ${seats}`}`;
  return { text: { zh, en } };
}

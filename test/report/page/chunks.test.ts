/** The page in pieces: together they are the page, none is long, and what was written is let go, however many there are. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/model/result.js';
import { pageChunks, writePage } from '../../../src/report/page/write.js';
import { aResult } from '../result.js';
import { crowdOf, type Member } from './crowd.js';
import { hostileScores } from './hostile.js';
import { between } from './parts.js';

const KINDS: readonly Member[] = [
  { away: 0, given: 0, holds: false, owes: 'nothing' },
  { away: 3, given: 2, holds: true, owes: 'nothing' },
  { away: 'owed', given: 1, holds: false, owes: 'another' },
  { away: 1, given: 2, holds: false, owes: 'itself' },
];

function crowd(size: number): Result {
  return crowdOf(Array.from({ length: size }, (_, at) => KINDS[at % KINDS.length] ?? KINDS[0]) as Member[]);
}

describe('the pieces of a page', () => {
  it.each([
    ['few', aResult()],
    ['hostile texts', hostileScores()],
    ['many', crowd(300)],
  ])('are the page: %s', (_, result) => {
    for (const most of [0, 100_000, 10_000_000])
      expect([...pageChunks(result, 'en', most)].join('')).toBe(writePage(result, 'en', most));
  });

  it('are made when they are asked for, and none is long', () => {
    const result = crowd(1500);
    const pieces = [...pageChunks(result, 'zh', 0)].map(({ length }) => length);
    const all = pieces.reduce((sum, length) => sum + length, 0);
    expect(all).toBeGreaterThan(1_000_000);
    expect(Math.max(...pieces)).toBeLessThan(120_000);
  });

  it('have everyone of a kind standing or everyone as data, told by the first few where they are many', () => {
    const result = crowd(200);
    const standing = (most: number): number =>
      writePage(result, 'zh', most).match(/id="s\d+" aria-labelledby/g)?.length ?? 0;
    const all = writePage(result, 'zh', Number.POSITIVE_INFINITY).length;
    expect(standing(all)).toBe(208);
    expect(standing(all / 2)).toBe(4);
    expect(standing(0)).toBe(0);
  });

  it('hold long tables as they would stand at once', () => {
    const [few, many] = [writePage(crowd(190), 'zh'), writePage(crowd(210), 'zh')];
    const rows = (page: string): string[] => between(page, 'id="kind-2"', '</table>').split('<tr').slice(2);
    expect(rows(many).slice(0, 20).map(unnumbered)).toEqual(rows(few).slice(0, 20).map(unnumbered));
    expect(rows(many)).toHaveLength(rows(few).length + 20);
  });

  it('leave nothing behind but what is said of many', () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const held = (): number => {
      gc();
      gc();
      return process.memoryUsage().heapUsed;
    };
    let pages = 0;
    let [early, late] = [0, 0];
    for (const piece of pageChunks(crowd(6000), 'zh', 0)) {
      if (!piece.startsWith(',\n"s')) continue;
      pages += 1;
      if (pages === 3000) early = held();
      if (pages === 5900) late = held();
    }
    expect(pages).toBeGreaterThan(5900);
    // Names, files and what each owes itself are numbered and stay known; the elements of one page alone take ten times as much.
    expect((late - early) / 2900).toBeLessThan(3000);
  });
});

/** Sort keys and facets aside, which go by how many there are. */
function unnumbered(row: string): string {
  return row.replace(/ data-(?:key|in)="[^"]*"/g, '');
}

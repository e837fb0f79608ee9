/** Blocks for each group that is ranked apart, under a numbered heading of its own; without headings where there is one order. */
import type { Block } from '../../model/bulletin.js';
import type { Group } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { numbered } from './numeral.js';

export function underGroups<T>(
  groups: readonly Group<T>[],
  write: (group: Group<T>) => readonly Block[],
  { lang }: Lookup,
): Block[] {
  return groups.flatMap((group, at): Block[] => {
    const { title } = group;
    const blocks = write(group);
    return title === undefined
      ? [...blocks]
      : [{ kind: 'heading', level: 2, text: numbered(at + 1, 2, title, lang) }, ...blocks];
  });
}

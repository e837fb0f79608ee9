/**
 * That full points add up: the items of a score to its full, the parts of an item to its own, for every group of
 * subjects. And that each item is of one kind: with points of its own, outside, or a group of rules.
 */
import { canonical, Decimal } from '../base/decimal.js';
import type { Text } from '../base/text.js';
import { type Draft, entries } from './draft.js';
import type { ScoreEntry } from './score-names.js';
import type { ItemEntry } from './score-schema.js';
import type { Path } from './yaml.js';

/** The groups a score's subjects are told apart by, where the roster offers a choice of them. */
export function groupsOf({ pack }: Draft, { subject }: ScoreEntry): string[] {
  const kind = pack.subjects[subject];
  const column = pack.forms[kind?.roster ?? '']?.columns[kind?.group ?? ''];
  return Object.keys(column?.choices ?? {});
}

export function checkSums(draft: Draft, score: ScoreEntry, path: Path): void {
  const groups = groupsOf(draft, score);
  for (const group of groups.length > 0 ? groups : [undefined]) {
    sum(draft, group, score.items, score.full, path);
  }
  for (const [id, item] of entries(score.items)) checkKind(draft, item, true, [...path, 'items', id]);
}

function isFor(group: string | undefined, item: ItemEntry): boolean {
  return item.for === undefined || (group !== undefined && item.for.includes(group));
}

function sum(
  draft: Draft,
  group: string | undefined,
  items: Readonly<Record<string, ItemEntry>> | undefined,
  full: number | string,
  path: Path,
): void {
  const own = entries(items).filter(([, item]) => item.full !== undefined && isFor(group, item));
  const total = Decimal.sum(0, ...own.map(([, item]) => new Decimal(item.full ?? 0)));
  if (!total.eq(full)) {
    const found = canonical(total);
    const expected = canonical(new Decimal(full));
    draft.refuse({ kind: 'score-sum', path: [...path, 'full'], found, expected, ...(group ? { group } : {}) });
  }
  for (const [id, item] of own) {
    const isWhole = entries(item.items).some(([, part]) => part.full !== undefined);
    if (isWhole) sum(draft, group, item.items, item.full ?? 0, [...path, 'items', id]);
  }
}

/** What an item may say depends on what it is. */
function checkKind(draft: Draft, item: ItemEntry, top: boolean, path: Path): void {
  const refuse = (reason: Text): void => draft.refuse({ kind: 'score-unfit', path, reason });
  const isGroup = item.full === undefined && item.outside !== true;
  const parts = entries(item.items);
  const hasWholeParts = parts.some(([, part]) => part.full !== undefined);
  if (item.full !== undefined && item.outside)
    refuse({ zh: '满分之外的项目不能有 full', en: 'what stands outside has no full points' });
  if (item.outside && !top)
    refuse({ zh: 'outside 只能用于最上层项目', en: 'only an item at the top can stand outside' });
  if (top && isGroup)
    refuse({ zh: '最上层项目须有 full 或注明 outside', en: 'an item at the top has full points or stands outside' });
  if (isGroup && hasWholeParts)
    refuse({ zh: '没有 full 的分组不能含有分值的项目', en: 'a group cannot hold items with points of their own' });
  if (hasWholeParts && (item.rules || parts.some(([, part]) => part.full === undefined)))
    refuse({
      zh: '分解为有分值的子项后，规则须写在子项内',
      en: 'an item of parts with points has its rules within the parts',
    });
  if (hasWholeParts && (item.begins ?? item.below ?? item.above ?? item.cap ?? item.counts) !== undefined)
    refuse({ zh: '起始、封顶和取舍须写在子项内', en: 'bounds and choices belong to the parts' });
  if (item.full !== undefined && item.cap !== undefined)
    refuse({ zh: '有 full 的项目以满分为限，不写 cap', en: 'full points are the cap of an item' });
  if (item.full === undefined && (item.begins ?? item.below ?? item.above) !== undefined)
    refuse({ zh: 'begins、below、above 只用于有 full 的项目', en: 'begins, below and above go with full points' });
  if (isGroup && item.for)
    refuse({ zh: 'for 只用于最上层或有 full 的项目', en: 'for goes with items that have points of their own' });
  if (takesAll(item)) {
    if (item.outside || item.cap !== undefined)
      refuse({
        zh: 'all 须在有 full 的项目中，分组不得封顶',
        en: 'all belongs to an item with full points, in no group with a cap',
      });
    if (item.full !== undefined && item.below === 'total' && choosesWithin(item))
      refuse({
        zh: '超出计入总分的项目，其 all 不能放在取其重者的分组中',
        en: 'where what goes below zero counts, all cannot stand in a group that chooses',
      });
  }
  for (const [id, rule] of entries(item.rules)) {
    if (rule.deduct === 'all' && (rule.cap !== undefined || rule.share !== undefined))
      draft.refuse({
        kind: 'score-unfit',
        path: [...path, 'rules', id],
        reason: { zh: 'all 不能再有 cap、share', en: 'all is neither capped nor shared' },
      });
  }
  if ((item.counts ?? 'all') !== 'all' && effectsIn(item).size > 1)
    refuse({
      zh: '取其重者的分组只能都是扣分或都是加分',
      en: 'what weighs most is told among deductions alone, or additions alone',
    });
  for (const [id, part] of parts) checkKind(draft, part, false, [...path, 'items', id]);
}

/** Whether a rule of an item, or of a group within it, takes all that the item holds. */
function takesAll({ rules, items }: ItemEntry): boolean {
  const own = entries(rules).some(([, { deduct }]) => deduct === 'all');
  return own || entries(items).some(([, part]) => part.full === undefined && takesAll(part));
}

function choosesWithin({ counts, items }: ItemEntry): boolean {
  return (counts ?? 'all') !== 'all' || entries(items).some(([, part]) => choosesWithin(part));
}

function effectsIn({ rules, items }: ItemEntry): Set<string> {
  const own = entries(rules).map(([, { deduct }]) => (deduct === undefined ? 'add' : 'deduct'));
  return new Set([...own, ...entries(items).flatMap(([, part]) => [...effectsIn(part)])]);
}

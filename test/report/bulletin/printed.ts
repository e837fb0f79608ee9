/** A bulletin as lines of text, the way a reader meets it. */
import type { Lang } from '../../../src/base/text.js';
import type { Block, Bulletin } from '../../../src/model/bulletin.js';
import type { Result, SectionWords } from '../../../src/model/result.js';
import { writeBulletin } from '../../../src/report/bulletin/write.js';

export function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') return [block.caption, ...block.bars.map(({ name, text }) => `${name} ${text}`)];
    if (block.kind !== 'table') return [block.text];
    return [block.columns.map(({ title }) => title), ...block.rows].map((row) => row.join(' | '));
  });
}

export function all({ title, blocks, attachments }: Bulletin): string {
  return [title, ...lines(blocks), ...attachments.flatMap((each) => [each.title, ...lines(each.blocks ?? [])])].join(
    '\n',
  );
}

/** What stands under the heading of the first section of a kind. */
export function section(result: Result, kind: SectionWords['kind'], lang: Lang): string[] {
  const { blocks } = writeBulletin(result, lang);
  const at = result.words.bulletin.sections.findIndex((each) => each.kind === kind);
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 1 ? [index] : []));
  return lines(blocks.slice((headings[at] ?? -1) + 1, headings[at + 1]));
}

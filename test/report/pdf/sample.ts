/** A made-up office's bulletin, and glyphs for which no font is needed: squares, and half squares for Latin text. */
import type { Day } from '../../../src/base/day.js';
import type { Block, Bulletin, TableBlock } from '../../../src/model/bulletin.js';
import { type Layout, layOut } from '../../../src/report/pdf/layout.js';
import { isWide } from '../../../src/report/typesetting/breaks.js';
import { AREA, type Item, type Page, type RuleItem, type TextItem } from '../../../src/report/typesetting/page.js';
import type { Glyphs } from '../../../src/report/typesetting/setting.js';

export const squares: Glyphs = (cluster, face, form) => {
  const advance = cluster.length > 1 && isWide(cluster) ? 2 : isWide(cluster) && form !== 'narrow' ? 1 : 0.5;
  return { face, text: cluster, advance, form };
};

export const day = (text: string): Day => text as Day;

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

/** 28 characters a line: so many lines without first-line indent to think of. */
export function lines(count: number): Block {
  return paragraph('考'.repeat(28 * count - 2));
}

export function table(rows: readonly (readonly string[])[], more: Partial<TableBlock> = {}): TableBlock {
  const columns = (rows[0] ?? ['']).map((_, at) => ({ title: `列${at + 1}`, width: 1, align: 'left' as const }));
  return { kind: 'table', columns, rows, ...more };
}

export const UNITS = ['市发展和改革局', '市财政局', '市教育体育局', '市人力资源和社会保障局', '市自然资源和规划局'];

export function bulletin(more: Partial<Bulletin> = {}): Bulletin {
  return {
    lang: 'zh',
    issuer: '临江市绩效考核办公室',
    number: '临考办〔2026〕18号',
    title: '关于2026年第三季度机关单位高质量发展绩效考核情况的通报',
    addressees: '市直各单位，各镇人民政府：',
    blocks: [
      paragraph('2026年第三季度，对照《考核办法（试行）》（临考办〔2025〕18号），共核验168项，完成率90.5%。'),
      heading(1, '一、总体情况'),
      heading(2, '（一）得分与等次'),
      heading(3, '1. 名次'),
      table(
        UNITS.map((unit, at) => [String(at + 1), unit, (96.71 - at).toFixed(2)]),
        { caption: '表1 得分' },
      ),
    ],
    attachments: [{ title: '扣分明细', blocks: [paragraph('同一事项不重复扣分。')] }],
    signature: { name: '临江市绩效考核办公室', date: day('2026-10-08') },
    imprint: { copies: '市委办公室，市政府办公室', office: '临江市绩效考核办公室', date: day('2026-10-09') },
    ...more,
  };
}

export function laidOut(more: Partial<Bulletin> = {}): Layout {
  return layOut(bulletin(more), squares);
}

export function texts(page: Page | undefined): TextItem[] {
  return (page?.items ?? []).filter((item: Item): item is TextItem => item.kind === 'text');
}

export function rules(page: Page | undefined): RuleItem[] {
  return (page?.items ?? []).filter((item: Item): item is RuleItem => item.kind === 'rule');
}

/** Lines of a page from the top: their text, left edge and baseline below the top of the type area. */
export function linesOn(page: Page | undefined): { text: string; x: number; y: number; item: TextItem }[] {
  const found: { text: string; x: number; y: number; item: TextItem }[] = [];
  for (const item of texts(page)) {
    const last = found.at(-1);
    if (last && Math.abs(last.item.y - item.y) < 0.01 && last.item.node === item.node) last.text += item.text;
    else found.push({ text: item.text, x: item.x - AREA.left, y: item.y - AREA.top, item });
  }
  return found;
}

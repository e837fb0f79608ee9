/** The bulletins of the worked examples as they are printed, line by line and page by page, with the fonts that are there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupedBy } from '../../src/base/group.js';
import type { Lang } from '../../src/base/text.js';
import type { Bulletin } from '../../src/model/bulletin.js';
import { writeBulletin } from '../../src/report/bulletin/write.js';
import { type Face, type Faces, findFaces } from '../../src/report/pdf/faces.js';
import { type Layout, layOut } from '../../src/report/pdf/layout.js';
import { printBulletin } from '../../src/report/pdf/print.js';
import { typefacesOf } from '../../src/report/pdf/typeface.js';
import { linesOf } from '../../src/report/typesetting/lines.js';
import { AREA, ASCENT, EM, mm, PITCH, type TextItem } from '../../src/report/typesetting/page.js';
import { setterOf } from '../../src/report/typesetting/setting.js';
import { linesOn, rules, texts } from '../report/pdf/sample.js';
import { firstQuarter } from './folder.js';

const faces = (await findFaces({}, { folders: [] })) as Faces;
const { glyphs } = typefacesOf(faces);
const EXAMPLES = ['bureau', 'sunshine'] as const;
const results = await Promise.all(EXAMPLES.map((example) => firstQuarter(example)));
const written = (at: number, lang: Lang): Bulletin => writeBulletin(results[at] as (typeof results)[number], lang);
const chinese = EXAMPLES.map((example, at): [string, Bulletin, Layout] => {
  const bulletin = written(at, 'zh');
  return [example, bulletin, layOut(bulletin, glyphs)];
});
const both = EXAMPLES.flatMap((example, at) =>
  (['zh', 'en'] as const).map((lang): [string, Layout] => [`${example} ${lang}`, layOut(written(at, lang), glyphs)]),
);

/** The text of a page on the grid of lines, by the line, counted from 0. */
const onGrid = (items: readonly TextItem[]): TextItem[] =>
  items.filter(({ size, node }) => Math.abs(size - EM) < 0.01 && node !== undefined);

describe.each(chinese)('the printed bulletin of examples/%s', (_, bulletin, layout) => {
  const { pages } = layout;
  const paragraphs = bulletin.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

  it('fills every line of its text to exactly 28 squares', () => {
    const measure = setterOf(glyphs, 'zh').measure({ face: 'fang', size: EM });
    const lines = paragraphs.flatMap((text) =>
      linesOf(text, { width: AREA.width, em: EM, indent: 2 * EM, justify: true }, measure),
    );
    const full = lines.filter(({ last }) => !last);
    expect(full.length).toBeGreaterThan(5);
    for (const { end } of full) expect(end).toBeCloseTo(28 * EM, 4);
    for (const { end } of lines) expect(end).toBeLessThan(28 * EM + 0.001);
  });

  it('begins no line with a closing mark, ends none with an opening one, and tears no number or date', () => {
    for (const page of pages) {
      const byNode = groupedBy(
        linesOn(page).filter(({ item }) => item.node),
        ({ item }) => item.node,
      );
      for (const lines of byNode.values()) {
        for (const [at, { text }] of lines.entries()) {
          expect(text).not.toMatch(/^[。，、；：？！）》」”]/);
          expect(text).not.toMatch(/[（《「“]$/);
          const next = lines[at + 1]?.text;
          if (next !== undefined) expect(`${text}|${next}`).not.toMatch(/\d\|[\d.%年月日号]|[年月]\|\d+[月日]|〕\|\d/);
        }
      }
    }
  });

  it('stands on the 22 lines of the grid', () => {
    for (const page of pages) {
      const at = onGrid(texts(page)).map(({ y }) => (y - AREA.top - ASCENT * EM) / PITCH);
      for (const line of at) {
        expect(line).toBeCloseTo(Math.round(line), 3);
        expect(Math.round(line)).toBeLessThan(22);
      }
    }
  });

  it('ends no page with a heading or with what leads up to a table', () => {
    const headings = bulletin.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    for (const page of pages) {
      const last = linesOn(page)
        .filter(({ y }) => y < AREA.height)
        .toSorted((a, b) => b.y - a.y)[0]?.text;
      expect(headings).not.toContain(last);
      expect(last).not.toMatch(/(具体|通报)?如下。$|前报送。$/);
    }
  });

  it('has its title in two lines of a shape, no line twice the other', () => {
    const title = linesOn(pages[0]).filter(({ item }) => item.size === 22);
    expect(title.map(({ text }) => text).join('')).toBe(bulletin.title);
    const widths = title.map(({ text }) => text.length);
    expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(1.5);
  });

  it('ends with the foot on the bottom edge of the type area of its last page', () => {
    const [thick, thin, last] = rules(pages.at(-1)).slice(-3);
    expect([thick, thin, last].map((rule) => rule?.thickness)).toEqual([mm(0.35), mm(0.25), mm(0.35)]);
    expect(last?.y).toBeCloseTo(AREA.top + AREA.height);
  });
});

describe.each(both)('the pages of examples/%s', (_, { pages, root }) => {
  it('have everything within the type area, but their number', () => {
    for (const page of pages) {
      const below = texts(page).filter(({ y }) => y > AREA.top + AREA.height);
      expect(below.map(({ text }) => text).join('')).toBe(`— ${page.number} —`);
      for (const { x, y, size, text } of texts(page)) {
        expect(x).toBeGreaterThanOrEqual(AREA.left - 0.5 * size);
        const advance = [...text].reduce((sum, each) => sum + glyphs(each, 'fang', 'plain').advance * size, 0);
        expect(x).toBeLessThan(AREA.left + AREA.width);
        expect(advance).toBeLessThan(AREA.width + size);
        expect(y - ASCENT * size).toBeGreaterThanOrEqual(AREA.top - 0.01);
      }
    }
  });

  it('show a chart that is told in words, and more than one table', () => {
    const roles = root.children.map(({ role }) => role);
    const figures = root.children.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const { alt } of figures) expect(alt).toMatch(/^(条形图，|Bar chart, ).+\d/);
    expect(roles.filter((role) => role === 'Table').length).toBeGreaterThan(3);
  });
});

describe('the PDF of examples/bureau', () => {
  it('is tagged throughout: heading levels, tables with scope, the chart in words, and nothing missing', async () => {
    const { bytes, missing } = await printBulletin(written(0, 'zh'), faces, { compress: false });
    expect(missing).toEqual([]);
    const pdf = Buffer.from(bytes).toString('latin1');
    const count = (pattern: RegExp): number => pdf.match(pattern)?.length ?? 0;
    const utf16 = Buffer.from('\ufeff条形图', 'utf16le').swap16().toString('latin1');
    expect(count(/\/S \/Figure\b/g)).toBe(1);
    expect(pdf).toContain(`/Alt (${utf16.replace(/[()\\]/g, '\\$&')}`);
    expect(count(/\/S \/H1\b/g)).toBe(2);
    expect(count(/\/S \/H2\b/g)).toBe(8);
    expect(count(/\/S \/TH\b/g)).toBe(count(/\/Scope \/Column/g));
    expect(count(/\/S \/TH\b/g)).toBeGreaterThan(20);
    expect(pdf).toContain('/Lang (zh-CN)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    // Every piece of every page belongs to an element or is said to be none.
    const marked = count(/ BDC\n/g);
    expect(marked).toBe(count(/^EMC$/gm));
    expect(count(/\/Artifact <<\s*\/Type \/Pagination/g)).toBeGreaterThanOrEqual(count(/\/Type \/Page\b/g));
    expect(count(/\/Artifact <<\s*\/Type \/Layout/g)).toBeGreaterThan(20);
  });
});

describe('fonts read in parts', () => {
  const read = new Map<Face, Face>();
  const whole = (face: Face): Face => {
    const known = read.get(face) ?? { ...face, source: readFileSync(face.source as string) };
    read.set(face, known);
    return known;
  };
  const { song, heading, hei, kai, fang } = faces;
  const wholes: Faces = {
    ...faces,
    ...{ song: whole(song), heading: whole(heading), hei: whole(hei), kai: whole(kai), fang: whole(fang) },
  };

  it.each(chinese)('give the same PDF of examples/%s as whole fonts', async (_, bulletin) => {
    const [lean, same] = [await printBulletin(bulletin, faces), await printBulletin(bulletin, wholes)];
    expect(Buffer.from(lean.bytes).equals(Buffer.from(same.bytes))).toBe(true);
    expect(lean.missing).toEqual(same.missing);
  });
});

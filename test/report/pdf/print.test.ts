import { afterAll, describe, expect, it } from 'vitest';
import { type Faces, findFaces } from '../../../src/report/pdf/faces.js';
import { layOut } from '../../../src/report/pdf/layout.js';
import { printBulletin } from '../../../src/report/pdf/print.js';
import { typefacesOf } from '../../../src/report/pdf/typeface.js';
import { SHEET } from '../../../src/report/typesetting/page.js';
import { bulletin, paragraph, texts } from './sample.js';

const faces = (await findFaces({}, { folders: [] })) as Faces;
const zone = process.env.TZ;
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const printed = async (more: Parameters<typeof bulletin>[0] = {}): Promise<string> => {
  const { bytes } = await printBulletin(bulletin(more), faces, { compress: false });
  return Buffer.from(bytes).toString('latin1');
};
const utf16 = (text: string): string => `þÿ${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;

describe('a printed bulletin', () => {
  it('has the same bytes on every run and in every time zone', async () => {
    const bytes: Buffer[] = [];
    for (const each of ['Pacific/Kiritimati', 'America/New_York', 'Asia/Shanghai']) {
      process.env.TZ = each;
      bytes.push(Buffer.from((await printBulletin(bulletin(), faces)).bytes));
    }
    expect(bytes[1]?.equals(bytes[0] as Buffer)).toBe(true);
    expect(bytes[2]?.equals(bytes[0] as Buffer)).toBe(true);
  });

  it('is PDF/A-2b, dated by the document, without a date of change', async () => {
    const pdf = await printed();
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(pdf).toContain('/GTS_PDFA1');
    expect(pdf).toContain('(D:20261008000000Z)');
    expect(pdf).toContain('<xmp:CreateDate>2026-10-08T00:00:00Z</xmp:CreateDate>');
    expect(pdf).not.toContain('ModDate');
    expect(pdf).toContain('/Lang (zh-CN)');
    expect(pdf).toContain('/Marked true');
    expect(await printed({ lang: 'en' })).toContain('/Lang (en)');
  });

  it('embeds every font and names no other', async () => {
    const pdf = await printed();
    const fonts = pdf.match(/\/BaseFont \/\S+/g) ?? [];
    expect(new Set(fonts).size).toBe(4);
    for (const font of fonts) expect(font).toMatch(/\/[A-Z]{6}\+/);
    expect(pdf.match(/\/FontFile[23] /g)).toHaveLength(4);
  });

  it('tells its structure', async () => {
    const pdf = await printed();
    for (const role of ['Document', 'H1', 'H2', 'H3', 'H4', 'P', 'Table', 'Caption', 'TR', 'TH', 'TD']) {
      expect(pdf).toMatch(new RegExp(`/S /${role}\\b`));
    }
    expect(pdf).toContain('/Scope /Column');
    expect(pdf).toContain('/Artifact');
  });

  it('writes its title where viewers and archives look, escaped for each', async () => {
    const pdf = await printed({ title: '研发<R&D>考核' });
    expect(pdf).toContain(utf16('研发<R&D>考核').replace(/[()\\]/g, '\\$&'));
    expect(Buffer.from(pdf, 'latin1').toString()).toContain('>研发&lt;R&amp;D&gt;考核</rdf:li>');
  });

  it('draws every piece of text where the layout has it', async () => {
    const { pages } = layOut(bulletin(), typefacesOf(faces).glyphs);
    const wanted = pages
      .flatMap((page) => texts(page))
      .map(({ x, y }) => `${x.toFixed(2)} ${(SHEET.height - y).toFixed(2)}`);
    const pdf = await printed();
    const drawn = [...pdf.matchAll(/1 0 0 1 (\S+) (\S+) Tm/g)].map(
      (match) => `${Number(match[1]).toFixed(2)} ${Number(match[2]).toFixed(2)}`,
    );
    expect(drawn).toEqual(wanted);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(pages.length);
  });

  it('reports what no face has and prints 〓 for it', async () => {
    const { missing } = await printBulletin(bulletin({ blocks: [paragraph('生僻字𠮷龘，🎉与🎉。')] }), faces);
    expect(missing).toEqual(['🎉']);
  });
});

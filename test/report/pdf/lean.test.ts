import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGED } from '../../../src/report/pdf/candidates.js';
import type { Face, Faces } from '../../../src/report/pdf/faces.js';
import { type Font, openFont } from '../../../src/report/pdf/font.js';
import { type FontFile, fontFileAt } from '../../../src/report/pdf/font-file.js';
import { leanFont } from '../../../src/report/pdf/lean.js';
import { openFace } from '../../../src/report/pdf/open-face.js';
import { printBulletin } from '../../../src/report/pdf/print.js';
import { assembled, table } from '../../../src/report/pdf/sfnt.js';
import { FEATURES } from '../../../src/report/pdf/typeface.js';
import type { Packed } from '../../../src/report/pdf/woff.js';
import { bulletin, paragraph } from './sample.js';

const resolve = createRequire(import.meta.url).resolve;
const [SONG, KAI] = [PACKAGED.song, PACKAGED.kai].map((name) => resolve(name ?? '')) as [string, string];
const TEXT = '关于2026年第一季度考核情况的通报（试行）——“甲”等，e\u0301x\u030c。';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lean-'));
});
afterAll(() => rm(folder, { recursive: true }));

const idsOf = (font: Font, text: string): number[] => font.layout(text, FEATURES.plain).glyphs.map(({ id }) => id);

/** The subset as a document embeds it, of the glyphs in the order of the text. */
async function embedded(face: Face, text: string): Promise<Buffer> {
  const { drawn, outlines } = openFace(face, true);
  const subset = drawn.createSubset();
  for (const id of idsOf(drawn, text)) subset.includeGlyph(id);
  await outlines();
  return Buffer.from(subset.encode());
}

let base: Buffer | undefined;
/** A font file with the outlines of one text alone, small enough to be changed again and again. */
async function small(): Promise<Buffer> {
  base ??= await outlinesAlone(fontFileAt(SONG) as FontFile, idsOf(openFont(readFileSync(SONG)), TEXT));
  return Buffer.from(base);
}

async function outlinesAlone(file: FontFile, ids: readonly number[]): Promise<Buffer> {
  const entryOf = (tag: string): Packed => file.entries.get(tag) as Packed;
  const places = file.table(entryOf('loca'));
  const wanted = [...new Set([0, ...ids])].sort((a, b) => a - b);
  const spans = wanted.map((id) => ({ from: places.readUInt32BE(4 * id), to: places.readUInt32BE(4 * id + 4) }));
  const outlines = await file.spans(entryOf('glyf'), spans);
  const loca = Buffer.alloc(places.length);
  let at = 0;
  for (let id = 0; 4 * id < loca.length; id += 1) {
    loca.writeUInt32BE(at, 4 * id);
    at += outlines[wanted.indexOf(id)]?.length ?? 0;
  }
  const kept = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post', 'prep'];
  const tables = kept.map((tag) => table(tag, file.table(entryOf(tag))));
  return assembled(file.flavour, [table('glyf', Buffer.concat(outlines)), table('loca', loca), ...tables]);
}

const entry = (font: Buffer, tag: string): number => font.subarray(0, 400).indexOf(tag, 0, 'latin1');
const offsetOf = (font: Buffer, tag: string): number => font.readUInt32BE(entry(font, tag) + 8);

/** Where the place of a character's outline is written, and where the outline lies. */
function placeOf(
  font: Buffer,
  character: string,
): { readonly id: number; readonly written: number; readonly at: number } {
  const id = idsOf(openFont(font), character)[0] ?? 0;
  const written = offsetOf(font, 'loca') + 4 * id;
  return { id, written, at: offsetOf(font, 'glyf') + font.readUInt32BE(written) };
}

/** Makes a character one that is composed of others. */
function compose(font: Buffer, character: string, parts: readonly string[]): void {
  const { at } = placeOf(font, character);
  font.writeInt16BE(-1, at);
  parts.forEach((part, index) => {
    const record = at + 10 + 8 * index;
    font.writeUInt16BE(index < parts.length - 1 ? 0x21 : 1, record);
    font.writeUInt16BE(placeOf(font, part).id, record + 2);
    font.writeInt32BE(0, record + 4);
  });
}

let count = 0;
/** What comes of a font read in parts, and of the same read whole: the bytes, or what kind of failure. */
async function both(font: Buffer, text = TEXT): Promise<(string | Buffer)[]> {
  count += 1;
  const path = join(folder, `${count}.ttf`);
  await writeFile(path, font);
  const outcome = (source: string | Uint8Array): Promise<string | Buffer> =>
    embedded({ name: 'made', source }, text).catch((error: Error) => error.constructor.name);
  return [await outcome(path), await outcome(font)];
}

describe('a font without outlines', () => {
  it.each([
    ['TrueType', SONG],
    ['WOFF', KAI],
  ])('from %s has the characters, widths and shapes of the whole one', (_, path) => {
    const lean = openFont(leanFont(path, true)?.bytes ?? Buffer.alloc(0));
    const whole = openFont(readFileSync(path));
    for (const form of ['plain', 'narrow', 'wide'] as const) {
      const [left, right] = [lean, whole].map((font) => font.layout(TEXT, FEATURES[form]));
      expect(left?.positions).toEqual(right?.positions);
    }
    expect(idsOf(lean, TEXT)).toEqual(idsOf(whole, TEXT));
    expect(lean.hasGlyphForCodePoint(0x1f389)).toBe(whole.hasGlyphForCodePoint(0x1f389));
    expect(lean.postscriptName).toBe(whole.postscriptName);
  });

  it.each([
    ['TrueType', SONG],
    ['WOFF', KAI],
  ])('from %s is embedded with the outlines that were drawn, byte for byte', async (_, path) => {
    const lean = await embedded({ name: 'lean', source: path }, TEXT);
    expect(lean.equals(await embedded({ name: 'whole', source: readFileSync(path) }, TEXT))).toBe(true);
  });

  it('takes a small part of the file', async () => {
    expect(readFileSync(SONG).length).toBeGreaterThan(10_000_000);
    expect(leanFont(SONG, true)?.bytes.length).toBeLessThan(1_000_000);
    expect(leanFont(KAI, true)?.bytes.length).toBeLessThan(1_000_000);
    const ids = idsOf(openFont(readFileSync(SONG)), TEXT);
    expect((await leanFont(SONG, true)?.outlined(new Set(ids)))?.length).toBeLessThan(50_000);
  });

  it('is not embedded before its outlines are read', () => {
    const { drawn } = openFace({ name: 'song', source: SONG }, true);
    expect(() => drawn.createSubset().encode()).toThrow('before its outlines');
  });
});

describe('characters composed of others', () => {
  it('keep their parts, and the parts of these', async () => {
    const font = await small();
    const plain = await both(font, '报');
    compose(font, '报', ['的', '考']);
    compose(font, '考', ['通', '告']);
    const [lean, whole] = await both(font, '报');
    expect(lean).toEqual(whole);
    expect((lean as Buffer).length).toBeGreaterThan((plain[0] as Buffer).length);
  });

  it('may name themselves and one another', async () => {
    const font = await small();
    compose(font, '考', ['考']);
    compose(font, '的', ['通']);
    compose(font, '通', ['的', '考']);
    const [lean, whole] = await both(font);
    expect(lean).toBeInstanceOf(Buffer);
    expect(lean).toEqual(whole);
  });

  it('are as in the whole font where they are nested deeply or end within a part', async () => {
    const font = await small();
    const chain = [...'关于年第一季度考核情'];
    for (const [at, part] of chain.slice(1).entries()) compose(font, chain[at] ?? '', [part]);
    const [deep, whole] = await both(font, '关');
    expect(deep).toBeInstanceOf(Buffer);
    expect(deep).toEqual(whole);
    const torn = await small();
    const { written, at } = placeOf(torn, '一');
    torn.writeInt16BE(-1, at);
    torn.writeUInt16BE(0x21, at + 10);
    torn.writeUInt32BE(torn.readUInt32BE(written) + 14, written + 4);
    const [left, right] = await both(torn, '一');
    expect(left).toEqual(right);
  });
});

describe('a damaged or hostile font file', () => {
  it('fails as when it is read whole, or not at all', async () => {
    const font = await small();
    for (const length of [0, 3, 11, 43, 60, 300, 5000, font.length - 200_000, font.length - 1]) {
      const [lean, whole] = await both(font.subarray(0, length));
      expect(lean).toEqual(whole);
    }
  });

  it('is read whole where outlines lie beyond its end, backwards, or all in one place', async () => {
    const places = [0x7fffffff, 0xfffffff0, 0];
    for (const place of places) {
      const font = await small();
      font.writeUInt32BE(place, placeOf(font, '考').written);
      const [lean, whole] = await both(font);
      expect(lean).toEqual(whole);
    }
    const font = await small();
    for (const { written } of [...TEXT].map((character) => placeOf(font, character)).toReversed()) {
      font.writeUInt32BE(0, written);
      font.writeUInt32BE(font.length, written + 4);
    }
    const [lean, whole] = await both(font);
    expect(lean).toEqual(whole);
  });

  it('is read whole where its tables do not agree', async () => {
    const changes: ((font: Buffer) => void)[] = [
      (font) => font.writeUInt16BE(7, offsetOf(font, 'head') + 50),
      (font) => font.writeUInt16BE(9, offsetOf(font, 'maxp') + 4),
      (font) => font.writeUInt32BE(40, entry(font, 'loca') + 12),
      (font) => font.writeUInt32BE(0xffffff00, entry(font, 'glyf') + 8),
      (font) => font.write('XXXX', entry(font, 'loca'), 'latin1'),
      (font) => font.write('fvar', entry(font, 'OS/2'), 'latin1'),
    ];
    for (const change of changes) {
      const font = await small();
      change(font);
      const path = join(folder, 'changed.ttf');
      await writeFile(path, font);
      const lean = leanFont(path, true);
      expect(await lean?.outlined(new Set([1]))).toBeUndefined();
      const [left, right] = await both(font);
      expect(left).toEqual(right);
    }
  });

  it('is read whole where marks are placed by outlines', async () => {
    const font = await small();
    font.write('XPOS', entry(font, 'GPOS'), 'latin1');
    const path = join(folder, 'marks.ttf');
    await writeFile(path, font);
    expect(leanFont(path, true)).toBeUndefined();
    expect(leanFont(path, false)).toBeDefined();
    const [lean, whole] = await both(font);
    expect(lean).toEqual(whole);
  });

  it('fails where packed outlines are damaged or of another length', async () => {
    const woff = readFileSync(KAI);
    const glyf = entry(woff, 'glyf');
    const damage: ((font: Buffer) => void)[] = [
      (font) => font.fill(0xff, font.readUInt32BE(glyf + 4) + 5000, font.readUInt32BE(glyf + 4) + 9000),
      (font) => font.writeUInt32BE(font.readUInt32BE(glyf + 12) + 1, glyf + 12),
      (font) => font.writeUInt32BE(font.readUInt32BE(glyf + 12) - 1, glyf + 12),
    ];
    for (const change of damage) {
      const font = Buffer.from(woff);
      change(font);
      const [lean, whole] = await both(font, '考核');
      expect(lean).toMatch(/Error/);
      expect(whole).toMatch(/Error/);
    }
  });
});

describe('printing', () => {
  const facesOf = (song: Face, kai: Face): Faces => ({
    song,
    heading: song,
    hei: song,
    kai,
    fang: song,
    substituted: [],
  });

  it('places marks as with the whole font where the font has no table of places', async () => {
    const font = await small();
    font.write('XPOS', entry(font, 'GPOS'), 'latin1');
    const path = join(folder, 'placed.ttf');
    await writeFile(path, font);
    const printed = async (source: string | Uint8Array): Promise<Buffer> => {
      const face = { name: 'made', source };
      const blocks = [paragraph('关于考核x\u030c的通报')];
      return Buffer.from((await printBulletin(bulletin({ blocks }), facesOf(face, face), { compress: false })).bytes);
    };
    const lean = await printed(path);
    expect(lean.equals(await printed(font))).toBe(true);
  });

  it.each([
    ['TrueType', SONG, 8],
    // What is inflated passes through memory once.
    ['WOFF', KAI, 25],
  ])('holds no whole font from %s', async (_, source, megabytes) => {
    const face = { name: 'face', source };
    const before = process.memoryUsage().arrayBuffers;
    await printBulletin(bulletin({ blocks: [paragraph(TEXT)] }), facesOf(face, face));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(megabytes * 1_000_000);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PACKAGED } from '../../../src/report/pdf/candidates.js';
import { type Face, type Faces, findFaces } from '../../../src/report/pdf/faces.js';
import { isChinese, openFont } from '../../../src/report/pdf/font.js';
import { typefacesOf } from '../../../src/report/pdf/typeface.js';
import { isWoff, unwrapped } from '../../../src/report/pdf/woff.js';

const SONG = readFileSync(createRequire(import.meta.url).resolve(PACKAGED.song ?? ''));
const faces = (await findFaces({}, { folders: [] })) as Faces;

/** A font file as WOFF: its tables, those packed that become smaller. */
function woffOf(tables: readonly { tag: string; data: Buffer }[], claimed?: number): Buffer {
  const header = Buffer.alloc(44 + 20 * tables.length);
  header.write('wOFF', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt16BE(tables.length, 12);
  const bodies: Buffer[] = [];
  let offset = header.length;
  tables.forEach(({ tag, data }, at) => {
    const packed = deflateSync(data);
    const body = packed.length < data.length ? packed : data;
    header.write(tag, 44 + 20 * at, 'latin1');
    [offset, body.length, claimed ?? data.length, 7].forEach((value, field) => {
      header.writeUInt32BE(value, 48 + 20 * at + 4 * field);
    });
    bodies.push(body);
    offset += body.length;
  });
  return Buffer.concat([header, ...bodies]);
}

/** A collection of the same font twice, which fontkit tells apart by nothing: the first counts. */
function collectionOf(font: Buffer): Buffer {
  const head = Buffer.alloc(20);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(2, 8);
  head.writeUInt32BE(20, 12);
  head.writeUInt32BE(20, 16);
  const moved = Buffer.from(font);
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    moved.writeUInt32BE(font.readUInt32BE(12 + 16 * at + 8) + 20, 12 + 16 * at + 8);
  }
  return Buffer.concat([head, moved]);
}

describe('a WOFF font', () => {
  it('is unwrapped to its tables', () => {
    const tables = [
      { tag: 'aaaa', data: Buffer.alloc(1001, 3) },
      { tag: 'bbbb', data: Buffer.from('abc') },
      { tag: 'cccc', data: Buffer.alloc(8, 1) },
    ];
    const woff = woffOf(tables);
    expect(isWoff(woff)).toBe(true);
    const font = unwrapped(woff);
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect([4, 6, 8, 10].map((at) => font.readUInt16BE(at))).toEqual([3, 32, 1, 16]);
    tables.forEach(({ tag, data }, at) => {
      const entry = 12 + 16 * at;
      const offset = font.readUInt32BE(entry + 8);
      expect(font.toString('latin1', entry, entry + 4)).toBe(tag);
      expect(font.readUInt32BE(entry + 4)).toBe(7);
      expect(offset % 4).toBe(0);
      expect(font.subarray(offset, offset + font.readUInt32BE(entry + 12))).toEqual(data);
    });
    expect(unwrapped(woffOf([])).length).toBe(12);
  });

  it('is refused when it is damaged or claims too much', () => {
    const tables = [{ tag: 'aaaa', data: Buffer.alloc(1001, 3) }];
    expect(() => unwrapped(woffOf(tables, 900))).toThrow();
    expect(() => unwrapped(woffOf(tables, 1002))).toThrow(RangeError);
    expect(() => unwrapped(woffOf(tables, 0x7fffffff))).toThrow(RangeError);
    expect(() => unwrapped(Buffer.from('wOFF'))).toThrow(RangeError);
  });
});

describe('fonts', () => {
  it('open from TTF, WOFF and collections', () => {
    expect(openFont(SONG).postscriptName).toBe('NotoSerifSC-Regular');
    expect(openFont(collectionOf(SONG)).postscriptName).toBe('NotoSerifSC-Regular');
    expect(openFont(collectionOf(SONG), 'absent').postscriptName).toBe('NotoSerifSC-Regular');
    expect(isChinese(openFont(readFileSync(faces.kai.source as string)))).toBe(true);
  });

  it('are refused as WOFF2 or anything else', () => {
    expect(() => openFont(Buffer.from('wOF2'))).toThrow(RangeError);
    expect(() => openFont(Buffer.from('no font at all'))).toThrow();
    const empty = Buffer.alloc(16);
    empty.write('ttcf', 0, 'latin1');
    empty.writeUInt32BE(0x00010000, 4);
    expect(() => openFont(empty)).toThrow(RangeError);
  });
});

describe('glyphs', () => {
  it('come from the wanted face, with its own width', () => {
    const { glyphs, missing } = typefacesOf(faces);
    expect(glyphs('考', 'song', 'plain')).toEqual({ face: 'song', text: '考', advance: 1, form: 'plain' });
    expect(glyphs('0', 'song', 'plain').advance).toBeCloseTo(0.557);
    expect(glyphs('——', 'song', 'wide').advance).toBe(2);
    expect(glyphs('“', 'song', 'narrow').advance).toBeLessThan(0.6);
    expect(missing()).toEqual([]);
  });

  it('come from another face where the wanted one has none', () => {
    const { glyphs, missing } = typefacesOf(faces);
    expect(glyphs('﹏', 'kai', 'plain')).toMatchObject({ face: 'song', text: '﹏' });
    expect(missing()).toEqual([]);
  });

  it('are 〓 where no face has one, and reported once', () => {
    const { glyphs, missing } = typefacesOf(faces);
    expect(glyphs('🎉', 'hei', 'plain')).toMatchObject({ face: 'hei', text: '〓' });
    glyphs('🎉', 'song', 'plain');
    glyphs('\uE000', 'song', 'plain');
    expect(missing()).toEqual(['🎉', '\uE000']);
  });

  it('are shared by faces of one file', () => {
    const typefaces = typefacesOf(faces);
    expect(typefaces.font('fang')).toBe(typefaces.font('song'));
  });

  it('are straight quotation marks where a face has no Latin ones', () => {
    const squares: Face = { name: 'squares', source: withoutFeatures(SONG) };
    const { glyphs } = typefacesOf({ ...faces, song: squares });
    expect(glyphs('’', 'song', 'narrow')).toMatchObject({ text: "'", form: 'plain' });
    expect(glyphs('“', 'song', 'narrow')).toMatchObject({ text: '"', form: 'plain' });
  });

  it('are ? or nothing where even 〓 is nowhere', () => {
    const bare = (text: string): Faces => {
      const face: Face = { name: 'bare', source: reduced(SONG, text) };
      return { song: face, heading: face, hei: face, kai: face, fang: face, substituted: [] };
    };
    expect(typefacesOf(bare('?')).glyphs('考', 'song', 'plain').text).toBe('?');
    expect(typefacesOf(bare(' ')).glyphs('考', 'song', 'plain')).toMatchObject({ text: ' ', advance: 1 });
  });
});

/** The font with its substitution table under a name that nobody reads. */
function withoutFeatures(font: Buffer): Buffer {
  const changed = Buffer.from(font);
  const at = changed.indexOf('GSUB', 0, 'latin1');
  changed.write('XSUB', at, 'latin1');
  return changed;
}

/** The font with a character map that knows these ASCII characters alone. */
function reduced(font: Buffer, characters: string): Buffer {
  const changed = Buffer.from(font);
  const at = changed.indexOf('cmap', 0, 'latin1');
  const map = Buffer.alloc(12 + 262);
  map.writeUInt16BE(1, 2);
  map.writeUInt16BE(1, 4);
  map.writeUInt16BE(0, 6);
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(262, 14);
  for (const character of characters) map.writeUInt8(1, 12 + 6 + character.charCodeAt(0));
  changed.writeUInt32BE(changed.length, at + 8);
  changed.writeUInt32BE(map.length, at + 12);
  return Buffer.concat([changed, map]);
}

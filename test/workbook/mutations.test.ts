/**
 * Real files, damaged ten thousand times in ways that are the same in every run: each is refused with its fault or read
 * whole, never half, and goes through the whole intake without an exception and in bounded time.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/check/findings.js';
import { shown } from '../../src/forms/grid.js';
import type { Measures } from '../../src/model/measures.js';
import type { Opened } from '../../src/model/workbook.js';
import { checkFiles, takeIn } from '../../src/take-in.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { measuresNamed } from '../office/make.js';
import {
  changes,
  lies,
  mutated,
  overwrites,
  overwritten,
  slipped,
  slips,
  spliced,
  splices,
  withLie,
  zipFields,
} from './damaged.js';
import { agree, ours, witnessed } from './witness.js';
import { opened, zip } from './zipped.js';

const SEED = 20260331;
const RUNS = { bytes: 1500, overwrites: 1500, splices: 1000, fields: 1500, parts: 3200, tables: 1500 };
/** Computing time that a single damaged file of this size may take, through the whole intake. */
const SECONDS = 1;

interface Real {
  readonly file: string;
  readonly bytes: Buffer;
  readonly measures: Measures;
  readonly whole: Opened;
}

const real: Real[] = Object.entries({ bureau: 'quality-bureau', sunshine: 'sunshine-affairs' }).flatMap(
  ([example, pack]) => {
    const folder = resolve(import.meta.dirname, '../../examples', example);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
    return names.toSorted().map((file) => {
      const bytes = readFileSync(join(folder, file));
      return { file, bytes, measures: measuresNamed(pack), whole: openWorkbook(file, bytes) };
    });
  },
);
const anyFile = fc.constantFrom(...real);

let runs = 0;
let slowest = 0;

/** Opens a damaged file and takes it in; what comes of it is a workbook or a fault, and findings with their place. */
function outcome(file: string, bytes: Uint8Array, measures: Measures): Opened {
  const before = process.cpuUsage();
  const result = openWorkbook(file, bytes);
  const intake = takeIn([{ file, bytes: () => bytes, sha256: '' }], measures);
  const findings = checkFiles(intake, measures, { severities: {}, confirmed: [] });
  const { user, system } = process.cpuUsage(before);
  slowest = Math.max(slowest, (user + system) / 1e6);
  runs += 1;
  expect(findings.every(({ kind, place }) => kind in FINDINGS && place.file === file)).toBe(true);
  if (!result.ok) expect(findings).toMatchObject([{ kind: 'file-unreadable', fault: result.fault, severity: 'error' }]);
  return result;
}

/** Beneath the checksums nothing can change what is read. */
function sameOrRefused({ file, measures, whole }: Real, bytes: Buffer): void {
  const result = outcome(file, bytes, measures);
  if (result.ok) expect(result).toEqual(whole);
}

describe('a real workbook', () => {
  it('is read when nothing is done to it, and as by other hands', () => {
    for (const { file, bytes, whole } of real) {
      expect(whole.ok, file).toBe(true);
      expect(agree(witnessed(partsOf(bytes)), ours(opened(bytes, file))), file).toBe(true);
    }
  });

  it('with bytes changed is refused or reads the same', () => {
    fc.assert(
      fc.property(anyFile, changes, (one, made) => sameOrRefused(one, mutated(one.bytes, made))),
      { seed: SEED, numRuns: RUNS.bytes },
    );
  });

  it('with bytes typed over is refused or reads the same, packed or not', () => {
    fc.assert(
      fc.property(anyFile, overwrites, fc.boolean(), (one, made, isPacked) =>
        sameOrRefused(one, overwritten(isPacked ? one.bytes : unpacked(one.bytes), made)),
      ),
      { seed: SEED, numRuns: RUNS.overwrites },
    );
  });

  it('with pieces moved, left out or cut off is refused or reads the same', () => {
    fc.assert(
      fc.property(anyFile, splices, (one, made) => sameOrRefused(one, spliced(one.bytes, made))),
      { seed: SEED, numRuns: RUNS.splices },
    );
  });

  it('with a lie in a zip field is refused or reads the same', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), lies, (one, which, lie) => {
        const fields = zipFields(one.bytes);
        const field = fields[which % fields.length];
        if (field) sameOrRefused(one, withLie(one.bytes, field, lie));
      }),
      { seed: SEED, numRuns: RUNS.fields },
    );
  });

  it('with a part damaged beneath sound checksums is refused, or read whole as by other hands', () => {
    const damage = fc.oneof(
      changes.map((made) => (part: Buffer) => mutated(part, made)),
      splices.map((made) => (part: Buffer) => spliced(part, made)),
      { weight: 3, arbitrary: slips.map((made) => (part: Buffer) => slipped(part, made)) },
    );
    let read = 0;
    fc.assert(
      fc.property(anyFile, fc.nat(), damage, ({ file, bytes, measures }, which, damaged) => {
        const parts = [...partsOf(bytes)];
        const needed = parts.filter(([name]) => NEEDED.test(name));
        const [target] = needed[which % needed.length] ?? [];
        const entries = parts.map(([name, data]) => ({
          name,
          data: name === target ? damaged(Buffer.from(data)) : data,
          stored: true,
        }));
        const result = outcome(file, zip(entries), measures);
        if (!result.ok) return;
        read += 1;
        const seen = witnessed(new Map(entries.map(({ name, data }) => [name, data])));
        expect(agree(seen, ours(result.workbook)), target).toBe(true);
      }),
      { seed: SEED, numRuns: RUNS.parts },
    );
    // Otherwise nothing would have been compared.
    expect(read).toBeGreaterThan(RUNS.parts / 20);
  });
});

/** The parts that are read; damage to others is not noticed, and need not be. */
const NEEDED =
  /^(_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|(workbook|sharedstrings|styles|worksheets\/[^/]+)\.xml))$/;

/** The same package with its parts as they are, so that a byte of it is a byte of them. */
function unpacked(bytes: Buffer): Buffer {
  return zip([...partsOf(bytes)].map(([name, data]) => ({ name, data, stored: true })));
}

function partsOf(bytes: Buffer): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name.toLowerCase(), data]));
}

describe('a table of text', () => {
  const tables = real.flatMap(({ file, whole, measures }) => {
    const [sheet] = whole.ok ? whole.workbook.sheets : [];
    const lines = Array.from(sheet?.rows ?? [], ({ columns, values }) => {
      const cells = Array.from({ length: columns.at(-1) ?? 0 }, () => '');
      columns.forEach((column, index) => {
        cells[column - 1] = quoted(shown(values[index] ?? ''));
      });
      return cells.join(',');
    });
    return lines.length > 0 ? [{ file: file.replace(/xlsx$/, 'csv'), text: lines.join('\r\n'), measures }] : [];
  });
  const encodings: readonly ((text: string) => Buffer)[] = [
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    gb18030,
  ];

  it('reads back the same in every encoding', () => {
    for (const { file, text } of tables) {
      const [first, ...others] = encodings.map((encoded) => opened(encoded(text), file).sheets);
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it('that is damaged is refused, or read with nothing lost', () => {
    let read = 0;
    const damage = fc.oneof(
      changes.map((made) => (bytes: Buffer) => mutated(bytes, made)),
      splices.map((made) => (bytes: Buffer) => spliced(bytes, made)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.constantFrom(...encodings),
        damage,
        ({ file, text, measures }, encoded, damaged) => {
          const bytes = damaged(encoded(text));
          const result = outcome(file, bytes, measures);
          if (!result.ok) return;
          read += 1;
          const values = result.workbook.sheets.flatMap(({ rows }) => [...rows].flatMap((row) => row.values));
          expect(bare(values.join(''))).toBe(bare(decoded(bytes)));
        },
      ),
      { seed: SEED, numRuns: RUNS.tables },
    );
    expect(read).toBeGreaterThan(RUNS.tables / 20);
  });
});

describe('all of this', () => {
  it('is ten thousand files, none of which takes long', () => {
    expect(runs).toBeGreaterThanOrEqual(10_000);
    expect(slowest).toBeLessThan(SECONDS);
  });
});

/** A text without what may part cells and rows. */
function bare(text: string): string {
  return text.replace(/[",;\t\r\n]/g, '');
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a table by its mark, else UTF-8 where all of it is, else GB18030. */
function decoded(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff')
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Text in GB18030, which the platform only decodes: its characters of two bytes. */
function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map((char) => GB.get(char) ?? Buffer.from(char === '\ufeff' ? '' : char, 'latin1')));
}

const GB: ReadonlyMap<string, Buffer> = new Map(
  Array.from({ length: 0x7e * 0xbf }, (_, index) => {
    const bytes = Buffer.from([0x81 + Math.floor(index / 0xbf), 0x40 + (index % 0xbf)]);
    return [new TextDecoder('gb18030').decode(bytes), bytes] as const;
  }).filter(([char]) => [...char].length === 1 && char > '\u007f' && char !== '\ufffd'),
);

/** Ways to damage a file for the tests of the reader: bytes overwritten, taken out, put in or moved, and lying zip fields. */
import fc from 'fast-check';

/** A place as a share of the length. Not fc.double, which is near 0 nearly always: most doubles are. */
const share = fc.nat(999_999).map((millionths) => millionths / 1_000_000);

export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

const MARKS = ['<', '>', '&', '"', '/', '<!--', ']]>', '<![CDATA[', '<c>', '</c>', '\0', '9'];

/** Overwrites, removes, inserts or cuts off bytes at places given as shares of the length. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: share,
    remove: fc.integer({ min: 0, max: 3 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc.constantFrom(...MARKS).map((mark) => Buffer.from(mark)),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

export function mutated(bytes: Buffer, made: readonly Change[]): Buffer {
  return made.reduce((before, { at, remove, insert }) => {
    const place = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, place), insert, before.subarray(place + remove)]);
  }, bytes);
}

/** Bytes typed over, so that nothing moves: what only a checksum can tell. */
export const overwrites: fc.Arbitrary<{ at: number; byte: number }[]> = fc.array(
  fc.record({ at: share, byte: fc.nat(255) }),
  { minLength: 1, maxLength: 3 },
);

export function overwritten(bytes: Buffer, made: readonly { at: number; byte: number }[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, byte } of made) copy[Math.floor(at * copy.length)] = byte;
  return copy;
}

/** One piece of a file put in the place of another, or left out, or the file cut off there. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly how: 'copied' | 'left out' | 'cut off';
}

export const splices: fc.Arbitrary<Splice> = fc.record({
  from: share,
  to: share,
  length: fc.integer({ min: 1, max: 200 }),
  how: fc.constantFrom('copied' as const, 'left out' as const, 'cut off' as const),
});

export function spliced(bytes: Buffer, { from, to, length, how }: Splice): Buffer {
  const source = Math.floor(from * bytes.length);
  const target = Math.floor(to * bytes.length);
  if (how === 'cut off') return bytes.subarray(0, target);
  const piece = how === 'copied' ? bytes.subarray(source, source + length) : Buffer.alloc(0);
  const end = how === 'copied' ? target : target + length;
  return Buffer.concat([bytes.subarray(0, target), piece, bytes.subarray(end)]);
}

/** Signatures of zip headers, and where their fields stand: offset and size. */
const HEADERS: readonly (readonly [signature: string, fields: readonly (readonly [at: number, size: 2 | 4])[]])[] = [
  [
    'PK\x03\x04',
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [14, 4],
      [18, 4],
      [22, 4],
      [26, 2],
      [28, 2],
    ],
  ],
  [
    'PK\x01\x02',
    [
      [6, 2],
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [38, 4],
      [42, 4],
    ],
  ],
  [
    'PK\x05\x06',
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ],
  ],
];

/** Where every field of every zip header stands in a file. */
export function zipFields(bytes: Buffer): (readonly [at: number, size: 2 | 4])[] {
  return HEADERS.flatMap(([signature, fields]) => {
    const found: (readonly [number, 2 | 4])[] = [];
    for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 1, 'latin1'))
      found.push(...fields.map(([offset, size]) => [at + offset, size] as const));
    return found.filter(([at, size]) => at + size <= bytes.length);
  });
}

/** Another value for a field: near the true one, at the edges, or any. */
export const lies: fc.Arbitrary<(value: number) => number> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((by) => (value: number) => value + by),
  fc.constantFrom(0, 1, 8, 9, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff).map((value) => () => value),
  fc.nat(31).map((bit) => (value: number) => value ^ (2 ** bit)),
  fc.nat(0xffffffff).map((value) => () => value),
);

export function withLie(bytes: Buffer, [at, size]: readonly [number, 2 | 4], lie: (value: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const most = 2 ** (8 * size);
  const value = lie(copy.readUIntLE(at, size)) % most;
  copy.writeUIntLE(value < 0 ? value + most : value, at, size);
  return copy;
}

/** A slip that leaves a part well-formed as often as not: a character typed over, elements renamed, a whole tag doubled, lost or put in. */
export interface Slip {
  readonly at: number;
  readonly how: 'typed over' | 'renamed' | 'doubled' | 'lost' | 'put in';
  readonly char: string;
  readonly tag: string;
}

export const slips: fc.Arbitrary<Slip> = fc.record({
  at: share,
  how: fc.constantFrom(
    'typed over' as const,
    'renamed' as const,
    'typed over' as const,
    'doubled' as const,
    'lost' as const,
    'put in' as const,
  ),
  char: fc.constantFrom(...'0123456789AZaestrvn.-_ é中×'),
  tag: fc.constantFrom('<!-- x -->', '\n', '<?x y?>', '<extLst/>', '&#32;', '<![CDATA[]]>', '<v>1</v>', '<x:y a="1"/>'),
});

export function slipped(part: Buffer, { at, how, char, tag }: Slip): Buffer {
  const text = part.toString();
  const place = Math.floor(at * text.length);
  if (how === 'typed over') {
    const next = text.slice(place).search(/[0-9A-Za-z]/);
    return next < 0 ? part : Buffer.from(text.slice(0, place + next) + char + text.slice(place + next + 1));
  }
  const start = Math.max(0, text.indexOf('<', place));
  if (how === 'renamed') {
    const name = /^[\w:]+/.exec(text.slice(start).replace(/^<\/?/, ''))?.[0] ?? '';
    return Buffer.from(text.replace(new RegExp(`(</?${name})(?=[ />])`, 'g'), '$1x'));
  }
  const end = text.indexOf('>', start) + 1;
  const piece = { doubled: text.slice(start, end).repeat(2), lost: '', 'put in': text.slice(start, end) + tag }[how];
  return Buffer.from(text.slice(0, start) + piece + text.slice(end));
}

// @ts-check
/** OLE2 compound files, in which old workbooks (.xls) and password-protected ones are kept. */

const SECTOR = 512;
/** Streams that are smaller share sectors; padded to this size each has its own. */
const LEAST = 4096;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;

/** @typedef {{ name: string, bytes: Uint8Array }} Stream in order of the length of its name */

/** @param {readonly Stream[]} streams up to three @returns {Uint8Array} */
export function compoundFile(streams) {
  const padded = streams.map(({ name, bytes }) => ({ name, bytes: filledUp(bytes, LEAST) }));
  const bodies = padded.map(({ bytes }) => filledUp(bytes, SECTOR));
  const used = bodies.reduce((sum, { length }) => sum + length / SECTOR, 0);
  let tables = 1;
  while (tables * (SECTOR / 4) < tables + 1 + used) tables += 1;
  const fat = new Uint32Array((tables * SECTOR) / 4).fill(FREE);
  fat.fill(FAT, 0, tables);
  fat[tables] = END;
  let next = tables + 1;
  const entries = padded.map(({ name, bytes }, index) => {
    const first = next;
    next += (bodies[index]?.length ?? 0) / SECTOR;
    for (let at = first; at < next; at += 1) fat[at] = at + 1 < next ? at + 1 : END;
    return entry({ name, type: 2, right: index + 2 <= streams.length ? index + 2 : FREE, first, size: bytes.length });
  });
  const root = entry({ name: 'Root Entry', type: 5, child: 1, first: END, size: 0 });
  const directory = filledUp(Buffer.concat([root, ...entries]), SECTOR);
  return Buffer.concat([header(tables), Buffer.from(fat.buffer), directory, ...bodies]);
}

/** @param {number} tables how many sectors the table of sectors fills: the first ones; the directory is the next */
function header(tables) {
  const bytes = Buffer.alloc(SECTOR, 0xff);
  bytes.fill(0, 0, 76);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  put(bytes, 'UInt16LE', { 24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6 });
  put(bytes, 'UInt32LE', { 44: tables, 48: tables, 56: LEAST, 60: END, 68: END });
  for (let table = 0; table < tables; table += 1) bytes.writeUInt32LE(table, 76 + table * 4);
  return bytes;
}

/** @param {{ name: string, type: number, right?: number, child?: number, first: number, size: number }} given */
function entry({ name, type, right = FREE, child = FREE, first, size }) {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  put(bytes, 'UInt32LE', { 68: FREE, 72: right, 76: child, 116: first, 120: size });
  return bytes;
}

/** @param {Buffer} bytes @param {'UInt16LE' | 'UInt32LE'} type @param {Record<number, number>} values by place */
function put(bytes, type, values) {
  for (const [at, value] of Object.entries(values)) bytes[`write${type}`](value, Number(at));
}

/** @param {Uint8Array} bytes @param {number} unit */
export function filledUp(bytes, unit) {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}

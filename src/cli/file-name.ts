/**
 * Names for files that are made from names of people, units and forms: every system takes them, they stay inside their
 * folder, and no two of one run are the same, also where a disk does not tell letters apart. A name that had to be
 * changed carries a short hash of what it was made from, so that it does not depend on the others.
 */
import { sha256 } from '../base/hash.js';

/** Bytes that a name may take with its ending; the shortest limit of common disks is 255. */
const MOST_BYTES = 240;
const HASH_LENGTH = 8;

/** What no name may hold on some system, and what could not be seen in it. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]+/gu;
/** Devices of Windows, also with an ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)/i;

/** Names with an ending, each made of parts; `whose` tells apart what is made of the same parts. */
export function namer(ending: string): (parts: readonly string[], whose: string) => string {
  const taken = new Set<string>();
  return (parts, whose) => {
    const wish = parts.join('-').normalize('NFC');
    const plain = safe(wish);
    const short = bounded(plain, MOST_BYTES - ending.length);
    const isUsable = short === wish && !taken.has(compared(short));
    const stem = isUsable
      ? short
      : `${bounded(plain, MOST_BYTES - ending.length - HASH_LENGTH - 1)}~${hashOf([...parts, whose])}`;
    taken.add(compared(stem));
    return `${stem}${ending}`;
  };
}

function safe(wish: string): string {
  const plain = wish
    .replace(FORBIDDEN, '_')
    .replace(/^[\s.~$-]+|[\s.]+$/gu, '_')
    .replace(/\s+/gu, ' ');
  return plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
}

function bounded(text: string, most: number): string {
  let kept = '';
  for (const char of text) {
    if (Buffer.byteLength(kept + char) > most) break;
    kept += char;
  }
  return kept.trimEnd();
}

/** As a disk compares names that does not tell capital from small letters. */
function compared(name: string): string {
  return name.normalize('NFC').toUpperCase().normalize('NFC');
}

/** Of the parts, not of how they are joined: two wishes that look alike may be made of different parts. */
function hashOf(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, HASH_LENGTH);
}

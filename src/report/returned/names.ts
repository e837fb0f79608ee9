/**
 * Names for returned files: the sender's own path wherever every file system takes it. What some system refuses or hides
 * becomes _, what is too long is cut, and a name that was changed or that another one equals when case is not told apart
 * gets a short mark of its own, made from the path alone.
 */

import { groupedBy } from '../../base/group.js';
import { sha256 } from '../../base/hash.js';

/** Names of devices on Windows, whatever follows behind a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const REFUSED = /[<>:"|?*\\\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** In bytes of UTF-8; most systems take 255, and an ending may be added. */
const MAX_NAME = 180;

/** A name for every path, in their order; parts are parted by slashes and `..` never leaves the folder. */
export function safeNames(paths: readonly string[], endingOf: (path: string) => string = () => ''): string[] {
  const wished = paths.map((path) => {
    const safe = path.split('/').map(safePart).join('/');
    return `${safe === path ? path : marked(safe, path)}${endingOf(path)}`;
  });
  const alike = groupedBy(wished, folded);
  return wished.map((name, at) => (alike.get(folded(name))?.length === 1 ? name : marked(name, paths[at] ?? '')));
}

/** Names that some file system takes for one. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function safePart(part: string): string {
  const plain = part
    .replace(REFUSED, '_')
    .replace(/^\.|[. ]+$/g, '_')
    .replace(DEVICE, '_$1');
  return plain === '' ? '_' : bounded(plain);
}

/** Cut before the ending, no character in two. */
function bounded(name: string): string {
  const { stem, ending } = split(name);
  let size = Buffer.byteLength(name);
  const characters = [...stem];
  while (size > MAX_NAME && characters.length > 1) size -= Buffer.byteLength(characters.pop() ?? '');
  return size > MAX_NAME ? '_' : `${characters.join('')}${ending}`;
}

function marked(name: string, path: string): string {
  const { stem, ending } = split(name);
  const mark = sha256(path).slice(0, 8);
  return `${stem}-${mark}${ending}`;
}

/** Name and ending; what begins at the last dot, if that is short and in the last part. */
function split(name: string): { stem: string; ending: string } {
  const [ending = ''] = /\.[^./ ]{1,8}$/.exec(name) ?? [];
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/** Very many short texts that are written later, kept as bytes: as strings they would take several times the room. */

export interface HeldText {
  add(text: string): void;
  readonly count: number;
  pieces(): Generator<string>;
}

/** So many texts become bytes together. */
const TOGETHER = 256;

export function heldText(): HeldText {
  const bytes: Buffer[] = [];
  let latest: string[] = [];
  return {
    add(text) {
      latest.push(text);
      if (latest.length < TOGETHER) return;
      bytes.push(Buffer.from(latest.join('')));
      latest = [];
    },
    get count() {
      return bytes.length * TOGETHER + latest.length;
    },
    *pieces() {
      for (const piece of bytes) yield piece.toString();
      yield latest.join('');
    },
  };
}

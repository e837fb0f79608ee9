/** The hash by which files are told apart: SHA-256 as 64 hexadecimal digits; a text is hashed as its UTF-8 bytes. */
import { createHash } from 'node:crypto';

/** The hash of what comes piece by piece. */
export interface Hashing {
  add(piece: Uint8Array | string): void;
  /** Of all pieces together; no more can come after it. */
  sha256(): string;
}

export function hashing(): Hashing {
  const hash = createHash('sha256');
  return { add: (piece) => void hash.update(piece), sha256: () => hash.digest('hex') };
}

export function sha256(content: Uint8Array | string): string {
  const hash = hashing();
  hash.add(content);
  return hash.sha256();
}

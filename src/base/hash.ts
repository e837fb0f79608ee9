/** The hash by which files are told apart: SHA-256 as 64 hexadecimal digits; a text is hashed as its UTF-8 bytes. */
import { createHash } from 'node:crypto';

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

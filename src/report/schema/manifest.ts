/**
 * The one schema of manifest.json. Names of outputs stay within the folder of the results; a manifest that names anything
 * else is refused, as nobody knows who wrote it.
 */
import { z } from 'zod';
import type { Lang } from '../../base/text.js';
import { type HashedFile, MANIFEST_FORMAT, type Manifest, type PackFile } from '../../model/manifest.js';
import { always, list, named, object, oneOf, optional, type Schema, text, written } from './exact.js';
import { day, period } from './values.js';

const sha256: Schema<string> = written('sha256', /^[0-9a-f]{64}$/);

const hashed = named('file', 'A file and the hash of its bytes', object<HashedFile>({ file: text, sha256 }));

const inside: Schema<string> = written('inside', /^[^/\\]+(\/[^/\\]+)*$/, (path) =>
  path.split('/').every((part) => part !== '..' && part !== '.' && !part.includes(':') && !part.includes('\0')),
);

const relative: Schema<string> = written('relative', /^(?![/\\]|[A-Za-z]:)[^\\\0]+$/);

export const manifestSchema = object<Manifest>({
  format: always(MANIFEST_FORMAT),
  version: text,
  measures: object<Manifest['measures']>({ id: text, version: text }),
  period,
  asOf: day,
  lang: oneOf<Lang>({ zh: true, en: true }),
  submissions: optional(relative),
  pack: list(object<PackFile>({ file: text, sha256, isShipped: optional(always(true)) })),
  settings: optional(hashed),
  inputs: list(hashed),
  refused: list(text),
  outputs: list(object<HashedFile>({ file: inside, sha256 })),
});

/** The JSON Schema of manifest.json, for programmes that read it. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(manifestSchema);
}

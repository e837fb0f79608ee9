/** The manifest as JSON: the same run gives the same text, wherever and whenever it is made. */
import { MANIFEST_FORMAT, type Manifest } from '../model/manifest.js';
import { manifestSchema } from './schema/manifest.js';
import { parseAs, type Unfit } from './schema/parse.js';

export function manifestJson({
  version,
  measures,
  period,
  asOf,
  lang,
  submissions,
  pack,
  settings,
  inputs,
  refused,
  outputs,
}: Omit<Manifest, 'format'>): string {
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    version,
    measures,
    period,
    asOf,
    lang,
    ...(submissions === undefined ? {} : { submissions }),
    pack,
    ...(settings ? { settings } : {}),
    inputs,
    refused,
    outputs,
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The manifest in a text, or why it is none. */
export function parseManifest(text: string): Manifest | Unfit {
  return parseAs<Manifest>(text, MANIFEST_FORMAT, manifestSchema);
}

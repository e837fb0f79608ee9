// @ts-check
/**
 * How src becomes dist: few files instead of many, because finding and opening two hundred small ones is a third of what
 * starting takes. What only some commands need stays apart and is loaded by these. Packages are left where they are.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const RAW = '?raw';

/** Files imported as the text they hold: what the page gives to a browser. */
const raw = {
  name: 'raw',
  resolveId(/** @type {string} */ source, /** @type {string | undefined} */ importer) {
    return source.endsWith(RAW) && importer !== undefined ? resolve(dirname(importer), source) : undefined;
  },
  load(/** @type {string} */ id) {
    if (!id.endsWith(RAW)) return undefined;
    const text = readFileSync(id.slice(0, -RAW.length), 'utf8');
    return { code: `export default ${JSON.stringify(text)};`, moduleType: /** @type {const} */ ('js') };
  },
};

export default defineConfig({
  // The library and the command line; and what examples, docs and the bench ask for by itself.
  input: Object.fromEntries(
    ['index', 'cli/run', 'cli/files', 'cli/show/codes', 'words/finding', 'workbook/open'].map((name) => [
      name,
      `src/${name}.ts`,
    ]),
  ),
  plugins: [raw],
  platform: 'node',
  logLevel: 'warn',
  external: /^(?![./]|[a-z]:)/i,
  output: {
    dir: 'dist',
    cleanDir: true,
    sourcemap: true,
    entryFileNames: '[name].js',
    // As deep as the entries of the command line, so that paths to packs hold wherever a piece of code ends up.
    chunkFileNames: 'parts/[name]-[hash].js',
  },
});

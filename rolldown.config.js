// @ts-check
/**
 * How src becomes dist: few files instead of many, because finding and opening two hundred small ones is a third of what
 * starting takes. What only some commands need stays apart and is loaded by these. Packages are left where they are.
 */
import { defineConfig } from 'rolldown';

export default defineConfig({
  // The library and the command line; and what examples, docs and the bench ask for by itself.
  input: Object.fromEntries(
    ['index', 'cli/run', 'cli/files', 'cli/show/codes', 'words/finding', 'workbook/open'].map((name) => [
      name,
      `src/${name}.ts`,
    ]),
  ),
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

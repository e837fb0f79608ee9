// @ts-check
/** A process of its own that reads a folder once by one reader and says how long that took and what memory it had at its peak. */
import { READERS, workbooksIn } from './readers.js';

const [reader = '', folder = ''] = process.argv.slice(2);
const read = await READERS[/** @type {import('./readers.js').ReaderName} */ (reader)]();
const paths = workbooksIn(folder);
const start = performance.now();
await read(paths);
const loop = performance.now() - start;
console.log(JSON.stringify({ loop, peak: process.resourceUsage().maxRSS / 1024 }));

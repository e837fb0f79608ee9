// @ts-check
/** A process of its own that writes one part of the corpus into a folder, so that the memory it takes is given back. */
import { SETS } from './sets.js';

const [set = '', folder = ''] = process.argv.slice(2);
const made = SETS.find(({ name }) => name === set);
if (!made) throw new Error(`no set is named ${set}`);
await made.write(folder);

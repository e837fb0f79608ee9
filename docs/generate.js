// @ts-check
/** Writes docs/findings.md from the tables of findings, by the library as built in dist, and from the test cases. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listOfCodes } from '../dist/cli/show/codes.js';
import { readCases } from './examples.js';
import { findingsPage } from './page.js';

const HERE = dirname(fileURLToPath(import.meta.url));

writeFileSync(join(HERE, 'findings.md'), findingsPage(listOfCodes(), readCases(dirname(HERE))));

// @ts-check
/** The README of the messy files: file → what is wrong → code and cell → how it is mended, as the programme says it. */
import { basename, join } from 'node:path';
import { monthOf } from './messy.js';
import { officeFiles } from './office.js';

/** @typedef {import('./messy.js').Faults} Faults */
/** @typedef {import('./messy.js').MessyFile} MessyFile */
/** @typedef {import('./messy.js').Between} Between */
/** @typedef {import('./office.js').Bureau} Bureau */
/** @typedef {'zh' | 'en'} Lang */
/** @typedef {{ code: string, place: { file: string, sheet?: string, cell?: string }, says: Record<Lang, string>, remedy: Record<Lang, string> }} Found */

/**
 * What is found in a messy file that stands in a folder, with the rosters and registers beside it: as `assess check`.
 * @param {string} path @param {readonly any[]} kept the office's own files @param {any} measures
 * @param {any} lib the library, with `gather` and `findingWords` of its command line
 * @returns {Promise<{ findings: Found[], intake: any }>}
 */
export async function foundAlone(path, kept, measures, lib) {
  const { files, refused, skipped } = await lib.gather([path], join(path, '..'));
  const intake = lib.takeIn([...files, ...kept], measures);
  const passed = skipped.map((/** @type {any} */ { file, reason }) => ({
    kind: 'file-skipped',
    place: { file },
    reason,
  }));
  const unread = refused.map((/** @type {any} */ { file, ...fault }) => ({
    kind: 'file-unreadable',
    place: { file },
    ...fault,
  }));
  const found = lib.checkFiles(intake, measures, { severities: {}, confirmed: [] });
  const own = [...passed, ...unread, ...found].filter(({ place }) => place.file === basename(path));
  return { findings: own.map((each) => ({ ...each, ...lib.findingWords(each) })), intake };
}

/**
 * What is found in the month when this is all that is wrong with it: as `assess month`.
 * @param {Bureau} office @param {readonly Between[]} between @param {any} measures @param {any} lib
 * @param {{ period: string, asOf: string, office: any }} run @param {typeof officeFiles} [write]
 * @returns {Promise<Found[]>}
 */
export async function foundBetween(office, between, measures, lib, run, write = officeFiles) {
  const made = await write(monthOf(office, between), measures, lib);
  const sent = made.map(({ path, bytes }) => ({ file: inMonth(path), bytes: () => bytes, sha256: path }));
  const { findings } = lib.assess(lib.takeIn(sent, measures), measures, run);
  return ofTheMonth(findings).map((/** @type {any} */ each) => ({ ...each, ...lib.findingWords(each) }));
}

/** Without what is said of the roster in any month: it has two people of one name. @param {readonly any[]} findings */
export function ofTheMonth(findings) {
  return findings.filter(({ kind }) => kind !== 'names-alike');
}

/** @param {string} path */
export function inMonth(path) {
  return path.replace(/^submissions\//, 'month/');
}

/** What came of a spec: the findings, and who is who where values are read. @typedef {{ findings: readonly Found[], intake?: any }} Outcome */

/** The page. @param {Faults} faults @param {ReadonlyMap<MessyFile | Between, Outcome>} outcomes */
export function readmePage(faults, outcomes) {
  const parts = /** @type {const} */ (['zh', 'en']).map(
    (lang) => `${WORDS[lang].head}\n${tables(faults, outcomes, lang)}`,
  );
  return parts.join('\n---\n\n');
}

/** @param {Faults} faults @param {ReadonlyMap<MessyFile | Between, Outcome>} outcomes @param {Lang} lang */
function tables({ groups, between }, outcomes, lang) {
  const { file, fault, code, mended, readAs, betweenFiles } = WORDS[lang];
  const findingsOf = (/** @type {MessyFile | Between} */ spec) => outcomes.get(spec)?.findings ?? [];
  const says = (/** @type {readonly Found[]} */ found) =>
    [...new Set(found.map((each) => `${each.says[lang]} → ${each.remedy[lang]}`))].join('<br>');
  const value = (/** @type {MessyFile} */ spec, /** @type {string} */ text) =>
    outcomes.get(spec)?.intake.roster.get(text)?.name ?? text;
  const reads = (/** @type {MessyFile} */ spec) =>
    Object.entries(spec.reads ?? {}).map(([cell, text]) => `${cell} ${readAs} ${value(spec, text)}`);
  const parts = groups.map((group) => [
    `## ${group[lang]}\n`,
    row([file, fault, code, mended]),
    row(['---', '---', '---', '---']),
    ...group.files.map((spec) => {
      const found = findingsOf(spec);
      const at = found.map(({ code, place }) => [code, place.cell].filter(Boolean).join(' '));
      return row([
        `\`${spec.file}\``,
        spec[lang],
        at.join('<br>') || '—',
        found.length > 0 ? says(found) : reads(spec).join('<br>'),
      ]);
    }),
  ]);
  const last = [
    `## ${betweenFiles}\n`,
    row([fault, code, file, mended]),
    row(['---', '---', '---', '---']),
    ...between.map((spec) => {
      const found = findingsOf(spec);
      const at = found.map(({ code, place }) => [code, place.cell].filter(Boolean).join(' '));
      const files = found.map(({ place }) => (place.file === '' ? '—' : `\`${basename(place.file)}\``));
      return row([spec[lang], at.join('<br>'), files.join('<br>'), says(found)]);
    }),
  ];
  return [...parts, last].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** @param {readonly string[]} cells */
function row(cells) {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

const WORDS = {
  zh: {
    head: `<!-- 由 \`npm run examples\` 根据 faults.yaml 生成，请勿改动。 Made from faults.yaml: do not edit. -->

# 松坪州质量技术监督局（虚构）：交来的各种乱表

真实的材料里常见的毛病，每个文件只有一处，写明必须查出什么、怎么改。\`submissions/\` 是一个个单独的文件，\`month/\` 是全局2026年1月的
材料，毛病出在文件与文件之间，\`office/\` 是名册和登记表。文件都由 \`faults.yaml\` 和 \`office.yaml\` 生成（\`npm run examples\`），请改它们。

\`\`\`sh
npm run build
node bin/assess.js check ./examples/messy/submissions/*
node bin/assess.js month --dir ./examples/messy/month --period 2026-01 --out /tmp/messy
\`\`\`
`,
    file: '文件',
    fault: '毛病',
    code: '代码和单元格',
    mended: '怎么说，怎么改',
    readAs: '读作',
    betweenFiles: '文件与文件之间（`month/`）',
  },
  en: {
    head: `# Messy files of the Songping Prefecture Bureau of Quality Supervision (invented)

Faults that real files have, one in each, with what must be found and how it is mended. \`submissions/\` holds single files,
\`month/\` the whole bureau's January of 2026, where the faults are between files, \`office/\` the roster and the registers.
All are made from \`faults.yaml\` and \`office.yaml\` (\`npm run examples\`): change those. The commands above check them.
`,
    file: 'file',
    fault: 'what is wrong',
    code: 'code and cell',
    mended: 'what is said, and how it is mended',
    readAs: 'is read as',
    betweenFiles: 'Between files (`month/`)',
  },
};

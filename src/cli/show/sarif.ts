/**
 * Findings as SARIF 2.1.0, for editors and code review: one run, a rule for every kind met, a result for every finding
 * with its file and its cell. No path of the machine stands in it, and no character of a cell that could command anything.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Lang, visible } from '../../base/text.js';
import type { Finding, FindingKind } from '../../model/finding.js';
import type { Place } from '../../model/value.js';
import { type CutShort, capped } from '../../report/capped.js';
import { findingWords, relatedTo } from '../../words/finding.js';
import { running, sentence } from '../../words/phrase.js';
import { codeOf } from './codes.js';
import { cutText, LISTED_PER_KIND } from './findings.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export interface Checked {
  readonly findings: readonly Finding[];
  /** Every file that was looked at, those in which nothing was found as well. */
  readonly files: readonly string[];
  /** The folder that the names of files start from. */
  readonly base: string;
  readonly version: string;
}

export function sarif({ findings, files, base, version }: Checked, lang: Lang): object {
  const language = { zh: 'zh-CN', en: 'en-US' }[lang];
  const { shown, cut } = capped(findings, LISTED_PER_KIND);
  const kinds = [...new Set(findings.map(({ kind }) => kind))].toSorted((a, b) =>
    codeOf(a).code < codeOf(b).code ? -1 : 1,
  );
  const uris = urisOf(files, base);
  const driver = { name: 'assess', version, language, rules: kinds.map((kind) => ruleOf(kind, lang)) };
  const run = {
    tool: { driver },
    language,
    columnKind: 'utf16CodeUnits',
    artifacts: files.map((file) => ({ location: { uri: uris.get(file) }, roles: ['analysisTarget'] })),
    ...(cut.length > 0 ? { invocations: [invocationOf(cut, uris, lang)] } : {}),
    results: shown.map((finding) => resultOf(finding, kinds.indexOf(finding.kind), uris, lang)),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

/** The run came to its end, and tells how many results of a kind it leaves out. */
function invocationOf(cut: readonly CutShort[], uris: ReadonlyMap<string, string>, lang: Lang): object {
  const notifications = cut.map((each) => ({
    level: 'warning',
    message: { text: visible(cutText(each, lang)) },
    locations: locationsOf({ file: each.file }, uris),
  }));
  return { executionSuccessful: true, toolExecutionNotifications: notifications };
}

function ruleOf(kind: FindingKind, lang: Lang): object {
  const { code, severity, title, wordings } = codeOf(kind);
  const text = (said: readonly string[]): { text: string } => ({
    text: running(
      [...new Set(said)].map((each) => sentence(each, lang)),
      lang,
    ),
  });
  return {
    id: code,
    name: kind,
    shortDescription: text([title[lang]]),
    fullDescription: text([title[lang], ...wordings.map(({ means }) => means[lang])]),
    help: text(wordings.map(({ remedy }) => remedy[lang])),
    defaultConfiguration: { level: severity },
  };
}

/** What it says and how it is mended; our severities are SARIF's own levels. */
function resultOf(finding: Finding, ruleIndex: number, uris: ReadonlyMap<string, string>, lang: Lang): object {
  const { code, says, remedy } = findingWords(finding);
  const text = running([sentence(says[lang], lang), sentence(remedy[lang], lang)], lang);
  return {
    ruleId: code,
    ruleIndex,
    level: finding.severity,
    message: { text: visible(text) },
    locations: locationsOf(finding.place, uris),
    ...related(finding, uris),
  };
}

/** The cells it disagrees with or repeats, where they stand in a file that was looked at. */
function related(finding: Finding, uris: ReadonlyMap<string, string>): object {
  const places = relatedTo(finding).flatMap((place) => locationsOf(place, uris));
  return places.length > 0 ? { relatedLocations: places.map((place, index) => ({ id: index + 1, ...place })) } : {};
}

/** None for what stands in no file, such as a report that has not come. */
function locationsOf({ file, sheet, cell }: Place, uris: ReadonlyMap<string, string>): object[] {
  const uri = uris.get(file);
  if (uri === undefined) return [];
  const physicalLocation = { artifactLocation: { uri } };
  if (!sheet) return [{ physicalLocation }];
  const fullyQualifiedName = visible(cell ? `${sheet}!${cell}` : sheet);
  return [{ physicalLocation, logicalLocations: [{ fullyQualifiedName, kind: cell ? 'cell' : 'sheet' }] }];
}

/** Relative to the base, or where a file lies outside it, to the folder that holds it and all others. */
function urisOf(files: readonly string[], base: string): Map<string, string> {
  const outside = files.some((file) => isOutside(relative(base, resolve(base, file))));
  const paths = files.map((file) => resolve(base, file).split(sep));
  const parts = outside ? paths.map((path) => path.slice(sharedBy(paths))) : files.map((file) => file.split('/'));
  return new Map(files.map((file, at) => [file, (parts[at] ?? []).map(encoded).join('/')]));
}

/** On another drive, no relative path leads to it. */
function isOutside(path: string): boolean {
  return isAbsolute(path) || path.split(sep)[0] === '..';
}

/** How many folders from the root on are the same for all. */
function sharedBy(paths: readonly (readonly string[])[]): number {
  const shortest = Math.min(...paths.map(({ length }) => length));
  let shared = 0;
  while (shared < shortest - 1 && paths.every((path) => path[shared] === paths[0]?.[shared])) shared++;
  return shared;
}

/** One part of a path; half a character, which no address can hold, is shown as missing. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
}

/**
 * The first half of the flow: files → workbooks → recognised sheets → submissions with the roster's subjects in them, and
 * what is wrong in the files themselves. `assess check` needs no more, so nothing else is loaded for it.
 */

import { groupedBy } from './base/group.js';
import { composed } from './base/text.js';
import { check, sorted } from './check/check.js';
import { weighted } from './check/confirm.js';
import { finding } from './check/inspection.js';
import { layoutOf } from './forms/layout.js';
import { read } from './forms/read.js';
import { recognise } from './forms/recognise.js';
import { identify } from './intake/identify.js';
import { enrol } from './intake/roster.js';
import { settle } from './intake/settle.js';
import type { Finding } from './model/finding.js';
import { OFFICE } from './model/form.js';
import type { Measures } from './model/measures.js';
import type { Office } from './model/office.js';
import type { Layout } from './model/recognised.js';
import { isList } from './model/returned.js';
import type { Roster, Settled, Submission } from './model/submission.js';
import type { Opened, Workbook } from './model/workbook.js';
import { type Contents, newContents } from './rows/contents.js';
import { openWorkbook } from './workbook/open.js';

/** A file as it was handed in; the bytes that are graded are the bytes that were hashed. */
export interface SentFile {
  readonly file: string;
  readonly sha256: string;
  /** The bytes that were hashed; nothing where the file is no longer the same. Nobody else holds them: there may be many. */
  bytes(): Uint8Array | undefined;
  /** It lies where the office keeps its own rosters and registers. */
  readonly isKept?: true;
}

/** Everything handed in, told apart, read and put to names. */
export interface Intake {
  readonly files: readonly SentFile[];
  readonly inspected: readonly { readonly layout: Layout; readonly submission: Submission }[];
  readonly roster: Roster;
  readonly settled: Settled;
  /** Faults of whole files and of names; the checks find the rest. */
  readonly findings: readonly Finding[];
}

/** One file opened, its sheets recognised and read; nothing in it rests on another file. */
export interface OpenedFile {
  readonly sent: SentFile;
  readonly sheets: readonly { readonly layout: Layout; readonly submission: Submission }[];
  /** Faults of the whole file. */
  readonly findings: readonly Finding[];
}

/** files → workbooks → recognised sheets → submissions with the roster's subjects in them. */
export function takeIn(files: readonly SentFile[], measures: Measures, counts: readonly string[] = []): Intake {
  const contents = newContents();
  return bringTogether(
    files.map((sent) => openSent(sent, measures, contents)),
    measures,
    counts,
  );
}

/** file → workbook → recognised sheets → submissions, without names put to them. */
export function openSent(sent: SentFile, measures: Measures, contents: Contents): OpenedFile {
  const { file } = sent;
  const bytes = sent.bytes();
  const opened = bytes ? openWorkbook(file, bytes) : CHANGED;
  if (!opened.ok) {
    const { fault, detail } = opened;
    return { sent, sheets: [], findings: [finding('file-unreadable', { place: { file } }, { fault, detail })] };
  }
  const findings: Finding[] = [];
  const sheets: { layout: Layout; submission: Submission }[] = [];
  const found = recognise(opened.workbook, measures);
  if (found.length === 0) findings.push(withoutForm(opened.workbook));
  const isNothingElse = !found.some((each) => 'headingRow' in each);
  for (const each of found) {
    if ('headingRow' in each) sheets.push({ layout: layoutOf(each), submission: read(file, each, measures, contents) });
    else if (each.isBeside) {
      const isHidden = each.sheet.hidden;
      const severity = isNothingElse ? 'error' : isHidden ? 'note' : 'warning';
      findings.push(finding('sheet-unused', { place: { file, sheet: each.sheet.name }, severity }, { isHidden }));
    } else {
      const missing = each.missing.map(({ title }) => title);
      const nearest = each.nearest ? { nearest: each.nearest.title } : {};
      findings.push(finding('form-unrecognised', { place: { file, sheet: each.sheet.name } }, { ...nearest, missing }));
    }
  }
  return { sent, sheets, findings };
}

const CHANGED: Opened = { ok: false, fault: 'changing', detail: 'changed since it was hashed' };

/** Everything opened, with the roster's subjects put to names and one submission chosen for each matter. */
export function bringTogether(
  opened: readonly OpenedFile[],
  measures: Measures,
  counts: readonly string[] = [],
): Intake {
  const files = opened.map(({ sent }) => sent);
  const once = withoutCopies(opened, counts);
  const findings = once.flatMap((each) => each.findings);
  const foreign = foreignRegisters(once);
  const sheets = once.flatMap((each) => each.sheets);
  const roster = enrol(
    measures,
    sheets.flatMap(({ submission }) => (foreign.has(submission) ? [] : [submission])),
  );
  const counting: Submission[] = [];
  const inspected = sheets.map(({ layout, submission }) => {
    const identified = identify(submission, layout.marker?.by, measures, roster);
    findings.push(...identified.findings);
    if (foreign.has(submission)) {
      const place = { file: submission.file, sheet: submission.sheet };
      findings.push(finding('register-foreign', { place, clause: layout.form.clause }, { form: layout.form.title }));
    } else counting.push(identified.submission);
    return { layout, submission: identified.submission };
  });
  return { files, inspected, roster, settled: settle(counting, measures, counts), findings };
}

/** Rosters and registers that came among the submissions, where the office has its own: nobody writes those for it. */
function foreignRegisters(opened: readonly OpenedFile[]): ReadonlySet<Submission> {
  const registers = opened.flatMap(({ sent: { isKept }, sheets }) =>
    sheets.flatMap(({ layout: { form }, submission }) => (form.from === OFFICE ? [{ form, submission, isKept }] : [])),
  );
  const own = new Set(registers.flatMap(({ form, isKept }) => (isKept ? [form.id] : [])));
  const foreign = registers.filter(({ form, isKept }) => !isKept && own.has(form.id));
  return new Set(foreign.map(({ submission }) => submission));
}

/** A file whose sheets hold nothing, or nothing but the list that went back with a file. */
function withoutForm({ file, sheets }: Workbook): Finding {
  if (!sheets.some(isList))
    return finding('file-unreadable', { place: { file } }, { fault: 'empty', detail: 'no cells' });
  const reason = {
    zh: '是退回时附的问题清单，不是报表',
    en: 'a list of findings that went back with a file, no report',
  };
  return finding('file-skipped', { place: { file } }, { reason });
}

/**
 * Of files that are the same byte for byte only one is read: the one the office names or keeps, else the first. Those that nobody
 * can read are each to be sent anew.
 */
function withoutCopies(opened: readonly OpenedFile[], counts: readonly string[]): OpenedFile[] {
  const chosen = new Set(counts.map(composed));
  const alike = groupedBy(opened, ({ sent }) => sent.sha256);
  return opened.map((each) => {
    const group = alike.get(each.sent.sha256) ?? [];
    const read =
      group.find(({ sent }) => chosen.has(composed(sent.file))) ?? group.find(({ sent }) => sent.isKept) ?? group[0];
    if (!read || read === each || read.sheets.length === 0) return each;
    const { file } = each.sent;
    return { ...each, sheets: [], findings: [finding('file-copied', { place: { file } }, { other: read.sent.file })] };
  });
}

/** What is wrong in the files themselves, without asking what else was owed. */
export function checkFiles(
  intake: Intake,
  measures: Measures,
  office: Pick<Office, 'severities' | 'confirmed'>,
): Finding[] {
  const { roster, inspected, settled, findings } = intake;
  const found = check({ measures, roster, inspected, settled, expected: [], receipts: [] }, 'file');
  return sorted(weighted([...findings, ...found], office));
}
